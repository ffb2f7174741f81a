"""Whatever keys are pressed, the ledger ends with what the screen showed."""

import random

import pytest
from PySide6.QtCore import Qt

from tests.gui.grids import confirm, press
from tests.gui.paper_pages import PAPER

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
KEYS = (
    (Key.Key_Return, 4),
    (Key.Key_Backspace, 4),
    (Key.Key_Delete, 2),
    (Key.Key_Tab, 1),
    (Key.Key_Backtab, 1),
    (Key.Key_Home, 2),
    (Key.Key_End, 2),
    (Key.Key_Up, 3),
    (Key.Key_Down, 3),
    (Key.Key_Escape, 1),
)
WORDS = ("計画", "・", "※注", "(1)", "ア　", "次のとおり")


@pytest.mark.parametrize("seed", [6, 23])
def test_the_ledger_ends_with_what_the_screen_showed(composer, tasks, qtbot, seed):
    chance = random.Random(seed)
    keys, weights = zip(*KEYS, strict=True)
    composer.blocks.take(composer.composition.blocks[5].id, -1)
    for _ in range(150):
        if chance.random() < 0.25 and composer.blocks.editor.hasFocus():
            confirm(chance.choice(WORDS))
        elif chance.random() < 0.05:
            composer.hand.move(chance.choice((-1, 1)))
        elif composer.blocks.hasFocus() or composer.blocks.editor.hasFocus():
            press(chance.choices(keys, weights)[0])
        if not composer.blocks.is_writing:
            composer.blocks.take(chance.choice(composer.composition.blocks[:30]).id, 1)
    composer.composition.store()
    shown, found = composer.composition.blocks, []
    tasks.ask(_blocks, then=found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert found[0] == shown


def _blocks(ledger):
    from kanagawa_desk.services.papers import editing as paper_editing

    return paper_editing.composed(ledger, PAPER).blocks
