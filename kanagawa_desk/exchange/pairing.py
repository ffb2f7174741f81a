"""Which found line (row or column) is which expected one: by hidden key, else by its name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A row or column as found: its number, hidden key, and the words people know it by."""

    number: int
    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Pairing:
    """`found` and `twice` are by expected key; `others` are the numbers of all other lines.

    `unkeyed` are keys of lines that were found by name since they had no key, `misled` those
    whose key belonged to another line, as after a sort that left the hidden part behind.
    """

    found: Mapping[str, int]
    twice: Mapping[str, tuple[int, ...]]
    others: tuple[int, ...]
    unkeyed: tuple[str, ...]
    misled: tuple[str, ...]


def pair(lines: Iterable[Line], expected: Mapping[str, str]) -> Pairing:
    """Pair found lines with expected keys and their names.

    A key holds unless its line bears the name of another expected line; names that several
    expected lines share tell nothing. Of lines that claim the same key the one with most in its
    favour gets it; if several have that, none does.
    """
    claims: dict[str, list[tuple[int, Line]]] = {}
    others = []
    by_name = _unique(expected)
    names = set(expected.values())
    for line in lines:
        key = line.key if line.key in expected else None
        if key is not None and line.name == expected[key]:
            claims.setdefault(key, []).append((3, line))
        elif key is not None and line.name not in names:
            claims.setdefault(key, []).append((2, line))
        elif (named := by_name.get(line.name)) is not None:
            claims.setdefault(named, []).append((1, line))
        else:
            others.append(line.number)
    found: dict[str, int] = {}
    twice: dict[str, tuple[int, ...]] = {}
    unkeyed: list[str] = []
    misled: list[str] = []
    for key, claimants in claims.items():
        best = max(weight for weight, _ in claimants)
        chosen = [line for weight, line in claimants if weight == best]
        others += (line.number for weight, line in claimants if weight < best)
        if len(chosen) > 1:
            twice[key] = tuple(line.number for line in chosen)
            continue
        found[key] = chosen[0].number
        if best == 1:
            (misled if chosen[0].key in expected else unkeyed).append(key)
    return Pairing(found, twice, tuple(sorted(others)), tuple(unkeyed), tuple(misled))


def _unique(expected: Mapping[str, str]) -> dict[str, str]:
    keys: dict[str, list[str]] = {}
    for key, name in expected.items():
        keys.setdefault(name, []).append(key)
    return {name: of[0] for name, of in keys.items() if name and len(of) == 1}
