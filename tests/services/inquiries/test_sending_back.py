"""Sending back for correction, and the second answer."""

from pathlib import Path

import openpyxl
import pytest

from kanagawa_desk.errors import UserError
from kanagawa_desk.services import undoing
from kanagawa_desk.services.edit import Edit, set_cells
from kanagawa_desk.services.inquiries import received
from kanagawa_desk.services.inquiries.applying import apply
from kanagawa_desk.services.inquiries.collecting import collect
from kanagawa_desk.services.inquiries.sending_back import send_back
from tests.ledgers import TODAY
from tests.services.inquiries.rounds import PLANS, Round, fill_in, place
from tests.services.inquiries.test_applying import REVISED

FAULTY = {
    ("health21", "revised"): "別紙のとおり",
    ("food", "revised"): "平成36年3月",
    ("dental", "basis"): None,
}
LIST = "修正依頼"


@pytest.fixture
def faulty(plans: Round) -> Path:
    return plans.answer("健康増進課", FAULTY, answer="修正あり")


def messages(path: Path) -> dict[str, str]:
    """The comments of a workbook by the hidden keys of their cells."""
    sheet = openpyxl.load_workbook(path)[PLANS]
    places = {place(sheet, *keys): "/".join(keys) for keys in FAULTY}
    return {
        places[cell.coordinate]: cell.comment.text
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }


def test_each_cell_at_fault_says_in_words_for_its_author_what_to_do(
    plans: Round, faulty: Path, tmp_path: Path
) -> None:
    back = send_back(plans.ledger, faulty, tmp_path / "返送", TODAY)
    assert back.name == f"修正依頼_{faulty.name}"
    said = messages(back)
    assert set(said) == {"/".join(keys) for keys in FAULTY}
    assert "このセルに値を入力してください" in said["health21/revised"]
    assert "「R6.3月」のことであれば" in said["food/revised"]
    assert "空欄になっています" in said["dental/basis"]


def test_the_first_sheet_lists_what_is_to_be_put_right(
    plans: Round, faulty: Path, tmp_path: Path
) -> None:
    workbook = openpyxl.load_workbook(send_back(plans.ledger, faulty, tmp_path / "返送", TODAY))
    assert workbook.sheetnames[0] == LIST
    assert [row[0].value for row in workbook[LIST].iter_rows(min_row=5)] == ["1", "2", "3"]


def test_a_file_sent_back_is_waited_for_again(plans: Round, faulty: Path, tmp_path: Path) -> None:
    send_back(plans.ledger, faulty, tmp_path / "返送", TODAY)
    assert plans.state("健康増進課") == "sent_back"
    assert plans.view("健康増進課").days_left == 14


def test_a_file_that_was_not_yet_received_is_received_on_the_way(
    plans: Round, faulty: Path, tmp_path: Path
) -> None:
    send_back(plans.ledger, faulty, tmp_path / "返送", TODAY)
    record = plans.view("健康増進課").returned
    assert record is not None
    assert received.content_of(plans.ledger, record.id) == faulty.read_bytes()


def test_the_marked_file_is_no_second_answer_until_somebody_fills_it_in(
    plans: Round, faulty: Path, tmp_path: Path
) -> None:
    back = send_back(plans.ledger, faulty, tmp_path / "返送", TODAY)
    (found,) = collect(plans.ledger, [back])
    assert (found.status, found.standing) == ("resent", False)
    assert plans.state("健康増進課") == "sent_back"


def test_the_corrected_file_is_the_second_answer_and_is_applied(
    plans: Round, faulty: Path, tmp_path: Path
) -> None:
    back = send_back(plans.ledger, faulty, tmp_path / "返送", TODAY)
    mended = plans.answers / "再回答.xlsx"
    cells = {
        ("health21", "revised"): "R6.4月",
        ("food", "revised"): "R6.3月",
        ("dental", "basis"): "歯科口腔保健の推進に関する法律第13条",
    }
    fill_in(back, mended, cells)
    found = collect(plans.ledger, [mended])
    assert (found[0].status, plans.state("健康増進課")) == ("new", "returned_again")
    assert apply(plans.ledger, found)[0].applied
    assert plans.state("健康増進課") == "applied"


def test_a_value_that_changed_here_too_is_asked_about(plans: Round, tmp_path: Path) -> None:
    answer = plans.answer("健康増進課", {("health21", "revised"): "R6.4月"})
    set_cells(plans.ledger, [Edit(REVISED, "R6.5月")], TODAY)
    back = send_back(plans.ledger, answer, tmp_path / "返送", TODAY)
    assert "台帳の値も変わっています" in messages(back)["health21/revised"]


def test_a_file_without_fault_is_not_sent_back(plans: Round, tmp_path: Path) -> None:
    answer = plans.answer("健康増進課", {("health21", "revised"): "R6.4月"})
    with pytest.raises(UserError, match="見つかりません"):
        send_back(plans.ledger, answer, tmp_path / "返送", TODAY)
    assert not (tmp_path / "返送").exists()


def test_an_applied_file_is_not_sent_back(plans: Round, tmp_path: Path) -> None:
    answer = plans.answer("健康増進課", {("health21", "revised"): "R6.4月"})
    apply(plans.ledger, collect(plans.ledger, [answer]))
    with pytest.raises(UserError, match="受け取った"):
        send_back(plans.ledger, answer, tmp_path / "返送", TODAY)


def test_what_is_no_answer_is_not_sent_back(plans: Round, tmp_path: Path) -> None:
    other = tmp_path / "別物.xlsx"
    openpyxl.Workbook().save(other)
    with pytest.raises(UserError, match="どの照会への回答か"):
        send_back(plans.ledger, other, tmp_path / "返送", TODAY)


def test_applying_is_not_undone_over_a_later_file_that_was_sent_back(
    plans: Round, faulty: Path, tmp_path: Path
) -> None:
    first = plans.answer("健康増進課", {("health21", "revised"): "R6.4月"}, name="一.xlsx")
    (applied,) = apply(plans.ledger, collect(plans.ledger, [first]))
    send_back(plans.ledger, faulty, tmp_path / "返送", TODAY)
    undoing.undo(plans.ledger, applied.batch)
    assert plans.state("健康増進課") == "sent_back"


@pytest.mark.parametrize("field", ["period", "revised", "next_revision"])
def test_a_field_that_is_not_settled_yet_is_sent_back_and_harms_nothing(
    plans: Round, tmp_path: Path, field: str
) -> None:
    answer = plans.answer("健康増進課", {("health21", field): "検討中"}, answer="修正あり")
    back = send_back(plans.ledger, answer, tmp_path, TODAY)
    sheet = openpyxl.load_workbook(back)[PLANS]
    assert "「」" not in sheet[place(sheet, "health21", field)].comment.text
    assert "はっきりしません" in sheet[place(sheet, "health21", field)].comment.text


@pytest.mark.parametrize("field", ["revised", "next_revision"])
def test_a_field_that_is_not_settled_yet_can_be_left_empty(plans: Round, field: str) -> None:
    answer = plans.answer("健康増進課", {("health21", field): "検討中"}, answer="修正あり")
    (applied,) = apply(plans.ledger, collect(plans.ledger, [answer]), "theirs")
    assert applied.applied
