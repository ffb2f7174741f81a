"""What holds for every test: no screen, no network, nothing of the user's own folders."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from kanagawa_desk.services import ledgers
from kanagawa_desk.services.ledgers import Ledger
from tests.ledgers import ACTOR, SteppingClock, opened

os.environ["QT_QPA_PLATFORM"] = "offscreen"
# A folder that nobody can make: what reaches for the user's folders outside a test fails.
os.environ["KANAGAWA_DESK_HOME"] = os.devnull

hypothesis.settings.register_profile("suite", deadline=None)
hypothesis.settings.load_profile("suite")

_NETWORK = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto")


def _refuse_network(event: str, _arguments: tuple[object, ...]) -> None:
    if event in _NETWORK:
        raise AssertionError(f"the program works offline, yet it asked for {event}")


sys.addaudithook(_refuse_network)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folders of this test."""
    folder = tmp_path / "home"
    monkeypatch.setenv("KANAGAWA_DESK_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample ledger, made once; tests take copies."""
    path = tmp_path_factory.mktemp("ledger") / "見本.kdesk"
    ledgers.create(path, ACTOR, SteppingClock(), sample=True).close()
    return path


@pytest.fixture
def sample_path(sample_file: Path, tmp_path: Path) -> Path:
    """A copy of the sample ledger, closed."""
    return Path(shutil.copy(sample_file, tmp_path / "台帳.kdesk"))


@pytest.fixture
def sample(sample_path: Path) -> Iterator[Ledger]:
    """A copy of the sample ledger, open for writing."""
    with opened(sample_path) as ledger:
        yield ledger
