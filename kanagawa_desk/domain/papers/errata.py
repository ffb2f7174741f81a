"""正誤: what a paper says wrongly and rightly, sentence by sentence and row by row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate

from kanagawa_desk.domain.papers.blocks import BLOCK_KINDS
from kanagawa_desk.domain.papers.comparison import compare_blocks
from kanagawa_desk.domain.papers.printed import Lines, PrintedBlock, PrintedPaper, PrintedTable
from kanagawa_desk.domain.papers.quoting import quoted_text
from kanagawa_desk.domain.papers.text_marking import Pieces, marked, whole

LACKING = "（脱落）"
TOO_MUCH = "（削除）"

_SENTENCE = re.compile(r"[^。\n]+。?|\n")
_QUOTED_WHOLE = 60  # characters up to which a text is quoted whole


@dataclass(frozen=True, slots=True)
class Erratum:
    """One correction: in which block of the earlier paper, wrong and right.

    `place` counts the characters of the block's text before it; `row` names the row of a
    table instead.
    """

    block: str
    place: int
    row: str
    wrong: Pieces
    right: Pieces


def errata(before: PrintedPaper, after: PrintedPaper) -> tuple[Erratum, ...]:
    """Every correction, in the order of the earlier paper."""
    found: list[Erratum] = []
    last = ""
    for old, new in compare_blocks(before, after):
        if old is None and new is not None:
            words = _words(new)
            found.append(Erratum(last, 0, "", _plain(LACKING), whole(words, differs=True)))
        elif old is not None and new is None:
            words = _words(old)
            found.append(Erratum(old.id, 0, "", whole(words, differs=True), _plain(TOO_MUCH)))
        elif old is not None and new is not None:
            found += _corrected(old, before, new, after)
        last = old.id if old is not None else last
    return tuple(found)


def _corrected(
    old: PrintedBlock, before: PrintedPaper, new: PrintedBlock, after: PrintedPaper
) -> Iterator[Erratum]:
    if old.table is not None and new.table is not None and old.table != new.table:
        yield from _rows(old.id, old.table, new.table)
    elif old.shown != new.shown or (old.table is None) != (new.table is None):
        name = BLOCK_KINDS[old.kind]
        yield Erratum(old.id, 0, "", _plain(f"（{name}）"), whole(f"（{name}）", differs=True))
    if old.label != new.label:
        yield Erratum(old.id, 0, "", *marked(old.label, new.label))
    if old.kind == "cover":  # whose lines are the paper's
        yield from _sentences(old.id, quoted_text(old, before), quoted_text(new, after))
    else:
        yield from _sentences(old.id, _text(old), _text(new))


def _sentences(block: str, old: str, new: str) -> Iterator[Erratum]:
    """The sentences that differ; a short text is quoted whole."""
    if old == new:
        return
    if max(len(old), len(new)) <= _QUOTED_WHOLE:
        yield Erratum(block, _first_difference(old, new), "", *marked(old, new))
        return
    before: list[str] = _SENTENCE.findall(old)
    after: list[str] = _SENTENCE.findall(new)
    starts = list(accumulate(map(len, before), initial=0))
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            continue
        wrong, right = "".join(before[i1:i2]), "".join(after[j1:j2])
        place = starts[i1] + _first_difference(wrong, right)
        if wrong and right:
            yield Erratum(block, place, "", *marked(wrong, right))
        elif right:
            yield Erratum(block, place, "", _plain(LACKING), whole(right, differs=True))
        else:
            yield Erratum(block, place, "", whole(wrong, differs=True), _plain(TOO_MUCH))


def _rows(block: str, old: PrintedTable, new: PrintedTable) -> Iterator[Erratum]:
    """The rows that differ, each with the cells that do; another shape is one correction."""
    names = [[_line(row[0]) if row else "" for row in table.rows] for table in (old, new)]
    if old.head != new.head or any(len(set(each)) < len(each) for each in names):
        yield Erratum(block, 0, "", _plain("（表）"), whole("（表）", differs=True))
        return
    rows = dict(zip(names[1], new.rows, strict=True))
    for name, row in zip(names[0], old.rows, strict=True):
        if name not in rows:
            wrong = whole(" ".join(map(_line, row)), differs=True)
            yield Erratum(block, 0, name, wrong, _plain(TOO_MUCH))
        elif row != rows[name]:
            cells = zip(old.head, row, rows[name], strict=False)
            wrong_cells = [(head, a, b) for head, a, b in cells if a != b]
            wrong_text, right_text = (
                "\n".join(f"{_line(head)}\u3000{_line(cell)}" for head, cell in side)
                for side in (
                    [(head, a) for head, a, _ in wrong_cells],
                    [(head, b) for head, _, b in wrong_cells],
                )
            )
            yield Erratum(block, 0, name, *marked(wrong_text, right_text))
    for name, row in rows.items():
        if name not in names[0]:
            right = whole(" ".join(map(_line, row)), differs=True)
            yield Erratum(block, 0, name, _plain(LACKING), right)


def _line(lines: Lines) -> str:
    return " ".join(lines)


def _text(block: PrintedBlock) -> str:
    return block.text or "\n".join(block.items)


def _words(block: PrintedBlock) -> str:
    """A whole block in words, a table or drawing by what it is."""
    text = _text(block)
    if block.kind == "heading":
        return f"{block.label}\u3000{text}"
    return text or f"（{BLOCK_KINDS[block.kind]}）"


def _plain(text: str) -> Pieces:
    return whole(text, differs=False)


def _first_difference(old: str, new: str) -> int:
    for place, (a, b) in enumerate(zip(old, new, strict=False)):
        if a != b:
            return place
    return min(len(old), len(new))
