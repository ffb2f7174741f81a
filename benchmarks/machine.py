"""What the figures were measured on."""

import os
import platform
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_PACKAGES = (
    "PySide6-Essentials",
    "SQLAlchemy",
    "openpyxl",
    "reportlab",
    "weasyprint",
    "typst",
)


def facts(disk: Path) -> Iterator[str]:
    """Lines that say when, where and with which versions; `disk` is where files are written."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    yield f"{date.today().isoformat()}, {platform.system()} {platform.machine()}"  # noqa: DTZ011
    yield f"{os.cpu_count()} cores, {memory:.0f} GB of memory, files on {' on '.join(mount(disk))}"
    yield f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    yield ", ".join([*map(_package, _PACKAGES), _office()])


def mount(path: Path) -> tuple[str, str]:
    """The kind of the file system that a path lies on, and its device."""
    places: dict[str, tuple[str, str]] = {}
    for line in Path("/proc/self/mounts").read_text().splitlines():
        device, folder, kind, *_ = line.split()
        places[folder] = kind, device
    return next(places[str(each)] for each in (path, *path.parents) if str(each) in places)


def load() -> str:
    """How many processes wanted a core over the last minute."""
    return f"{os.getloadavg()[0]:.1f}"


def _package(name: str) -> str:
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return f"no {name}"


def _office() -> str:
    office = shutil.which("soffice")
    if office is None:
        return "no LibreOffice"
    said = subprocess.run([office, "--version"], capture_output=True, text=True, check=False)
    return " ".join(said.stdout.split()[:2])
