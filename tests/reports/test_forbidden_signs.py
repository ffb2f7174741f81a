"""No line of any page begins or ends with a sign that may not stand there."""

import re
from pathlib import Path

import pytest

from benchmarks.paper_material import printed_paper
from kanagawa_desk.reports.kinsoku import NO_END, NO_HEAD
from kanagawa_desk.reports.paper import render_paper
from kanagawa_desk.services.ledgers import Ledger
from kanagawa_desk.services.papers import importing as paper_importing
from kanagawa_desk.services.papers import rendering as papers
from tests.ledgers import TODAY
from tests.reports.reading import read
from tests.reports.samples import committee_paper

TEXTS = sorted((Path(__file__).parents[1] / "data/papers").glob("*.txt"))
_MARK_ALONE = re.compile(r"[(（]?[▲△－-]?[0-9,.]*[)）]?%?|[-―－…]+")
_ITEM = "・"  # which may head a line as the mark of an item


def wrong(pdf):
    """The lines of a PDF that break the rule; bare figures and marks are cells, not lines."""
    return [
        line
        for sheet in read(pdf)
        for line in sheet.lines
        if not _MARK_ALONE.fullmatch(line) and (line[0] in NO_HEAD - {_ITEM} or line[-1] in NO_END)
    ]


@pytest.mark.parametrize("path", TEXTS, ids=[path.stem for path in TEXTS])
def test_in_an_imported_paper(sample: Ledger, path):
    paper = paper_importing.import_paper(sample, path, TODAY).paper
    assert wrong(papers.render(sample, paper).pdf) == []


def test_in_the_sample_paper(sample: Ledger):
    assert wrong(papers.render(sample, "r6-3").pdf) == []


def test_in_papers_made_for_tests():
    assert wrong(render_paper(committee_paper()).pdf) == []
    assert wrong(render_paper(printed_paper(12)).pdf) == []
