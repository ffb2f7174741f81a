"""paper compare: the 新旧対照表 tells what changed, and nothing else."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from kanagawa_desk.domain.papers.blocks import Block
from kanagawa_desk.domain.records import BedCount, Observation
from kanagawa_desk.domain.values import number
from tests.cli.conftest import Run
from tests.ledgers import opened
from tests.pdf_text import pages, squeezed

PAPER = "r6-3"

pytestmark = pytest.mark.usefixtures("sample_path")


def text_of(path: Path) -> str:
    return squeezed("".join(pages(path.read_bytes())))


def change_a_count(path: Path) -> None:
    with opened(path) as ledger, ledger.batch("試し") as unit:
        stored = unit.get(BedCount, ("general", "yokohama", date(2024, 4, 1)))
        assert stored is not None
        unit.put(replace(stored, beds=number(25000)))


def compare(run: Run, tmp_path: Path, one: str = PAPER, other: str = f"{PAPER}@1") -> str:
    ran = run("paper", "compare", one, other, "-o", tmp_path / "対照表.pdf")
    assert ran.code == 0
    return text_of(tmp_path / "対照表.pdf")


def test_one_changed_count_shows_that_table_whole_before_and_after_and_no_other(
    run: Run, sample_path: Path, tmp_path: Path
) -> None:
    run("paper", "freeze", PAPER)
    change_a_count(sample_path)
    text = compare(run, tmp_path)
    for once in ("(25,000)", "(23,386)", "(▲209)", "(▲1,823)", "(61,867)", "(60,253)"):
        assert text.count(once) == 1
    assert text.count("県西2,6783,092(2,914)414(236)") == 2
    for elsewhere in ("12,080", "28.2%", "76業務", "神奈川県保健医療救護計画"):
        assert elsewhere not in text


def test_one_changed_figure_shows_its_table_and_the_prose_bound_to_it(
    run: Run, sample_path: Path, tmp_path: Path
) -> None:
    run("paper", "freeze", PAPER)
    with opened(sample_path) as ledger, ledger.batch("試し") as unit:
        for each in unit.all(Observation, series="rpa_cum"):
            if each.value.number == 76:
                unit.put(replace(each, value=number(77)))
    run("paper", "compare", PAPER, f"{PAPER}@1", "-o", tmp_path / "対照表.pdf")
    text = text_of(tmp_path / "対照表.pdf")
    assert text.count("76業務") == text.count("77業務") == 2
    assert "末までに77業務へ広げた" in text
    assert "25,209" not in text


def test_headings_show_where_a_change_stands_and_the_rest_is_left_out(
    run: Run, sample_path: Path, tmp_path: Path
) -> None:
    run("paper", "freeze", PAPER)
    change_a_count(sample_path)
    text = compare(run, tmp_path)
    for heading in ("1医療施策の推進について", "b基準病床数", "療養病床・一般病床"):
        assert text.count(heading) == 2
    assert "（略）（略）" in text
    assert "デジタル戦略" not in text


def test_the_later_one_stands_on_the_left_in_whatever_order_they_are_named(
    run: Run, sample_path: Path, tmp_path: Path
) -> None:
    run("paper", "freeze", PAPER)
    change_a_count(sample_path)
    compare(run, tmp_path)
    one = (tmp_path / "対照表.pdf").read_bytes()
    compare(run, tmp_path, f"{PAPER}@1", PAPER)
    assert (tmp_path / "対照表.pdf").read_bytes() == one
    assert edge_of(one, "(25,000)") < edge_of(one, "(23,386)")
    assert edge_of(one, "修正後") < edge_of(one, "修正前")


def edge_of(pdf: bytes, words: str) -> float:
    """The left edge of the last place where these words stand."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        found = 0.0
        for page in document:
            text = page.get_textpage()
            searcher = text.search(words)
            while (hit := searcher.get_next()) is not None:
                found = text.get_charbox(hit[0])[0]
        return found
    finally:
        document.close()


def test_sheets_are_a4_landscape(run: Run, tmp_path: Path) -> None:
    run("paper", "freeze", PAPER)
    compare(run, tmp_path)
    document = pypdfium2.PdfDocument((tmp_path / "対照表.pdf").read_bytes())
    try:
        width, height = document[0].get_size()
    finally:
        document.close()
    assert (round(width), round(height)) == (842, 595)


def test_a_paragraph_that_was_added_and_one_that_was_removed_say_so(
    run: Run, sample_path: Path, tmp_path: Path
) -> None:
    run("paper", "freeze", PAPER)
    with opened(sample_path) as ledger, ledger.batch("試し") as unit:
        paragraphs = [each for each in unit.all(Block, paper=PAPER) if each.kind == "paragraph"]
        unit.delete(paragraphs[0])
        unit.put(replace(paragraphs[5], id="b-new", text="まったく新しい一文である。"))
    text = compare(run, tmp_path)
    assert "（削除）神奈川県保健医療計画は、本県の保健医療" in text
    assert "まったく新しい一文である。（追加）" in text


def test_a_paper_that_did_not_change_has_no_changes(run: Run, tmp_path: Path) -> None:
    run("paper", "freeze", PAPER)
    ran = run("paper", "compare", PAPER, f"{PAPER}@1", "-o", tmp_path / "対照表.pdf")
    assert "0か所" in ran.out
    assert text_of(tmp_path / "対照表.pdf").count("（略）") == 2


def test_two_editions_are_compared_as_they_were_kept(
    run: Run, sample_path: Path, tmp_path: Path
) -> None:
    run("paper", "freeze", PAPER)
    change_a_count(sample_path)
    run("paper", "freeze", PAPER)
    run("undo")
    assert "(25,000)" in compare(run, tmp_path, f"{PAPER}@1", f"{PAPER}@2")


@pytest.mark.parametrize(
    ("other", "says"),
    [(f"{PAPER}@7", "提出版 7 はありません"), (f"{PAPER}@", "版が読めません"), ("無い", "無い")],
)
def test_a_version_that_is_none_is_named_and_nothing_is_written(
    run: Run, tmp_path: Path, other: str, says: str
) -> None:
    ran = run("paper", "compare", PAPER, other, "-o", tmp_path / "対照表.pdf")
    assert ran.code == 2
    assert says in ran.err
    assert not (tmp_path / "対照表.pdf").exists()


def test_the_heads_of_ordinances_stand_above_with_their_own_words(
    run: Run, sample_path: Path, tmp_path: Path
) -> None:
    run("paper", "freeze", PAPER)
    change_a_count(sample_path)
    target = tmp_path / "対照表.pdf"
    run("paper", "compare", PAPER, f"{PAPER}@1", "--heads", "ordinances", "-o", target)
    text = text_of(target)
    assert "改正後現行" in text
    assert "修正後" not in text


def test_errata_and_replacements_are_made_of_an_edition_and_the_paper_as_it_stands(
    run: Run, sample_path: Path, tmp_path: Path
) -> None:
    run("paper", "freeze", PAPER)
    change_a_count(sample_path)
    versions = ("paper", "compare", PAPER, f"{PAPER}@1", "-o", tmp_path / "訂正.pdf")
    assert "正誤　2か所" in run(*versions, "--errata").out
    assert "表（横浜）" in text_of(tmp_path / "訂正.pdf")
    replaced = run(*versions, "--replace").out.splitlines()[1:]
    assert replaced == ["5・6頁 → 5・6頁"]
    assert "差替え令和6年10月4日" in text_of(tmp_path / "訂正.pdf")


def test_errata_of_two_papers_are_refused(run: Run, tmp_path: Path) -> None:
    ran = run("paper", "compare", PAPER, PAPER, "--errata", "-o", tmp_path / "訂正.pdf")
    assert ran.code == 2
    assert "PAPER@1" in ran.err
