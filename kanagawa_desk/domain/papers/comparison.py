"""新旧対照表: two versions of a paper side by side, one heading or paragraph per row."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

from kanagawa_desk.domain.papers.printed import PrintedBlock, PrintedPaper
from kanagawa_desk.domain.papers.quoting import Quoted, quoted_alone, quoted_pair, quoted_text

_UNQUOTED = ("contents", "page_break")  # which follow from the rest
_ALIKE = 0.3  # the share of common characters from which two texts are versions of each other

Pair = tuple[int | None, int | None]
"""A block before and after by their places, None where it is not there."""


class RowKind(Enum):
    """What a row of the comparison says."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    CONTEXT = "context"  # unchanged, quoted to show where the rows below it stand
    OMITTED = "omitted"  # a run of unchanged blocks, （略）


@dataclass(frozen=True, slots=True)
class Wording:
    """The heads of the two columns, and what stands for what one side lacks."""

    after: str
    before: str
    added: str
    removed: str


WORDINGS = {
    "papers": Wording("修正後", "修正前", "（追加）", "（削除）"),
    "ordinances": Wording("改正後", "現行", "（新設）", "（削る）"),
}
"""For papers, and for 条例 and 要綱."""


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """A row: after on the left, before on the right; what is not there is None."""

    kind: RowKind
    after: Quoted | None = None
    before: Quoted | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The rows of a 新旧対照表, and the blocks of the later version that are as they were."""

    rows: tuple[ComparisonRow, ...]
    unchanged: frozenset[str]

    @property
    def changed(self) -> int:
        """How many rows tell a change."""
        quiet = (RowKind.CONTEXT, RowKind.OMITTED)
        return sum(row.kind not in quiet for row in self.rows)


def compare_papers(before: PrintedPaper, after: PrintedPaper) -> Comparison:
    """Compare two versions of a paper, or a paper with the next one."""
    old, new = _compared(before), _compared(after)
    old_keys = [_key(block, before) for block in old]
    new_keys = [_key(block, after) for block in new]
    pairs = list(_pairs(old, new, old_keys, new_keys))
    same = [a is not None and b is not None and old_keys[a] == new_keys[b] for a, b in pairs]
    quoted = _context(pairs, same, old, new)
    rows: list[ComparisonRow] = []
    for place, (a, b) in enumerate(pairs):
        if same[place] and place not in quoted:
            if not rows or rows[-1].kind is not RowKind.OMITTED:
                rows.append(ComparisonRow(RowKind.OMITTED))
        elif a is None and b is not None:
            rows.append(ComparisonRow(RowKind.ADDED, quoted_alone(new[b], after, differs=True)))
        elif b is None and a is not None:
            removed = quoted_alone(old[a], before, differs=True)
            rows.append(ComparisonRow(RowKind.REMOVED, before=removed))
        elif a is not None and b is not None:
            sides = quoted_pair(old[a], before, new[b], after)
            kind = RowKind.CONTEXT if same[place] else RowKind.CHANGED
            rows.append(ComparisonRow(kind, sides[1], sides[0]))
    unchanged = (
        new[b].id for (_, b), one in zip(pairs, same, strict=True) if one and b is not None
    )
    return Comparison(tuple(rows), frozenset(unchanged))


def compare_blocks(
    before: PrintedPaper, after: PrintedPaper
) -> list[tuple[PrintedBlock | None, PrintedBlock | None]]:
    """Every block before and after, in order; None where it is not there."""
    old, new = _compared(before), _compared(after)
    old_keys = [_key(block, before) for block in old]
    new_keys = [_key(block, after) for block in new]
    return [
        (None if a is None else old[a], None if b is None else new[b])
        for a, b in _pairs(old, new, old_keys, new_keys)
    ]


def _compared(paper: PrintedPaper) -> list[PrintedBlock]:
    return [block for block in paper.blocks if block.kind not in _UNQUOTED]


def _key(block: PrintedBlock, paper: PrintedPaper) -> tuple[object, ...]:
    """What is compared: a block as it is read, not where it is kept."""
    table = block.table and (block.table.head, block.table.rows, block.table.unit_note)
    return (block.kind, quoted_text(block, paper), table, block.shown)


def _pairs(
    old: Sequence[PrintedBlock],
    new: Sequence[PrintedBlock],
    old_keys: Sequence[tuple[object, ...]],
    new_keys: Sequence[tuple[object, ...]],
) -> Iterator[Pair]:
    matcher = SequenceMatcher(None, old_keys, new_keys, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            yield from zip(range(i1, i2), range(j1, j2), strict=True)
        else:
            yield from _versions(old, new, range(i1, i2), range(j1, j2))


def _versions(
    old: Sequence[PrintedBlock], new: Sequence[PrintedBlock], before: range, after: range
) -> Iterator[Pair]:
    """Blocks that differ, in order, those that are versions of each other in pairs.

    The pairing with the most in common is found as a longest common subsequence is.
    """
    old_grams = {i: Counter(_grams(old[i])) for i in before}
    new_grams = {j: Counter(_grams(new[j])) for j in after}
    best = [[0.0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for i, a in reversed(list(enumerate(before))):
        for j, b in reversed(list(enumerate(after))):
            alike = _likeness(old[a], new[b], old_grams[a], new_grams[b])
            together = alike + best[i + 1][j + 1] if alike else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], together)
    i = j = 0
    while i < len(before) or j < len(after):
        here = best[i][j]
        if i < len(before) and here == best[i + 1][j]:
            yield before[i], None
            i += 1
        elif j < len(after) and here == best[i][j + 1]:
            yield None, after[j]
            j += 1
        else:
            yield before[i], after[j]
            i, j = i + 1, j + 1


def _likeness(
    old: PrintedBlock, new: PrintedBlock, old_grams: Counter[str], new_grams: Counter[str]
) -> float:
    """From 0, no versions of each other, to 2, the same block of the same paper."""
    if old.kind != new.kind:
        return 0.0
    if old.id == new.id:
        return 2.0
    whole = old_grams.total() + new_grams.total()
    share = 2 * (old_grams & new_grams).total() / whole if whole else 1.0
    return share if share >= _ALIKE else 0.0


def _grams(block: PrintedBlock) -> Iterator[str]:
    """Neighbouring characters of a text, or the lines of a table's cells."""
    if block.table is not None:
        for row in (block.table.head, *block.table.rows):
            for lines in row:
                yield from lines
    text = block.text or "\n".join(block.items)
    yield from (text[k : k + 2] for k in range(max(len(text) - 1, min(len(text), 1))))


def _context(
    pairs: Sequence[Pair],
    same: Sequence[bool],
    old: Sequence[PrintedBlock],
    new: Sequence[PrintedBlock],
) -> set[int]:
    """The unchanged rows that show where changes stand: headings above, a table's captions."""
    wanted: set[int] = set()
    path: list[tuple[int, int]] = []  # level and place of the headings above
    captions: list[int] = []
    for place, (a, b) in enumerate(pairs):
        block = new[b] if b is not None else old[a] if a is not None else None
        if block is None:
            continue
        if block.kind == "heading":
            path = [each for each in path if each[0] < block.level]
        if not same[place]:
            wanted.update(each for _, each in path)
            wanted.update(captions)
        if block.kind == "heading":
            path.append((block.level, place))
        captions = [*captions, place] if block.kind in ("caption", "as_of") else []
    return {place for place in wanted if same[place]}
