"""Sending an inquiry: what is written, and that it is written whole or not at all."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kanagawa_desk.domain.inquiries import Request
from kanagawa_desk.errors import EnvironmentFault
from kanagawa_desk.exchange.assembling import read_workbook
from kanagawa_desk.services.inquiries import respondents
from kanagawa_desk.services.inquiries.board import board
from kanagawa_desk.services.inquiries.creating import Order, create
from kanagawa_desk.services.inquiries.respondents import Candidate
from kanagawa_desk.services.inquiries.sending import ask_also, create_and_send, send
from kanagawa_desk.services.ledgers import Ledger
from tests.ledgers import TODAY
from tests.pdf_text import pages
from tests.services.inquiries.rounds import DUE, Round

ORDER = Order("計画の時点更新", DUE, "plans", instructions="次期改定は年度まで入力してください。")


def test_there_is_a_workbook_and_a_letter_for_each_and_one_list(
    sample: Ledger, tmp_path: Path
) -> None:
    sent = create_and_send(sample, ORDER, tmp_path / "送付", TODAY)
    names = [path.relative_to(tmp_path / "送付").as_posix() for path in sent.files]
    assert names[0] == "R6-01_医療企画課_計画の時点更新.xlsx"
    assert sum(name.endswith(".xlsx") for name in names) == 5
    assert names[5] == "照会文/R6-01_医療企画課_計画の時点更新_照会文.pdf"
    assert names[-1] == "照会文/R6-01_宛先一覧.pdf"
    assert len(names) == 11
    assert all(path.is_file() for path in sent.files)


def test_a_workbook_says_what_is_asked_and_who_answers(plans: Round) -> None:
    guide = load_workbook(plans.workbook("健康増進課"))["記入要領"]
    texts = [cell.value for row in guide.iter_rows() for cell in row if cell.value]
    assert texts[0] == "計画の時点更新について（照会）"
    assert "令和6年10月18日（金）" in texts
    assert "健康増進課" in texts


def test_a_workbook_holds_its_request_and_its_own_rows_only(plans: Round) -> None:
    read = read_workbook(plans.workbook("健康増進課"))
    assert read.request == plans.view("健康増進課").id
    assert read.head.division == "健康増進課"
    (sheet,) = (each for each in read.sheets if each.title == "計画一覧")
    keys = [row[1].content for row in sheet.rows.values() if 1 in row]
    assert keys[1:] == ["health21", "food", "dental"]


def test_instructions_stand_in_the_workbook_and_in_the_letter(
    sample: Ledger, tmp_path: Path
) -> None:
    sent = create_and_send(sample, ORDER, tmp_path, TODAY)
    guide = load_workbook(sent.files[0])["記入要領"]
    texts = [cell.value for row in guide.iter_rows() for cell in row]
    assert ORDER.instructions in texts
    letter = "".join(pages(sent.files[5].read_bytes())).replace("\r\n", "")
    assert ORDER.instructions in letter


def test_everyone_is_asked_from_then_on(plans: Round) -> None:
    view = plans.view("健康増進課")
    assert (view.state, view.sent_on, view.due) == ("asked", TODAY, DUE)


def test_a_pattern_names_the_workbooks(sample: Ledger, tmp_path: Path) -> None:
    sent = create_and_send(sample, replace(ORDER, pattern="{件名}（{回答者}）"), tmp_path, TODAY)
    assert sent.files[0].name == "計画の時点更新（医療企画課）.xlsx"


def test_a_title_that_no_file_can_have_is_made_one(sample: Ledger, tmp_path: Path) -> None:
    order = Order("4/1現在: 計画?", DUE, "plans")
    sent = create_and_send(sample, order, tmp_path, TODAY)
    assert sent.files[0].name == "R6-01_医療企画課_4_1現在_ 計画_.xlsx"


def test_a_due_date_that_has_passed_is_told(sample: Ledger, tmp_path: Path) -> None:
    sent = create_and_send(sample, Order("遅い", date(2024, 9, 30), "beds"), tmp_path, TODAY)
    assert [note for note in sent.notes if "過ぎた日" in note]


def test_an_inquiry_that_was_only_made_is_sent_later(sample: Ledger, tmp_path: Path) -> None:
    inquiry = create(sample, ORDER, TODAY)
    assert {each.state for each in board(sample, TODAY)[0].requests} == {"unsent"}
    send(sample, inquiry, tmp_path, TODAY)
    assert {each.state for each in board(sample, TODAY)[0].requests} == {"asked"}


def test_one_more_respondent_gets_a_workbook_and_the_others_none_again(
    plans: Round, tmp_path: Path
) -> None:
    respondents.add(plans.ledger, "横須賀市", "municipality", "横須賀市保健所長")
    city = next(each for each in respondents.respondents(plans.ledger) if each.name == "横須賀市")
    more = Candidate("respondent", city.id, city.name)
    sent = ask_also(plans.ledger, plans.inquiry, [more], tmp_path / "追加", TODAY)
    assert [path.name for path in sent.files if path.suffix == ".xlsx"] == [
        "R6-01_横須賀市_計画の時点更新.xlsx"
    ]
    letter = "".join(pages(sent.files[1].read_bytes()))
    assert "横須賀市保健所長" in letter


def test_stopping_in_the_middle_leaves_no_file_and_no_inquiry(
    sample: Ledger, tmp_path: Path
) -> None:
    class Stopped(Exception):
        pass

    def progress(done: int, of: int) -> None:
        if done == 3:
            raise Stopped

    folder = tmp_path / "送付"
    with pytest.raises(Stopped):
        create_and_send(sample, ORDER, folder, TODAY, progress)
    assert not folder.exists()
    assert board(sample, TODAY) == ()
    with sample.reading() as reads:
        assert reads.all(Request) == ()


def test_a_folder_that_cannot_be_made_is_told_and_nothing_is_changed(
    sample: Ledger, tmp_path: Path
) -> None:
    (tmp_path / "送付").write_text("これはファイル")
    with pytest.raises(EnvironmentFault, match="書き込めません"):
        create_and_send(sample, ORDER, tmp_path / "送付", TODAY)
    assert board(sample, TODAY) == ()
