"""The collector rests only while it is asked to."""

import gc

import pytest

from kanagawa_desk.exchange.collector import collector_at_rest


def test_the_collector_rests_and_comes_back_even_after_a_fault():
    with collector_at_rest():
        assert not gc.isenabled()
    with pytest.raises(ValueError, match="none"), collector_at_rest():
        int("none")
    assert gc.isenabled()


def test_whoever_turned_it_off_before_keeps_it_off():
    gc.disable()
    try:
        with collector_at_rest():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
