"""Writing a paper: the one road by which its blocks change, each edit one batch."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from kanagawa_desk.domain.official_text.free_tables import FreeTable
from kanagawa_desk.domain.papers.bindings import BrokenBindingError, parse_binding
from kanagawa_desk.domain.papers.blocks import BLOCK_KINDS, Block, Paper
from kanagawa_desk.domain.papers.composing import GoneBlockError, Operation, in_order
from kanagawa_desk.domain.papers.printed import PrintedTable
from kanagawa_desk.domain.papers.prose_numbers import figures_in
from kanagawa_desk.domain.ranks import STEP
from kanagawa_desk.errors import UserError
from kanagawa_desk.services.edit import Written, new_id, written
from kanagawa_desk.services.papers.bound import Bound
from kanagawa_desk.services.papers.importing import free_id
from kanagawa_desk.storage.ledger import Ledger

_GONE = "このブロックはもうありません。画面を読み直しました。"
_BEGINNING = ("cover", "contents", "heading", "paragraph")


@dataclass(frozen=True, slots=True)
class Composed:
    """A paper to be written on: its blocks in order, and what they show of the ledgers.

    `tables` are those of bound tables by block id; `figures` the present values of numbers
    bound in prose, by the text that stands for them. What is broken is in neither.
    """

    paper: Paper
    blocks: tuple[Block, ...]
    tables: Mapping[str, PrintedTable]
    figures: Mapping[str, str]


def composed(ledger: Ledger, paper_id: str) -> Composed:
    """A paper as it is now; raises UserError where there is none."""
    with ledger.reading() as reads:
        paper = reads.get(Paper, (paper_id,))
        if paper is None:
            raise UserError(f"資料「{paper_id}」はありません。")
        blocks = reads.all(Block, paper=paper_id)
        bound = Bound(reads, paper.held_on)
        tables = {
            block.id: table
            for block in blocks
            if block.kind == "table" and _is_bound(block.binding)
            if (table := bound.table(block, "")) is not None
        }
        placeholders = {
            piece
            for block in blocks
            if "{" in block.text
            for piece, figure in figures_in(block.text)
            if figure is not None
        }
        figures = {each: bound.prose(each, "") for each in placeholders}
    return Composed(paper, blocks, tables, figures)


def rewrite(ledger: Ledger, paper_id: str, action: str, operation: Operation) -> Written:
    """Do something to the blocks of a paper (see domain.composing) as one batch.

    Only what the operation changes is written. Raises UserError where a block is gone.
    """
    with ledger.batch(action) as unit:
        before = unit.all(Block, paper=paper_id)
        try:
            after = in_order(operation(before))
        except GoneBlockError as error:
            raise UserError(_GONE) from error
        there = {block.id: block for block in before}
        for block in after:
            if there.pop(block.id, None) != block:
                unit.put(block)
        for block in there.values():
            unit.delete(block)
    return written(unit)


def keep(ledger: Ledger, block_id: str, fields: Mapping[str, Any], visit: int = 0) -> Written:
    """Store what was written in a block; all of one visit to it is one batch.

    `visit` is the batch that the visit began with, 0 where nothing of it is stored yet.
    """
    with ledger.reading() as reads:
        block = reads.get(Block, (block_id,))
    if block is None:
        raise UserError(_GONE)
    action = f"{BLOCK_KINDS[block.kind]}の編集"
    with ledger.batch(action, continuing=visit) as unit:
        unit.put(replace(block, **fields))
    return written(unit)


def new_paper(ledger: Ledger, title: str, held_on: date, session: str = "") -> tuple[str, Written]:
    """Begin a paper: cover, contents and a first heading, ready to be written on."""
    with ledger.batch(f"資料「{title}」を追加") as unit:
        papers = unit.all(Paper)
        paper = Paper(
            free_id({each.id for each in papers}, held_on),
            title,
            held_on,
            session,
            rank=max((each.rank for each in papers), default=0) + 1,
        )
        unit.put(paper)
        for number, kind in enumerate(_BEGINNING, start=1):
            level = 1 if kind == "heading" else 0
            unit.put(Block(new_id("block"), paper.id, kind, level, rank=STEP * number))
    return paper.id, written(unit)


def _is_bound(binding: str) -> bool:
    try:
        return not isinstance(parse_binding(binding), FreeTable)
    except BrokenBindingError:
        return False
