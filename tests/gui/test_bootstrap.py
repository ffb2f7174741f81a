"""What the composition root says of failures."""

import logging
import threading

import pytest

from kanagawa_desk import paths
from kanagawa_desk.bootstrap import build_window, explain
from kanagawa_desk.errors import EnvironmentFault, UserError
from kanagawa_desk.settings import Settings


def test_a_fault_that_a_person_can_mend_is_told_as_it_is():
    assert explain(UserError("名前を変えてください。")) == "名前を変えてください。"
    assert explain(EnvironmentFault("空き容量がありません。")) == "空き容量がありません。"


def test_a_window_that_cannot_be_built_leaves_no_thread_behind(qapp, monkeypatch):
    def fail(*_arguments: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("kanagawa_desk.gui.ledger_files.LedgerFiles", fail)
    before = set(threading.enumerate())
    with pytest.raises(ZeroDivisionError):
        build_window(qapp, Settings())
    assert set(threading.enumerate()) == before


def test_a_window_whose_kept_place_is_damaged_opens_all_the_same(open_window):
    assert open_window(Settings(window_geometry="x")).isVisible()


def test_our_own_fault_is_logged_and_says_where_the_log_lies(caplog):
    with caplog.at_level(logging.ERROR):
        told = explain(ZeroDivisionError("division by zero"))
    assert str(paths.log_dir()) in told
    assert "ZeroDivisionError" in caplog.text
