"""What an edition keeps comes back as it was."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanagawa_desk.domain.papers.blocks import BLOCK_KINDS, Block
from kanagawa_desk.domain.papers.frozen import frozen, thawed
from kanagawa_desk.domain.papers.printed import (
    PrintedBlock,
    PrintedColumn,
    PrintedPaper,
    PrintedTable,
    fingerprint,
)
from kanagawa_desk.domain.papers.templates import PaperTemplate

TEXTS = st.text(max_size=8)
CELLS = st.lists(TEXTS, min_size=1, max_size=2).map(tuple)
ROWS = st.tuples(CELLS, CELLS)
TABLES = st.builds(
    PrintedTable,
    st.just((PrintedColumn(1.5, "centre"), PrintedColumn(2))),
    ROWS,
    st.lists(ROWS, max_size=3).map(tuple),
    st.frozensets(st.integers(0, 3)),
    TEXTS,
)
BLOCKS = st.builds(
    PrintedBlock,
    TEXTS,
    st.sampled_from(sorted(BLOCK_KINDS)),
    st.integers(0, 7),
    TEXTS,
    TEXTS,
    items=st.lists(TEXTS, max_size=3).map(tuple),
    table=st.none() | TABLES,
    width_mm=st.integers(0, 250),
    shown=TEXTS,
)
PAPERS = st.builds(
    PrintedPaper,
    TEXTS,
    TEXTS,
    st.dates(date(1900, 1, 1)),
    st.lists(BLOCKS, max_size=4).map(tuple),
    template=st.none() | st.just(PaperTemplate("p1", left=25, labels="wide", negative="△")),
)


@given(PAPERS)
def test_a_frozen_paper_comes_back_as_it_was_printed(paper: PrintedPaper) -> None:
    assert thawed(frozen(paper, [Block("b1", "p1")])) == paper


def test_a_chart_and_an_image_are_kept_as_their_fingerprints() -> None:
    block = PrintedBlock("f", "figure", image=b"dots", shown=fingerprint(None, b"dots"))
    paper = PrintedPaper("資料", "", date(2024, 10, 4), (block,))
    assert thawed(frozen(paper, [])).blocks == (replace(block, image=None),)


def test_content_of_another_format_is_refused() -> None:
    with pytest.raises(ValueError, match="format 2"):
        thawed(b'{"format": 2}')
