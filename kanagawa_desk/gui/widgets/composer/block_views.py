"""What a block shows on screen: the block itself, its label, and its table filled in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kanagawa_desk.domain.numbering import circled
from kanagawa_desk.domain.official_text.free_tables import FreeTable
from kanagawa_desk.domain.papers.bindings import BrokenBindingError, parse_binding
from kanagawa_desk.domain.papers.blocks import Block
from kanagawa_desk.domain.papers.printed import PrintedTable
from kanagawa_desk.domain.papers.printed_tables import free_table

_ABOVE_TABLES = ("caption", "as_of")
_SHOWN = ("text", "kind", "level", "style", "columns", "binding")


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block as it is shown.

    `unit` stands at the right of the last line above a table; `free` tells a table that is
    typed in from one that is bound to a ledger.
    """

    block: Block
    label: str = ""
    table: PrintedTable | None = None
    free: bool = False
    unit: str = ""

    @property
    def prefix(self) -> str:
        """The mark before the text."""
        match self.block.kind:
            case "bullet":
                return "・"
            case "circle":
                return self.block.style or "○"
            case "caption" | "figure":
                return self.block.style[:1]
            case "note" if self.block.style:
                return self.block.style
        return ""

    @property
    def numbers(self) -> list[str]:
        """What stands before each line of a list."""
        if self.block.kind == "circled":
            return [circled(n) for n in range(1, self.block.text.count("\n") + 2)]
        if self.block.kind == "attachments":
            return ["・"] * (self.block.text.count("\n") + 1)
        return []


def views_of(
    blocks: Sequence[Block],
    labels: Mapping[str, str],
    tables: Mapping[str, PrintedTable],
    known: Mapping[str, BlockView],
) -> list[BlockView]:
    """How blocks are shown; one that is shown as before keeps its view."""
    made: list[BlockView] = []
    unit = ""
    for block in reversed(blocks):
        view = _view(block, labels.get(block.id, ""), tables, known.get(block.id))
        wanted = unit if block.kind in _ABOVE_TABLES else ""
        made.append(view if view.unit == wanted else replace(view, unit=wanted))
        unit = view.table.unit_note if view.table is not None else ""
    return made[::-1]


def is_bound(view: BlockView) -> bool:
    """Whether a block shows something that it is bound to, or is to be bound."""
    return view.block.kind in ("chart", "figure") or (view.block.kind == "table" and not view.free)


def rewritten(view: BlockView, block: Block) -> BlockView:
    """A view of a block whose words are others."""
    if block.kind == "table" and block.binding != view.block.binding:
        return _with_table(replace(view, block=block))
    return replace(view, block=block)


def free_table_of(block: Block) -> FreeTable | None:
    """The table that is typed into a block; None where it is bound to a ledger, or broken."""
    try:
        binding = parse_binding(block.binding)
    except BrokenBindingError:
        return None
    return binding if isinstance(binding, FreeTable) else None


def _view(
    block: Block, label: str, tables: Mapping[str, PrintedTable], known: BlockView | None
) -> BlockView:
    table = tables.get(block.id)
    if (
        known is not None
        and known.label == label
        and _says_the_same(known.block, block)
        and (known.free or known.table == table)
    ):
        return known
    if block.kind == "table":
        return _with_table(BlockView(block, label, table))
    return BlockView(block, label)


def _says_the_same(one: Block, other: Block) -> bool:
    """Whether two states of a block look alike, wherever it stands."""
    return one is other or all(getattr(one, name) == getattr(other, name) for name in _SHOWN)


def _with_table(view: BlockView) -> BlockView:
    table = free_table_of(view.block)
    return view if table is None else replace(view, table=free_table(table), free=True)
