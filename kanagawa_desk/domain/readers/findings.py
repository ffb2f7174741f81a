"""What a reader found: a value, or several with the reason why a person has to choose."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from kanagawa_desk.domain.reading import Ambiguous, Got, Problem, Reading


@dataclass(frozen=True, slots=True)
class Finding:
    """Values, the likeliest first; with a doubt (in Japanese) a person has to choose."""

    values: tuple[Any, ...]
    doubt: str = ""

    def doubted(self, doubt: str) -> "Finding":
        """The same with a further doubt; the first one is told."""
        return replace(self, doubt=self.doubt or doubt)

    def of(self, change: Callable[[Any], Any]) -> "Finding":
        """The same with every value changed."""
        return Finding(tuple(map(change, self.values)), self.doubt)

    @property
    def reading(self) -> Reading:
        """A value read, or a question."""
        return Ambiguous(self.values, self.doubt) if self.doubt else Got(self.values[0])


Found = Finding | Problem | None
"""None: the text is not of the form that was looked for."""


def settled(found: Found, otherwise: Problem) -> Reading:
    """A finding as a reading; the problem where nothing was found."""
    if found is None:
        return otherwise
    return found if isinstance(found, Problem) else found.reading


def asked(reading: Reading, reason: str) -> Reading:
    """The same reading, but left to a person."""
    return Ambiguous((reading.value,), reason) if isinstance(reading, Got) else reading
