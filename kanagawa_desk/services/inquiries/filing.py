"""Files written together: under safe names that are free, all of them or none."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kanagawa_desk.services.workbooks.exporting import write_file

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])(\.|$)", re.IGNORECASE)
_LONGEST = 216  # bytes of UTF-8; with what is put behind a name 255 are allowed


class Filing:
    """The files written so far into a folder and those below it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files: list[Path] = []
        self._made: list[Path] = []

    def write(self, name: str, ending: str, content: bytes, within: str = "") -> Path:
        """Write a file under a name that Windows takes and that no other file has.

        Raises EnvironmentFault where the folder cannot be written.
        """
        folder = self.folder / within
        new = (each for each in (self.folder, folder) if not each.exists())
        self._made += (each for each in new if each not in self._made)
        stem = safe_name(name)
        path, number = folder / f"{stem}{ending}", 1
        while path.exists():
            number += 1
            path = folder / f"{stem}({number}){ending}"
        write_file(path, content)
        self.files.append(path)
        return path

    def take_back(self) -> None:
        """Remove what was written, and the folders that were made for it."""
        for path in self.files:
            path.unlink(missing_ok=True)
        for folder in reversed(self._made):
            if folder.exists() and not any(folder.iterdir()):
                folder.rmdir()


@contextmanager
def filing(folder: Path) -> Iterator[Filing]:
    """Write files into a folder; where the block fails, nothing of them stays."""
    files = Filing(folder)
    try:
        yield files
    except BaseException:
        files.take_back()
        raise


def safe_name(text: str) -> str:
    """A file's name without its ending, as Windows, Linux and shares all take it."""
    name = _FORBIDDEN.sub("_", text).strip(" .")
    name = name.encode("utf-8", "ignore")[:_LONGEST].decode("utf-8", "ignore").rstrip(" .")
    return f"_{name}" if not name or _RESERVED.match(name) else name
