"""Writing the ledgers into a workbook that can come back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kanagawa_desk import files
from kanagawa_desk.domain.inquiries import ABOUT
from kanagawa_desk.domain.layout import Layout
from kanagawa_desk.errors import EnvironmentFault
from kanagawa_desk.services.grids import layouts
from kanagawa_desk.services.names import Reads
from kanagawa_desk.services.narrowing import Narrowing
from kanagawa_desk.services.responsible import rows_of
from kanagawa_desk.storage.ledger import Ledger

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Exported:
    """The workbook, how many sheets it has and how many cells they show."""

    path: Path
    sheets: int
    cells: int


def export(
    ledger: Ledger,
    about: str,
    target: Path,
    today: date,
    division: str | None = None,
    progress: Progress | None = None,
) -> Exported:
    """Write beds, plans, metrics or all to an .xlsx file.

    `division` leaves only the rows that a 所管課 answers for. Raises UserError where there
    is none of that name, EnvironmentFault where the file cannot be written.
    """
    from kanagawa_desk.exchange.guide import Guide
    from kanagawa_desk.exchange.writer import write_workbook

    with ledger.reading() as reads:
        sheets = layouts(reads, about, today)
        if division is not None:
            sheets = _of_division(reads, sheets, division)
    if progress:
        progress(1, 3)
    content = write_workbook(sheets, Guide(ABOUT[about]), "")
    if progress:
        progress(2, 3)
    write_file(target, content)
    if progress:
        progress(3, 3)
    return Exported(
        target, len(sheets), sum(len(row.cells) for each in sheets for row in each.rows)
    )


def write_file(target: Path, content: bytes) -> None:
    """Replace a file; one that Excel holds open stays, and the new one is kept beside it."""
    try:
        files.replace_file(target, content)
    except OSError as error:
        beside = target.with_stem(f"{target.stem}_新")
        try:
            files.replace_file(beside, content)
        except OSError:
            raise EnvironmentFault(
                f"{target} に書き込めません。場所、権限、空き容量を確かめてください。"
            ) from error
        raise EnvironmentFault(
            f"{target} に書き込めません。Excelで開いていれば閉じてください。"
            f"新しいファイルは {beside} に残しました。"
        ) from error


def _of_division(reads: Reads, sheets: tuple[Layout, ...], name: str) -> tuple[Layout, ...]:
    kept = rows_of(reads, name)
    narrowed = [
        sheet if sheet.ledger == "beds" else Narrowing(sheet).with_rows(kept) for sheet in sheets
    ]
    return tuple(each for each in narrowed if each.rows)
