"""Workbooks read once more from the bytes that were kept of them."""

from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from kanagawa_desk.exchange.around import Around, around
from kanagawa_desk.exchange.found import WorkbookRead
from kanagawa_desk.services.inquiries.filing import safe_name

__all__ = ["Around", "look", "read"]


@lru_cache(maxsize=1)
def read(name: str, content: bytes) -> WorkbookRead:
    """What a kept file holds, read in a child process; the last one is remembered.

    Its name says by its ending what kind of file it is, and names the sheet of a text file.
    Raises Unreadable.
    """
    from kanagawa_desk.exchange.pool import ReaderPool

    with TemporaryDirectory() as folder, ReaderPool(size=1) as pool:
        known = Path(name)
        path = Path(folder) / f"{safe_name(known.stem)}{known.suffix}"
        path.write_bytes(content)
        return pool.read(path)


def look(name: str, content: bytes, sheet: str, cell: str) -> Around | None:
    """A kept file as it looks around a cell; None where there is no such cell.

    Raises Unreadable.
    """
    found = next((each for each in read(name, content).sheets if each.title == sheet), None)
    try:
        return around(found, cell) if found else None
    except ValueError:
        return None
