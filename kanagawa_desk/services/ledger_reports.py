"""Reports from the ledgers: a grid as it is shown, and the plans by fiscal year, as PDF."""

from datetime import date

from kanagawa_desk.domain.eras import long_date
from kanagawa_desk.domain.layout import Layout
from kanagawa_desk.domain.papers.printed_grid import printed_grid
from kanagawa_desk.services.charts import plan_timeline

_UPRIGHT_COLUMNS = 6  # a grid of more columns is printed across


def grid_report(layout: Layout, title: str, note: str, today: date) -> bytes:
    """A grid with its title, A4; `note` says what it is narrowed to."""
    from kanagawa_desk.reports.ledger_report import render_table

    subtitle = "　".join(filter(None, (note, f"{long_date(today)}現在")))
    landscape = len(layout.columns) > _UPRIGHT_COLUMNS
    return render_table(title, subtitle, printed_grid(layout), landscape)


def timeline_report(layout: Layout, today: date) -> bytes:
    """計画期間一覧: the plans of the grid by fiscal year, A4 across."""
    from kanagawa_desk.reports.ledger_report import render_chart

    return render_chart("計画期間一覧", f"{long_date(today)}現在", plan_timeline(layout, today))
