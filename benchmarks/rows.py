"""The table of what is measured: against whom, and how far it is to reach."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from benchmarks import answers, grids, papers, reading, storing, windows, workbooks
from benchmarks.measuring import Contest


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; without a `reach` the figure is only shown.

    Contestants give seconds, or megabytes where that is the `unit`.
    `contest` gets a folder of its own on a disk, empty.
    """

    name: str
    what: str
    against: str
    reach: float | None
    contest: Callable[[Path], Contest]
    unit: Literal["ms", "MB"] = "ms"


_WIDE = "200 areas × 20 dates, 5,000 plans and 20,000 observations"
_SAMPLE = "the sample, plus bare `QTableView`s on tuples of that size"
_PAPER = "a paper of 30 pages to PDF, cold"

ROWS = (
    Row(
        "window",
        "first paint of the window from a cold start",
        "a bare PySide6 window with one table",
        1.5,
        windows.first_paint,
    ),
    Row(
        "figures",
        "the figures shown in it",
        "that window, then `import sqlalchemy`, then reading the rows",
        1.15,
        windows.figures,
    ),
    Row(
        "export",
        "export 100,000 cells, formatted, with base and formulas",
        "the same values by openpyxl `write_only`",
        1.3,
        workbooks.export,
    ),
    Row(
        "import",
        "read, check and compare a returned workbook of 100,000 cells",
        "openpyxl `read_only` over the same file",
        1.3,
        workbooks.taking_back,
    ),
    Row(
        "collect",
        "receive, keep and compare 400 returned workbooks of 40 rows",
        "openpyxl loading them one by one",
        0.8,
        answers.receipt,
    ),
    Row(
        "collect-memory",
        "most memory that receiving 400 of them takes",
        "receiving one",
        2.0,
        answers.memory,
        "MB",
    ),
    Row(
        "readers",
        "100,000 mixed cells through the readers",
        "openpyxl loading them",
        1.0,
        reading.cells,
    ),
    Row(
        "cell",
        "store one edited cell with its history, durable",
        "one `sqlite3` insert and commit with the same settings",
        3.0,
        storing.cell,
    ),
    Row(
        "history",
        "open the history at 1,000,000 changes",
        "at 1,000",
        1.5,
        storing.long_history,
    ),
    Row("grid-open", f"open the pages of {_WIDE}", _SAMPLE, 1.0, grids.opening),
    Row("grid-sort", f"sort {_WIDE}", _SAMPLE, 1.0, grids.sorting),
    Row("grid-filter", f"filter {_WIDE}", _SAMPLE, 1.0, grids.narrowing),
    Row("grid-type", f"type five cells into each of {_WIDE}", _SAMPLE, 1.0, grids.typing),
    Row(
        "paper-weasyprint",
        _PAPER,
        "WeasyPrint",
        0.2,
        papers.against(papers.weasyprint, 30),
    ),
    Row(
        "paper-libreoffice",
        _PAPER,
        "LibreOffice",
        0.4,
        papers.against(papers.libreoffice, 30),
    ),
    Row(
        "paper-typst",
        _PAPER,
        "Typst",
        None,
        papers.against(papers.typst, 30),
    ),
    Row(
        "paper-typst-less-start",
        "the same, less what starting Python with ReportLab and the fonts takes",
        "Typst",
        1.3,
        papers.against_without_start(papers.typst, 30),
    ),
    Row(
        "paper-300-typst",
        "a paper of 300 pages to PDF, cold",
        "Typst",
        1.0,
        papers.against(papers.typst, 300),
    ),
    Row(
        "preview",
        "the page in hand after one edited block of the sample paper",
        "building the whole paper",
        0.3,
        papers.preview,
    ),
    Row(
        "paper-memory",
        "most memory that a paper of 300 pages takes",
        "one of 30 pages",
        1.5,
        papers.memory,
        "MB",
    ),
)
