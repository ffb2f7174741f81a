"""Read workbooks in child processes, which a bad file may take down without harm."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, LifoQueue, SimpleQueue
from threading import Thread
from time import monotonic
from types import TracebackType

from kanagawa_desk.exchange.assembling import assembled
from kanagawa_desk.exchange.found import WorkbookRead
from kanagawa_desk.exchange.reading.messages import Message
from kanagawa_desk.exchange.unreadable import Unreadable

WORKER_ARGUMENT = "--exchange-worker"
"""What the bundled program is started with to be such a child."""

SECONDS, LONG_SECONDS = 5.0, 60.0
"""How long a file may take, and one of more than LARGE cells."""

LARGE = 100_000

Progress = Callable[[int], None]


class ReaderPool:
    """Children that stay and are replaced when they fall; threads may share it.

    As many files are read at a time as there are children; more wait their turn.
    """

    def __init__(
        self, size: int = 2, seconds: float = SECONDS, long_seconds: float = LONG_SECONDS
    ) -> None:
        self._limits = seconds, long_seconds
        self._size = size
        self._idle: LifoQueue[_Child | None] = LifoQueue()  # None: one that is not yet started
        for _ in range(size):
            self._idle.put(None)

    def __enter__(self) -> "ReaderPool":
        """The pool itself; it is closed at the end of the block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the children."""
        self.close()

    def read(self, path: Path, progress: Progress | None = None) -> WorkbookRead:
        """What a workbook holds; `progress` hears how many cells were read so far.

        Raises Unreadable, also when the child was ended for its time or memory, or fell.
        """
        child = self._idle.get()
        try:
            if child is None or not child.usable:
                child = _Child()
            return assembled(child.messages(path, self._limits, progress or _unheard))
        finally:
            if child is not None and not child.usable:
                child.end()
                child = None
            self._idle.put(child)

    def close(self) -> None:
        """End the children, after the files in hand. What is read later starts new ones."""
        children = [self._idle.get() for _ in range(self._size)]
        for child in children:
            if child is not None:
                child.end()
            self._idle.put(None)


class _Child:
    """One child; not `usable` while it owes messages, nor once it has fallen."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            _command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": _import_path()},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._lines = SimpleQueue[bytes]()
        self._listener = Thread(target=self._listen, daemon=True)
        self._listener.start()
        self._owes = False

    @property
    def usable(self) -> bool:
        """Whether it can be given a file."""
        return not self._owes and self._process.poll() is None

    def messages(
        self, path: Path, limits: tuple[float, float], progress: Progress
    ) -> Iterator[Message]:
        """The messages of one file; raises Unreadable."""
        limit, long_limit = limits
        self._owes = True
        self._ask(path)
        self._next(monotonic(), long_limit)  # it has begun: starting it may take its time
        started = monotonic()
        while "done" not in (message := self._next(started, limit)):
            if "unreadable" in message:
                self._owes = False
                raise Unreadable(message["unreadable"], message["detail"])
            if "cells" in message:
                progress(message["cells"])
                if message["cells"] > LARGE:
                    limit = long_limit
            yield message
        self._owes = False

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        self._listener.join()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def _ask(self, path: Path) -> None:
        pipe = self._process.stdin
        if pipe is None:
            raise Unreadable("stopped")
        try:
            pipe.write(json.dumps(str(path.absolute())).encode() + b"\n")
            pipe.flush()
        except OSError as fault:
            raise Unreadable("stopped") from fault

    def _next(self, started: float, limit: float) -> Message:
        try:
            line = self._lines.get(timeout=max(0.0, started + limit - monotonic()))
        except Empty:
            raise Unreadable("time_out", f"{limit:g}") from None
        if not line:
            raise Unreadable("stopped")
        message: Message = json.loads(line)
        return message

    def _listen(self) -> None:
        for line in self._process.stdout or ():
            self._lines.put(line)
        self._lines.put(b"")


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, WORKER_ARGUMENT]
    # -P: a json.py beside the received files must never be taken for Python's own.
    return [sys.executable, "-P", "-m", "kanagawa_desk.exchange.worker"]


def _import_path() -> str:
    return str(Path(__file__).resolve().parents[2])


def _unheard(_: int) -> None:
    pass
