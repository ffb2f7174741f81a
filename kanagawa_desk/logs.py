"""The log file, and what nobody caught written into it."""

import logging
import sys
import threading
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from kanagawa_desk import paths

MAX_BYTES = 1_000_000
KEPT_FILES = 5

_log = logging.getLogger(__name__)


def start() -> Path:
    """Write the program's log to a rotating file from now on, and return that file.

    A folder that cannot be written leaves the log on stderr: no one is kept from work by a log.
    """
    file = paths.log_dir() / "kanagawa-desk.log"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            file, maxBytes=MAX_BYTES, backupCount=KEPT_FILES, encoding="utf-8"
        )
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(
        logging.Formatter("%(asctime)s %(levelname)s %(process)d %(name)s: %(message)s")
    )
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return file


def watch(on_fault: Callable[[BaseException], None] | None = None) -> None:
    """Log every exception that nothing caught, in any thread, then hand it to `on_fault`.

    Without this an exception in a Qt slot can vanish. `on_fault` is called in the thread that
    raised; the previous `sys.excepthook` still runs, so a terminal shows the traceback as ever.
    """
    previous = sys.excepthook

    def fault(kind: type[BaseException], value: BaseException, trace: TracebackType | None) -> None:
        if not issubclass(kind, KeyboardInterrupt):
            _log.critical("unexpected fault", exc_info=(kind, value, trace))
            if on_fault is not None:
                on_fault(value)
        previous(kind, value, trace)

    def thread_fault(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
            fault(args.exc_type, args.exc_value, args.exc_traceback)

    sys.excepthook = fault
    threading.excepthook = thread_fault
