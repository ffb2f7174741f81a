"""What is to be decided about returned workbooks, put in the order in which people decide it."""

from collections.abc import Iterator
from dataclasses import dataclass

from kanagawa_desk.domain.fields import Kind, record_type_named
from kanagawa_desk.domain.notation import encode_key
from kanagawa_desk.services.contexts import field_of
from kanagawa_desk.services.workbooks.comparison import (
    CHANGE,
    CONFLICT,
    PROBLEM,
    QUESTION,
    Comparison,
    Finding,
)
from kanagawa_desk.services.workbooks.review_reasons import Reasons
from kanagawa_desk.services.workbooks.review_words import Words, words_of
from kanagawa_desk.storage.ledger import Reader

TAKE, KEEP, HOLD = "take", "keep", "hold"
"""What becomes of a line: the answer is taken, the ledger stays, or a person has yet to say."""

EMPTIED = "空欄になった"
TIDIED = "表記を整えた"
ROWS = "行の増減"
NOTE = "知らせ"

_ROW = "行"

# Changes stand together, however they were spelt, and so do questions.
_ORDER = {PROBLEM: 0, CONFLICT: 1, QUESTION: 2, EMPTIED: 2, CHANGE: 3, TIDIED: 3, ROWS: 4, NOTE: 5}
_FIGURES = {Kind.COUNT, Kind.DIFFERENCE, Kind.RATE, Kind.MEASURED, Kind.INTEGER}


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the review: a cell that differs or cannot be read, a row more or less, a note.

    Without a finding there is nothing to take; `reason` says in Japanese what there is to know.
    """

    kind: str
    file: str
    sheet: str
    cell: str
    place: str
    reason: str
    finding: Finding | None = None

    @property
    def first_choice(self) -> str:
        """What changed on one side only is taken, all else is held; "" for what is only told."""
        if self.kind in (ROWS, NOTE):
            return ""
        return TAKE if self.kind in (CHANGE, TIDIED) else HOLD

    @property
    def is_figure(self) -> bool:
        """Whether its cell holds a figure."""
        return self.finding is not None and field_of(self.finding.address).kind in _FIGURES

    @property
    def seen_at(self) -> str:
        """The cell to look around: its own, of a whole row the first that is not our key."""
        return f"B{self.cell.removesuffix(_ROW)}" if self.kind == ROWS and self.cell else self.cell

    @property
    def where(self) -> str:
        """病床数!E12."""
        return "!".join(filter(None, (self.sheet, self.cell))) or self.file


@dataclass(frozen=True, slots=True)
class Review:
    """What returned workbooks would change, line by line."""

    comparison: Comparison
    items: tuple[Item, ...]
    words: Words

    @property
    def unchanged(self) -> int:
        """How many of the cells that were asked for came back as the ledger has them."""
        differing = sum(item.finding is not None for item in self.items)
        return max(0, self.comparison.cells - differing)


def review(reads: Reader, comparison: Comparison) -> Review:
    """A comparison line by line, what must be mended first, the cells of a record together."""
    unread = (each.finding for each in comparison.problems if each.finding)
    words = words_of(reads, [*comparison.findings, *unread])
    items = [*_problems(comparison), *_cells(reads, comparison, words), *_told(comparison)]
    first: dict[tuple[object, ...], int] = {}
    for at, item in enumerate(items):
        first.setdefault(_record(item), at)
    items.sort(key=lambda item: (_ORDER[item.kind], first[_record(item)]))
    return Review(comparison, tuple(items), words)


def _problems(comparison: Comparison) -> Iterator[Item]:
    for each in comparison.problems:
        place = _short_place(each.finding) if each.finding else ""
        yield Item(PROBLEM, each.file, each.sheet, each.cell, place, each.message, each.finding)


def _cells(reads: Reader, comparison: Comparison, words: Words) -> Iterator[Item]:
    reasons = Reasons(reads, words)
    for each in comparison.findings:
        kind, reason = each.kind, each.reason
        if kind == QUESTION and not each.raw:
            kind = EMPTIED
        elif kind == CONFLICT:
            reason = reasons.of_conflict(each)
        elif kind == CHANGE and (tidied := words.tidied(each)):
            kind, reason = TIDIED, tidied
        elif kind == CHANGE:
            reason = reasons.of_change(each)
        yield Item(kind, each.file, each.sheet, each.cell, _short_place(each), reason, each)


def _told(comparison: Comparison) -> Iterator[Item]:
    for row in comparison.rows_added:
        text = "台帳にない行です。要るときは、台帳に行を加えてください。"
        yield Item(ROWS, row.file, row.sheet, f"{row.row}{_ROW}", row.text, text)
    for row in comparison.rows_missing:
        text = "送った行が回答にありません。台帳の行は残します。"
        yield Item(ROWS, row.file, row.sheet, "", row.text, text)
    for note in comparison.notes:
        file, found, text = note.partition(": ")
        yield Item(NOTE, file if found else "", "", "", "", text if found else note)


def _short_place(finding: Finding) -> str:
    """A place without what its sheet says already."""
    words = finding.place.removeprefix(f"{record_type_named(finding.address.record).label} ")
    return words.removeprefix(f"{finding.sheet} ")


def _record(item: Item) -> tuple[object, ...]:
    if item.finding is None:
        return item.file, item.sheet, item.cell
    address = item.finding.address
    return item.file, item.sheet, address.record, encode_key(address.key)
