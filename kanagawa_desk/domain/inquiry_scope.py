"""The scope of an inquiry: which fields, rows and years of the ledgers it asks for."""

from collections.abc import Callable, Iterable, Mapping, Set

from kanagawa_desk.domain.fields import record_type, record_type_named
from kanagawa_desk.domain.notation import parse_period
from kanagawa_desk.domain.records import (
    BedCount,
    BedStandard,
    Metric,
    Observation,
    Plan,
    PlanEdition,
    Series,
)
from kanagawa_desk.domain.writing import period_label

FIELD = "field"
YEAR = "year"

Scope = Mapping[str, Set[str]]
"""What is asked for of each part; of a part that is not there everything is.

Parts are the record types `bed_type`, `area`, `plan` and `metric` by their ids, `field` by
ledger and name (beds.standard), and `year` by fiscal year (FY2024).
"""


def scope_of(words: Iterable[str]) -> Scope:
    """A scope from the words in which an inquiry keeps it: area:yokohama, year:FY2024."""
    found: dict[str, set[str]] = {}
    for word in words:
        part, _, name = word.partition(":")
        found.setdefault(part, set()).add(name)
    return found


def words_of(scope: Scope) -> tuple[str, ...]:
    """The words of a scope, always in one order."""
    return tuple(f"{part}:{name}" for part in sorted(scope) for name in sorted(scope[part]))


def wants(scope: Scope, part: str, name: str) -> bool:
    """Whether one of a part is asked for."""
    return part not in scope or name in scope[part]


def scope_text(words: Iterable[str], names_of: Callable[[str], Mapping[str, str]]) -> str:
    """A scope as people read it: 計画期間、区域 横浜; `names_of` gives names by record type."""
    return "、".join(_word_text(word, names_of) for word in words)


def ledgers_in(scope: Scope, about: Iterable[str]) -> tuple[str, ...]:
    """Those of the ledgers that are asked about of which at least one field is asked for."""
    if FIELD not in scope:
        return tuple(about)
    named = {field.partition(".")[0] for field in scope[FIELD]}
    return tuple(ledger for ledger in about if ledger in named)


_RECORDS_OF = {
    "beds": (BedStandard, BedCount),
    "plans": (Plan, PlanEdition),
    "metrics": (Observation, Metric, Series),
}


def _word_text(word: str, names_of: Callable[[str], Mapping[str, str]]) -> str:
    part, _, name = word.partition(":")
    if part == YEAR:
        return period_label(parse_period(name))
    if part == FIELD:
        ledger, _, field = name.partition(".")
        kinds = map(record_type, _RECORDS_OF[ledger])
        return next(each.label for kind in kinds for each in kind.fields if each.name == field)
    return f"{record_type_named(part).label} {names_of(part).get(name, name)}"
