"""What the window asks of the services about whole rows, editions, master data and ホーム."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from kanagawa_desk.domain.layout import Address, Layout
    from kanagawa_desk.domain.metric_outline import Node
    from kanagawa_desk.domain.periods import FiscalPeriod, Period
    from kanagawa_desk.services.edit import Written
    from kanagawa_desk.services.grids import EditionChoice
    from kanagawa_desk.services.history import CellChange
    from kanagawa_desk.services.home import Home
    from kanagawa_desk.services.ledgers import Ledger


def home(ledger: Ledger, today: date) -> Home:
    """What the first page shows."""
    from kanagawa_desk.services import home as service

    return service.home(ledger, today)


def cell_history(ledger: Ledger, address: Address) -> tuple[CellChange, ...]:
    """The changes of one cell, the latest first."""
    from kanagawa_desk.services import history

    return history.cell_history(ledger, address)


def needs_reason(ledger: Ledger, address: Address) -> bool:
    """Whether a cell is of firm figures."""
    from kanagawa_desk.services import reverting

    return reverting.needs_reason(ledger, address)


def revert(ledger: Ledger, address: Address, batch: str, reason: str = "") -> Written:
    """Put back the value that a cell had after a batch; in firm figures for a reason."""
    from kanagawa_desk.services import reverting

    return reverting.revert(ledger, address, batch, reason)


def move_plan(ledger: Ledger, plan: str, steps: int) -> Written:
    """Move a plan in the list."""
    from kanagawa_desk.services import rows

    return rows.move_plan(ledger, plan, steps)


def remove_plan(ledger: Ledger, plan: str) -> Written:
    """Remove a plan with its periods."""
    from kanagawa_desk.services import rows

    return rows.remove_plan(ledger, plan)


def remove_series(ledger: Ledger, series: str) -> Written:
    """Remove a series with its values."""
    from kanagawa_desk.services import rows

    return rows.remove_series(ledger, series)


def remove_bed_date(ledger: Ledger, bed_type: str, day: date) -> Written:
    """Remove a reference date with its counts."""
    from kanagawa_desk.services import rows

    return rows.remove_bed_date(ledger, bed_type, day)


# Metrics.


def metric_outline(ledger: Ledger) -> tuple[Node, ...]:
    """The series under the headings of the paper."""
    from kanagawa_desk.services import grids

    return grids.metric_outline(ledger)


def division_names(ledger: Ledger) -> tuple[str, ...]:
    """The divisions in order."""
    from kanagawa_desk.services import masters

    return masters.names(ledger, "division")


def fill_in_metric(ledger: Ledger, texts: Mapping[str, str], today: date) -> Written:
    """Add a metric from the texts of a form."""
    from kanagawa_desk.services import adding

    return adding.fill_in_metric(ledger, texts, today)


def add_series(ledger: Ledger, beside: str, name: str) -> Written:
    """Add a line to the metric of a series."""
    from kanagawa_desk.services import adding

    return adding.add_series(ledger, beside, name)


def add_fiscal_year(ledger: Ledger, today: date) -> Written:
    """Begin the next fiscal year."""
    from kanagawa_desk.services import adding

    return adding.add_fiscal_year(ledger, today)


def add_period(ledger: Ledger, series: str, period: Period) -> Written:
    """Give a series a period to be filled."""
    from kanagawa_desk.services import adding

    return adding.add_period(ledger, series, period)


# Editions.


def editions(ledger: Ledger, bed_type: str) -> tuple[EditionChoice, ...]:
    """The plan editions that the counts of a bed type can be compared with."""
    from kanagawa_desk.services import grids

    return grids.editions(ledger, bed_type)


def add_bed_edition(ledger: Ledger, bed_type: str, period: FiscalPeriod, ordinal: str) -> str:
    """Add a period to the plan that sets the standards of a bed type; gives its id."""
    from kanagawa_desk.services import bed_editions

    return bed_editions.add_bed_edition(ledger, bed_type, period, ordinal)[0]


def add_edition(ledger: Ledger, plan: str, period: FiscalPeriod, ordinal: str) -> Written:
    """Add a period to a plan."""
    from kanagawa_desk.services import adding

    return adding.add_edition(ledger, plan, period, ordinal)


# Master data.


def master_grid(ledger: Ledger, record: str) -> Layout:
    """All records of a kind of master data."""
    from kanagawa_desk.services import masters

    return masters.master_grid(ledger, record)


def enter_masters(
    ledger: Ledger, texts: Mapping[Address, str], today: date, reason: str = ""
) -> Written:
    """Store texts of master data; a name that is typed over is remembered."""
    from kanagawa_desk.services import renaming
    from kanagawa_desk.services.edit import Edit

    edits = [Edit(address, text) for address, text in texts.items()]
    return renaming.enter(ledger, edits, today, reason)


def add_master(ledger: Ledger, record: str, name: str, code: str) -> Written:
    """Add a record; `code` is that of a municipality, or the kind of a respondent."""
    from kanagawa_desk.services import masters

    if record == "respondent":
        from kanagawa_desk.services.inquiries import respondents

        return respondents.add(ledger, name, code)
    return masters.add(ledger, record, name, code)


def retire(ledger: Ledger, address: Address, last_day: date) -> Written:
    """End a record's validity."""
    from kanagawa_desk.services import masters

    return masters.retire(ledger, address, last_day)


def merge(ledger: Ledger, gone: Address, into: Address, first_day: date) -> Written:
    """Merge one division or area into another."""
    from kanagawa_desk.services import masters

    return masters.merge(ledger, gone, into, first_day)


def delete_master(ledger: Ledger, address: Address) -> Written:
    """Delete a record that nothing refers to."""
    from kanagawa_desk.services import masters

    return masters.delete(ledger, address)


def move_master(ledger: Ledger, address: Address, steps: int) -> Written:
    """Move a record among its like."""
    from kanagawa_desk.services import masters

    return masters.move(ledger, address, steps)
