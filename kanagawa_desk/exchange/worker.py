"""The child process that reads workbooks: paths come in, messages go out, a line of JSON each."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kanagawa_desk.exchange.reader import read_messages
from kanagawa_desk.exchange.unreadable import Unreadable

MEMORY = 1 << 30
"""Bytes that a child may take, where the system can limit it."""


_encode = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode


def main() -> None:
    """Read the workbooks that are named on standard input until it ends."""
    limit_memory()
    for line in sys.stdin.buffer:
        _send({"begun": True})
        try:
            for message in read_messages(Path(json.loads(line))):
                _send(message)
            _send({"done": True})
        except Unreadable as fault:
            _send({"unreadable": fault.code, "detail": fault.detail})
        except MemoryError:
            _send({"unreadable": "memory", "detail": ""})


def _send(message: Mapping[str, Any]) -> None:
    sys.stdout.buffer.write(_encode(message).encode() + b"\n")
    sys.stdout.buffer.flush()


def limit_memory() -> None:
    """Keep this process below MEMORY; Windows has no such limit for a process by itself."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    main()
