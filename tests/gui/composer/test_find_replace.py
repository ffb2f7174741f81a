"""Finding and replacing in a paper."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.gui.grids import confirm, press
from tests.gui.paper_pages import SOUGHT, at_rest, write_in

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def seek(composer, text: str = SOUGHT) -> None:
    composer.find_bar.open_bar(replacing=True)
    confirm(text)


def in_hand(composer) -> str:
    return composer.blocks.view_in_hand().block.text


def counted(composer) -> int:
    return sum(block.text.count(SOUGHT) for block in composer.composition.blocks)


def test_enter_goes_from_place_to_place_and_round(composer, qtbot):
    write_in(composer, "", kind="heading")
    seek(composer)
    blocks = [composer.blocks.in_hand]
    assert SOUGHT in in_hand(composer)
    for _ in range(counted(composer)):
        press(Key.Key_Return)
        blocks.append(composer.blocks.in_hand)
    assert blocks[0] == blocks[-1]
    assert len(set(blocks)) > 3
    assert composer.blocks.editor.textCursor().selectedText() == SOUGHT
    assert composer.find_bar.line.field.hasFocus()


def test_shift_enter_goes_back(composer, qtbot):
    seek(composer)
    first = composer.blocks.in_hand
    press(Key.Key_Return)
    press(Key.Key_Return, SHIFT)
    assert composer.blocks.in_hand == first


def test_one_place_is_replaced_and_the_next_is_in_hand(composer, qtbot):
    seek(composer)
    before, first = counted(composer), composer.blocks.in_hand
    composer.find_bar.new.setFocus()
    confirm("圏域")
    press(Key.Key_Return)
    assert counted(composer) == before - 1
    assert "圏域" in composer.composition.block(first).text
    assert composer.find_bar.new.hasFocus()


def test_all_places_are_replaced_as_one(composer, qtbot):
    seek(composer)
    before = counted(composer)
    composer.find_bar.new.setText("圏域")
    button = next(
        b for b in composer.find_bar.findChildren(QPushButton) if b.text() == "すべて置換"
    )
    with qtbot.waitSignal(composer.said) as said:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert said.args[0].text == f"{before}か所を置き換えました。"
    assert counted(composer) == 0
    at_rest(composer, qtbot)


def test_esc_closes_the_bar_and_the_keys_are_with_the_text(composer, qtbot):
    seek(composer)
    press(Key.Key_Escape)
    assert not composer.find_bar.line.isVisible()
    assert composer.blocks.editor.hasFocus()
