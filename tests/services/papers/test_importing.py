"""Imported papers print whatever habit they were written in."""

from pathlib import Path

import pytest

from kanagawa_desk.services.ledgers import Ledger
from kanagawa_desk.services.papers import rendering as papers
from kanagawa_desk.services.papers.importing import import_paper
from tests.ledgers import TODAY
from tests.pdf_text import pages, squeezed

TEXTS = sorted((Path(__file__).parents[1] / "data" / "papers").glob("*.txt"))


def printed(ledger: Ledger, text: str, folder: Path) -> str:
    path = folder / "資料.txt"
    path.write_text(text, encoding="utf-8")
    paper = import_paper(ledger, path, TODAY).paper
    return squeezed("".join(pages(papers.render(ledger, paper).pdf)))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_every_word_of_an_imported_paper_is_printed(sample: Ledger, path: Path) -> None:
    imported = import_paper(sample, path, TODAY)
    made = papers.render(sample, imported.paper)
    text = squeezed("".join(pages(made.pdf)))
    for block in imported.draft.blocks:
        for line in (*block.text.split("\n"), *(cell for row in block.table for cell in row)):
            # A line that is broken across pages has the page's foot in it.
            for word in squeezed(line).split("。"):
                assert word[:12] in text, word


def test_a_level_above_the_first_is_numbered_and_the_others_stand_below_it(
    sample: Ledger, tmp_path: Path
) -> None:
    text = printed(sample, "第1 方針\n\n1 目的\n\n本文である。\n\n第2 計画\n\n1 期間\n", tmp_path)
    assert "第1方針1目的本文である。第2計画1期間" in text


def test_marks_of_their_own_are_printed_before_circles_and_notes(
    sample: Ledger, tmp_path: Path
) -> None:
    text = printed(sample, "1 取組\n\n□ 窓口の改善\n\n（注） 推計による。\n", tmp_path)
    assert "□窓口の改善" in text
    assert "（注）推計による。" in text


def test_lines_under_the_title_stand_on_the_cover(sample: Ledger, tmp_path: Path) -> None:
    front = ("令和7年2月14日", "令和7年第1回定例会", "医療対策委員会資料", "健康医療局")
    body = ("目次", "1 取組 1", "1 取組", "本文である。")
    assert "健康医療局" in printed(sample, "\n\n".join((*front, *body)), tmp_path)
