"""The window from a cold start, on the ledger of last time."""

import os
from pathlib import Path

from benchmarks import ledgers
from benchmarks.measuring import Contest, Contestant, child, until_told
from kanagawa_desk import settings

_NO_SCREEN = {"QT_QPA_PLATFORM": "offscreen"}


def first_paint(folder: Path) -> Contest:
    """From the start of the process to the first paint."""
    _remember(ledgers.sample(folder))
    return Contest(_until_told("window"), _until_told("bare_window"))


def figures(folder: Path) -> Contest:
    """From the start of the process to the grid that holds the figures."""
    ledger = ledgers.sample(folder)
    _remember(ledger)
    return Contest(_until_told("figures"), _until_told("bare_figures", ledger))


def _remember(ledger: Path) -> None:
    """What the window finds of last time: who, and which ledger."""
    settings.save(settings.Settings(display_name="計測", last_ledger=str(ledger)))


def _until_told(name: str, *arguments: object) -> Contestant:
    return until_told(child(name, *arguments), os.environ | _NO_SCREEN)
