"""Applying answers: each file whole or not at all, undone as one step."""

from datetime import date
from pathlib import Path

import pytest

from kanagawa_desk.domain.layout import Address
from kanagawa_desk.domain.periods import FiscalYear
from kanagawa_desk.domain.records import Observation
from kanagawa_desk.errors import UserError
from kanagawa_desk.services import history, showing, undoing
from kanagawa_desk.services.edit import Edit, set_cells
from kanagawa_desk.services.inquiries.applying import apply
from kanagawa_desk.services.inquiries.collected import Collected
from kanagawa_desk.services.inquiries.collecting import collect
from kanagawa_desk.services.ledgers import Ledger
from kanagawa_desk.services.verifying import verify
from kanagawa_desk.services.workbooks.evidence import files_of_batch
from tests.ledgers import TODAY
from tests.services.inquiries.rounds import Round, sent_round

CHANGED = {("health21", "revised"): "R6.4月"}
REVISED = Address("plan_edition", ("health21_r6",), "revised")


def taken(plans: Round, *paths: Path, accept: str | None = None) -> tuple[Collected, ...]:
    return apply(plans.ledger, collect(plans.ledger, paths), accept)


def edition_of(ledger: Ledger, name: str) -> str:
    rows = showing.plans(ledger, TODAY)["rows"]
    return str(next(row["revised"] for row in rows if name in row["name"]))


def change_here(plans: Round, text: str = "R6.5月") -> None:
    """Somebody types into the ledger while the workbook is away."""
    assert set_cells(plans.ledger, [Edit(REVISED, text)], TODAY).changed == 1


def test_an_answer_changes_the_ledger_and_is_done(plans: Round) -> None:
    (found,) = taken(plans, plans.answer("健康増進課", CHANGED, answer="修正あり"))
    assert found.applied
    assert edition_of(plans.ledger, "健康プラン21") == "2024-04"
    assert plans.state("健康増進課") == "applied"
    assert verify(plans.ledger) == ()


def test_every_change_leads_back_to_file_sheet_and_cell(plans: Round) -> None:
    path = plans.answer("健康増進課", CHANGED)
    (found,) = taken(plans, path)
    change = history.changes(plans.ledger, found.batch or "")[0]
    assert (change.file, change.sheet, change.cell) == (path.name, "計画一覧", "F5")


def test_the_file_can_be_saved_again_from_the_history(plans: Round) -> None:
    path = plans.answer("健康増進課", CHANGED)
    (found,) = taken(plans, path)
    (kept,) = files_of_batch(plans.ledger, found.batch or "")
    assert (kept.name, kept.content) == (path.name, path.read_bytes())


def test_undoing_brings_back_ledger_and_state_and_keeps_the_file(plans: Round) -> None:
    before = showing.plans(plans.ledger, TODAY)
    (found,) = taken(plans, plans.answer("健康増進課", CHANGED))
    undoing.undo(plans.ledger, found.batch)
    assert showing.plans(plans.ledger, TODAY) == before
    assert plans.state("健康増進課") == "returned"
    assert files_of_batch(plans.ledger, found.batch or "") != ()
    assert verify(plans.ledger) == ()


def test_what_was_undone_can_be_applied_again(plans: Round) -> None:
    path = plans.answer("健康増進課", CHANGED)
    taken(plans, path)
    undoing.undo(plans.ledger)
    (again,) = taken(plans, path)
    assert (again.status, again.applied) == ("resent", True)
    assert plans.state("健康増進課") == "applied"


def test_an_applied_file_that_comes_again_changes_nothing(plans: Round) -> None:
    path = plans.answer("健康増進課", CHANGED)
    taken(plans, path)
    (again,) = taken(plans, path)
    assert (again.status, again.standing, again.applied) == ("resent", False, False)


def test_each_file_is_a_batch_of_its_own_after_one_backup(plans: Round) -> None:
    found = taken(
        plans,
        plans.answer("健康増進課", CHANGED),
        plans.answer("医療保険課", {("cost", "revised"): "R6.4月"}),
    )
    assert [each.applied for each in found] == [True, True]
    assert len({each.batch for each in found}) == 2
    folder = plans.ledger.path.with_name("台帳のバックアップ")
    assert len(list(folder.glob("*.kdesk"))) == 1


def test_no_change_confirms_the_figures_by_whom_and_when(plans: Round) -> None:
    taken(plans, plans.answer("健康増進課", answer="修正なし", person="主査 鈴木"))
    view = plans.view("健康増進課")
    assert (view.state, view.answer) == ("applied", "unchanged")
    assert (view.confirmed_by, view.confirmed_on) == ("健康増進課　主査 鈴木", TODAY)


def test_undoing_a_confirmation_takes_the_name_away(plans: Round) -> None:
    taken(plans, plans.answer("健康増進課", answer="修正なし", approved_by="山田"))
    assert plans.view("健康増進課").confirmed_by == "健康増進課　山田"
    undoing.undo(plans.ledger)
    assert plans.view("健康増進課").confirmed_by == ""


def test_an_answer_with_changes_confirms_nothing(plans: Round) -> None:
    taken(plans, plans.answer("健康増進課", CHANGED, answer="修正なし"), accept="theirs")
    assert plans.state("健康増進課") == "applied"
    assert plans.view("健康増進課").confirmed_by == ""


def test_silence_is_no_answer(plans: Round) -> None:
    (found,) = taken(plans, plans.answer("健康増進課"))
    assert not found.applied
    assert plans.state("健康増進課") == "returned"


def test_silence_counts_where_a_person_says_so(plans: Round) -> None:
    (found,) = taken(plans, plans.answer("健康増進課"), accept="ours")
    assert found.applied


def test_a_conflict_is_left_alone_and_the_other_files_are_applied(plans: Round) -> None:
    answers = [
        plans.answer("健康増進課", CHANGED),
        plans.answer("医療保険課", {("cost", "revised"): "R6.4月"}),
    ]
    change_here(plans)
    found = taken(plans, *answers)
    assert [each.applied for each in found] == [False, True]
    assert edition_of(plans.ledger, "健康プラン21") == "2024-05"
    assert plans.state("健康増進課") == "reviewing"
    assert plans.state("医療保険課") == "applied"


@pytest.mark.parametrize(("accept", "revised"), [("theirs", "2024-04"), ("ours", "2024-05")])
def test_a_conflict_is_decided_by_what_is_accepted(plans: Round, accept: str, revised: str) -> None:
    answer = plans.answer("健康増進課", CHANGED)
    change_here(plans)
    (found,) = taken(plans, answer, accept=accept)
    assert found.applied
    assert edition_of(plans.ledger, "健康プラン21") == revised


def test_a_problem_is_never_accepted(plans: Round) -> None:
    answer = plans.answer("健康増進課", {("health21", "revised"): "別紙のとおり"})
    (found,) = taken(plans, answer, accept="theirs")
    assert not found.applied
    assert plans.state("健康増進課") == "reviewing"


def test_what_changed_in_the_ledger_after_comparing_is_not_overwritten(plans: Round) -> None:
    found = collect(plans.ledger, [plans.answer("健康増進課", CHANGED)])
    change_here(plans)
    (left,) = apply(plans.ledger, found)
    assert not left.applied
    assert left.comparison.problems[0].code == "changed_since"
    assert edition_of(plans.ledger, "健康プラン21") == "2024-05"


def test_an_undo_is_refused_once_a_newer_file_was_applied(plans: Round) -> None:
    (first,) = taken(plans, plans.answer("健康増進課", CHANGED, name="一.xlsx"))
    second = plans.answer("健康増進課", {("health21", "revised"): "R6.6月"}, name="二.xlsx")
    assert taken(plans, second, accept="theirs")[0].applied
    with pytest.raises(UserError, match="そのあとに変わった"):
        undoing.undo(plans.ledger, first.batch)


def test_a_second_answer_after_the_first_was_applied_is_a_second_answer(plans: Round) -> None:
    taken(plans, plans.answer("健康増進課", CHANGED, name="一.xlsx"))
    collect(plans.ledger, [plans.answer("健康増進課", name="二.xlsx", answer="修正あり")])
    assert plans.state("健康増進課") == "returned_again"


def test_a_figure_that_was_asked_for_at_a_date_holds_for_that_date(
    sample: Ledger, tmp_path: Path
) -> None:
    metrics = sent_round(sample, tmp_path, "metrics", date(2024, 12, 31))
    cells = {("rpa_cum", "FY2024"): 80, ("rpa_new", "FY2024"): "9(予定)"}
    answer = metrics.answer("デジタル戦略本部室", cells, sheet="DX指標")
    (found,) = taken(metrics, answer)
    assert found.applied
    with sample.reading() as reads:
        total, planned = (
            reads.get(Observation, (series, FiscalYear(2024))) for series in ("rpa_cum", "rpa_new")
        )
    assert total is not None
    assert (total.as_of, total.partial) == (date(2024, 12, 31), True)
    assert planned is not None
    assert planned.as_of == date(2024, 8, 31)


def test_a_figure_of_the_years_end_is_not_partial(sample: Ledger, tmp_path: Path) -> None:
    metrics = sent_round(sample, tmp_path, "metrics", date(2025, 3, 31))
    answer = metrics.answer("デジタル戦略本部室", {("rpa_cum", "FY2024"): 90}, sheet="DX指標")
    assert taken(metrics, answer)[0].applied
    with sample.reading() as reads:
        total = reads.get(Observation, ("rpa_cum", FiscalYear(2024)))
    assert total is not None
    assert (total.as_of, total.partial) == (date(2025, 3, 31), False)
