"""A command line for tests: the real one, with its output caught."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kanagawa_desk.cli import Here, main
from tests.ledgers import ACTOR, SteppingClock


@dataclass(frozen=True)
class Ran:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> Run:
    """Runs a command on the ledger 台帳.kdesk of the test, unless it names another."""
    here = Here(ACTOR, SteppingClock(), tmp_path / "台帳.kdesk", tmp_path / "demo")

    def call(*arguments: str | Path) -> Ran:
        code = main([str(each) for each in arguments], here)
        caught = capfdbinary.readouterr()
        return Ran(code, caught.out.decode(), caught.err.decode())

    return call
