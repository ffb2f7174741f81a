"""Binding from within the paper: a number that was typed, by keys alone."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from tests.gui.grids import press
from tests.gui.paper_pages import at_rest, composer_of, write_in

Key = Qt.Key
CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def ready(composer, qtbot) -> None:
    """The form has the keys."""
    qtbot.waitUntil(lambda: composer.form.isAncestorOf(QApplication.focusWidget()))


def test_a_selected_number_gives_way_to_the_ledgers(window, qtbot):
    composer = composer_of(window, qtbot)
    block = write_in(composer, "9圏域", kind="paragraph")
    editor = composer.blocks.editor
    cursor = editor.document().find("9圏域")
    editor.setTextCursor(QTextCursor(cursor))
    press(Key.Key_N, CTRL_ALT)
    ready(composer, qtbot)
    assert composer.form.accessibleDescription() == "9圏域"
    press(Key.Key_Return)
    composer.composition.store()
    at_rest(composer, qtbot)
    stored = composer.composition.block(block.id).text
    assert stored == block.text.replace("9圏域", "{圏域数:general}")


def test_the_comparison_of_a_block_opens_the_panel_at_its_binding(window, qtbot):
    composer = composer_of(window, qtbot)
    table = next(each for each in composer.composition.blocks if '"plans"' in each.binding)
    composer.blocks.take(table.id, write=False)
    composer.compare_wanted.emit()
    panel = window.page("papers").panel
    qtbot.waitUntil(lambda: panel.bindings.list.currentIndex().row() == 4)
    assert panel.bindings.list.hasFocus()
