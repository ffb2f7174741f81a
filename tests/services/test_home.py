"""ホーム: what the ledger has to say on a day."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from kanagawa_desk.domain.layout import Address
from kanagawa_desk.domain.papers.blocks import Paper
from kanagawa_desk.services import home
from kanagawa_desk.services.edit import Edit, set_cells
from kanagawa_desk.services.home import OVERDUE, TO_CHECK, TO_REVIEW, TO_REVISE, Task
from kanagawa_desk.services.inquiries.collecting import collect
from kanagawa_desk.services.ledgers import Ledger
from tests.ledgers import TODAY
from tests.services.inquiries.rounds import DUE, sent_round

KEN_O = Address("bed_count", ("general", "ken_o", date(2024, 4, 1)), "beds")


def tasks(ledger: Ledger, group: str, today: date = TODAY) -> list[Task]:
    return [each for each in home.home(ledger, today).tasks if each.group == group]


def test_the_plans_to_be_revised_this_fiscal_year_are_tasks_with_their_day(sample: Ledger) -> None:
    found = tasks(sample, TO_REVISE)
    assert [each.text for each in found] == [
        "No.2 神奈川県保健医療救護計画",
        "No.4 神奈川県新型インフルエンザ等対策行動計画",
    ]
    assert {each.due for each in found} == {date(2025, 3, 31)}
    assert {each.who for each in found} == {"健康危機・感染症対策課"}


def test_a_fault_of_its_own_kind_leads_to_its_cell(sample: Ledger) -> None:
    set_cells(sample, [Edit(KEN_O, "abc")], TODAY)
    (must,) = (each for each in tasks(sample, TO_CHECK) if each.must)
    assert must.address == KEN_O


def test_faults_of_one_kind_are_one_task_that_tells_how_many(sample: Ledger) -> None:
    (basis,) = (each for each in tasks(sample, TO_CHECK) if "根拠法令" in each.text)
    assert (basis.remark, basis.address) == ("ほか9か所", None)


def test_the_figures_are_those_of_the_last_date_beside_the_one_before(sample: Ledger) -> None:
    beds = home.home(sample, TODAY).beds
    assert beds is not None
    assert (beds.date_label, beds.previous_label) == ("R6.4.1", "R5.4.1")
    general = beds.lines[0]
    assert (general.beds.number, general.surplus.number) == (60253, -1513)
    assert beds.previous_surplus.number == -387
    assert [each.name for each in beds.areas if (each.surplus.number or 0) > 0] == [
        "川崎南部",
        "湘南西部",
        "県央",
        "県西",
    ]


def test_papers_in_hand_stand_before_those_that_were_submitted(sample: Ledger) -> None:
    with sample.batch("資料") as unit:
        paper = unit.all(Paper)[0]
        new = replace(paper, id="next", held_on=TODAY + timedelta(days=60), stage="draft")
        unit.put(replace(new, title="次回"))
    assert [each.title for each in home.home(sample, TODAY).papers] == ["次回"]


def test_the_last_actions_stand_first(sample: Ledger) -> None:
    set_cells(sample, [Edit(KEN_O, "5,320")], TODAY)
    assert home.home(sample, TODAY).changes[0].action == "既存病床数 Bの入力"


def test_an_inquiry_past_its_day_is_the_first_task_and_names_who_is_late(
    sample: Ledger, tmp_path: Path
) -> None:
    round_ = sent_round(sample, tmp_path)
    late = DUE + timedelta(days=3)
    assert tasks(sample, OVERDUE, DUE) == []
    (task,) = tasks(sample, OVERDUE, late)
    assert home.home(sample, late).tasks[0] == task
    assert task.address == Address("inquiry", (round_.inquiry,), "title")
    assert (task.due, task.remark) == (DUE, "未回答 5")
    assert "医療企画課" in task.who


def test_an_answer_that_came_back_waits_to_be_looked_at(sample: Ledger, tmp_path: Path) -> None:
    round_ = sent_round(sample, tmp_path)
    answer = round_.answer("医療企画課")
    collect(sample, [answer])
    (task,) = tasks(sample, TO_REVIEW)
    assert task.who == "医療企画課"
    assert task.address is not None
    assert task.address.record == "request"
