"""Whatever a paper holds, it is printed; and nothing has to be replaced where nothing changed."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from kanagawa_desk.domain.papers.blocks import BLOCK_KINDS
from kanagawa_desk.domain.papers.errata import errata
from kanagawa_desk.domain.papers.printed import (
    LANDSCAPE,
    PORTRAIT,
    PrintedBlock,
    PrintedColumn,
    PrintedPaper,
    PrintedTable,
)
from kanagawa_desk.domain.papers.templates import PaperTemplate
from kanagawa_desk.reports.paper import render_paper
from kanagawa_desk.reports.replacing import render_replacement

TEXTS = st.text(
    "あ県ーっ、。「」（）…第8次床年▲0９,.aZ- \u3000\n\t\x00\u200b𠮷🍣e\u0301ｶﾞ①㎡<&\\", max_size=120
)
CELLS = st.lists(TEXTS, max_size=2).map(tuple)
STYLES = {
    "page_break": ("", LANDSCAPE, PORTRAIT),
    "table": ("", LANDSCAPE),
    "paragraph": ("", "preformatted", "centred", "flush_right"),
    "caption": ("", "■", "〔〕"),
}


@st.composite
def tables(draw: st.DrawFn) -> PrintedTable:
    width = draw(st.integers(1, 30))
    row = st.lists(CELLS, min_size=width, max_size=width).map(tuple)
    columns = tuple(
        PrintedColumn(1, draw(st.sampled_from(("left", "right")))) for _ in range(width)
    )
    return PrintedTable(columns, draw(row | st.just(())), tuple(draw(st.lists(row, max_size=4))))


@st.composite
def papers(draw: st.DrawFn) -> PrintedPaper:
    blocks = []
    for number, kind in enumerate(draw(st.lists(st.sampled_from(list(BLOCK_KINDS)), max_size=7))):
        level = draw(st.integers(1, 7)) if kind == "heading" else draw(st.integers(0, 7))
        blocks.append(
            PrintedBlock(
                f"{number}",
                kind,
                level,
                "(ア)" if kind == "heading" else "",
                draw(TEXTS),
                draw(st.sampled_from(STYLES.get(kind, ("",)))),
                columns=draw(st.integers(0, 4)),
                items=draw(CELLS),
                table=draw(tables()) if kind == "table" else None,
                image=draw(st.sampled_from((None, b"x", b"<svg"))) if kind == "figure" else None,
            )
        )
    template = draw(st.none() | st.builds(PaperTemplate, st.just("p"), hanging=st.booleans()))
    return PrintedPaper(
        draw(TEXTS), draw(TEXTS), date(2024, 10, 4), tuple(blocks), template=template
    )


@given(papers())
@settings(max_examples=25)
def test_any_paper_is_printed_and_is_like_itself(paper: PrintedPaper) -> None:
    made = render_paper(paper)
    assert set(made.sheets) >= {block.id for block in paper.blocks}
    assert errata(paper, paper) == ()
    assert render_replacement(paper, made.pdf, paper, "差替え") == (b"", ())
