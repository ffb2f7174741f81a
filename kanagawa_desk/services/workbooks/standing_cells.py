"""Cells of a sheet that was sent, as they stand in the ledger now."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from kanagawa_desk.domain.layout import Cell, Layout, RowKind
from kanagawa_desk.domain.metric_layout import MetricSource, metric_layout
from kanagawa_desk.domain.notation import parse_period
from kanagawa_desk.domain.periods import FiscalYear, Period
from kanagawa_desk.domain.records import BedType, Metric, Observation, Series
from kanagawa_desk.domain.writing import period_label
from kanagawa_desk.exchange.form import Form
from kanagawa_desk.exchange.found import CellKey
from kanagawa_desk.services.grids import beds_layout, plans_layout
from kanagawa_desk.services.names import Reads

_AT_A_TIME = 5000  # rows that one query asks for
_BEDS = "beds@"


def standing_cells(
    reads: Reads, form: Form, wanted: Collection[CellKey], today: date
) -> Mapping[CellKey, Cell]:
    """These cells of a form; what is no longer in the ledger is not among them.

    Only the rows and columns that they stand in are laid out.
    """
    rows = sorted({row for row, _ in wanted})
    columns = {column for _, column in wanted}
    found: dict[CellKey, Cell] = {}
    for start in range(0, len(rows), _AT_A_TIME):
        some = frozenset(rows[start : start + _AT_A_TIME])
        for layout in _laid_out(reads, form, some, columns, today):
            found.update(_records(layout))
    return {key: found[key] for key in wanted if key in found}


def _records(layout: Layout) -> Iterator[tuple[CellKey, Cell]]:
    for row in layout.rows:
        if row.kind is RowKind.RECORD:
            for column, cell in zip(layout.columns, row.cells, strict=True):
                yield (row.key, column.key), cell


def _laid_out(
    reads: Reads, form: Form, rows: frozenset[str], columns: Collection[str], today: date
) -> tuple[Layout, ...]:
    if form.ledger == "plans":
        return (plans_layout(reads, today, rows),)
    if form.ledger == "metrics":
        return (_metrics(reads, rows, columns),)
    _, _, bed_type = form.name.partition(":")
    if not reads.all(BedType, id=bed_type):
        return ()
    # All dates of the form: the last of them says which edition the standards are of.
    found = (_of_column(each.key.removeprefix(_BEDS)) for each in form.columns)
    days = [each for each in found if isinstance(each, date)]
    return (beds_layout(reads, bed_type, days, areas=rows),)


def _metrics(reads: Reads, rows: frozenset[str], columns: Collection[str]) -> Layout:
    series = reads.all(Series, id=rows)
    metrics = reads.all(Metric, id=frozenset(each.metric for each in series))
    found = map(_of_column, columns)
    periods = frozenset(each for each in found if each is not None)
    observations = _observations(reads, rows, periods)
    return metric_layout(MetricSource(metrics, series, observations, {}), periods=[*periods])


def _of_column(key: str) -> Period | None:
    """The period that a column is of; None for a column of anything else, or of nobody's."""
    try:
        period = parse_period(key)
        period_label(period)  # which a period before 明治 does not have
    except (ValueError, RecursionError):
        return None
    return period


def _observations(
    reads: Reads, rows: frozenset[str], periods: frozenset[Period]
) -> Sequence[Observation]:
    """What these series can show for these periods.

    That is the value of the fiscal year itself where there is one, else any of its parts.
    """
    if not all(isinstance(each, FiscalYear) for each in periods):
        return reads.all(Observation, series=rows)
    whole = reads.all(Observation, series=rows, period=periods)
    there = Counter(each.series for each in whole)
    rest = frozenset(each for each in rows if there[each] < len(periods))
    found = [each for each in whole if each.series not in rest]
    return [*found, *reads.all(Observation, series=rest)] if rest else found
