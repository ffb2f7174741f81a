"""The one door to background work."""

import threading

import pytest

from kanagawa_desk.gui.calls import ledger as calls
from tests.ledgers import ACTOR, SteppingClock


def test_work_is_done_in_order_in_another_thread_and_answered_in_this_one(tasks, qtbot):
    here = threading.get_ident()
    threads: list[int] = []
    answers: list[tuple[int, int]] = []
    for number in range(20):
        tasks.ask(
            lambda _ledger, n: threads.append(threading.get_ident()) or n,
            number,
            then=lambda n: answers.append((n, threading.get_ident())),
        )
    qtbot.waitUntil(lambda: len(answers) == 20)
    assert answers == [(number, here) for number in range(20)]
    assert len(set(threads)) == 1
    assert here not in threads


def fail(_ledger: object) -> None:
    raise ValueError("だめでした")


def test_a_failure_is_worded_for_whoever_asked(tasks, qtbot):
    reasons: list[str] = []
    tasks.ask(fail, otherwise=reasons.append)
    qtbot.waitUntil(lambda: reasons == ["だめでした"])


def test_a_failure_that_nobody_asked_to_hear_is_told_to_all(tasks, qtbot):
    with qtbot.waitSignal(tasks.failed) as told:
        tasks.ask(fail)
    assert told.args == ["だめでした"]


def test_work_goes_on_after_a_failure(tasks, qtbot):
    answers: list[int] = []
    tasks.ask(fail, otherwise=lambda _reason: None)
    tasks.ask(lambda _ledger: 1, then=answers.append)
    qtbot.waitUntil(lambda: answers == [1])


def test_long_work_tells_how_far_it_is(tasks, qtbot):
    def work(_ledger, progress):
        progress(1, 2)
        progress(2, 2)

    told: list[tuple[int, int]] = []
    tasks.progressed.connect(lambda done, whole: told.append((done, whole)))
    with qtbot.waitSignal(tasks.ended):
        tasks.ask_long("出力", work)
    qtbot.waitUntil(lambda: told == [(1, 2), (2, 2)])


def test_cancelled_work_ends_at_its_next_report_and_is_not_answered(tasks, qtbot):
    reached = threading.Event()
    cancelled = threading.Event()
    answers: list[object] = []

    def work(_ledger, progress):
        reached.set()
        cancelled.wait(5)
        progress(1, 2)
        return "done"

    with qtbot.waitSignal(tasks.failed) as told:
        tasks.ask_long("出力", work, then=answers.append)
        assert reached.wait(5)
        tasks.cancel()
        cancelled.set()
    assert told.args == ["出力を取りやめました。何も変えていません。"]
    assert answers == []


def test_closing_waits_for_all_that_was_asked(tasks):
    done: list[int] = []
    for number in range(50):
        tasks.ask(lambda _ledger, n: done.append(n), number)
    tasks.close()
    assert done == list(range(50))


def test_closing_gives_up_the_lock_of_the_ledger(tasks, sample_path, qtbot):
    with qtbot.waitSignal(tasks.opened):
        tasks.open(lambda: calls.open_ledger(sample_path, ACTOR, SteppingClock()), calls.facts)
    lock = sample_path.with_name(sample_path.name + ".lock")
    assert lock.exists()
    tasks.close()
    assert not lock.exists()


def test_a_ledger_that_cannot_be_opened_leaves_the_present_one(tasks, sample_path, qtbot):
    with qtbot.waitSignal(tasks.opened):
        tasks.open(lambda: calls.open_ledger(sample_path, ACTOR, SteppingClock()), calls.facts)
    nowhere = sample_path.with_name("ない.kdesk")
    reasons: list[str] = []
    tasks.open(
        lambda: calls.open_ledger(nowhere, ACTOR, SteppingClock()), calls.facts, reasons.append
    )
    answers: list[object] = []
    tasks.ask(lambda ledger: ledger.path, then=answers.append)
    qtbot.waitUntil(lambda: answers == [sample_path])
    assert reasons


@pytest.mark.parametrize("times", [1, 2])
def test_closing_again_does_nothing(tasks, times):
    for _ in range(times):
        tasks.close()
