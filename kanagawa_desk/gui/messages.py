"""What the window tells a person: always in the window, never in a box that stops the work."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """One message; `tone` is ok, error, shortage (a warning) or empty.

    `action` names what can be done about it, and `do` does it.
    """

    text: str
    tone: str = ""
    action: str = ""
    do: Callable[[], object] | None = None
