"""The outline of a paper: levels, order and titles by keys."""

from PySide6.QtCore import Qt

from tests.gui.grids import press, type_text
from tests.gui.paper_pages import at_rest, block_with, write_in

Key = Qt.Key
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


def choose(composer, title: str):
    """Take a heading in hand in the outline."""
    heading = block_with(composer, title, "heading")
    composer.outline.setFocus()
    item = next(
        item
        for item in composer.outline.findItems(
            title, Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive
        )
    )
    composer.outline.setCurrentItem(item)
    return heading


def words(composer, block) -> str:
    return composer.outline.item_of(block.id).text(0)


def test_outline_and_blocks_go_together(composer, qtbot):
    heading = choose(composer, "計画の性格")
    assert composer.blocks.in_hand == heading.id
    other = write_in(composer, "対象区域", kind="heading")
    assert composer.outline.current() == other.id
    write_in(composer, "県内の33市町村")
    assert composer.outline.current() == other.id


def test_tab_moves_a_heading_in_and_its_number_follows(composer, qtbot):
    heading = choose(composer, "計画の性格")
    assert words(composer, heading) == "(イ) 計画の性格"
    press(Key.Key_Tab)
    assert words(composer, heading) == "a 計画の性格"
    press(Key.Key_Backtab)
    assert words(composer, heading) == "(イ) 計画の性格"
    press(Key.Key_Right, ALT)
    assert words(composer, heading) == "a 計画の性格"
    assert composer.outline.hasFocus()


def test_alt_shift_arrows_move_a_section(composer, qtbot):
    heading = choose(composer, "計画の性格")
    press(Key.Key_Up, ALT | SHIFT)
    assert words(composer, heading) == "(ア) 計画の性格"
    press(Key.Key_Down, ALT | SHIFT)
    assert words(composer, heading) == "(イ) 計画の性格"


def test_enter_writes_the_title(composer, qtbot):
    heading = choose(composer, "計画の性格")
    press(Key.Key_Return)
    type_text("x")
    assert words(composer, heading) == "(イ) 計画の性格x"


def test_ins_begins_a_section_behind(composer, qtbot):
    heading = choose(composer, "計画の性格")
    press(Key.Key_Insert)
    type_text("new")
    made = composer.blocks.view_in_hand()
    assert (made.block.level, made.label, made.block.text) == (heading.level, "(ウ)", "new")


def test_a_section_is_dropped_where_it_was_let_go(composer, qtbot):
    heading, first = choose(composer, "対象区域"), block_with(composer, "策定の趣旨", "heading")
    composer.outline.dropped.emit(heading.id, first.id)
    assert words(composer, heading) == "(ア) 対象区域"
    assert words(composer, first) == "(イ) 策定の趣旨"


def test_what_is_folded_stays_folded(composer, qtbot):
    part = block_with(composer, "第8次計画の策定趣旨等", "heading")
    composer.outline.collapseItem(composer.outline.item_of(part.id))
    choose(composer, "第8次計画の概要")
    press(Key.Key_Insert)
    assert not composer.outline.item_of(part.id).isExpanded()


def test_page_numbers_stand_at_the_right(composer, qtbot):
    heading = block_with(composer, "デジタル戦略の推進", "heading")
    qtbot.waitUntil(lambda: composer.outline.item_of(heading.id).text(1).isdecimal())
    at_rest(composer, qtbot)
