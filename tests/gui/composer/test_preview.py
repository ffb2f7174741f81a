"""The page beside the editor."""

from PySide6.QtCore import QPoint, Qt

from tests.gui.grids import press, type_text
from tests.gui.paper_pages import LEGAL, block_with, write_in

Key = Qt.Key


def sheet_of(composer) -> int:
    return int(composer.preview.view.accessibleDescription().split(" ")[0]) - 1


def drawn(composer, qtbot) -> None:
    qtbot.waitUntil(lambda: composer.preview.view.is_shown)


def test_the_page_follows_the_block_in_hand_with_a_bar(composer, qtbot):
    drawn(composer, qtbot)
    block = block_with(composer, "デジタル戦略の推進", "heading")
    composer.blocks.take(block.id)
    qtbot.waitUntil(lambda: bool(composer.preview.view.bars) and sheet_of(composer) > 1)


def test_a_click_on_the_page_leads_to_the_block(composer, qtbot):
    drawn(composer, qtbot)
    heading = block_with(composer, "医療施策の推進", "heading")
    composer.blocks.take(heading.id)
    qtbot.waitUntil(lambda: bool(composer.preview.view.bars))
    write_in(composer, LEGAL)
    view = composer.preview.view
    sheet, places = view.sheet(), composer.preview.places_of(heading.id)
    top, foot = places[0]
    spot = QPoint(sheet.center().x(), sheet.top() + round((top + foot) / 2 * sheet.height()))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert composer.blocks.in_hand == heading.id
    assert composer.blocks.is_writing


def test_pages_are_turned_by_keys(composer, qtbot):
    drawn(composer, qtbot)
    composer.preview.turn(0)
    composer.preview.view.setFocus()
    press(Key.Key_PageDown)
    assert sheet_of(composer) == 1
    press(Key.Key_PageUp)
    assert sheet_of(composer) == 0
    press(Key.Key_PageUp)
    assert sheet_of(composer) == 0


def test_the_page_is_made_anew_after_an_edit(composer, qtbot):
    drawn(composer, qtbot)
    write_in(composer, LEGAL)
    before = composer.preview.view.picture_key
    type_text("abc")
    with qtbot.waitSignal(composer.preview.drawn):
        composer.composition.store()
    qtbot.waitUntil(lambda: composer.preview.view.picture_key != before)


def test_a_page_as_wide_as_its_pane_is_scrolled(composer, qtbot):
    drawn(composer, qtbot)
    composer.resize(1200, 400)
    assert composer.preview.view.verticalScrollBar().maximum() == 0
    composer.preview.choose_zoom(wide=True)
    assert composer.preview.view.verticalScrollBar().maximum() > 0
