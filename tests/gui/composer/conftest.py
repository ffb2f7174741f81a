"""The composer on a small paper, without the window around it."""

import shutil
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kanagawa_desk.domain.papers import composing
from kanagawa_desk.domain.papers.blocks import Block
from kanagawa_desk.gui.pages.desk import Desk
from kanagawa_desk.gui.tasks import Tasks
from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.composer.composer import Composer
from kanagawa_desk.services import ledgers
from kanagawa_desk.services.papers import editing as paper_editing
from tests.gui.paper_pages import PAPER, SOUGHT
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


@pytest.fixture(scope="module")
def tasks() -> Iterator[Tasks]:
    """The worker thread of a module's composer."""
    made = Tasks(str)
    yield made
    made.close()


@pytest.fixture(scope="module")
def shared_composer(look: Look, tasks: Tasks) -> Iterator[Composer]:
    """One composer for all tests of a module; it shows what it stores, as its page does."""
    made = Composer(Desk(look, tasks, lambda: TODAY))
    made.wrote.connect(lambda: made.open(PAPER))
    made.show()
    yield made
    made.hide()
    made.deleteLater()


@pytest.fixture
def composer(
    shared_composer: Composer, tasks: Tasks, small_paper: Path, tmp_path: Path, qtbot: QtBot
) -> Iterator[Composer]:
    """The composer with a paper that nobody touched yet."""
    made, path = shared_composer, Path(shutil.copy(small_paper, tmp_path))
    tasks.open(lambda: ledgers.open_to_write(path, ACTOR, SteppingClock()), str)
    made.set_writable(True)
    made.resize(1200, 700)
    made.preview.choose_zoom(wide=False)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.open(PAPER)
    qtbot.waitUntil(lambda: bool(made.composition.blocks))
    QApplication.processEvents()
    made.blocks.setFocus()
    yield made
    made.find_bar.line.close_bar()
    for each in (made.form, made.problems):
        each.hide()
    made.composition.store()
    for _ in range(2):  # what is stored is shown anew, and that is answered later
        qtbot.waitUntil(lambda: made.composition.is_stored)
        answered: list[None] = []
        tasks.ask(lambda _ledger: None, then=answered.append)
        qtbot.waitUntil(lambda answered=answered: bool(answered))
    made.clear()
