"""What an inquiry asks, and who answers for it: sheets laid out for its day, row by row."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import compress

from kanagawa_desk.domain.fields import Kind
from kanagawa_desk.domain.inquiries import Inquiry
from kanagawa_desk.domain.inquiry_scope import FIELD, wants
from kanagawa_desk.domain.layout import Column, Layout, RowKind
from kanagawa_desk.domain.notation import parse_period, period_text
from kanagawa_desk.domain.periods import UNDATED, FiscalYear, period_start
from kanagawa_desk.domain.plans import edition_in_force
from kanagawa_desk.domain.records import (
    BedSet,
    BedStandard,
    BedType,
    Metric,
    Plan,
    PlanEdition,
    Series,
)
from kanagawa_desk.services.grids import beds_layout, layouts, metrics_layout
from kanagawa_desk.services.inquiries.scoping import narrowed, years_of
from kanagawa_desk.services.names import Reads
from kanagawa_desk.services.narrowing import Narrowing

RowOf = tuple[str, str]
"""The name of a sheet and the key of a row on it."""

_YEARS_BEFORE = 2  # of a metric, shown beside the year asked for
_UNDATED = period_text(UNDATED)


def asked_sheets(reads: Reads, inquiry: Inquiry) -> tuple[Layout, ...]:
    """The sheets of an inquiry with all its rows; fields that it does not ask for are locked.

    A reference date has its column even where the ledger has no figures of it yet.
    """
    sheets = [_locked(inquiry, each) for each in _sheets(reads, inquiry)]
    return tuple(narrowed(reads, inquiry.asks, sheets)) if inquiry.scope else tuple(sheets)


def owners(reads: Reads, inquiry: Inquiry, sheets: Sequence[Layout]) -> Mapping[RowOf, str]:
    """The 所管課 (its id) that answers for each record row; "" where there is none.

    Bed counts are answered for by the division of the plan whose edition sets the standards.
    """
    metrics = {metric.id: metric.division for metric in reads.all(Metric)}
    of_row = {
        "plans": {plan.id: plan.division for plan in reads.all(Plan)},
        "metrics": {series.id: metrics[series.metric] for series in reads.all(Series)},
    }
    of_beds = dict(_bed_divisions(reads, inquiry.day))
    return {
        (sheet.name, row.key): of_row[sheet.ledger][row.key]
        if sheet.ledger in of_row
        else of_beds.get(sheet.name, "")
        for sheet in sheets
        for row in sheet.rows
        if row.kind is RowKind.RECORD
    }


def rows_by_division(of_rows: Mapping[RowOf, str]) -> dict[str, list[RowOf]]:
    """The rows that each division (its id, "" for none) answers for."""
    found: dict[str, list[RowOf]] = {}
    for row, division in of_rows.items():
        found.setdefault(division, []).append(row)
    return found


def with_rows_of(sheets: Sequence[Narrowing], kept: Iterable[RowOf]) -> tuple[Layout, ...]:
    """The sheets that keep a row, with these rows."""
    by_sheet: dict[str, set[str]] = {}
    for name, row in kept:
        by_sheet.setdefault(name, set()).add(row)
    return tuple(
        each.with_rows(by_sheet[each.sheet.name]) for each in sheets if each.sheet.name in by_sheet
    )


def without_idle_columns(sheet: Layout) -> Layout:
    """A sheet without the years in which it shows no figure and asks for none."""
    used = [
        column.field.kind is not Kind.MEASURED
        or any(row.cells[index].text or row.cells[index].address for row in sheet.rows)
        for index, column in enumerate(sheet.columns)
    ]
    return replace(
        sheet,
        columns=tuple(compress(sheet.columns, used)),
        rows=tuple(replace(row, cells=tuple(compress(row.cells, used))) for row in sheet.rows),
    )


def _sheets(reads: Reads, inquiry: Inquiry) -> tuple[Layout, ...]:
    as_of, years = inquiry.as_of, _years(inquiry)
    sheets: list[Layout] = []
    for ledger in inquiry.ledgers:
        if ledger == "beds" and as_of is not None:
            sheets += [
                beds_layout(reads, each.id, [*_day_before(reads, each.id, as_of), as_of])
                for each in reads.all(BedType)
            ]
        elif ledger == "metrics" and years:
            first = FiscalYear(years[0].year - _YEARS_BEFORE)
            sheets.append(metrics_layout(reads, first, years[-1]))
        else:
            sheets += layouts(reads, ledger, inquiry.day)
    return tuple(sheets)


def _years(inquiry: Inquiry) -> tuple[FiscalYear, ...]:
    """The fiscal years whose figures are asked for; none where all are."""
    named = years_of(inquiry.asks)
    return named or ((FiscalYear.of(inquiry.as_of),) if inquiry.as_of else ())


def _day_before(reads: Reads, bed_type: str, as_of: date) -> list[date]:
    """The reference date before this one, for comparison."""
    earlier = [one.as_of for one in reads.all(BedSet, bed_type=bed_type) if one.as_of < as_of]
    return [max(earlier)] if earlier else []


def _bed_divisions(reads: Reads, day: date) -> Iterator[tuple[str, str]]:
    """The name of each bed sheet with the division of the plan in force that sets standards."""
    plans = {plan.id: plan for plan in reads.all(Plan)}
    editions = {each.id: each for each in reads.all(PlanEdition)}
    setting: dict[str, set[str]] = {}
    for standard in reads.all(BedStandard):
        setting.setdefault(standard.bed_type, set()).add(standard.edition)
    for bed_type, names in setting.items():
        current = edition_in_force((editions[name] for name in names), day)
        if current is not None:
            yield f"beds:{bed_type}", plans[current.plan].division


def _locked(inquiry: Inquiry, sheet: Layout) -> Layout:
    """A sheet in which only what is asked for can be filled in."""
    asked = [_is_asked(inquiry, sheet, column) for column in sheet.columns]
    undated = [column.key == _UNDATED for column in sheet.columns]
    rows = tuple(
        replace(
            row,
            cells=tuple(
                # A figure without a date is asked for only where there is one.
                cell if wanted and (cell.text or not bare) else replace(cell, address=None)
                for cell, wanted, bare in zip(row.cells, asked, undated, strict=True)
            ),
        )
        for row in sheet.rows
    )
    return replace(sheet, rows=rows)


def _is_asked(inquiry: Inquiry, sheet: Layout, column: Column) -> bool:
    scope, field = inquiry.asks, column.field
    if not wants(scope, FIELD, f"{sheet.ledger}.{field.name}"):
        return False
    if sheet.ledger == "plans":
        return column.key != "rank"  # the order of the list is ours
    if sheet.ledger == "beds" and field.name == "beds":
        return inquiry.as_of is None or column.key == f"beds@{inquiry.as_of}"
    years = _years(inquiry)
    if field.kind is Kind.MEASURED and years:
        period = parse_period(column.key)
        return period is UNDATED or FiscalYear.of(period_start(period)) in years
    # With a reference date only figures are asked for, unless other fields are named.
    return FIELD in scope or not years
