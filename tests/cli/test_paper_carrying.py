"""paper new --from: the next paper begins as the last one, on newer figures."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kanagawa_desk.domain.papers.blocks import Block, Paper
from kanagawa_desk.domain.periods import FiscalYear
from kanagawa_desk.domain.records import BedCount, BedSet, Observation
from kanagawa_desk.domain.values import number
from tests.cli.conftest import Run
from tests.ledgers import opened

OLD, NEW = "r6-3", "20250214-1"
CARRY = ("paper", "new", "--from", OLD, "--date", "R7.2.14", "--session", "令和7年第1回定例会")

pytestmark = pytest.mark.usefixtures("sample_path")


def add_figures(path: Path, day: date = date(2024, 10, 1)) -> None:
    with opened(path) as ledger, ledger.batch("試し") as unit:
        unit.put(BedSet("general", day))
        for each in unit.all(BedCount, bed_type="general", as_of=date(2024, 4, 1)):
            unit.put(replace(each, as_of=day))
        unit.put(Observation("online_rate", FiscalYear(2023), number(50)))


def blocks(path: Path, paper: str) -> list[Block]:
    with opened(path) as ledger, ledger.reading() as reads:
        return list(reads.all(Block, paper=paper))


def bindings(path: Path, paper: str) -> list[dict[str, object]]:
    return [json.loads(each.binding) for each in blocks(path, paper) if each.binding]


def test_the_new_paper_is_a_draft_of_the_new_day_and_session(run: Run, sample_path: Path) -> None:
    assert run(*CARRY).code == 0
    with opened(sample_path) as ledger, ledger.reading() as reads:
        paper = reads.get(Paper, (NEW,))
    assert paper is not None
    assert (paper.held_on, paper.session) == (date(2025, 2, 14), "令和7年第1回定例会")
    assert (paper.title, paper.stage) == ("社会・健康対策特別委員会資料", "draft")


def test_what_is_not_said_is_not_invented(run: Run, sample_path: Path) -> None:
    run("paper", "new", "--from", OLD, "--title", "次の資料")
    with opened(sample_path) as ledger, ledger.reading() as reads:
        paper = next(each for each in reads.all(Paper) if each.title == "次の資料")
    assert (paper.session, paper.held_on) == ("", date(2024, 10, 4))


def test_outline_and_texts_stay(run: Run, sample_path: Path) -> None:
    run(*CARRY)
    told = [
        [(each.kind, each.level, each.text, each.style) for each in blocks(sample_path, paper)]
        for paper in (OLD, NEW)
    ]
    assert told[0] == told[1]


def test_bed_tables_move_on_to_the_newest_date_of_their_type(run: Run, sample_path: Path) -> None:
    add_figures(sample_path)
    run(*CARRY)
    dates = {
        each["bed_type"]: each["dates"]
        for each in bindings(sample_path, NEW)
        if each.get("ledger") == "beds"
    }
    assert dates["general"] == ["2024-04-01", "2024-10-01"]
    assert dates["mental"] == ["2023-04-01", "2024-04-01"]


def test_figures_of_a_day_after_the_papers_are_not_for_it(run: Run, sample_path: Path) -> None:
    add_figures(sample_path, date(2025, 4, 1))
    run(*CARRY)
    assert bindings(sample_path, NEW)[0]["dates"] == ["2023-04-01", "2024-04-01"]


def test_the_dates_of_bed_tables_can_be_given(run: Run, sample_path: Path) -> None:
    run(*CARRY, "--bed-dates", "R6.4.1")
    assert bindings(sample_path, NEW)[0]["dates"] == ["2024-04-01"]


def test_a_given_date_without_figures_is_refused_with_those_that_there_are(run: Run) -> None:
    ran = run(*CARRY, "--bed-dates", "R6.5.1")
    assert ran.code == 2
    assert "R6.5.1 の病床数は台帳にありません。あるのは R5.4.1、R6.4.1 です。" in ran.err
    assert len(run("paper", "list", "--json").data["papers"]) == 1


def test_a_metric_table_gains_the_next_year_where_it_has_a_value(
    run: Run, sample_path: Path
) -> None:
    add_figures(sample_path)
    run(*CARRY)
    rate = next(each for each in bindings(sample_path, NEW) if "online_rate" in json.dumps(each))
    assert rate["periods"] == ["FY2019", "FY2020", "FY2021", "FY2022", "FY2023"]


def test_what_moved_and_what_names_a_date_that_has_gone_is_told(
    run: Run, sample_path: Path
) -> None:
    add_figures(sample_path)
    out = run(*CARRY).out
    assert (
        "時点修正　b　基準病床数の表「療養病床・一般病床」: 基準日を R6.4.1、R6.10.1 にしました。"
        in out
    )
    assert "年度を加えました。" in out
    assert "要確認　b　基準病床数の※注: 本文に 令和5年4月1日 があります。" in out


def test_the_blocks_that_read_as_before_are_counted(run: Run, sample_path: Path) -> None:
    add_figures(sample_path)
    of_all = len(blocks(sample_path, OLD))
    # The cover, the bed table and the metric table differ; contents and page breaks follow.
    quoted = sum(each.kind not in ("contents", "page_break") for each in blocks(sample_path, OLD))
    assert f"（{of_all}ブロック、うち r6-3 と変わらないもの {quoted - 3}）" in run(*CARRY).out


def test_carrying_a_paper_forward_is_one_step_to_undo(run: Run) -> None:
    before = run("paper", "list").out
    run(*CARRY)
    assert run("undo").code == 0
    assert run("paper", "list").out == before


def test_a_paper_that_is_none_is_not_carried_forward(run: Run) -> None:
    ran = run("paper", "new", "--from", "r9-9")
    assert ran.code == 2
    assert "r9-9" in ran.err
