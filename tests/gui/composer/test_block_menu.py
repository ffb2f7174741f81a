"""The menu of the block in hand."""

from PySide6.QtGui import QAction

from tests.gui.paper_pages import LEGAL, at_rest, write_in


def entry(composer, *words: str) -> QAction:
    """An entry of the menu, found by its words and those of the menus above it."""
    composer.block_menu.aboutToShow.emit()
    menu = composer.block_menu
    for word in words:
        action = next(each for each in menu.actions() if each.text().split("\t")[0] == word)
        menu = action.menu()
    return action


def test_a_paragraph_becomes_a_list_of_so_many_columns(composer, qtbot):
    block = write_in(composer, LEGAL)
    entry(composer, "種類を変える", "丸数字の列挙").trigger()
    entry(composer, "列数", "3列").trigger()
    there = composer.composition.block(block.id)
    assert (there.kind, there.columns, there.text) == ("circled", 3, block.text)
    assert composer.blocks.is_writing
    at_rest(composer, qtbot)


def test_a_caption_takes_another_mark(composer, qtbot):
    block = write_in(composer, LEGAL)
    entry(composer, "種類を変える", "表題").trigger()
    entry(composer, "記号", "◇").trigger()
    assert composer.composition.block(block.id).style == "◇"
    assert composer.blocks.view_in_hand().prefix == "◇"


def test_what_cannot_be_written_offers_copying_only(composer, qtbot):
    write_in(composer, LEGAL)
    composer.set_writable(False)
    composer.block_menu.aboutToShow.emit()
    words = [each.text().split("\t")[0] for each in composer.block_menu.actions()]
    assert words == ["切り取り", "コピー", "貼り付け"]
