"""Workbooks for tests: written by us, edited as staff would, read back.

`python -m tests.exchange.books FILE` writes the workbook from which data/workbooks were made.
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from kanagawa_desk.domain.layout import Layout
from kanagawa_desk.exchange.assembling import read_workbook
from kanagawa_desk.exchange.form import Form, form_of
from kanagawa_desk.exchange.found import WorkbookRead
from kanagawa_desk.exchange.guide import AnswerHead, Guide
from kanagawa_desk.exchange.locating import sheet_for
from kanagawa_desk.exchange.matching import Matched, match_sheet
from kanagawa_desk.exchange.names import sheet_titles
from kanagawa_desk.exchange.writer import write_workbook
from tests.exchange import layouts

DATA = Path(__file__).parent.parent / "data" / "workbooks"
REQUEST = "R6-07/kenko"
GUIDE = Guide(
    "10月委員会資料の時点更新について（照会）",
    ("令和6年4月1日現在の既存病床数を入力してください。",),
    "令和6年9月25日（水）",
    (),
    AnswerHead(division="健康増進課"),
)

Edit = Callable[[Workbook], object]


def written(*sheets: Layout, guide: Guide = GUIDE, request: str = REQUEST) -> bytes:
    """A workbook as it leaves."""
    return write_workbook(sheets or (layouts.beds(),), guide, request)


def edited(content: bytes, *edits: Edit) -> bytes:
    """A workbook after somebody worked on it and saved it with another program."""
    workbook = load_workbook(BytesIO(content))
    for edit in edits:
        edit(workbook)
    saved = BytesIO()
    workbook.save(saved)
    return saved.getvalue()


def opened(content: bytes) -> Workbook:
    """A workbook as openpyxl sees it, formulas as formulas."""
    return load_workbook(BytesIO(content))


def read(content: bytes, folder: Path) -> WorkbookRead:
    """A workbook read back by us."""
    path = folder / "回答.xlsx"
    path.write_bytes(content)
    return read_workbook(path)


def form(layout: Layout) -> Form:
    """The sheet that a layout makes when it leaves."""
    return form_of(layout, sheet_titles([layout])[0])


def _emptied(form: Form) -> Form:
    """A form that left with what no cell can hold, so that every cell has changed."""
    return replace(
        form,
        rows=tuple(
            replace(row, written=tuple(None if each is None else "\0" for each in row.values))
            for row in form.rows
        ),
    )


def matched(content: bytes, folder: Path, layout: Layout) -> Matched:
    """All that a layout's sheet holds in a workbook that came back."""
    return _matched(read(content, folder), layout)


def match_sheet_of(name: str, layout: Layout) -> Matched:
    """All that a layout's sheet holds in one of data/workbooks."""
    return _matched(read_workbook(DATA / name), layout)


def _matched(workbook: WorkbookRead, layout: Layout) -> Matched:
    sheet = sheet_for(workbook, form(layout)).sheet
    assert sheet is not None
    return match_sheet(sheet, _emptied(form(layout)))


def rewritten(content: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """A workbook with its parts changed one by one; a part of None is left out."""
    target = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            if (part := change(name, old.read(name))) is not None:
                new.writestr(name, part)
    return target.getvalue()


def move_rows(sheet: Worksheet, order: Sequence[int], first: int, columns: Sequence[int]) -> None:
    """Put rows `first` on into another order, as a sort of these columns does."""
    old = [[sheet.cell(row, column).value for column in columns] for row in order]
    for row, values in enumerate(old, first):
        for column, value in zip(columns, values, strict=True):
            sheet.cell(row, column).value = value


def lose_column_keys(sheet: Worksheet) -> None:
    """Delete the hidden first row, and move merged cells up as Excel does, openpyxl not."""
    merged = [each.bounds for each in sheet.merged_cells.ranges]
    for each in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(each))
    sheet.delete_rows(1)
    for left, top, right, bottom in merged:
        sheet.merge_cells(
            start_row=top - 1, start_column=left, end_row=bottom - 1, end_column=right
        )


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(written(layouts.beds(), layouts.plans(), layouts.metrics()))
