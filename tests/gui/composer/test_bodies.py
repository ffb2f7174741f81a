"""What is not running text: tables typed in, the cover, what is bound to the ledgers."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from tests.gui.grids import confirm, press, type_text
from tests.gui.paper_pages import LEGAL, PAPER, at_rest, block_with, write_in

Key = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NUMBER = "{病床数:general:total:2024-04-01}"


def new_table(composer):
    write_in(composer, LEGAL)
    composer.hand.put_in("table")
    press(Key.Key_Return)
    return composer.bodies.table


def cells(composer) -> tuple:
    table = composer.blocks.view_in_hand().table
    return (table.head, *table.rows)


def test_a_table_is_typed_in_where_it_stands(composer, qtbot):
    table = new_table(composer)
    assert table.hasFocus()
    press(Key.Key_Down)
    type_text("a")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: cells(composer)[1] == (("a",), ("",), ("",)))
    at_rest(composer, qtbot)


def test_a_click_takes_the_cell_that_is_pointed_at(composer, qtbot):
    table = new_table(composer)
    press(Key.Key_Escape)
    composer.blocks.take(block_with(composer, LEGAL).id)
    row = composer.model.row_of(next(v.block.id for v in composer.model.views if v.free))
    box = composer.blocks.visualRect(composer.model.index(row))
    spot = QPoint(box.right() - 60, box.bottom() - 20)
    qtbot.mouseClick(composer.blocks.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert table.hasFocus()
    assert (table.currentRow(), table.currentColumn()) == (2, 2)


def test_rows_and_columns_come_and_go(composer, qtbot):
    new_table(composer)
    composer.add_row()
    composer.add_column()
    assert [len(row) for row in cells(composer)] == [4] * 4
    composer.remove_row()
    assert len(cells(composer)) == 3


def test_cells_of_a_spreadsheet_fill_the_table_and_make_it_grow(composer, qtbot):
    table = new_table(composer)
    table.setCurrentCell(1, 2)
    QGuiApplication.clipboard().setText("1\t2\n3\t4\n5\t6\n")
    press(Key.Key_V, CTRL)
    assert cells(composer)[1:] == tuple(
        (("",), ("",), (left,), (right,)) for left, right in (("1", "2"), ("3", "4"), ("5", "6"))
    )


def test_esc_takes_the_table_as_a_whole(composer, qtbot):
    table = new_table(composer)
    press(Key.Key_Escape)
    assert not table.isVisible()
    assert composer.blocks.hasFocus()


def test_the_lines_of_the_cover_are_typed_in_and_stored(composer, qtbot):
    cover = next(b for b in composer.composition.blocks if b.kind == "cover")
    composer.blocks.take(cover.id)
    press(Key.Key_Return)
    day = next(f for f in composer.bodies.cover.findChildren(QLineEdit) if f.hasFocus())
    day.selectAll()
    confirm("令和6年12月10日")
    press(Key.Key_Tab)
    qtbot.waitUntil(lambda: composer.composition.paper.held_on.isoformat() == "2024-12-10")
    assert day.text() == "R6.12.10"


def test_a_day_that_is_none_is_told_and_not_stored(composer, qtbot):
    cover = next(b for b in composer.composition.blocks if b.kind == "cover")
    composer.blocks.take(cover.id)
    press(Key.Key_Return)
    day = next(f for f in composer.bodies.cover.findChildren(QLineEdit) if f.hasFocus())
    day.selectAll()
    confirm("令和6年2月30日")
    with qtbot.waitSignal(composer.said) as said:
        press(Key.Key_Tab)
    assert said.args[0].tone == "error"
    assert composer.composition.paper.held_on.isoformat() == "2024-10-04"


def test_a_bound_number_is_a_chip_with_its_present_value(composer, qtbot):
    block = write_in(composer, LEGAL)
    composer.blocks.editor.put(f"総数は{NUMBER}")
    with qtbot.waitSignal(composer.wrote):
        composer.composition.store()
    qtbot.waitUntil(lambda: NUMBER in composer.composition.figures)
    assert composer.shapes.value(NUMBER).startswith("60,253")
    assert composer.composition.block(block.id).text.endswith(NUMBER)
    press(Key.Key_Backspace)
    assert composer.composition.block(block.id).text.endswith("総数は")


def test_a_table_of_the_ledgers_is_put_in_by_its_form(composer, qtbot):
    block = write_in(composer, LEGAL)
    composer.binder.want("table")
    qtbot.waitUntil(lambda: composer.form.isVisible())
    composer.form.chosen.emit('{"ledger":"plans"}')
    made = composer.blocks.view_in_hand().block
    at = [each.id for each in composer.composition.blocks].index(block.id)
    assert composer.composition.blocks[at + 1] == made
    qtbot.waitUntil(lambda: composer.blocks.view_in_hand().table is not None)
    assert not composer.form.isVisible()


def test_enter_on_a_bound_table_asks_for_its_binding(composer, qtbot):
    table = next(b for b in composer.composition.blocks if b.kind == "table")
    composer.blocks.take(table.id)
    press(Key.Key_Return)
    assert composer.form.isVisible()
    composer.form.cancelled.emit()
    assert not composer.form.isVisible()
    assert composer.composition.paper.id == PAPER


def test_the_strip_over_a_bound_table_tells_whether_the_ledger_agrees(composer, qtbot):
    table = next(b for b in composer.composition.blocks if b.kind == "table")
    qtbot.waitUntil(lambda: table.id in composer.blocks.painter.strips)
    assert "台帳" in composer.blocks.painter.strips[table.id][1]
