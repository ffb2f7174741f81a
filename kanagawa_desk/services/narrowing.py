"""Leaving of a grid the rows that concern somebody."""

from collections.abc import Collection
from dataclasses import replace

from kanagawa_desk.domain.layout import Layout, RowKind

_NONE = -1


class Narrowing:
    """A grid whose rows are looked up once, for many who are to get some of them."""

    def __init__(self, sheet: Layout) -> None:
        self.sheet = sheet
        self._places = {
            row.key: place for place, row in enumerate(sheet.rows) if row.kind is RowKind.RECORD
        }
        self._totals = [place for place, row in enumerate(sheet.rows) if row.kind is RowKind.TOTAL]
        self._sections: list[int] = []
        section = _NONE
        for place, row in enumerate(sheet.rows):
            section = place if row.kind is RowKind.SECTION else section
            self._sections.append(section)

    def with_rows(self, kept: Collection[str]) -> Layout:
        """The records kept, the section rows that head one, and the totals below any."""
        records = {self._places[key] for key in kept if key in self._places}
        sections = {self._sections[place] for place in records} - {_NONE}
        totals = {place for place in self._totals if records and place > min(records)}
        rows = tuple(self.sheet.rows[place] for place in sorted(records | sections | totals))
        return replace(self.sheet, rows=rows)
