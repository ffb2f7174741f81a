"""Plans and their editions: which one is in force, and where it stands at a date."""

from collections.abc import Iterable
from datetime import date

from kanagawa_desk.domain.periods import FiscalPeriod, FiscalYear, Timing
from kanagawa_desk.domain.records import PlanEdition

OVER = "期間満了"
REVISION_DUE = "改定予定"
FINAL_YEAR = "最終年度"
RUNNING = "計画期間中"
NOT_BEGUN = "計画期間前"
OPEN = "期間なし"


def plan_state(period: FiscalPeriod, next_revision: Timing | None, today: date) -> str:
    """Where an edition stands: over, revision due this fiscal year, final year, or running."""
    year = FiscalYear.of(today)
    if period.start is not None and year < period.start:
        return NOT_BEGUN
    if period.end is not None and period.end < year:
        return OVER
    if next_revision is not None and next_revision.year == year:
        return REVISION_DUE
    if period.end is None:
        return OPEN if next_revision is None else RUNNING
    return FINAL_YEAR if period.end == year else RUNNING


def edition_in_force(editions: Iterable[PlanEdition], day: date) -> PlanEdition | None:
    """The edition that started last by a day; before the first one, the first."""
    year = FiscalYear.of(day)
    ordered = sorted(editions, key=_start)
    started = [edition for edition in ordered if _start(edition) <= year]
    if started:
        return started[-1]
    return ordered[0] if ordered else None


def edition_label(edition: PlanEdition) -> str:
    """第8次計画 R6～R11, or the period alone where the edition has no number."""
    ordinal = f"{edition.ordinal}計画 " if edition.ordinal else ""
    return f"{ordinal}{edition.period.short}"


def _start(edition: PlanEdition) -> FiscalYear:
    return edition.period.start or FiscalYear(0)
