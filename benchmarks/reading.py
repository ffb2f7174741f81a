"""A hundred thousand cells of every kind, read into values."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import openpyxl
from openpyxl.cell import WriteOnlyCell

from benchmarks import ledgers
from benchmarks.measuring import Contest, timed
from kanagawa_desk.domain.cells import CellKind, RawCell
from kanagawa_desk.domain.fields import Field, Kind, record_type_named
from kanagawa_desk.domain.readers import read_field
from kanagawa_desk.domain.reading import Context, Vocabulary

_CELLS = 100_000
_FIGURE = '#,##0;"▲"#,##0'
_DAY = "[$-411]ge.m.d;@"
_AREAS = {f"第{n}圏域": f"area{n}" for n in range(1000)}

_FULL_WIDTH = str.maketrans("0123456789,", "０１２３４５６７８９，")

Content = Decimal | date | str

# What a cell holds for a number, by the record and field that it is read for.
_CONTENTS: tuple[tuple[str, str, str, Callable[[int], Content]], ...] = (
    ("bed_count", "beds", _FIGURE, lambda n: Decimal(n)),
    ("bed_count", "beds", "General", lambda n: Decimal(n)),
    ("bed_count", "beds", "@", lambda n: f"{n:,}床"),
    ("bed_count", "beds", "General", lambda n: f"{n:,}".translate(_FULL_WIDTH)),
    ("bed_standard", "target", _FIGURE, lambda n: f"{n:,}（予定）"),
    ("observation", "value", _FIGURE, lambda n: Decimal(n)),
    ("observation", "value", "0.0", lambda n: Decimal(n) / 10),
    ("observation", "value", "General", lambda n: f"約{n}万{n % 9 + 1}千件"),
    ("observation", "value", "General", lambda n: f"{n:,}件（R6.8末時点）"),
    ("observation", "value", "General", lambda n: ("未集計", "―", "不詳", "…", "x")[n % 5]),
    ("bed_set", "as_of", _DAY, lambda n: date(2000, 1, 1) + timedelta(n)),
    (
        "bed_set",
        "decided_on",
        "General",
        lambda n: f"令和{n % 9 + 1}年{n % 12 + 1}月{n % 28 + 1}日",
    ),
    ("bed_set", "published_on", "General", lambda n: f"R{n % 9 + 1}.{n % 12 + 1}.{n % 28 + 1}"),
    ("plan_edition", "period", "General", lambda n: f"R{n % 9 + 1}～R{n % 9 + 6}"),
    ("plan_edition", "period", "General", lambda n: f"令和{n % 9 + 2}年度から"),
    ("plan_edition", "revised", "General", lambda n: f"R{n % 9 + 1}.{n % 12 + 1}月"),
    ("plan_edition", "next_revision", "General", lambda n: f"令和{n % 9 + 2}年度"),
    ("observation", "period", "General", lambda n: f"令和{n % 9 + 2}年度"),
    ("plan", "duty", "General", lambda n: ("義務", "努力義務", "任意", "規定なし")[n % 4]),
    ("plan", "basis_check", "General", lambda n: ("○", "×", "はい", "")[n % 4]),
    ("plan", "rank", "General", lambda n: Decimal(n)),
    ("plan", "basis", "General", lambda n: f"医療法第{n}条の4第1項"),
    ("plan", "note", "General", lambda n: f"前回は{n}年に見直した。\n次回は未定"),
    ("area", "aliases", "General", lambda n: f"第{n}地区、{n}区"),
    ("bed_count", "area", "General", lambda n: f"第{n % 1000}圏域"),
)


def cells(folder: Path) -> Contest:
    """Ours reads cells that are in memory; theirs loads them from their file."""
    mixed = list(_mixed())
    file = folder / "mixed.xlsx"
    _write(file, [cell for _, cell in mixed])
    plain = Context(base=ledgers.TODAY, vocabulary=Vocabulary(areas=_AREAS))
    of_metric = replace(plain, unit="件")

    def ours() -> None:
        for field, cell in mixed:
            read_field(field, cell, of_metric if field.kind is Kind.MEASURED else plain)

    return Contest(timed(ours), timed(lambda: openpyxl.load_workbook(file, data_only=True)))


def _mixed() -> Iterator[tuple[Field, RawCell]]:
    for number in range(_CELLS // len(_CONTENTS)):
        for record, name, number_format, content in _CONTENTS:
            held = content(number)
            cell = RawCell(_KINDS[type(held)], held, number_format)
            yield record_type_named(record).field(name), cell


def _write(file: Path, mixed: list[RawCell]) -> None:
    workbook = openpyxl.Workbook(write_only=True)
    sheet = workbook.create_sheet()
    width = len(_CONTENTS)
    for first in range(0, len(mixed), width):
        row = []
        for cell in mixed[first : first + width]:
            written = WriteOnlyCell(sheet, cell.content)  # type: ignore[arg-type]  # the stub's
            written.number_format = cell.number_format
            row.append(written)
        sheet.append(row)
    workbook.save(file)


_KINDS = {Decimal: CellKind.NUMBER, date: CellKind.DATE, str: CellKind.TEXT}
