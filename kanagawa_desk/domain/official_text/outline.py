"""Which labelled lines are headings, and where in the outline: the likeliest way through them."""

# A label alone decides little: recognised print gives (4) for (イ), and a sentence may begin with
# 「1」. So all labels of a text are weighed together, from first to last, by what each step costs.

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from kanagawa_desk.domain.numbering import LEVELS, label
from kanagawa_desk.domain.official_text.labels import PART, Label, Reading

_MENDED = 2.0  # the label is a misprint of the one that comes next
_MISSED = 2.0  # the label is right and headings before it are missing ...
_EACH_MISSED = 0.2
_MOST_MISSED = 5
_RESTARTED = 5.0  # counting begins again at 1 though nothing above it has changed
_IN_LIST = 0.3  # text, behind a label taken for text that comes right before it
_OUT_OF_LIST = 2.0  # a heading there
_SKIPPED_LEVEL = 0.5
_BELATED_PART = 3.8  # 第1 behind headings that stand under none
_WAYS = 6  # kept in mind from one label to the next
_MARGIN = 4.5  # dearer than the best by more than this, a way is given up

_NOTHING = (0,) * LEVELS

Counts = tuple[int, ...]
"""The numbers reached on each level, from 第1 down; 0 where none is open."""


class Place(NamedTuple):
    """A heading's level (0 is 第1, else 1 to 7) and its number as it was meant."""

    level: int
    number: int


_Step: TypeAlias = tuple[int, int]
"""A level and a number; a bare tuple, since a text has thousands of them."""
_State: TypeAlias = tuple[Counts, _Step | None]
"""Where a way has come to; behind a label taken for text, what that would have been."""
_Trail: TypeAlias = "tuple[_Trail, _Step | None] | None"
"""The choices behind a way, the last one first."""
_Ways: TypeAlias = dict[_State, tuple[float, _Trail]]
"""The cheapest way to each state."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A labelled line, with what speaks `against` and in `favour` of its being a heading.

    `afresh`: counting may begin again at 1 (below 別紙). `listed`: it may be the next item of
    the list that the label before it belongs to.
    """

    label: Label
    against: float = 0.0
    favour: float = 0.0
    afresh: bool = False
    listed: bool = False


def place_labels(candidates: Sequence[Candidate]) -> list[Place | None]:
    """The place of each candidate in the outline; None for one that is mere text."""
    ways: _Ways = {((0, *_NOTHING), None): (0.0, None)}
    for candidate in candidates:
        ways = _best(_onward(ways, candidate))
    trail = min(ways.values(), key=itemgetter(0))[1]
    places: list[Place | None] = []
    while trail is not None:
        trail, place = trail
        places.append(Place(*place) if place else None)
    return places[::-1]


def printed_label(place: Place) -> str:
    """The label of a heading at this place."""
    return label(*place) if place.level else f"第{place.number}"


def printed_labels(places: Sequence[Place]) -> Iterator[str]:
    """The labels that the program prints for headings at these places, counted by level."""
    counts = [0] * (LEVELS + 1)
    for level, _ in places:
        counts[level] += 1
        counts[level + 1 :] = [0] * (LEVELS - level)
        yield printed_label(Place(level, counts[level]))


def _onward(ways: _Ways, candidate: Candidate) -> _Ways:
    """Every way onward from each way so far: the candidate as text, and at all its places."""
    after: _Ways = {}
    first = candidate.label.readings[0]
    as_text = (first.level, first.number)
    for (counts, listed), (cost, trail) in ways.items():
        follows = candidate.listed and listed == (first.level, first.number - 1)
        text = candidate.favour + (_IN_LIST if follows else candidate.label.as_text)
        _keep(after, (counts, as_text), cost + text, trail, None)
        cost += candidate.against + (_OUT_OF_LIST if follows else 0.0)
        for place, step in _steps(counts, candidate):
            level, number = place
            reached = (*counts[:level], number, *_NOTHING[level:])
            _keep(after, (reached, None), cost + step, trail, place)
    return after


def _keep(ways: _Ways, state: _State, cost: float, trail: _Trail, place: _Step | None) -> None:
    known = ways.get(state)
    if known is None or cost < known[0]:
        ways[state] = (cost, (trail, place))


def _best(ways: _Ways) -> _Ways:
    limit = min(ways.values(), key=itemgetter(0))[0] + _MARGIN
    kept = sorted((way[0], index, state) for index, (state, way) in enumerate(ways.items()))
    return {state: ways[state] for cost, _, state in kept[:_WAYS] if cost <= limit}


def _steps(counts: Counts, candidate: Candidate) -> Iterator[tuple[_Step, float]]:
    """The places that a candidate may take next, and what each costs."""
    for reading in candidate.label.readings:
        expected = counts[reading.level] + 1
        cost = reading.cost
        if expected == 1:
            cost += _SKIPPED_LEVEL * counts[1 : reading.level].count(0)
            cost += _BELATED_PART if reading.level == PART and any(counts) else 0.0
        if reading.number == expected:
            yield (reading.level, expected), cost
        elif not reading.exact:
            yield from _out_of_order(reading, expected, cost, candidate.afresh)


def _out_of_order(
    reading: Reading, expected: int, cost: float, afresh: bool
) -> Iterator[tuple[_Step, float]]:
    yield (reading.level, expected), cost + _MENDED
    missed = reading.number - expected
    if 0 < missed <= _MOST_MISSED:
        yield (reading.level, reading.number), cost + _MISSED + _EACH_MISSED * missed
    elif reading.number == 1:
        yield (reading.level, 1), cost + (0.0 if afresh else _RESTARTED)
