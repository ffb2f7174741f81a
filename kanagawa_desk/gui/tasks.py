"""The one door to background work: one thread owns the ledger and does what is asked in order."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from kanagawa_desk.services.ledgers import Ledger

Answer = Callable[[Any], object]

_TURN = 0.001  # seconds that the window waits for its turn at most while the worker works


class Cancelled(Exception):
    """Raised inside long work, through its `progress`, when a person stopped it."""


@dataclass(frozen=True, slots=True)
class _Job:
    run: Callable[[], Any]
    then: Answer | None
    otherwise: Callable[[str], object] | None
    label: str = ""


class Tasks(QObject):
    """Runs `call(ledger, ...)` in the worker thread and answers in the window's thread.

    `explain` words a failure for a person; it is called in the worker thread.
    """

    opened = Signal(object)  # the facts that the opening call gave
    failed = Signal(str)
    began = Signal(str)  # long work, by its label
    progressed = Signal(int, int)  # done, of how many
    ended = Signal()
    _answered = Signal(object, object, str)  # job, result, failure

    def __init__(self, explain: Callable[[BaseException], str]) -> None:
        super().__init__()
        self._explain = explain
        self._queue: SimpleQueue[_Job | None] = SimpleQueue()
        self._ledger: Ledger | None = None
        self._cancelled = threading.Event()
        self._closing = False
        self._answered.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        sys.setswitchinterval(_TURN)
        self._thread = threading.Thread(target=self._work, name="ledger", daemon=True)
        self._thread.start()

    def open(
        self,
        call: Callable[[], Ledger],
        facts: Callable[[Ledger], Any],
        otherwise: Callable[[str], object] | None = None,
    ) -> None:
        """Open a ledger in place of the present one; `opened` tells the facts asked for it.

        Where `call` fails the present ledger stays open, and `otherwise` hears why.
        """

        def run() -> Any:
            ledger = call()
            if self._ledger is not None:
                self._ledger.close()
            self._ledger = ledger
            return facts(ledger)

        self._put(_Job(run, self.opened.emit, otherwise))

    def ask(
        self,
        call: Callable[..., Any],
        *arguments: Any,
        then: Answer | None = None,
        otherwise: Callable[[str], object] | None = None,
    ) -> None:
        """Do `call(ledger, *arguments)`; give the result to `then`, or why not to `otherwise`.

        A failure nobody asked to hear is told by `failed`.
        """
        self._put(_Job(lambda: call(self._ledger, *arguments), then, otherwise))

    def ask_long(
        self, label: str, call: Callable[..., Any], *arguments: Any, then: Answer | None = None
    ) -> None:
        """Do `call(ledger, *arguments, progress)`, which can be watched and cancelled."""

        def run() -> Any:
            return call(self._ledger, *arguments, self._report)

        self._put(_Job(run, then, None, label))

    def cancel(self) -> None:
        """Stop the long work that is being done, at its next report of progress."""
        self._cancelled.set()

    def close(self) -> None:
        """Finish all that was asked, close the ledger and end; nothing is answered any more."""
        if not self._closing:
            self._closing = True
            self._queue.put(None)
        self._thread.join()

    def _put(self, job: _Job) -> None:
        if not self._closing:
            self._queue.put(job)

    def _report(self, done: int, whole: int) -> None:
        if self._cancelled.is_set():
            raise Cancelled
        self.progressed.emit(done, whole)

    def _work(self) -> None:
        while (job := self._queue.get()) is not None:
            self._do(job)
        if self._ledger is not None:
            self._ledger.close()

    def _do(self, job: _Job) -> None:
        if job.label:
            self._cancelled.clear()
            self.began.emit(job.label)
        # The cycle collector would search the many small objects of a grid over and over.
        gc.disable()
        try:
            self._answered.emit(job, job.run(), "")
        except Cancelled:
            self._answered.emit(job, None, f"{job.label}を取りやめました。何も変えていません。")
        except Exception as error:  # noqa: BLE001 - whatever it is, the window must say it
            self._answered.emit(job, None, self._explain(error))
        finally:
            gc.enable()
            if job.label:
                self.ended.emit()

    @Slot(object, object, str)
    def _answer(self, job: _Job, result: Any, failure: str) -> None:
        if self._closing:
            return
        if failure:
            (job.otherwise or self.failed.emit)(failure)
        elif job.then is not None:
            job.then(result)
