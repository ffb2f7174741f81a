"""Official outline numbering: 1 → (1) → ア → (ア) → a → (a) → a′, 第1 above; never typed."""

from collections.abc import Iterable, Iterator

LEVELS = 7

_KANA = (
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
)
_LATIN = "abcdefghijklmnopqrstuvwxyz"


def label(level: int, number: int) -> str:
    """The plain label of the number-th heading (from 1) at a level (1 to 7, 0 for 第1).

    Beyond ン and z the row is gone through again with the letter doubled (アア, aa), as
    column letters and list markers do.

    >>> label(4, 3)
    '(ウ)'
    """
    if number < 1:
        raise ValueError(f"number {number}")
    match level:
        case 0:
            return f"第{number}"
        case 1:
            return str(number)
        case 2:
            return f"({number})"
        case 3:
            return _repeated(_KANA, number)
        case 4:
            return f"({_repeated(_KANA, number)})"
        case 5:
            return _repeated(_LATIN, number)
        case 6:
            return f"({_repeated(_LATIN, number)})"
        case 7:
            return _repeated(_LATIN, number) + "′"
    raise ValueError(f"level {level}")


def labels(levels: Iterable[int]) -> Iterator[str]:
    """The labels of headings at these levels, in order; a level starts anew below another."""
    counts = [0] * (LEVELS + 1)
    for level in levels:
        counts[level] += 1
        counts[level + 1 :] = [0] * (LEVELS - level)
        yield label(level, counts[level])


def paths(levels: Iterable[int]) -> Iterator[tuple[str, ...]]:
    """The labels down to each heading, its own last: (2, (2), イ)."""
    every = tuple(levels)
    path: list[tuple[int, str]] = []
    for level, own in zip(every, labels(every), strict=True):
        path = [*(each for each in path if each[0] < level), (level, own)]
        yield tuple(label for _, label in path)


def circled(number: int) -> str:
    """① to ㊿, and (51) from there on, since no more have been encoded."""
    if number <= 20:
        return chr(0x2460 + number - 1)
    if number <= 35:
        return chr(0x3251 + number - 21)
    if number <= 50:
        return chr(0x32B1 + number - 36)
    return f"({number})"


def _repeated(letters: str, number: int) -> str:
    times, index = divmod(number - 1, len(letters))
    return letters[index] * (times + 1)
