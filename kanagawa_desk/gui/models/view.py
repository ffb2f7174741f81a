"""How a grid is arranged: what is remembered of it, and kept under a name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns, by key: in the order that a person gave them, hidden, and as wide in px."""

    order: tuple[str, ...] = ()
    hidden: frozenset[str] = frozenset()
    widths: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class View:
    """The columns, and which rows stand in what order.

    `sort` is a column's key and whether downwards, `choices` are the texts that columns are
    narrowed to; `mine` leaves the rows of one's own division, `since` those changed from a day
    on.
    """

    columns: Columns = Columns()
    sort: tuple[str, bool] | None = None
    choices: Mapping[str, frozenset[str]] = field(default_factory=dict)
    mine: bool = False
    since: date | None = None


def in_order(keys: Sequence[str], order: Sequence[str]) -> list[str]:
    """The keys of columns as a person ordered them; one that is new stands behind its neighbour.

    >>> in_order(["a", "b", "c", "d"], ["c", "a", "b"])
    ['c', 'd', 'a', 'b']
    """
    placed = [key for key in order if key in keys]
    for at, key in enumerate(keys):
        if key not in placed:
            before = keys[at - 1] if at else ""
            placed.insert(placed.index(before) + 1 if before else 0, key)
    return placed


def columns_as_data(columns: Columns) -> dict[str, Any]:
    """As the settings keep them."""
    return {
        "order": list(columns.order),
        "hidden": sorted(columns.hidden),
        "widths": dict(columns.widths),
    }


def columns_from(data: Any) -> Columns:
    """Out of the settings; what does not fit is as if it were not there."""
    match data:
        case {"order": [*order], "hidden": [*hidden], "widths": {**widths}}:
            whole = {str(key): width for key, width in widths.items() if isinstance(width, int)}
            return Columns(tuple(map(str, order)), frozenset(map(str, hidden)), whole)
    return Columns()


def as_data(view: View) -> dict[str, Any]:
    """As the settings keep it."""
    return {
        "columns": columns_as_data(view.columns),
        "sort": list(view.sort) if view.sort else [],
        "choices": {key: sorted(texts) for key, texts in view.choices.items()},
        "mine": view.mine,
        "since": view.since.isoformat() if view.since else "",
    }


def view_from(data: Any) -> View:
    """Out of the settings; what does not fit is as if it were not there."""
    if not isinstance(data, Mapping):
        return View()
    match data.get("sort"):
        case [str(key), bool(downwards)]:
            sort: tuple[str, bool] | None = (key, downwards)
        case _:
            sort = None
    return View(
        columns_from(data.get("columns")),
        sort,
        _choices(data.get("choices")),
        data.get("mine") is True,
        _day(data.get("since")),
    )


def _choices(data: Any) -> dict[str, frozenset[str]]:
    found = data if isinstance(data, Mapping) else {}
    lists = {key: texts for key, texts in found.items() if isinstance(texts, list | tuple)}
    return {str(key): frozenset(str(text) for text in texts) for key, texts in lists.items()}


def _day(text: Any) -> date | None:
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError):
        return None
