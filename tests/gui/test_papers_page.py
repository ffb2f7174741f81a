"""委員会資料 in the window: what is stored when, taken back, and opened."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kanagawa_desk.domain.papers.blocks import Block
from kanagawa_desk.services import ledgers
from kanagawa_desk.settings import Settings
from tests.gui.grids import can_undo, confirm, press, type_text
from tests.gui.paper_pages import LEGAL, PAPER, PURPOSE, composer_of, kinds_and_texts, write_in
from tests.ledgers import ACTOR, SteppingClock, opened

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def blocks_in(path) -> list[Block]:
    with opened(path) as ledger, ledger.reading() as reads:
        return list(reads.all(Block, paper=PAPER))


def test_what_is_typed_is_in_the_ledger_when_the_window_closes(window, qtbot, sample_path):
    composer = composer_of(window, qtbot)
    block = write_in(composer, PURPOSE)
    type_text("abc")
    window.close()
    stored = next(each for each in blocks_in(sample_path) if each.id == block.id)
    assert stored.text == f"{block.text}abc"


def test_prose_is_stored_when_the_hand_rests(window, qtbot):
    composer = composer_of(window, qtbot)
    write_in(composer, PURPOSE)
    with qtbot.waitSignal(window.session.changed, timeout=3000):
        type_text("a")


def test_one_visit_to_a_block_is_taken_back_as_one(window, qtbot):
    composer = composer_of(window, qtbot)
    block = write_in(composer, PURPOSE)
    for letter in "ab":
        type_text(letter)
        with qtbot.waitSignal(window.session.changed):
            composer.composition.store()
    write_in(composer, LEGAL)
    can_undo(window, qtbot)
    press(Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: composer.composition.block(block.id).text == block.text)
    assert composer.blocks.in_hand == block.id


def test_undo_is_the_editors_own_first(window, qtbot):
    composer = composer_of(window, qtbot)
    write_in(composer, LEGAL)
    press(Key.Key_Return)
    type_text("xyz")
    press(Key.Key_Z, CTRL)
    assert composer.blocks.editor.text() == ""
    can_undo(window, qtbot)
    press(Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: ("paragraph", "") not in kinds_and_texts(composer))


def test_blocks_chosen_together_go_at_one_key_and_come_back(window, qtbot):
    composer = composer_of(window, qtbot)
    before = kinds_and_texts(composer)
    write_in(composer, PURPOSE)
    press(Key.Key_Escape)
    press(Key.Key_Down, SHIFT)
    press(Key.Key_Delete)
    assert len(composer.composition.blocks) == len(before) - 2
    can_undo(window, qtbot)
    press(Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: kinds_and_texts(composer) == before)


def test_a_paper_that_cannot_be_written_is_read_only(window, qtbot):
    composer = composer_of(window, qtbot)
    before = kinds_and_texts(composer)
    window.page("papers").set_writable(False)
    write_in(composer, PURPOSE)
    type_text("a")
    press(Key.Key_Return)
    press(Key.Key_Backspace)
    assert kinds_and_texts(composer) == before


def test_the_list_of_blocks_follows_what_others_change(window, qtbot):
    composer = composer_of(window, qtbot)
    block = write_in(composer, PURPOSE)
    write_in(composer, LEGAL)
    with qtbot.waitSignal(window.session.changed):
        window.tasks.ask(_rename, block.id, then=lambda _none: window.session.wrote())
    qtbot.waitUntil(lambda: composer.composition.block(block.id).text == "別の人の文")
    assert QApplication.focusWidget() is composer.blocks.editor


def _rename(ledger, block: str) -> None:
    from kanagawa_desk.services.papers import editing as paper_editing

    paper_editing.keep(ledger, block, {"text": "別の人の文"})


def test_a_heading_is_moved_with_its_section_by_keys(window, qtbot):
    composer = composer_of(window, qtbot)
    heading = write_in(composer, "計画の性格", kind="heading")
    press(Key.Key_Up, ALT | SHIFT)
    blocks = composer.composition.blocks
    at = [block.id for block in blocks].index(heading.id)
    assert LEGAL in blocks[at + 1].text
    assert blocks[at + 2].text == "策定の趣旨"
    assert composer.blocks.view_in_hand().label == "(ア)"


def test_a_paper_is_begun_by_keys_and_is_in_hand(window, qtbot):
    composer = composer_of(window, qtbot)
    press(Key.Key_P, CTRL | ALT)
    confirm("厚生常任委員会資料")
    press(Key.Key_Tab)
    press(Key.Key_Tab)
    confirm("R6.12.10")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: composer.composition.paper.title == "厚生常任委員会資料")
    assert [block.kind for block in composer.composition.blocks] == [
        "cover",
        "contents",
        "heading",
        "paragraph",
    ]
    assert window.page("papers").choice.currentText().startswith("厚生常任委員会資料　R6.12.10")


def test_a_paper_without_a_day_is_not_begun(window, qtbot):
    composer_of(window, qtbot)
    page = window.page("papers")
    press(Key.Key_P, CTRL | ALT)
    confirm("資料")
    press(Key.Key_Return)
    assert page.new_bar.isVisible()
    assert page.choice.count() == 1


def test_ctrl_f_and_ctrl_h_open_the_bar(window, qtbot):
    composer = composer_of(window, qtbot)
    write_in(composer, LEGAL)
    press(Key.Key_F, CTRL)
    assert composer.find_bar.line.field.hasFocus()
    assert not composer.find_bar.new.isVisible()
    press(Key.Key_Escape)
    press(Key.Key_H, CTRL)
    assert composer.find_bar.new.isVisible()


def test_f6_goes_round_blocks_page_and_outline(window, qtbot):
    composer = composer_of(window, qtbot)
    write_in(composer, LEGAL)
    press(Key.Key_F6)
    assert composer.preview.view.hasFocus()
    press(Key.Key_F6)
    assert composer.outline.hasFocus()
    press(Key.Key_F6)
    assert composer.blocks.editor.hasFocus()


def test_the_panel_opens_beside_and_counts_what_is_to_be_checked(window, qtbot):
    composer_of(window, qtbot)
    page = window.page("papers")
    press(Key.Key_F4)
    assert page.panel.isVisible()
    press(Key.Key_F4)
    assert not page.panel.isVisible()


def test_undo_brings_back_a_block_and_takes_it_in_hand(window, qtbot):
    composer = composer_of(window, qtbot)
    block = write_in(composer, LEGAL)
    press(Key.Key_Escape)
    press(Key.Key_Delete)
    write_in(composer, PURPOSE)
    can_undo(window, qtbot)
    press(Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: composer.composition.block(block.id) is not None)
    qtbot.waitUntil(lambda: composer.blocks.in_hand == block.id)


def test_without_papers_the_page_says_so(open_window, qtbot, tmp_path):
    path = tmp_path / "空.kdesk"
    ledgers.create(path, ACTOR, SteppingClock()).close()
    window = open_window(Settings(display_name="田中", last_ledger=str(path)))
    qtbot.waitUntil(lambda: window.session.facts is not None)
    window.show_page("papers")
    page = window.page("papers")
    qtbot.waitUntil(lambda: not page.composer.isEnabled())
    assert page.composer.composition.blocks == ()
