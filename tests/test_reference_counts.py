"""PySide6 must not eat references to None, True or False: below Python 3.12 the process aborts."""

import sys

import pytest
from PySide6.QtCore import QObject, Signal

CALLS = 200
NOISE = 50  # what the interpreter itself keeps or lets go meanwhile


class _Source(QObject):
    sent = Signal(object)


def _emit(source: _Source) -> None:
    source.sent.emit(None)


def _return_nothing(source: _Source) -> None:
    source.setObjectName("表")


def _disconnect(source: _Source) -> None:
    connection = source.sent.connect(source.deleteLater)
    source.sent.disconnect(connection)


@pytest.mark.parametrize("call", [_emit, _return_nothing, _disconnect])
@pytest.mark.parametrize("constant", [None, True, False])
def test_a_call_of_qt_leaves_the_reference_count_alone(qapp, call, constant):
    source = _Source()
    source.sent.connect(lambda _value: None)
    before = sys.getrefcount(constant)
    for _ in range(CALLS):
        call(source)
    assert abs(sys.getrefcount(constant) - before) < NOISE
