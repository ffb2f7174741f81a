"""What the sheet of a layout is called, and the hidden mark that tells it under any name."""

import re
from collections.abc import Iterable

from kanagawa_desk.domain.layout import Layout
from kanagawa_desk.exchange.guide import GUIDE_TITLE
from kanagawa_desk.exchange.reading.messages import HIDDEN_SHEET

MARK = "kdesk:"
AUTHOR = "かながわデスク"
"""Who has written the comments that we send back."""

_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_MAX_TITLE = 31


def marker(ledger: str, name: str) -> str:
    """What stands in the hidden first cell of a layout's sheet."""
    return f"{MARK}{ledger}/{name}"


def sheet_titles(layouts: Iterable[Layout]) -> list[str]:
    """A name for each layout's sheet: its title as far as Excel allows, none twice."""
    taken = {GUIDE_TITLE.casefold(), HIDDEN_SHEET.casefold()}
    titles = []
    for layout in layouts:
        name = _FORBIDDEN.sub(" ", layout.title).strip(" '")[:_MAX_TITLE] or layout.ledger
        title, count = name, 1
        while title.casefold() in taken:
            count += 1
            ending = f" ({count})"
            title = name[: _MAX_TITLE - len(ending)] + ending
        taken.add(title.casefold())
        titles.append(title)
    return titles
