"""Finding a text in the blocks of a paper, and putting another in its place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from kanagawa_desk.domain.official_text.free_tables import FreeTable, free_table_binding
from kanagawa_desk.domain.papers.bindings import BrokenBindingError, parse_binding
from kanagawa_desk.domain.papers.blocks import Block
from kanagawa_desk.domain.papers.composing import Blocks
from kanagawa_desk.domain.papers.prose_numbers import figures_in

Cell = tuple[int, int]
"""Row, the head first where there is one, and column."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a text was found: in a block's prose, or in a cell of its table."""

    block: str
    start: int
    end: int
    cell: Cell | None = None


def find(blocks: Sequence[Block], sought: str) -> tuple[Hit, ...]:
    """Every place of a text, in order; capitals and small letters are one.

    What stands for a number of the ledgers is never part of it.
    """
    pattern = _pattern(sought)
    if pattern is None:
        return ()
    return tuple(hit for block in blocks for hit in _hits(block, pattern))


def replace_one(blocks: Blocks, hit: Hit, sought: str, new: str) -> Blocks:
    """The blocks with one place put right; as they are where the text is not there any more."""
    return _replaced(blocks, sought, new, hit)


def replace_all(blocks: Blocks, sought: str, new: str) -> Blocks:
    """The blocks with every place put right."""
    return _replaced(blocks, sought, new, None)


def _replaced(blocks: Blocks, sought: str, new: str, only: Hit | None) -> Blocks:
    pattern = _pattern(sought)
    if pattern is None:
        return blocks
    made = []
    for block in blocks:
        if only is None or only.block == block.id:
            hits = [hit for hit in _hits(block, pattern) if only is None or hit == only]
            made.append(reduce(lambda each, hit: _put_right(each, hit, new), hits[::-1], block))
        else:
            made.append(block)
    return tuple(made)


def _put_right(block: Block, hit: Hit, new: str) -> Block:
    if hit.cell is None:
        text = block.text
        return replace(block, text=text[: hit.start] + new + text[hit.end :])
    rows, headed = _rows(block)
    row, column = hit.cell
    text = rows[row][column]
    rows[row][column] = text[: hit.start] + new + text[hit.end :]
    return replace(block, binding=free_table_binding(rows, headed=headed))


def _hits(block: Block, pattern: re.Pattern[str]) -> Iterator[Hit]:
    start = 0
    for piece, figure in figures_in(block.text):
        if figure is None:
            for found in pattern.finditer(piece):
                yield Hit(block.id, start + found.start(), start + found.end())
        start += len(piece)
    if block.kind == "table":
        for row, cells in enumerate(_rows(block)[0]):
            for column, text in enumerate(cells):
                for found in pattern.finditer(text):
                    yield Hit(block.id, found.start(), found.end(), (row, column))


def _rows(block: Block) -> tuple[list[list[str]], bool]:
    """The cells of a table that is bound to no ledger, and whether the first row is its head."""
    try:
        table = parse_binding(block.binding)
    except BrokenBindingError:
        return [], False
    if not isinstance(table, FreeTable):
        return [], False
    head = [list(table.head)] if table.head else []
    return [*head, *map(list, table.rows)], bool(head)


def _pattern(sought: str) -> re.Pattern[str] | None:
    return re.compile(re.escape(sought), re.IGNORECASE) if sought else None
