"""The page of papers for tests: opened, and hands on its blocks."""

from kanagawa_desk.gui.main_window import MainWindow
from kanagawa_desk.gui.pages.papers import PapersPage
from kanagawa_desk.gui.widgets.composer.composer import Composer
from tests.gui.grids import visit

PAPER = "r6-3"  # the sample's
PURPOSE = "医療をめぐる状況"
LEGAL = "医療法第30条の4"
SOUGHT = "医療圏"


def composer_of(window: MainWindow, qtbot) -> Composer:
    """The composer, with the sample's paper in it."""
    visit(window, "papers", qtbot)
    page = window.page("papers")
    assert isinstance(page, PapersPage)
    qtbot.waitUntil(lambda: bool(page.composer.composition.blocks))
    page.composer.blocks.setFocus()
    return page.composer


def block_with(composer: Composer, text: str, kind: str = ""):
    """The first block that holds a text."""
    return next(
        block
        for block in composer.composition.blocks
        if text in block.text and kind in ("", block.kind)
    )


def write_in(composer: Composer, text: str, place: int = -1, kind: str = ""):
    """Begin to write in the first block that holds a text."""
    block = block_with(composer, text, kind)
    composer.blocks.take(block.id, place)
    return block


def kinds_and_texts(composer: Composer) -> list[tuple[str, str]]:
    """All blocks as they show."""
    return [(block.kind, block.text) for block in composer.composition.blocks]


def at_rest(composer: Composer, qtbot) -> None:
    """Wait until everything is stored and shown as the ledger has it."""
    qtbot.waitUntil(lambda: composer.composition.is_stored)
