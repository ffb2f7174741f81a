"""The committee paper: every figure is the ledger's, the contents agree with the pages."""

import json
from dataclasses import replace
from datetime import date

import pytest

from kanagawa_desk.domain.papers.blocks import Block
from kanagawa_desk.domain.records import BedCount, Observation, PlanEdition, Series
from kanagawa_desk.domain.values import number
from kanagawa_desk.errors import UserError
from kanagawa_desk.services.ledgers import Ledger
from kanagawa_desk.services.papers import rendering as papers
from tests.pdf_text import pages, squeezed

PAPER = "r6-3"

BED_ROWS = """
25,209 23,608 (23,386) ▲1,601 (▲1,823)
4,279 4,115 (4,113) ▲164 (▲166)
3,658 4,776 (4,585) 1,118 (927)
6,389 6,302 (5,910) ▲87 (▲479)
5,238 5,098 (5,183) ▲140 (▲55)
4,726 4,417 (4,301) ▲309 (▲425)
4,360 4,638 (4,537) 278 (177)
5,229 5,333 (5,324) 104 (95)
2,678 3,092 (2,914) 414 (236)
61,766 61,379 (60,253) ▲387 (▲1,513)
12,080 13,369 (13,246) 1,289 (1,166)
62 74 (74) 12 (12)
124 146 (146) 22 (22)
"""

METRIC_ROWS = """
28.2% 29.7% 44.8% 43.5%
累計 4施設 18施設 36施設
実施市町村数 18市町村 15市町村 9市町村
実施回数 168回 55回 81回
神奈川県 6,848,154枚 74.4%
全国 93,467,651枚 74.8%
33,506人 43,782人
129件 219件 259件 653件 662件
業務数 5業務 18業務 16業務 16業務 15業務 6業務
累計業務数 ― 23業務 39業務 55業務 70業務 76業務
業務削減時間数 ― 5,864時間 30,953時間 35,929時間 18,547時間 ―
累計 16帳票 23帳票 67帳票 98帳票
業務削減時間数 803時間 2,264時間 1,474時間 ―
17件 12件 13件 16件
6,329台 10,267台 11,790台 13,323台 13,363台 13,382台
""".strip().splitlines()


def text_of(ledger: Ledger) -> str:
    return squeezed("".join(pages(papers.render(ledger, PAPER).pdf)))


def test_the_paper_prints_every_figure_of_the_bed_tables(sample: Ledger) -> None:
    text = text_of(sample)
    assert [figure for figure in BED_ROWS.split() if figure not in text] == []


def test_the_paper_prints_every_row_of_the_ten_metric_tables(sample: Ledger) -> None:
    text = text_of(sample)
    assert [row for row in METRIC_ROWS if squeezed(row) not in text] == []


def test_the_paper_lists_the_sixteen_plans_with_their_periods(sample: Ledger) -> None:
    text = text_of(sample)
    for line in (
        "1神奈川県保健医療計画R6～R11R6.3月医療企画課",
        "2神奈川県保健医療救護計画R2～今年度末に改定予定健康危機・感染症対策課",
        "7かながわ健康プラン21R6～R17R6.3月健康増進課",
        "16神奈川県ギャンブル等依存症対策推進計画R6～R8R6.3月がん・疾病対策課",
    ):
        assert line in text


def test_a_changed_count_changes_the_table_its_surplus_and_the_total(sample: Ledger) -> None:
    with sample.batch("試し") as unit:
        stored = unit.get(BedCount, ("general", "yokohama", date(2024, 4, 1)))
        assert stored is not None
        unit.put(replace(stored, beds=number(25000)))
    text = text_of(sample)
    for figure in ("(25,000)", "(▲209)", "(61,867)", "(101)"):
        assert figure in text


def test_a_figure_in_prose_is_the_ledgers(sample: Ledger) -> None:
    assert "76業務" in text_of(sample)
    with sample.batch("試し") as unit:
        for each in unit.all(Observation, series="rpa_cum"):
            if each.value.number == 76:
                unit.put(replace(each, value=number(77)))
    text = text_of(sample)
    assert "76業務" not in text
    assert "77業務" in text


def test_the_wording_of_a_revision_follows_the_papers_day(sample: Ledger) -> None:
    with sample.batch("試し") as unit:
        for edition in unit.all(PlanEdition):
            if edition.next_revision is not None:
                due = replace(edition.next_revision, year=type(edition.next_revision.year)(2025))
                due = replace(due, day=due.year.end)
                unit.put(replace(edition, next_revision=due))
    text = text_of(sample)
    assert "今年度末に改定予定" not in text
    assert "令和7年度末に改定予定" in text


def test_the_contents_give_the_pages_where_the_headings_stand(sample: Ledger) -> None:
    made = papers.render(sample, PAPER)
    texts = [squeezed(page) for page in pages(made.pdf)]
    contents = next(page for page in texts if "目次" in page)
    for entry in made.outline:
        heading = squeezed(f"{entry.label}{entry.title}")
        assert heading in texts[entry.sheet]
        assert texts[entry.sheet].endswith(str(entry.page))
        if entry.level <= 2:
            after = contents.split(heading, 1)[1].lstrip("…．.・‥")
            assert after.startswith(str(entry.page))


def test_the_first_section_begins_at_page_1_behind_cover_and_contents(sample: Ledger) -> None:
    made = papers.render(sample, PAPER)
    assert (made.outline[0].page, made.outline[0].sheet) == (1, 2)


def test_a_broken_binding_is_listed_and_the_paper_is_still_made(sample: Ledger) -> None:
    with sample.batch("試し") as unit:
        for block in unit.all(Block, paper=PAPER):
            if '"bed_type":"mental"' in block.binding:
                unit.put(replace(block, binding=json.dumps({"ledger": "nothing"})))
    made = papers.render(sample, PAPER)
    assert [each.code for each in made.problems] == ["broken_binding"]
    assert made.sheet_count > 10


def test_a_table_of_a_series_that_is_gone_is_listed(sample: Ledger) -> None:
    with sample.batch("試し") as unit:
        for each in unit.all(Observation, series="data_analysis"):
            unit.delete(each)
        unit.delete(unit.get(Series, ("data_analysis",)))
    assert "broken_binding" in {each.code for each in papers.render(sample, PAPER).problems}


def test_the_same_ledger_gives_the_same_bytes(sample: Ledger) -> None:
    assert papers.render(sample, PAPER).pdf == papers.render(sample, PAPER).pdf


def test_a_paper_is_found_by_number_or_title(sample: Ledger) -> None:
    assert papers.find(sample, PAPER) == papers.find(sample, "社会・健康対策特別委員会資料")


def test_a_paper_that_is_not_there_is_named(sample: Ledger) -> None:
    with pytest.raises(UserError, match="無い資料"):
        papers.find(sample, "無い資料")
