"""What the composition root says of failures."""

import logging

from kanagawa_desk import paths
from kanagawa_desk.bootstrap import explain
from kanagawa_desk.errors import EnvironmentFault, UserError


def test_a_fault_that_a_person_can_mend_is_told_as_it_is():
    assert explain(UserError("名前を変えてください。")) == "名前を変えてください。"
    assert explain(EnvironmentFault("空き容量がありません。")) == "空き容量がありません。"


def test_our_own_fault_is_logged_and_says_where_the_log_lies(caplog):
    with caplog.at_level(logging.ERROR):
        told = explain(ZeroDivisionError("division by zero"))
    assert str(paths.log_dir()) in told
    assert "ZeroDivisionError" in caplog.text
