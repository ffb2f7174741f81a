"""One ledger's table or chart with its title, as a PDF to print from a page of the window."""

from dataclasses import replace

from reportlab.lib.units import mm

from kanagawa_desk.domain.chart_specs import ChartSpec
from kanagawa_desk.domain.papers.printed import PrintedBlock, PrintedTable
from kanagawa_desk.reports.blocks import body_stretches
from kanagawa_desk.reports.paper import fill_stretches
from kanagawa_desk.reports.sheets import to_pdf
from kanagawa_desk.reports.template import Template

_PORTRAIT = Template(
    left=20 * mm,
    right=15 * mm,
    top=20 * mm,
    bottom=20 * mm,
    caption_size=14.0,
    cell_size=10.0,
    small_size=10.0,
)
_LANDSCAPE = replace(_PORTRAIT, width=_PORTRAIT.height, height=_PORTRAIT.width)


def render_table(title: str, subtitle: str, table: PrintedTable, landscape: bool = False) -> bytes:
    """A table on A4 sheets with its title above, the subtitle (a date, a filter) at the right.

    A table too wide for the sheet is set in smaller type.
    """
    template = _LANDSCAPE if landscape else _PORTRAIT
    return _render(title, subtitle, PrintedBlock("table", "table", table=table), template)


def render_chart(title: str, subtitle: str, chart: ChartSpec) -> bytes:
    """A chart on an A4 sheet across, with its title above and the subtitle at the right."""
    return _render(title, subtitle, PrintedBlock("chart", "chart", chart=chart), _LANDSCAPE)


def _render(title: str, subtitle: str, body: PrintedBlock, template: Template) -> bytes:
    blocks = [
        PrintedBlock("title", "caption", text=title),
        *([PrintedBlock("subtitle", "as_of", text=subtitle)] if subtitle else []),
        body,
    ]
    stretches, _ = body_stretches(blocks, template)
    pages, turned = fill_stretches(stretches, template)
    return to_pdf(title, template, pages, turned=turned)
