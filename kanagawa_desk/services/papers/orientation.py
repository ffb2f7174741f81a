"""The sections of a paper and how their pages stand."""

from dataclasses import dataclass
from functools import partial

from kanagawa_desk.domain.papers.blocks import Block
from kanagawa_desk.domain.papers.composing import Blocks, labelled
from kanagawa_desk.domain.papers.orientation import orientation, turned
from kanagawa_desk.services.edit import Written, new_id
from kanagawa_desk.services.papers.editing import rewrite
from kanagawa_desk.storage.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its label, and how its pages stand (see domain.paper_orientation)."""

    block: str
    title: str
    orientation: str


def sections(ledger: Ledger, paper_id: str) -> tuple[Section, ...]:
    """The sections of a paper, in order."""
    with ledger.reading() as reads:
        blocks = reads.all(Block, paper=paper_id)
    labels = labelled(blocks)
    return tuple(
        Section(block.id, f"{labels[block.id]}　{block.text}", orientation(blocks, index))
        for index, block in enumerate(blocks)
        if block.kind == "heading"
    )


def turn_section(ledger: Ledger, paper_id: str, heading: str, to: str) -> Written:
    """Set a whole section on pages of an orientation, as one batch; raises UserError."""

    def operation(blocks: Blocks) -> Blocks:
        return turned(blocks, heading, to, partial(new_id, "block"))

    return rewrite(ledger, paper_id, "紙の向きの変更", operation)
