"""The log file and the faults that nobody caught."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kanagawa_desk import logs


@pytest.fixture(autouse=True)
def as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[BaseException]]:
    """The hooks and handlers of the suite come back; faults reach this list, not the terminal."""
    seen: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, value, _trace: seen.append(value))
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield seen
    for handler in set(root.handlers) - set(handlers):
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def _raise_in_thread(error: BaseException) -> None:
    def work() -> None:
        raise error

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def test_a_record_reaches_the_file_with_its_place(home: Path):
    file = logs.start()
    logging.getLogger("kanagawa_desk.storage").info("台帳を開いた")
    assert file.parent == home / "logs"
    assert "INFO" in file.read_text(encoding="utf-8")
    assert "kanagawa_desk.storage: 台帳を開いた" in file.read_text(encoding="utf-8")


def test_a_full_file_is_rotated_and_old_ones_go(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(logs, "MAX_BYTES", 200)
    file = logs.start()
    for number in range(50):
        logging.getLogger("kanagawa_desk").info("entry %d of many", number)
    assert len(list(file.parent.iterdir())) == 1 + logs.KEPT_FILES
    assert "entry 49" in file.read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_made_keeps_no_one_from_work(
    home: Path, capsys: pytest.CaptureFixture[str]
):
    home.write_text("a file where the folder should be")
    logs.start()
    logging.getLogger("kanagawa_desk").warning("still heard")
    assert "still heard" in capsys.readouterr().err


def test_an_uncaught_exception_is_logged_with_its_traceback_and_still_shown(as_before):
    file = logs.start()
    logs.watch()
    error = RuntimeError("boom")
    sys.excepthook(RuntimeError, error, error.__traceback__)
    assert "RuntimeError: boom" in file.read_text(encoding="utf-8")
    assert as_before == [error]


def test_an_uncaught_exception_of_a_thread_is_logged(as_before):
    file = logs.start()
    logs.watch()
    _raise_in_thread(RuntimeError("in a thread"))
    assert "RuntimeError: in a thread" in file.read_text(encoding="utf-8")


def test_a_fault_is_handed_on():
    told: list[BaseException] = []
    logs.watch(told.append)
    error = ValueError("boom")
    sys.excepthook(ValueError, error, None)
    assert told == [error]


def test_ctrl_c_is_no_fault(as_before):
    told: list[BaseException] = []
    logs.watch(told.append)
    stop = KeyboardInterrupt()
    sys.excepthook(KeyboardInterrupt, stop, None)
    assert told == []
    assert as_before == [stop]


def test_a_thread_that_leaves_by_sys_exit_is_no_fault(as_before):
    logs.watch()
    _raise_in_thread(SystemExit(1))
    assert as_before == []
