"""What the program remembers about its user between two starts, in one JSON file."""

import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from kanagawa_desk import files, paths
from kanagawa_desk.errors import EnvironmentFault

THEMES = ("system", "light", "dark")
ZOOM_RANGE = range(100, 201)
GRID_ZOOM_RANGE = range(70, 201)

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Settings:
    """The user's name, looks and last places; every field has a default that works."""

    display_name: str = ""
    """The acting person as the history shows them; empty until asked."""
    division: str = ""
    """The acting person's 所管課; empty until asked."""
    theme: str = "system"
    """One of `THEMES`."""
    zoom: int = 100
    """Per cent, within `ZOOM_RANGE`."""
    last_ledger: str = ""
    """Path of the ledger to open at the start; empty means the default ledger."""
    recent_ledgers: tuple[str, ...] = ()
    """Paths, the latest first."""
    window_geometry: str = ""
    """The window's place and size, as text that only the window can read."""
    splitters: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Sizes in pixels of the panes of each splitter, by the splitter's name."""
    grids: Mapping[str, Any] = field(default_factory=dict)
    """By kind of ledger: how its grid is arranged, and the arrangements kept under a name."""
    grid_zoom: int = 100
    """Per cent in which grids are drawn, within `GRID_ZOOM_RANGE`."""
    navigation_folded: bool | None = None
    """Whether the list of pages is folded; None lets the width of the window decide."""


def settings_file() -> Path:
    """Where the settings of this user lie."""
    return paths.config_dir() / "settings.json"


def load() -> Settings:
    """The stored settings; what is missing, unknown or unfit falls back to its default.

    A file that cannot be understood at all is renamed to ``settings.json.broken``.
    """
    file = settings_file()
    try:
        stored = json.loads(file.read_bytes())
        if not isinstance(stored, dict):
            raise ValueError("not a JSON object")
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        _log.warning("settings cannot be read: %s", error)
        return Settings()
    except ValueError as error:
        _log.warning("settings are damaged and set aside: %s", error)
        _set_aside(file)
        return Settings()
    known = {name: stored[name] for name in _FITS.keys() & stored.keys()}
    return Settings(**{n: _frozen(value) for n, value in known.items() if _FITS[n](value)})


def save(settings: Settings) -> None:
    """Store the settings; raises EnvironmentFault where the disk refuses."""
    text = json.dumps(asdict(settings), ensure_ascii=False, indent=2)
    try:
        files.replace_file(settings_file(), text.encode("utf-8", "surrogatepass"))
    except OSError as error:
        message = f"設定を保存できません。空き容量と書込み権限を確かめてください（{error}）。"
        raise EnvironmentFault(message) from error


def _set_aside(file: Path) -> None:
    try:
        file.replace(file.with_name(file.name + ".broken"))
    except OSError as error:
        _log.warning("damaged settings stay where they are: %s", error)


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_list_of(kind: type) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, list) and all(type(item) is kind for item in value)


def _is_sizes(value: Any) -> bool:
    return isinstance(value, dict) and all(map(_is_list_of(int), value.values()))


_FITS: Mapping[str, Callable[[Any], bool]] = {
    "display_name": _is_text,
    "division": _is_text,
    "theme": lambda value: value in THEMES,
    "zoom": lambda value: type(value) is int and value in ZOOM_RANGE,
    "last_ledger": _is_text,
    "recent_ledgers": _is_list_of(str),
    "window_geometry": _is_text,
    "splitters": _is_sizes,
    "grids": lambda value: isinstance(value, dict),
    "grid_zoom": lambda value: type(value) is int and value in GRID_ZOOM_RANGE,
    "navigation_folded": lambda value: value is None or type(value) is bool,
}
"""By field of `Settings`: whether a value out of the file fits it."""


def _frozen(value: Any) -> Any:
    """JSON has lists where the settings have tuples."""
    if isinstance(value, list):
        return tuple(map(_frozen, value))
    if isinstance(value, dict):
        return {key: _frozen(each) for key, each in value.items()}
    return value
