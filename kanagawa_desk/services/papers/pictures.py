"""What the charts and figures of a paper show, for the editor."""

from kanagawa_desk.domain.papers.blocks import Block, Paper
from kanagawa_desk.services import charts
from kanagawa_desk.services.papers.bound import Bound
from kanagawa_desk.storage.ledger import Ledger


def picture(ledger: Ledger, block_id: str, theme: str, width: int, height: int) -> bytes:
    """A chart as SVG for a theme in this size in px, or the image of a figure as it is kept.

    Empty for a block that is gone, that shows nothing, or whose binding is broken.
    """
    with ledger.reading() as reads:
        block = reads.get(Block, (block_id,))
        paper = reads.get(Paper, (block.paper,)) if block else None
        if block is None or paper is None:
            return b""
        bound = Bound(reads, paper.held_on)
        if block.kind == "figure":
            return bound.image(block, "") or b""
        spec = bound.chart(block, "")
    return charts.svg(spec, theme, width, height) if spec is not None else b""
