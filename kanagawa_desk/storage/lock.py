"""The write lock of a ledger: a file beside it that names who holds it and since when."""

import json
import os
import platform
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from kanagawa_desk.domain.acting import Actor
from kanagawa_desk.errors import EnvironmentFault


@dataclass(frozen=True, slots=True)
class Holder:
    """Who writes: person, machine, process and since when (UTC, ISO 8601)."""

    who: str
    host: str
    pid: int
    since: str

    @property
    def is_gone(self) -> bool:
        """Whether the process was on this machine and lives no more; others cannot be judged."""
        return self.is_here and not _alive(self.pid)

    @property
    def is_here(self) -> bool:
        """Whether the process is on this machine, so that it can be seen to live."""
        return self.host == platform.node()


class Lock:
    """A held lock; released by deleting the file, if it is still ours."""

    def __init__(self, path: Path, holder: Holder) -> None:
        """Keep what was written, to know it again."""
        self._path = path
        self._holder = holder

    def release(self) -> None:
        """Give the lock up; a lock that someone took over stays theirs."""
        if read_holder(self._path) == self._holder:
            self._path.unlink(missing_ok=True)


def lock_path(ledger: Path) -> Path:
    """The lock file of a ledger."""
    return ledger.with_name(ledger.name + ".lock")


def acquire(ledger: Path, actor: Actor, now: datetime, *, take_over: bool = False) -> Lock | Holder:
    """Take the lock, or say who holds it.

    A lock whose process on this machine is gone is taken over by itself; any other only
    when `take_over` says so. Raises EnvironmentFault where the folder cannot be written.
    """
    path = lock_path(ledger)
    holder = Holder(actor.label, platform.node(), os.getpid(), now.isoformat())
    text = json.dumps(asdict(holder), ensure_ascii=False)
    for _attempt in range(2):
        try:
            descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666)
        except FileExistsError:
            present = read_holder(path)
            if present is not None and not (take_over or present.is_gone):
                return present
            path.unlink(missing_ok=True)
            continue
        except OSError as error:
            raise EnvironmentFault(
                f"台帳の場所に書き込めません（{path.parent}）。権限を確かめてください。"
            ) from error
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        return Lock(path, holder)
    raise EnvironmentFault("台帳のロックを取れません。もう一度開いてください。")


def read_holder(path: Path) -> Holder | None:
    """What a lock file says; None where there is none or it was left half written."""
    try:
        return Holder(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _alive(pid: int) -> bool:
    if os.name == "nt":
        return _alive_on_windows(pid)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _alive_on_windows(pid: int) -> bool:
    # os.kill(pid, 0) would end the process on Windows.
    import ctypes

    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined]
    handle = kernel.OpenProcess(0x1000, False, pid)  # PROCESS_QUERY_LIMITED_INFORMATION
    if not handle:
        return False
    code = ctypes.c_ulong()
    kernel.GetExitCodeProcess(handle, ctypes.byref(code))
    kernel.CloseHandle(handle)
    return code.value == 259  # STILL_ACTIVE
