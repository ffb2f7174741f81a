"""What charts and figures of a paper show in the editor."""

from dataclasses import replace

from kanagawa_desk.domain.papers.bindings import binding_text
from kanagawa_desk.domain.papers.blocks import Block
from kanagawa_desk.services.ledgers import Ledger
from kanagawa_desk.services.papers import editing as paper_editing
from kanagawa_desk.services.papers import images as paper_images
from kanagawa_desk.services.papers.pictures import picture

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c"
    "6360606060000000050001a5f645400000000049454e44ae426082"
)


def put(ledger: Ledger, kind: str, binding: str) -> str:
    """Bind the first figure of the paper, as this kind; gives its id."""
    blocks = paper_editing.composed(ledger, "r6-3").blocks
    figure = next(block for block in blocks if block.kind == "figure")

    def bound(given: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(
            replace(b, kind=kind, binding=binding) if b.id == figure.id else b for b in given
        )

    paper_editing.rewrite(ledger, "r6-3", "図", bound)
    return figure.id


def test_a_figure_shows_its_image_as_it_is_kept(sample: Ledger) -> None:
    block = put(sample, "figure", paper_images.add(sample, "図.png", PNG))
    assert picture(sample, block, "light", 400, 200) == PNG


def test_a_chart_is_drawn_for_its_theme(sample: Ledger) -> None:
    block = put(sample, "chart", binding_text({"chart": "timeline"}))
    light, dark = (picture(sample, block, theme, 400, 200) for theme in ("light", "dark"))
    assert light.startswith(b"<svg")
    assert light != dark


def test_what_is_broken_or_gone_shows_nothing(sample: Ledger) -> None:
    assert picture(sample, put(sample, "chart", "{"), "light", 400, 200) == b""
    assert picture(sample, "none", "light", 400, 200) == b""
