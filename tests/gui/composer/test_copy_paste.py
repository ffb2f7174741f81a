"""Blocks to and from the clipboard."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage

from tests.gui.grids import press
from tests.gui.paper_pages import LEGAL, at_rest, kinds_and_texts, write_in

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def put_on_clipboard(text: str = "", html: str = "") -> None:
    mime = QMimeData()
    mime.setText(text)
    if html:
        mime.setHtml(html)
    QGuiApplication.clipboard().setMimeData(mime)


def behind(composer, block, count: int) -> list[tuple[str, str]]:
    at = [each.id for each in composer.composition.blocks].index(block.id)
    return kinds_and_texts(composer)[at + 1 : at + 1 + count]


def test_blocks_are_copied_as_official_text_and_html(composer, qtbot):
    write_in(composer, "計画の性格", kind="heading")
    press(Key.Key_Escape)
    press(Key.Key_Down, SHIFT)
    press(Key.Key_C, CTRL)
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.text().startswith("(イ)\u3000計画の性格\n医療法第30条の4")
    assert "<h4>" in mime.html()


def test_copied_blocks_are_pasted_whole(composer, qtbot):
    heading = write_in(composer, "計画の性格", kind="heading")
    press(Key.Key_Escape)
    press(Key.Key_Down, SHIFT)
    press(Key.Key_C, CTRL)
    block = write_in(composer, "県内の33市町村")
    press(Key.Key_Escape)
    press(Key.Key_V, CTRL)
    (kind, title), (_, text) = behind(composer, block, 2)
    assert (kind, title) == ("heading", heading.text)
    assert LEGAL in text
    at_rest(composer, qtbot)


def test_a_few_words_are_pasted_into_the_text(composer, qtbot):
    block = write_in(composer, LEGAL)
    before = len(composer.composition.blocks)
    put_on_clipboard("言葉")
    press(Key.Key_V, CTRL)
    assert composer.composition.block(block.id).text == f"{block.text}言葉"
    assert len(composer.composition.blocks) == before


def test_broken_lines_are_pasted_into_the_text_as_one(composer, qtbot):
    block = write_in(composer, LEGAL)
    put_on_clipboard("途中で\n折れた\n文")
    press(Key.Key_V, CTRL | SHIFT)
    assert composer.composition.block(block.id).text == f"{block.text}途中で折れた文"


def test_lines_of_official_text_become_blocks(composer, qtbot):
    block = write_in(composer, LEGAL)
    put_on_clipboard("(オ)\u3000評価\n毎年度評価する。\n・一つ目\n・二つ目\n")
    press(Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: ("heading", "評価") in kinds_and_texts(composer))
    assert behind(composer, block, 4) == [
        ("heading", "評価"),
        ("paragraph", "毎年度評価する。"),
        ("bullet", "一つ目"),
        ("bullet", "二つ目"),
    ]


def test_a_table_of_excel_becomes_a_table(composer, qtbot):
    block = write_in(composer, LEGAL)
    html = "<table><tr><td>区分</td><td>計</td></tr><tr><td>横浜</td><td>4</td></tr></table>"
    put_on_clipboard("区分\t計\n横浜\t4\n", html)
    press(Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: behind(composer, block, 1)[0][0] == "table")
    assert composer.blocks.view_in_hand().table.rows == ((("横浜",), ("4",)),)


def test_what_was_mended_in_pasted_text_is_listed_by_its_lines(composer, qtbot):
    write_in(composer, LEGAL)
    put_on_clipboard("(ア)\u3000最初\n本文である。\n(4)\u3000次\n本文である。\n(ウ)\u3000後\n")
    press(Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: composer.problems.isVisible())
    assert composer.problems.list.model().index(0, 0).data() == "3"


def test_cut_blocks_are_gone_and_can_be_put_elsewhere(composer, qtbot):
    block = write_in(composer, LEGAL)
    other = write_in(composer, "県内の33市町村")
    composer.blocks.take(block.id, write=False)
    press(Key.Key_X, CTRL)
    assert composer.composition.block(block.id) is None
    composer.blocks.take(other.id, write=False)
    press(Key.Key_V, CTRL)
    assert behind(composer, other, 1) == [("paragraph", block.text)]


def test_a_copied_picture_becomes_a_figure(composer, qtbot):
    block = write_in(composer, LEGAL)
    picture = QImage(40, 20, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.blue)
    QGuiApplication.clipboard().setImage(picture)
    press(Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: behind(composer, block, 1)[0][0] == "figure")
    at_rest(composer, qtbot)
    assert "image" in composer.blocks.view_in_hand().block.binding
