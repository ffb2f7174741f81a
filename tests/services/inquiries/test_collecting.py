"""Collecting answers: each file is recognised, received, kept and compared; nothing is changed."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from kanagawa_desk.domain.inquiries import ReturnedFile
from kanagawa_desk.domain.layout import Address
from kanagawa_desk.domain.records import Plan
from kanagawa_desk.errors import UserError
from kanagawa_desk.services import renaming, showing
from kanagawa_desk.services.edit import Edit
from kanagawa_desk.services.inquiries import following, received
from kanagawa_desk.services.inquiries.collected import Collected, collected_data
from kanagawa_desk.services.inquiries.collecting import collect, files_in, receive_as
from kanagawa_desk.services.ledgers import Ledger
from kanagawa_desk.services.verifying import verify
from kanagawa_desk.services.workbooks import exporting, importing
from kanagawa_desk.services.workbooks.comparison import CONFLICT, QUESTION
from tests.ledgers import TODAY
from tests.services.inquiries.rounds import PLANS, Round, cells_of, fill_in, sent_round

CHANGED = {("health21", "revised"): "R6.4月"}
EARLIER, LATER = "2024-10-07T00:00:00Z", "2024-10-08T00:00:00Z"


def one(plans: Round, *paths: Path, **options: object) -> Collected:
    """What became of the last of these files."""
    return collect(plans.ledger, paths, **options)[-1]  # type: ignore[arg-type]


def test_a_changed_cell_is_a_change_of_its_respondent(plans: Round) -> None:
    found = one(plans, plans.answer("健康増進課", CHANGED, answer="修正あり"))
    assert (found.status, found.respondent, found.inquiry) == ("new", "健康増進課", "R6-01")
    assert cells_of(found.comparison.findings) == [f"{PLANS}!F5"]
    assert found.ready
    assert found.head.answer == "changed"


def test_receiving_does_not_touch_the_ledgers(plans: Round) -> None:
    before = showing.plans(plans.ledger, TODAY)
    one(plans, plans.answer("健康増進課", CHANGED))
    assert showing.plans(plans.ledger, TODAY) == before


def test_a_received_file_can_be_had_again_byte_for_byte(plans: Round) -> None:
    path = plans.answer("健康増進課", CHANGED)
    found = one(plans, path)
    assert received.content_of(plans.ledger, found.returned) == path.read_bytes()
    assert verify(plans.ledger) == ()


def test_who_answered_is_kept_with_the_file(plans: Round) -> None:
    path = plans.answer(
        "健康増進課", answer="修正なし", person="主査 鈴木", extension="4321", approved_by="山田"
    )
    record = _record(plans.ledger, one(plans, path))
    assert (record.answer, record.person) == ("unchanged", "主査 鈴木")
    assert (record.extension, record.approved_by) == ("4321", "山田")


def test_a_dry_run_keeps_nothing(plans: Round) -> None:
    found = one(plans, plans.answer("健康増進課", CHANGED), dry_run=True)
    assert found.ready
    assert plans.state("健康増進課") == "asked"


def test_an_answer_that_came_is_seen_on_the_board(plans: Round) -> None:
    one(plans, plans.answer("健康増進課", CHANGED, answer="修正あり"))
    view = plans.view("健康増進課")
    assert (view.state, view.answer) == ("returned", "changed")
    assert view.returned_at is not None
    assert view.returned_at.date() == TODAY


def test_the_same_file_again_is_resent_and_still_waits_to_be_applied(plans: Round) -> None:
    path = plans.answer("健康増進課", CHANGED)
    one(plans, path)
    again = one(plans, path)
    assert (again.status, again.ready) == ("resent", True)
    assert len(_files(plans.ledger)) == 1


def test_a_copy_under_another_name_is_resent(plans: Round) -> None:
    path = plans.answer("健康増進課", CHANGED)
    copy = Path(shutil.copy(path, path.with_name("別名.xlsx")))
    assert [each.status for each in collect(plans.ledger, [path, copy])] == ["new", "resent"]


def test_a_file_saved_before_the_one_that_was_received_is_older(plans: Round) -> None:
    newer = plans.answer("健康増進課", CHANGED, name="新.xlsx", saved=LATER)
    older = plans.answer("健康増進課", name="古.xlsx", saved=EARLIER)
    one(plans, newer)
    found = one(plans, older)
    assert (found.status, found.standing) == ("older", False)
    assert received.content_of(plans.ledger, found.returned) == older.read_bytes()
    assert plans.state("健康増進課") == "returned"


def test_a_file_saved_after_the_one_that_was_received_takes_its_place(plans: Round) -> None:
    first = plans.answer("健康増進課", CHANGED, name="一.xlsx", saved=EARLIER)
    second = plans.answer("健康増進課", name="二.xlsx", saved=LATER)
    one(plans, first)
    assert one(plans, second).standing
    again = one(plans, first)
    assert (again.status, again.standing) == ("resent", False)


@pytest.mark.parametrize("names", [("a.xlsx", "b.xlsx"), ("b.xlsx", "a.xlsx")])
def test_of_two_that_come_together_the_one_saved_last_counts(
    plans: Round, names: tuple[str, str]
) -> None:
    plans.answer("健康増進課", name=names[0], saved=EARLIER)
    plans.answer("健康増進課", CHANGED, name=names[1], saved=LATER)
    found = {each.file: each for each in collect(plans.ledger, files_in(plans.answers))}
    assert (found[names[0]].status, found[names[0]].standing) == ("older", False)
    assert (found[names[1]].status, found[names[1]].standing) == ("new", True)


def test_the_file_of_a_closed_inquiry_is_of_another_round(plans: Round) -> None:
    following.close(plans.ledger, plans.inquiry, TODAY)
    found = one(plans, plans.answer("健康増進課", CHANGED))
    assert (found.status, found.standing) == ("other_round", False)
    assert "終了しています" in found.comparison.problems[0].message


def test_last_rounds_file_is_of_another_round_once_the_next_was_sent(
    plans: Round, tmp_path: Path
) -> None:
    sent_round(plans.ledger, tmp_path, title="次の時点更新")
    found = one(plans, plans.answer("健康増進課", CHANGED))
    assert found.status == "other_round"
    assert "R6-02" in found.comparison.problems[0].message
    assert _files(plans.ledger) == ()


def test_a_past_round_is_still_collected_when_it_is_asked_for(plans: Round, tmp_path: Path) -> None:
    sent_round(plans.ledger, tmp_path, title="次の時点更新")
    path = plans.answer("健康増進課", CHANGED)
    assert one(plans, path, inquiry="R6-01").status == "new"
    assert one(plans, path, inquiry="R6-02").status == "other_round"


def test_collecting_for_an_inquiry_that_is_none_is_refused(plans: Round) -> None:
    with pytest.raises(UserError, match="R9-99"):
        one(plans, plans.answer("健康増進課"), inquiry="R9-99")


def test_a_file_that_is_gone_is_unreadable(plans: Round) -> None:
    found = one(plans, plans.answers / "消えた.xlsx")
    assert found.status == "unreadable"


def test_a_round_about_something_else_does_not_end_this_one(plans: Round, tmp_path: Path) -> None:
    sent_round(plans.ledger, tmp_path, "beds", title="病床数の更新")
    assert one(plans, plans.answer("医療企画課")).status == "new"


def test_an_answer_signed_by_another_division_is_of_another_respondent(plans: Round) -> None:
    found = one(plans, plans.answer("健康増進課", CHANGED, division="医療保険課"))
    assert (found.status, found.respondent) == ("other_respondent", "健康増進課")
    assert "医療保険課" in found.comparison.problems[0].message


@pytest.mark.parametrize("division", ["", "健康増進課 健康づくりグループ", "保健師"])
def test_a_signature_that_names_nobody_else_is_taken(plans: Round, division: str) -> None:
    assert one(plans, plans.answer("健康増進課", CHANGED, division=division)).status == "new"


def test_a_former_name_is_a_name_of_the_division(plans: Round) -> None:
    path = plans.answer("健康増進課", CHANGED, division="健康増進課")
    division = Address("division", ("health_promotion",), "name")
    renaming.enter(plans.ledger, [Edit(division, "健康づくり課")], TODAY)
    assert one(plans, path).status == "new"


def test_the_rows_of_another_division_are_of_another_respondent(plans: Round) -> None:
    path = plans.answer("健康増進課")
    workbook = openpyxl.load_workbook(path)
    for number, key in zip((5, 6, 7), ("cost", "insurance", "relief"), strict=True):
        workbook[PLANS].cell(number, 1).value = key
    workbook.save(path)
    found = one(plans, path)
    assert found.status == "other_respondent"
    assert "送った行が一つもなく" in found.comparison.problems[0].message


def test_a_workbook_of_something_else_is_unknown(plans: Round) -> None:
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = "健康増進課の会議室予約"  # type: ignore[index]
    path = plans.answers / "健康増進課_会議室.xlsx"
    workbook.save(path)
    found = one(plans, path)
    assert (found.status, found.inquiry, found.respondent) == ("unknown", "", "")


def test_what_is_no_workbook_is_unreadable_and_the_rest_goes_on(plans: Round) -> None:
    picture = plans.answers / "写真.xlsx"
    picture.write_bytes(b"\xff\xd8\xff\xe0 no workbook")
    good = plans.answer("健康増進課", CHANGED)
    found = collect(plans.ledger, [picture, good])
    assert [each.status for each in found] == ["unreadable", "new"]
    assert found[0].comparison.problems[0].code == "not_excel"


def test_a_workbook_that_lost_its_hidden_sheet_is_asked_about(plans: Round) -> None:
    path = plans.answer("健康増進課", CHANGED)
    workbook = openpyxl.load_workbook(path)
    del workbook["_kdesk"]
    workbook.save(path)
    found = one(plans, path)
    assert (found.status, found.respondent) == ("new", "健康増進課")
    assert "目印が失われています" in found.questions[0]
    assert not found.ready
    assert cells_of(found.comparison.findings) == [f"{PLANS}!F5"]


def test_a_plain_export_that_somebody_signed_is_asked_about(plans: Round, tmp_path: Path) -> None:
    export = tmp_path / "出力.xlsx"
    exporting.export(plans.ledger, "plans", export, TODAY)
    path = plans.answers / "回答.xlsx"
    fill_in(export, path, CHANGED, division="健康増進課")
    found = one(plans, path)
    assert (found.status, found.respondent, len(found.questions)) == ("new", "健康増進課", 1)


def test_no_change_contradicts_changed_cells(plans: Round) -> None:
    found = one(plans, plans.answer("健康増進課", CHANGED, answer="修正なし"))
    (question,) = found.comparison.findings
    assert question.kind == QUESTION
    assert "修正なし" in question.reason
    assert not found.ready


def test_changes_that_are_not_there_are_noted(plans: Round) -> None:
    found = one(plans, plans.answer("健康増進課", answer="修正あり"))
    assert found.ready
    assert "変わったセルがありません" in found.comparison.notes[0]


def test_a_file_that_says_nothing_is_noted(plans: Round) -> None:
    found = one(plans, plans.answer("健康増進課"))
    assert found.silent
    assert "回答区分がなく" in found.comparison.notes[0]


def test_a_cell_that_the_ledger_changed_too_is_a_conflict(plans: Round, tmp_path: Path) -> None:
    answer = plans.answer("健康増進課", CHANGED)
    export = tmp_path / "出力.xlsx"
    exporting.export(plans.ledger, "plans", export, TODAY)
    fill_in(export, export, {("health21", "revised"): "R6.5月"})
    importing.apply(plans.ledger, importing.compare(plans.ledger, [export], TODAY))
    found = one(plans, answer)
    assert [each.kind for each in found.comparison.findings] == [CONFLICT]


def test_a_row_that_went_to_another_division_meanwhile_is_still_compared(plans: Round) -> None:
    with plans.ledger.batch("移管") as unit:
        plan = unit.get(Plan, ("health21",))
        assert plan is not None
        unit.put(replace(plan, division="cancer_disease"))
    found = one(plans, plans.answer("健康増進課", CHANGED))
    assert cells_of(found.comparison.findings) == [f"{PLANS}!F5"]
    assert found.comparison.rows_missing == ()


def test_a_reference_date_that_the_ledger_does_not_have_yet_comes_back(
    sample: Ledger, tmp_path: Path
) -> None:
    beds = sent_round(sample, tmp_path, "beds", date(2025, 4, 1))
    path = beds.answer("医療企画課", {("yokohama", "beds@2025-04-01"): 23000},
                       sheet="療養病床・一般病床")  # fmt: skip
    (found,) = collect(sample, [path])
    (change,) = found.comparison.findings
    assert str(change.address) == "bed_count:general/yokohama/2025-04-01#beds"


def test_how_much_was_read_is_told(plans: Round) -> None:
    sheets, rows, cells = one(plans, plans.answer("健康増進課", CHANGED)).read
    assert sheets == 2
    assert rows > 20
    assert cells > 80


def test_stopping_in_the_middle_receives_nothing(plans: Round) -> None:
    class Stopped(Exception):
        pass

    def progress(done: int, of: int) -> None:
        if done == 2:
            raise Stopped

    paths = [plans.answer(each) for each in ("健康増進課", "医療保険課", "医療企画課")]
    with pytest.raises(Stopped):
        collect(plans.ledger, paths, progress=progress)
    assert _files(plans.ledger) == ()
    assert plans.state("健康増進課") == "asked"
    assert verify(plans.ledger) == ()


def test_a_folder_is_gone_through_without_what_is_no_answer(tmp_path: Path) -> None:
    for name in ("b.xlsx", "~$b.xlsx", ".hidden", "照会文/letter.pdf", "課/a.xlsx"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    found = [path.relative_to(tmp_path).as_posix() for path in files_in(tmp_path)]
    assert found == ["b.xlsx", "課/a.xlsx"]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="フォルダー"):
        files_in(tmp_path / "なし")


def test_the_result_has_the_keys_of_the_contract(plans: Round) -> None:
    data = collected_data(collect(plans.ledger, [plans.answer("健康増進課", CHANGED)]))
    assert (data["applied"], data["batch"]) == (False, None)
    (file,) = data["files"]
    assert {"file", "inquiry", "respondent", "status", "answer", "changes", "conflicts",
            "questions", "problems", "rows_added", "rows_missing", "applied", "batch"} <= set(
        file
    )  # fmt: skip
    assert file["answer"] is None
    assert file["changes"][0]["value"] == "2024-04"


def _files(ledger: Ledger) -> tuple[ReturnedFile, ...]:
    with ledger.reading() as reads:
        return reads.all(ReturnedFile)


def _record(ledger: Ledger, found: Collected) -> ReturnedFile:
    return next(each for each in _files(ledger) if each.id == found.returned)


def test_a_file_that_was_taken_for_another_answer_is_filed_where_a_person_says(
    plans: Round,
) -> None:
    answer = plans.answer("医療保険課", name="健康増進課から.xlsx", answer="修正なし", division="")
    workbook = openpyxl.load_workbook(answer)
    del workbook["_kdesk"]
    workbook.save(answer)
    mistaken = one(plans, answer)
    assert mistaken.respondent == "健康増進課"
    assert mistaken.questions
    own = plans.view("医療保険課").id
    found = receive_as(plans.ledger, answer, own, mistaken.returned)
    assert (found.status, found.respondent, found.questions) == ("new", "医療保険課", ())
    assert plans.state("健康増進課") == "asked"
    assert plans.state("医療保険課") == "returned"


def test_a_file_of_nobody_known_can_be_filed_too(plans: Round) -> None:
    answer = plans.answer("医療保険課", name="回答.xlsx", answer="修正なし", division="")
    workbook = openpyxl.load_workbook(answer)
    del workbook["_kdesk"]
    workbook.save(answer)
    assert one(plans, answer).status == "unknown"
    receive_as(plans.ledger, answer, plans.view("医療保険課").id)
    assert plans.state("医療保険課") == "returned"


def test_a_request_that_is_gone_takes_no_file(plans: Round) -> None:
    with pytest.raises(UserError, match="もうありません"):
        receive_as(plans.ledger, plans.answer("医療保険課"), "request-gone")


def test_what_an_answer_held_when_it_came_stays_on_the_board(plans: Round) -> None:
    one(
        plans,
        plans.answer("健康増進課", CHANGED | {("food", "revised"): "来年"}, answer="修正あり"),
    )
    assert plans.view("健康増進課").holds == "要修正1 変更1"
