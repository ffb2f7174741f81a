"""Writing a paper: keys in the text of blocks."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from tests.gui.grids import compose, confirm, press, type_text
from tests.gui.paper_pages import LEGAL, PURPOSE, at_rest, block_with, kinds_and_texts, write_in

Key = Qt.Key


def test_enter_parts_a_paragraph_where_the_cursor_stands(composer, qtbot):
    block = write_in(composer, PURPOSE, place=2)
    before = kinds_and_texts(composer)
    press(Key.Key_Return)
    at = before.index(("paragraph", block.text))
    assert kinds_and_texts(composer) == [
        *before[:at],
        ("paragraph", block.text[:2]),
        ("paragraph", block.text[2:]),
        *before[at + 1 :],
    ]
    assert composer.blocks.editor.place() == 0


def test_enter_behind_a_heading_begins_a_paragraph(composer, qtbot):
    heading = write_in(composer, "策定の趣旨", kind="heading")
    press(Key.Key_Return)
    type_text("a")
    blocks = composer.composition.blocks
    at = [block.id for block in blocks].index(heading.id)
    assert (blocks[at + 1].kind, blocks[at + 1].text) == ("paragraph", "a")


def test_enter_in_an_empty_bullet_ends_the_list(composer, qtbot):
    write_in(composer, "", kind="bullet")
    press(Key.Key_Return)
    assert composer.blocks.view_in_hand().block.kind == "bullet"
    press(Key.Key_Return)
    assert composer.blocks.view_in_hand().block.kind == "paragraph"


def test_enter_that_confirms_a_conversion_parts_nothing(composer, qtbot):
    block = write_in(composer, PURPOSE)
    before = len(composer.composition.blocks)
    compose("けいかく")
    press(Key.Key_Return)  # the input method's, should one get this far
    confirm("計画")
    assert len(composer.composition.blocks) == before
    assert composer.composition.block(block.id).text == f"{block.text}計画"


def test_what_is_being_composed_is_not_written_yet(composer, qtbot):
    block = write_in(composer, PURPOSE)
    compose("けいかく")
    assert composer.composition.block(block.id).text == block.text


def test_backspace_at_the_head_joins_a_paragraph_to_the_one_above(composer, qtbot):
    block = write_in(composer, PURPOSE, place=3)
    press(Key.Key_Return)
    press(Key.Key_Backspace)
    assert composer.composition.block(block.id).text == block.text
    assert composer.blocks.editor.place() == 3


def test_backspace_at_the_head_of_a_bullet_takes_its_mark_away(composer, qtbot):
    block = write_in(composer, "", place=0, kind="bullet")
    press(Key.Key_Backspace)
    there = composer.composition.block(block.id)
    assert (there.kind, there.text) == ("paragraph", block.text)


def test_delete_at_the_end_joins_the_paragraph_below(composer, qtbot):
    block = write_in(composer, PURPOSE, place=3)
    press(Key.Key_Return)
    press(Key.Key_Up)
    press(Key.Key_End)
    press(Key.Key_Delete)
    assert composer.composition.block(block.id).text == block.text


def test_arrows_lead_from_block_to_block(composer, qtbot):
    heading = write_in(composer, "計画の性格", kind="heading")
    press(Key.Key_Down)
    assert LEGAL in composer.blocks.view_in_hand().block.text
    press(Key.Key_Up)
    assert composer.blocks.in_hand == heading.id


def new_paragraph(composer) -> None:
    write_in(composer, LEGAL)
    press(Key.Key_Return)


def test_a_mark_typed_at_the_head_of_a_line_makes_its_kind(composer, qtbot):
    for mark, kind, level, style in (
        ("・", "bullet", 1, ""),
        ("※", "note", 0, ""),
        ("○", "circle", 1, ""),
        ("■", "caption", 0, "■"),
        ("◇", "caption", 0, "◇"),
        ("〔", "caption", 0, "〔〕"),
        ("(1)", "heading", 2, ""),
        ("（ア）", "heading", 4, ""),
        ("(a)", "heading", 6, ""),
        ("ア　", "heading", 3, ""),
    ):
        new_paragraph(composer)
        confirm(mark)
        made = composer.blocks.view_in_hand().block
        assert (made.kind, made.level, made.style, made.text) == (kind, level, style, "")
        confirm("続き")
        assert composer.composition.block(made.id).text == "続き"


def test_a_number_with_its_counter_is_no_label(composer, qtbot):
    new_paragraph(composer)
    type_text("2 ")
    assert composer.blocks.view_in_hand().block.kind == "paragraph"


def test_tab_changes_the_level_of_a_heading_and_numbers_follow(composer, qtbot):
    heading = write_in(composer, "計画の性格", kind="heading")
    press(Key.Key_Tab)
    assert composer.composition.block(heading.id).level == heading.level + 1
    assert composer.blocks.view_in_hand().label == "a"
    assert composer.editor.trail == "1 › (1) › ア › (ア) › a 計画の性格"
    press(Key.Key_Backtab)
    assert composer.blocks.view_in_hand().label == "(イ)"


def test_every_kind_is_put_in_by_its_key(composer, qtbot):
    for action in composer.editor.insert_menu.actions():
        if action.shortcut().isEmpty() or "…" in action.text():
            continue
        before = len(composer.composition.blocks)
        write_in(composer, LEGAL)
        combination = action.shortcut()[0]
        press(combination.key(), combination.keyboardModifiers())
        assert len(composer.composition.blocks) == before + 1, action.text()
    at_rest(composer, qtbot)


def test_a_click_writes_there_and_drawing_on_selects(composer, qtbot):
    block = block_with(composer, LEGAL)
    composer.blocks.take(block.id, write=False)
    box = composer.blocks.visualRect(composer.model.index(composer.model.row_of(block.id)))
    view, y = composer.blocks.viewport(), box.top() + 18
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(view, left, pos=QPoint(100, y))
    assert composer.blocks.in_hand == block.id
    first = composer.blocks.editor.textCursor().position()
    move = QMouseEvent(
        QMouseEvent.Type.MouseMove,
        QPointF(180, y),
        view.mapToGlobal(QPointF(180, y)),
        left,
        left,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view, move)
    qtbot.mouseRelease(view, left, pos=QPoint(180, y))
    cursor = composer.blocks.editor.textCursor()
    assert (cursor.anchor(), cursor.hasSelection()) == (first, True)


def test_the_wheel_scrolls_the_paper_over_what_is_written_in(composer, qtbot):
    write_in(composer, PURPOSE)
    editor, bar = composer.blocks.editor, composer.blocks.verticalScrollBar()
    before, spot = bar.value(), QPointF(20, 10)
    wheel = QWheelEvent(
        spot,
        editor.mapToGlobal(spot),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(editor.viewport(), wheel)
    assert bar.value() > before
    assert editor.geometry().top() < composer.blocks.viewport().height()
