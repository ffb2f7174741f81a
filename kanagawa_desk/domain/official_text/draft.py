"""A paper as it was read from text: its blocks, what was doubted, what stands apart from them."""

from dataclasses import dataclass
from datetime import date

from kanagawa_desk.domain.official_text.free_tables import Rows, free_table_binding

PREFORMATTED, CENTRED, FLUSH_RIGHT = "preformatted", "centred", "flush_right"
"""Styles of paragraphs: lines kept as they stand; 記; 以上."""


@dataclass(frozen=True, slots=True)
class DraftBlock:
    """One piece of a paper: the fields of papers.Block, and where it comes from.

    `level` of a heading is 0 for 第1, else 1 to 7; of a bullet or circle its depth from 1.
    `style` is the mark of a caption, circle or note where it is not the usual one, or one of
    the styles of paragraphs. `table` holds the rows of a table, the first one its head where
    `headed`. `marks` are the label, marks and rules that were read and dropped, as typed;
    `line` is where the block starts, from 1.
    """

    kind: str
    text: str = ""
    level: int = 0
    style: str = ""
    columns: int = 1
    table: Rows = ()
    headed: bool = False
    marks: str = ""
    line: int = 0

    @property
    def binding(self) -> str:
        """What papers.Block keeps of a table that is bound to no ledger."""
        return free_table_binding(self.table, headed=self.headed) if self.table else ""


@dataclass(frozen=True, slots=True)
class TextProblem:
    """Something to look at in the text: its line from 1, a stable code, and what was done."""

    line: int
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """Text that belongs to no block.

    `kind` is cover, contents, page_number, running_head, rule (across the page), repeated_head
    (of a table that goes on over a page) or unseen (signs that are not printed).
    """

    line: int
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class PaperDraft:
    """A paper read from text; `problems` and `set_aside` are in the order of their lines."""

    title: str
    session: str
    held_on: date | None
    blocks: tuple[DraftBlock, ...]
    problems: tuple[TextProblem, ...]
    set_aside: tuple[SetAside, ...]
