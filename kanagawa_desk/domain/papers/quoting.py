"""Blocks of a paper as a 新旧対照表 quotes them: text with its label or mark, or a whole table."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from kanagawa_desk.domain.eras import long_date
from kanagawa_desk.domain.numbering import circled
from kanagawa_desk.domain.papers.blocks import BLOCK_KINDS
from kanagawa_desk.domain.papers.printed import Lines, PrintedBlock, PrintedPaper, PrintedTable
from kanagawa_desk.domain.papers.text_marking import Pieces, marked, whole

_MARKS = {"bullet": "・", "circle": "○　", "note": "※　", "attachments": "＜別添参考資料＞\n"}


@dataclass(frozen=True, slots=True)
class Quoted:
    """One side of a row: text in pieces, those that differ marked, or a table; `id` its block."""

    id: str
    pieces: Pieces = ()
    table: PrintedTable | None = None


def quoted_text(block: PrintedBlock, paper: PrintedPaper) -> str:
    """A block's words as it prints them, with label or mark; empty for a table alone."""
    match block.kind:
        case "cover":
            return "\n".join(
                filter(None, (long_date(paper.held_on), paper.session, paper.title, block.text))
            )
        case "heading":
            return f"{block.label}　{block.text}"
        case "paragraph" if not block.style:
            return f"　{block.text}"
        case "caption" if block.style == "〔〕":
            return f"〔{block.text}〕"
        case "caption" | "note" if block.style:
            return f"{block.style}　{block.text}"
        case "circled":
            return "\n".join(
                f"{circled(number)}　{text}" for number, text in enumerate(block.items, 1)
            )
        case "chart" | "figure":
            return f"（{BLOCK_KINDS[block.kind]}）{block.text}"
    return _MARKS.get(block.kind, "") + (block.text or "\n".join(block.items))


def quoted_pair(
    old: PrintedBlock, old_paper: PrintedPaper, new: PrintedBlock, new_paper: PrintedPaper
) -> tuple[Quoted, Quoted]:
    """Two versions of a block, what differs marked."""
    if old.table is not None and new.table is not None:
        tables = tables_marked(old.table, new.table)
        return Quoted(old.id, table=tables[0]), Quoted(new.id, table=tables[1])
    # The table of one of them is broken, or a drawing is another one.
    if old.table is not new.table or old.shown != new.shown:
        return (
            quoted_alone(old, old_paper, differs=True),
            quoted_alone(new, new_paper, differs=True),
        )
    before, after = marked(quoted_text(old, old_paper), quoted_text(new, new_paper))
    return Quoted(old.id, before), Quoted(new.id, after)


def quoted_alone(block: PrintedBlock, paper: PrintedPaper, *, differs: bool) -> Quoted:
    """A block that the other version lacks, marked whole, or one that is only quoted."""
    table = block.table and _split(block.table)
    if table is not None and differs:
        table = _underlined(table, set())
    return Quoted(block.id, whole(quoted_text(block, paper), differs=differs), table)


def tables_marked(old: PrintedTable, new: PrintedTable) -> tuple[PrintedTable, PrintedTable]:
    """Two versions of a table, the lines of cells that differ underlined in each.

    Rows are told by their first cell, columns by their heads where their number differs.
    """
    old, new = _split(old), _split(new)
    rows = {-1: -1} | _matched([row[0] for row in old.rows], [row[0] for row in new.rows])
    if len(old.columns) == len(new.columns):
        columns = {column: column for column in _columns(old)}
    else:
        columns = _matched(old.head, new.head)
    same_old: set[tuple[int, int, int]] = set()
    same_new: set[tuple[int, int, int]] = set()
    for i, j in rows.items():
        for a, b in columns.items():
            for line, (before, after) in enumerate(
                zip(_at(old, i, a), _at(new, j, b), strict=False)
            ):
                if before == after:
                    same_old.add((i, a, line))
                    same_new.add((j, b, line))
    return _underlined(old, same_old), _underlined(new, same_new)


def _matched(old: Sequence[Lines], new: Sequence[Lines]) -> dict[int, int]:
    """Which of the new ones each of the old ones became, in order.

    Between those that are the same, as many old ones as new ones are taken for each other.
    """
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return {
        i1 + k: j1 + k
        for tag, i1, i2, j1, j2 in matcher.get_opcodes()
        if tag == "equal" or i2 - i1 == j2 - j1
        for k in range(i2 - i1)
    }


def _underlined(table: PrintedTable, same: set[tuple[int, int, int]]) -> PrintedTable:
    """A table with every line of a cell underlined that is not the `same`."""
    lines = {
        (row, column, line)
        for row in range(-1, len(table.rows))
        for column in _columns(table)
        for line in range(len(_at(table, row, column)))
    }
    return replace(table, underlined=frozenset(lines - same))


def _columns(table: PrintedTable) -> range:
    return range(len(table.columns))


def _at(table: PrintedTable, row: int, column: int) -> Lines:
    cells = table.head if row < 0 else table.rows[row]
    return cells[column] if column < len(cells) else ()


def _split(table: PrintedTable) -> PrintedTable:
    """The table with a line for each line of its cells."""

    def row(cells: Sequence[Lines]) -> tuple[Lines, ...]:
        return tuple(tuple(part for line in lines for part in line.split("\n")) for lines in cells)

    return replace(table, head=row(table.head), rows=tuple(map(row, table.rows)))
