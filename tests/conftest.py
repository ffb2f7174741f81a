"""What holds for every test: no screen, no network, nothing of the user's own folders."""

import os
import sys
from pathlib import Path

import hypothesis
import pytest

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
