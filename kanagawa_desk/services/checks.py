"""点検: what in the ledgers and papers must be mended or looked at."""

from collections.abc import Iterator
from datetime import date

from kanagawa_desk.domain.bed_layout import in_use
from kanagawa_desk.domain.layout import Address
from kanagawa_desk.domain.papers.blocks import Paper
from kanagawa_desk.domain.periods import FiscalYear
from kanagawa_desk.domain.plans import OVER, edition_in_force, plan_state
from kanagawa_desk.domain.problems import LOOK, MUST, Found
from kanagawa_desk.domain.records import (
    Area,
    BedCount,
    BedSet,
    BedStandard,
    Metric,
    Observation,
    Plan,
    PlanEdition,
    Series,
)
from kanagawa_desk.domain.values import Missing, Number
from kanagawa_desk.domain.writing import number_text, period_label, timing_text
from kanagawa_desk.services.drafts import waiting
from kanagawa_desk.services.naming import Places
from kanagawa_desk.services.papers.checks import findings_of
from kanagawa_desk.services.papers.rendering import FINAL_STAGES
from kanagawa_desk.storage.ledger import Ledger, Reader


def check(ledger: Ledger, today: date) -> tuple[Found, ...]:
    """Every fault found, those that must be mended first."""
    with ledger.reading() as reads:
        return findings(reads, today)


def findings(reads: Reader, today: date) -> tuple[Found, ...]:
    """As check, inside a transaction."""
    found = [
        *waiting(reads),
        *_targets_above_standards(reads),
        *_counts_left_blank(reads),
        *_plans_that_ran_out(reads, today),
        *_plans_to_confirm(reads),
        *_cumulative_that_fall(reads),
        *_found_in_papers(reads, today),
    ]
    return tuple(sorted(found, key=lambda each: each.severity != MUST))


def _found_in_papers(reads: Reader, today: date) -> Iterator[Found]:
    """What is found in the papers in hand and was not put aside as 確認済.

    In hand are those still to be submitted, and the newest: the others have been followed.
    """
    papers = reads.all(Paper)
    newest = max((each.held_on for each in papers), default=None)
    for paper in papers:
        if paper.stage in FINAL_STAGES and paper.held_on != newest:
            continue
        for each in findings_of(reads, paper.id, today):
            if each.acknowledged is None:
                found = each.finding
                where = f"{paper.title}　{each.where}"
                address = Address("block", (found.block,), "text")
                yield Found(found.code, found.severity, where, found.message, address)


def _targets_above_standards(reads: Reader) -> Iterator[Found]:
    places = Places(reads)
    for each in reads.all(BedStandard):
        target, standard = each.target.number, each.standard.number
        if target is not None and standard is not None and target > standard:
            key = (each.edition, each.bed_type, each.area)
            yield Found(
                "target_above_standard",
                MUST,
                places.record("bed_standard", "/".join(key)),
                f"整備目標 {number_text(target)} は基準病床数 {number_text(standard)} を"
                f"超えています。{number_text(standard)} 以下にしてください。",
                Address("bed_standard", key, "target"),
            )


def _counts_left_blank(reads: Reader) -> Iterator[Found]:
    places = Places(reads)
    counts = {(each.bed_type, each.as_of, each.area): each for each in reads.all(BedCount)}
    areas = {each.id: each for each in reads.all(Area)}
    asked = {(each.bed_type, each.area) for each in reads.all(BedStandard)}
    for one in reads.all(BedSet):
        for bed_type, area in sorted(asked):
            if bed_type != one.bed_type or not in_use(areas[area], one.as_of):
                continue
            count = counts.get((bed_type, one.as_of, area))
            if count is None or count.beds.missing is Missing.BLANK:
                key = (bed_type, area, one.as_of)
                yield Found(
                    "count_blank",
                    LOOK,
                    places.record("bed_count", f"{bed_type}/{area}/{one.as_of}"),
                    "既存病床数が未入力です。値か「該当なし」「未集計」を入れてください。",
                    Address("bed_count", key, "beds"),
                )


def _plans_that_ran_out(reads: Reader, today: date) -> Iterator[Found]:
    editions: dict[str, list[PlanEdition]] = {}
    for each in reads.all(PlanEdition):
        editions.setdefault(each.plan, []).append(each)
    this_year = FiscalYear.of(today)
    for plan in reads.all(Plan):
        current = edition_in_force(editions.get(plan.id, ()), today)
        address = Address("plan", (plan.id,), "name")
        if current is None:
            message = "計画期間が入っていません。計画期間を入れてください。"
            yield Found("plan_without_period", MUST, f"計画 {plan.name}", message, address)
        elif plan_state(current.period, current.next_revision, today) == OVER:
            message = "計画期間が満了しています。次の期を入れてください。"
            yield Found("plan_over", LOOK, f"計画 {plan.name}", message, address)
        elif current.next_revision is not None and current.next_revision.year < this_year:
            due = timing_text(current.next_revision)
            message = f"改定の予定（{due}）を過ぎています。改定時期を入れてください。"
            due_at = Address("plan_edition", (current.id,), "next_revision")
            yield Found("revision_overdue", LOOK, f"計画 {plan.name}", message, due_at)


def _plans_to_confirm(reads: Reader) -> Iterator[Found]:
    for plan in reads.all(Plan):
        if plan.listed and plan.basis_check:
            yield Found(
                "basis_unconfirmed",
                LOOK,
                f"計画 {plan.name}",
                "根拠法令が要確認のままです。所管課に確かめてください。",
                Address("plan", (plan.id,), "basis"),
            )


def _cumulative_that_fall(reads: Reader) -> Iterator[Found]:
    """A 累計 that is less than the year before contradicts itself."""
    cumulative = {
        metric.id: metric for metric in reads.all(Metric) if metric.measure == "cumulative"
    }
    for series in reads.all(Series):
        if series.metric not in cumulative:
            continue
        name = f"指標 {cumulative[series.metric].name} {series.name}".rstrip()
        before: Number | None = None
        for each in reads.all(Observation, series=series.id):
            number = each.value.number
            if number is not None and before is not None and number < before:
                yield Found(
                    "cumulative_falls",
                    LOOK,
                    f"{name} {period_label(each.period)}",
                    f"累計が前の期間の {number_text(before)} より少なくなっています。"
                    "値か種別を確かめてください。",
                    Address("observation", (series.id, each.period), "value"),
                )
            before = number if number is not None and not each.series_break else before
