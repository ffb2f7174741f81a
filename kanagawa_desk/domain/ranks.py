"""The ranks that keep records in order, changed as little as a new order allows."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

STEP = 1 << 16
"""Between neighbours that are ranked anew; thousands of them fit into 32 bits."""
_NEAR = 1 << 8  # from the one before, so that what is written on and on has room for long


def reranked(ranks: Sequence[int]) -> list[int]:
    """Strictly rising ranks for records that stand in this order with these ranks.

    Those that rise already are kept, the others, and those without a rank (0), take what is
    free between them; where too little is free all are ranked anew.
    """
    kept = _rising(ranks)
    if len(kept) == len(ranks):
        return list(ranks)
    new = list(ranks)
    for first, last in zip([-1, *kept], [*kept, len(ranks)], strict=True):
        low = ranks[first] if first >= 0 else 0
        high = ranks[last] if last < len(ranks) else None
        free = _between(low, high, last - first - 1)
        if free is None:
            return [STEP * number for number in range(1, len(ranks) + 1)]
        new[first + 1 : last] = free
    return new


def _between(low: int, high: int | None, count: int) -> list[int] | None:
    step = STEP if high is None else min((high - low) // (count + 1), _NEAR)
    if step < 1 and count:
        return None
    return [low + step * number for number in range(1, count + 1)]


def _rising(ranks: Sequence[int]) -> list[int]:
    """The indexes of a longest run of ranks that rises strictly, not all side by side."""
    ends: list[int] = []  # the smallest rank that a run of each length can end in
    places: list[int] = []
    before: list[int] = []
    for index, rank in enumerate(ranks):
        if rank < 1:
            before.append(-1)
            continue
        length = bisect_left(ends, rank)
        before.append(places[length - 1] if length else -1)
        ends[length : length + 1] = [rank]
        places[length : length + 1] = [index]
    return list(_backwards(before, places[-1] if places else -1))[::-1]


def _backwards(before: Sequence[int], last: int) -> Iterator[int]:
    while last >= 0:
        yield last
        last = before[last]
