"""The composer on a small paper, without the window around it."""

import shutil
from functools import partial
from itertools import islice
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kanagawa_desk.domain import composing
from kanagawa_desk.domain.papers import Block
from kanagawa_desk.gui.pages.desk import Desk
from kanagawa_desk.gui.tasks import Tasks
from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.composer.composer import Composer
from kanagawa_desk.services import ledgers, paper_editing
from tests.gui.papers import PAPER, SOUGHT
from tests.ledgers import ACTOR, TODAY, SteppingClock, opened

_HEAD = 24  # blocks from the beginning of the sample's paper


def _kept(blocks: tuple[Block, ...]) -> set[str]:
    """The beginning of a paper, and a few blocks of each kind from the rest of it."""
    rest = blocks[_HEAD:]
    some = [
        *islice((b for b in rest if b.kind == "bullet"), 3),
        *islice((b for b in rest if b.kind == "table"), 1),
        *islice((b for b in rest if b.kind == "heading" and b.level == 1), 1),
        *(b for b in rest if SOUGHT in b.text),
    ]
    return {block.id for block in (*blocks[:_HEAD], *some)}


@pytest.fixture(scope="session")
def small_paper(sample_file: Path) -> Path:
    """The sample ledger with its paper cut down."""
    path = Path(shutil.copy(sample_file, sample_file.with_name("書きかけ.kdesk")))
    with opened(path) as ledger:
        blocks = paper_editing.composed(ledger, PAPER).blocks
        gone = {block.id for block in blocks} - _kept(blocks)
        cut = partial(composing.remove, gone=gone)
        paper_editing.rewrite(ledger, PAPER, "削除", cut)
    return path


@pytest.fixture
def composer(look: Look, tasks: Tasks, small_paper: Path, tmp_path: Path, qtbot: QtBot) -> Composer:
    """A composer that shows what it stores, as its page does."""
    path = Path(shutil.copy(small_paper, tmp_path))
    tasks.open(lambda: ledgers.open_to_write(path, ACTOR, SteppingClock()), str)
    made = Composer(Desk(look, tasks, lambda: TODAY))
    qtbot.addWidget(made)
    made.wrote.connect(lambda: made.open(PAPER))
    made.set_writable(True)
    made.resize(1200, 700)
    made.show()
    qtbot.waitActive(made)
    made.open(PAPER)
    qtbot.waitUntil(lambda: bool(made.composition.blocks))
    QApplication.processEvents()
    made.blocks.setFocus()
    return made
