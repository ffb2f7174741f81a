"""An answer reviewed by keys: what is decided, kept, applied and taken back."""

import shutil
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QTableView, QWidget

from kanagawa_desk.domain.inquiries import ReturnedFile
from kanagawa_desk.domain.layout import Address
from kanagawa_desk.domain.notation import notation
from kanagawa_desk.domain.records import BedCount
from kanagawa_desk.gui.calls import ledger as calls
from kanagawa_desk.gui.messages import Message
from kanagawa_desk.gui.models import review_model as model
from kanagawa_desk.gui.models.review_lines import HELD, Choice
from kanagawa_desk.gui.pages.desk import Desk
from kanagawa_desk.gui.tasks import Tasks
from kanagawa_desk.gui.widgets.reviews.return_review import ReturnReview
from kanagawa_desk.services import ledgers
from kanagawa_desk.services.edit import Edit, set_cells
from kanagawa_desk.services.inquiries.collecting import collect
from kanagawa_desk.services.ledgers import Ledger
from tests.gui.grids import press, type_text
from tests.ledgers import ACTOR, TODAY, SteppingClock, opened
from tests.services.inquiries.rounds import GENERAL, fill_in, place, sent_round

Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
DAY = date(2024, 4, 1)
COLUMN = f"beds@{DAY}"
ANSWERS = {
    "yokohama": 23400,
    "kawasaki_north": "４，１２０床",
    "kawasaki_south": "別紙のとおり",
    "sagamihara": 5920,
    "ken_o": "……",
    "kensei": None,
}


def address(area: str) -> Address:
    return Address("bed_count", ("general", area, DAY), "beds")


@pytest.fixture(scope="module")
def answered(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger to which an answer with everything in it has come back."""
    folder = tmp_path_factory.mktemp("照会")
    path = folder / "台帳.kdesk"
    path.write_bytes(sample_file.read_bytes())
    with opened(path) as ledger:
        sent = sent_round(ledger, folder, "beds", DAY)
        (source,) = sent.sent.glob("*.xlsx")
        target = sent.answers / "回答.xlsx"
        cells = {(area, COLUMN): value for area, value in ANSWERS.items()}
        fill_in(source, target, cells, sheet=GENERAL, answer="修正あり", person="主査 鈴木")
        workbook = openpyxl.load_workbook(target)
        sheet = workbook[GENERAL]
        sheet[place(sheet, "sagamihara", COLUMN)].comment = Comment("再開した病棟を含む", "鈴木")
        workbook.save(target)
        set_cells(ledger, [Edit(address("sagamihara"), "5901")], TODAY, "電話で確認")
        collect(ledger, [target])
    return path


@pytest.fixture
def ledger_path(answered, tmp_path) -> Path:
    return Path(shutil.copy(answered, tmp_path / "台帳.kdesk"))


def opened_review(look, tasks, path: Path, qtbot) -> ReturnReview:
    """The answer under review, and the keys in its list."""
    shown = ReturnReview(Desk(look, tasks, lambda: TODAY))
    qtbot.addWidget(shown)
    tasks.open(lambda: ledgers.open_to_write(path, ACTOR, SteppingClock()), calls.facts)
    answers: list[ReturnedFile] = []
    tasks.ask(answers_in, then=answers.extend)
    qtbot.waitUntil(lambda: bool(answers))
    shown.resize(1100, 600)
    shown.show()
    qtbot.waitActive(shown)
    shown.show_returned(answers[0].id)
    qtbot.waitUntil(lambda: shown.pane.isVisible())
    shown.pane.list.setFocus()
    return shown


def answers_in(ledger: Ledger) -> tuple[ReturnedFile, ...]:
    with ledger.reading() as reads:
        return reads.all(ReturnedFile)


@pytest.fixture
def review(look, tasks, ledger_path, qtbot) -> ReturnReview:
    return opened_review(look, tasks, ledger_path, qtbot)


def row_of(review: ReturnReview, area: str) -> int:
    items = review.pane.lines.items
    return next(
        number
        for number, item in enumerate(items)
        if item.finding is not None and item.finding.address == address(area)
    )


def choices(review: ReturnReview) -> dict[str, Choice | None]:
    """What becomes of the answers, by their areas."""
    lines = review.pane.lines
    found = [(number, item.finding) for number, item in enumerate(lines.items) if item.finding]
    return {finding.address.key[1]: lines.choice(number) for number, finding in found}


def said(widget: QWidget) -> str:
    """All that a part of the window tells."""
    return "\n".join(each.text() for each in widget.findChildren(QLabel))


def go_to(review: ReturnReview, area: str) -> None:
    review.pane.list.go_to(row_of(review, area))


def in_hand(review: ReturnReview) -> Address:
    return review.pane.lines.items[review.pane.list.current()].finding.address


def counts(tasks, qtbot) -> dict[str, str]:
    """The counts that the ledger holds, read where the window reads them."""
    found: list[tuple[BedCount, ...]] = []

    def read(ledger):
        with ledger.reading() as reads:
            return reads.all(BedCount, bed_type="general", as_of=DAY)

    tasks.ask(read, then=found.append)
    qtbot.waitUntil(lambda: bool(found))
    return {each.area: notation(each.beds) for each in found[0] if each.area in ANSWERS}


def stage(tasks, qtbot) -> str:
    found: list[str] = []
    tasks.ask(lambda ledger: answers_in(ledger)[0].stage, then=found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def test_what_must_be_mended_stands_first_then_conflicts_and_questions(review):
    kinds = [item.kind for item in review.pane.lines.items]
    assert kinds[:4] == ["要修正", "双方で変更", "質問", "空欄になった"]
    assert set(kinds[4:]) == {"変更", "表記を整えた", "知らせ"}


def test_what_changed_on_one_side_is_taken_and_the_rest_is_held(review):
    assert choices(review) == {
        "yokohama": Choice.TAKE,
        "kawasaki_north": Choice.TAKE,
        "kawasaki_south": Choice.HOLD,
        "sagamihara": Choice.HOLD,
        "ken_o": Choice.HOLD,
        "kensei": Choice.HOLD,
    }
    assert review.pane.take.text() == "取り込む（2件）"


def test_a_line_shows_what_was_sent_what_is_there_and_what_came_back(review):
    table, row = review.pane.list.model(), row_of(review, "sagamihara")
    texts = [table.index(row, column).data() for column in range(table.columnCount())]
    assert texts[model.BASE : model.VERDICT] == ["5,910", "5,901", "5,920"]
    assert texts[model.WHERE].startswith(f"{GENERAL}!")
    assert texts[model.CHOICE] == "保留"


def test_f8_goes_from_one_open_line_to_the_next_and_round(review):
    visited = []
    for _ in range(5):
        press(Key.Key_F8)
        visited.append(in_hand(review))
    order = ["sagamihara", "ken_o", "kensei", "kawasaki_south", "sagamihara"]
    assert visited == [address(area) for area in order]
    press(Key.Key_F8, SHIFT)
    assert in_hand(review) == address("kawasaki_south")


def test_alt_and_a_digit_decide_the_line_in_hand(review):
    go_to(review, "sagamihara")
    for key, choice in ((Key.Key_1, Choice.TAKE), (Key.Key_2, Choice.KEEP)):
        press(key, ALT)
        assert choices(review)["sagamihara"] is choice
    press(Key.Key_3, ALT)
    assert choices(review)["sagamihara"] is Choice.HOLD


def test_all_lines_are_decided_at_once_but_what_cannot_be_read_is_never_taken(review):
    press(Key.Key_A, CTRL)
    press(Key.Key_1, ALT)
    assert choices(review) == dict.fromkeys(ANSWERS, Choice.TAKE) | {"kawasaki_south": Choice.HOLD}


def test_the_cells_of_a_record_are_selected_together(review):
    go_to(review, "yokohama")
    press(Key.Key_Space, SHIFT)
    press(Key.Key_3, ALT)
    held = [area for area, choice in choices(review).items() if choice is Choice.HOLD]
    assert "yokohama" in held
    assert "kawasaki_north" not in held


def test_the_menu_of_a_line_does_what_the_keys_do(review):
    go_to(review, "yokohama")
    table = review.pane.list
    place = table.visualRect(table.currentIndex()).center()
    QApplication.sendEvent(
        table.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, place)
    )
    (menu,) = table.findChildren(QMenu)
    keep = next(each for each in menu.actions() if each.text().startswith("現在を残す"))
    keep.trigger()
    menu.close()
    assert choices(review)["yokohama"] is Choice.KEEP


def test_a_reading_is_chosen_by_its_number_or_by_arrows(review):
    go_to(review, "ken_o")
    press(Key.Key_2)
    lines, row = review.pane.lines, row_of(review, "ken_o")
    assert lines.theirs(row) == "不詳"
    press(Key.Key_Left)
    assert lines.theirs(row) == "未集計"


def test_choosing_the_value_of_the_ledger_keeps_it(review):
    go_to(review, "kensei")
    press(Key.Key_2)
    assert choices(review)["kensei"] is Choice.KEEP


def test_a_value_that_cannot_be_read_is_mended_in_place(review, qtbot):
    go_to(review, "kawasaki_south")
    press(Key.Key_F2)
    field = review.pane.line.ask.findChild(QLineEdit)
    assert field.hasFocus()
    assert field.text() == "別紙のとおり"
    type_text("9,9x")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: field.text() == "9,9x" and "9,9x" not in said(review.pane.line.ask))
    field.selectAll()
    type_text("4,590")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: choices(review)["kawasaki_south"] is Choice.TAKE)
    lines, row = review.pane.lines, row_of(review, "kawasaki_south")
    assert lines.theirs(row) == "4,590"
    assert lines.verdict(row) == "「別紙のとおり」を 4,590 とします。"
    assert review.pane.list.hasFocus()


def test_a_chip_leaves_the_lines_of_its_kind(review, qtbot):
    pane = review.pane
    pane.chips.chosen.emit("質問")
    table = pane.list.model()
    assert [table.index(row, 0).data() for row in range(table.rowCount())] == ["質問"]
    pane.chips.chosen.emit(HELD)
    assert table.rowCount() == 4


def test_the_line_in_hand_tells_who_made_the_value_of_now_and_what_the_answer_does(review, qtbot):
    go_to(review, "sagamihara")
    detail = review.pane.line.detail
    qtbot.waitUntil(lambda: "佐藤" in said(detail.ours))
    assert "電話で確認" in said(detail.ours)
    assert "主査 鈴木" in said(detail.theirs)
    assert "▲488 → ▲469" in said(detail)


def test_the_returned_sheet_is_seen_around_the_cell_with_its_comment(review, qtbot):
    go_to(review, "sagamihara")
    sheet = review.pane.line.detail.sheet
    qtbot.waitUntil(lambda: "再開した病棟を含む" in said(sheet), timeout=10_000)
    cells = sheet.findChild(QTableView).model()
    column = [cells.index(row, 3).data() for row in range(cells.rowCount())]
    assert column == ["４，１２０床", "別紙のとおり", "5,920", "5,183", "4,301"]


def test_enter_goes_to_the_cell_in_its_grid(review, qtbot):
    go_to(review, "sagamihara")
    with qtbot.waitSignal(review.went) as went:
        press(Key.Key_Return)
    assert went.args == [address("sagamihara")]


def apply(review: ReturnReview, qtbot) -> Message:
    with qtbot.waitSignal(review.wrote), qtbot.waitSignal(review.said) as said_:
        press(Key.Key_Return, CTRL)
    return said_.args[0]


def test_what_is_held_stays_open_and_the_rest_goes_in_as_one_step(review, tasks, qtbot):
    before = counts(tasks, qtbot)
    message = apply(review, qtbot)
    assert "2件を取り込みました。保留 4件" in message.text
    after = counts(tasks, qtbot)
    changed = {area for area in after if after[area] != before[area]}
    assert changed == {"yokohama", "kawasaki_north"}
    assert stage(tasks, qtbot) == "reviewing"
    with qtbot.waitSignal(review.undo_wanted) as undone:
        message.do()
    tasks.ask(calls.undo, undone.args[0])
    assert counts(tasks, qtbot) == before
    assert stage(tasks, qtbot) == "received"


def test_what_was_applied_is_not_shown_again_when_the_rest_is(review, tasks, qtbot):
    apply(review, qtbot)
    review.show_returned(review.returned)
    qtbot.waitUntil(lambda: review.pane.take.text() == "取り込む（0件）")
    assert review.pane.lines.counts[HELD] == 4


def test_a_cell_that_was_put_right_is_not_asked_about_again(review, tasks, qtbot):
    go_to(review, "kensei")
    press(Key.Key_F2)
    type_text("2,900")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: choices(review)["kensei"] is Choice.TAKE)
    lines, row = review.pane.lines, row_of(review, "kensei")
    assert lines.verdict(row) == "空欄を 2,900 とします。"
    apply(review, qtbot)
    review.show_returned(review.returned)
    qtbot.waitUntil(lambda: choices(review)["kensei"] is Choice.KEEP)


def test_an_answer_of_which_every_line_is_decided_is_done(review, tasks, qtbot):
    press(Key.Key_A, CTRL)
    press(Key.Key_2, ALT)
    assert "確認を終えました" in apply(review, qtbot).text
    assert stage(tasks, qtbot) == "applied"
    review.show_returned(review.returned)
    qtbot.waitUntil(lambda: not review.pane.isVisible())
    assert "取込済みです" in said(review)


def test_decisions_are_there_again_when_the_answer_is_opened_anew(
    review, look, tasks, ledger_path, qtbot
):
    go_to(review, "sagamihara")
    with qtbot.waitSignal(review.wrote):  # it is in review from now on
        press(Key.Key_2, ALT)
    go_to(review, "ken_o")
    press(Key.Key_2)
    assert stage(tasks, qtbot) == "reviewing"
    tasks.close()
    later = Tasks(str)
    again = opened_review(look, later, ledger_path, qtbot)
    assert choices(again)["sagamihara"] is Choice.KEEP
    assert again.pane.lines.theirs(row_of(again, "ken_o")) == "不詳"
    later.close()


def test_a_decision_falls_when_the_ledger_has_another_value_since(review, tasks, qtbot):
    go_to(review, "sagamihara")
    with qtbot.waitSignal(review.wrote):
        press(Key.Key_2, ALT)
    edit = Edit(address("sagamihara"), "5905")
    tasks.ask(lambda ledger: set_cells(ledger, [edit], TODAY, "再度の電話"))
    review.show_returned(review.returned)
    qtbot.waitUntil(lambda: review.pane.lines.ours(row_of(review, "sagamihara")) == "5,905")
    assert choices(review)["sagamihara"] is Choice.HOLD


def test_what_changed_in_the_ledger_meanwhile_is_not_overwritten(review, tasks, qtbot):
    edit = Edit(address("yokohama"), "23500")
    tasks.ask(lambda ledger: set_cells(ledger, [edit], TODAY, "再度の電話"))
    with qtbot.waitSignal(review.said) as said_:
        press(Key.Key_Return, CTRL)
    assert "台帳で変わりました" in said_.args[0].text
    assert counts(tasks, qtbot)["yokohama"] == "23500"
    qtbot.waitUntil(lambda: choices(review)["yokohama"] is Choice.HOLD)  # a conflict by now


def test_a_reader_of_the_ledger_only_looks(review):
    review.set_writable(False)
    before = choices(review)
    press(Key.Key_A, CTRL)
    press(Key.Key_2, ALT)
    assert choices(review) == before
    assert not review.pane.take.isEnabled()
    assert not review.send_back.isEnabled()
