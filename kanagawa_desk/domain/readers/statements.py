"""What stands beside a time: 予定 and the like, and remarks in parentheses held against it."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from kanagawa_desk.domain.quantities import Stated
from kanagawa_desk.domain.readers.findings import Finding, Found
from kanagawa_desk.domain.readers.remarks import STATUS, says_nothing
from kanagawa_desk.domain.values import Status


def held_against(
    found: Found,
    remarks: Iterable[str],
    status: Status | None,
    check: Callable[[Finding, str], Found],
) -> Found:
    """A finding with each remark taken into account: a status is kept, others are checked.

    `check` gives the finding as it is, doubted, stated, or the problem that a remark makes.
    """
    for remark in remarks:
        if not isinstance(found, Finding):
            return found
        if remark in STATUS:
            status = STATUS[remark]
        elif not says_nothing(remark):
            found = check(found, remark)
    return stated(found, status)


def stated(found: Found, status: Status | None) -> Found:
    """A finding with the 予定 and the like that stand beside it."""
    if status is None or not isinstance(found, Finding):
        return found

    def beside(value: Any) -> Stated:
        own = value if isinstance(value, Stated) else Stated(value)
        return replace(own, status=status)

    return found.of(beside)
