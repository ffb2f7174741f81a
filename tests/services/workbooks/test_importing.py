"""Workbooks that come back: exactly what was changed, once, and undone as one step."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from kanagawa_desk.domain.periods import FiscalYear
from kanagawa_desk.domain.records import BedSet, Observation
from kanagawa_desk.domain.values import Measured, Status
from kanagawa_desk.errors import UserError
from kanagawa_desk.services import showing, undoing
from kanagawa_desk.services.history import changes as changes_of
from kanagawa_desk.services.ledgers import Ledger
from kanagawa_desk.services.workbooks import exporting, importing
from kanagawa_desk.services.workbooks.comparison import CHANGE, CONFLICT, QUESTION
from tests.exchange import layouts
from tests.exchange.books import written
from tests.ledgers import TODAY

GENERAL = "療養病床・一般病床"


@pytest.fixture
def returned(sample: Ledger, tmp_path: Path) -> Callable[..., Path]:
    """A workbook that was sent, edited by another program and came back."""
    sent = tmp_path / "送付.xlsx"
    exporting.export(sample, "all", sent, TODAY)

    def edit(change: Callable[[openpyxl.Workbook], None], name: str = "回答.xlsx") -> Path:
        workbook = openpyxl.load_workbook(sent)
        change(workbook)
        workbook.save(tmp_path / name)
        return tmp_path / name

    return edit


def cell_of(sheet: Worksheet, row: str, column: str) -> str:
    """The address of a cell by its hidden keys."""
    keys = {sheet.cell(number, 1).value: number for number in range(1, sheet.max_row + 1)}
    columns = {cell.value: cell.column_letter for cell in sheet[1]}
    return f"{columns[column]}{keys[row]}"


def put(row: str, column: str, value: object, sheet: str = GENERAL) -> Callable[..., None]:
    def change(workbook: openpyxl.Workbook) -> None:
        target = workbook[sheet]
        target[cell_of(target, row, column)] = value

    return change


def three_cells(workbook: openpyxl.Workbook) -> None:
    put("yokohama", "beds@2024-04-01", 23387)(workbook)
    put("kensei", "beds@2023-04-01", "３，０９３床")(workbook)
    put("gambling", "revised", "令和6年4月", "計画一覧")(workbook)


def test_three_changed_cells_are_exactly_three_changes(
    sample: Ledger, returned: Callable[..., Path]
) -> None:
    found = importing.compare(sample, [returned(three_cells)], TODAY)
    assert [each.kind for each in found.findings] == [CHANGE] * 3
    assert (found.problems, found.rows_added, found.rows_missing) == ((), (), ())


def test_a_workbook_that_was_taken_in_changes_nothing_the_second_time(
    sample: Ledger, returned: Callable[..., Path]
) -> None:
    path = returned(three_cells)
    importing.apply(sample, importing.compare(sample, [path], TODAY))
    again = importing.compare(sample, [path], TODAY)
    assert again.findings == ()
    assert importing.apply(sample, again).batch is None


def test_undoing_an_import_leaves_the_ledger_as_it_was(
    sample: Ledger, returned: Callable[..., Path]
) -> None:
    before = showing.beds(sample), showing.plans(sample, TODAY)
    importing.apply(sample, importing.compare(sample, [returned(three_cells)], TODAY))
    assert (showing.beds(sample), showing.plans(sample, TODAY)) != before
    undoing.undo(sample)
    assert (showing.beds(sample), showing.plans(sample, TODAY)) == before


def test_every_change_leads_back_to_file_sheet_and_cell(
    sample: Ledger, returned: Callable[..., Path]
) -> None:
    path = returned(put("yokohama", "beds@2024-04-01", 23387))
    written = importing.apply(sample, importing.compare(sample, [path], TODAY))
    (change,) = changes_of(sample, written.batch or "")
    assert (change.file, change.sheet, change.cell) == ("回答.xlsx", GENERAL, "F6")


def test_a_cell_changed_on_both_sides_is_a_conflict_that_stops_the_import(
    sample: Ledger, returned: Callable[..., Path]
) -> None:
    first = returned(put("yokohama", "beds@2024-04-01", 1), "一.xlsx")
    second = returned(put("yokohama", "beds@2024-04-01", 2), "二.xlsx")
    importing.apply(sample, importing.compare(sample, [first], TODAY))
    found = importing.compare(sample, [second], TODAY)
    assert [each.kind for each in found.findings] == [CONFLICT]
    with pytest.raises(UserError, match="決まらない"):
        importing.apply(sample, found)


@pytest.mark.parametrize(("accept", "beds"), [("theirs", 2), ("ours", 1)])
def test_a_conflict_is_decided_by_what_is_accepted(
    sample: Ledger, returned: Callable[..., Path], accept: str, beds: int
) -> None:
    first = returned(put("yokohama", "beds@2024-04-01", 1), "一.xlsx")
    second = returned(put("yokohama", "beds@2024-04-01", 2), "二.xlsx")
    importing.apply(sample, importing.compare(sample, [first], TODAY))
    importing.apply(sample, importing.compare(sample, [second], TODAY), accept)
    assert showing.beds(sample)["rows"][0]["counts"]["2024-04-01"] == beds


def test_two_files_that_disagree_are_a_conflict(
    sample: Ledger, returned: Callable[..., Path]
) -> None:
    first = returned(put("yokohama", "beds@2024-04-01", 1), "一.xlsx")
    second = returned(put("yokohama", "beds@2024-04-01", 2), "二.xlsx")
    found = importing.compare(sample, [first, second], TODAY)
    assert [(each.kind, each.file) for each in found.findings] == [
        (CONFLICT, "一.xlsx"),
        (CONFLICT, "二.xlsx"),
    ]


def test_a_cell_that_was_emptied_is_asked_about(
    sample: Ledger, returned: Callable[..., Path]
) -> None:
    path = returned(put("yokohama", "beds@2024-04-01", None))
    (found,) = importing.compare(sample, [path], TODAY).findings
    assert found.kind == QUESTION
    assert "空欄" in found.reason


def test_a_doubtful_value_is_asked_about_with_what_it_probably_means(
    sample: Ledger, returned: Callable[..., Path]
) -> None:
    path = returned(put("gambling", "revised", "平成36年3月", "計画一覧"))
    (found,) = importing.compare(sample, [path], TODAY).findings
    assert found.kind == QUESTION
    assert [str(each) for each in found.candidates] == ["YearMonth(year=2024, month=3)"]


def test_a_value_that_cannot_be_read_is_a_problem_with_its_cell(
    sample: Ledger, returned: Callable[..., Path]
) -> None:
    path = returned(put("yokohama", "beds@2024-04-01", "23,386.5"))
    (problem,) = importing.compare(sample, [path], TODAY).problems
    assert problem.line.startswith(f"回答.xlsx!{GENERAL}!F6: ")


def test_a_problem_is_never_accepted(sample: Ledger, returned: Callable[..., Path]) -> None:
    path = returned(put("yokohama", "beds@2024-04-01", "別紙のとおり"))
    found = importing.compare(sample, [path], TODAY)
    with pytest.raises(UserError):
        importing.apply(sample, found, "theirs")


def test_a_file_that_is_no_workbook_is_a_problem_and_the_others_are_compared(
    sample: Ledger, returned: Callable[..., Path], tmp_path: Path
) -> None:
    other = tmp_path / "写真.xlsx"
    other.write_bytes(b"\xff\xd8\xff\xe0 no workbook")
    good = returned(put("yokohama", "beds@2024-04-01", 5))
    found = importing.compare(sample, [other, good], TODAY)
    assert [each.file for each in found.problems] == ["写真.xlsx"]
    assert [each.file for each in found.findings] == ["回答.xlsx"]


def test_a_workbook_of_something_else_is_named(sample: Ledger, tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = "会議室の予約"  # type: ignore[index]
    workbook.save(tmp_path / "別物.xlsx")
    (problem,) = importing.compare(sample, [tmp_path / "別物.xlsx"], TODAY).problems
    assert problem.code == "not_ours"


@pytest.mark.parametrize("key", ["FY1800", "FY0000", "1868-01-01", "..", "いつか", "." * 9000])
def test_a_column_that_no_ledger_has_is_told_cell_by_cell(
    sample: Ledger, tmp_path: Path, key: str
) -> None:
    sent = layouts.metrics()
    column = replace(sent.columns[-1], key=key)
    alien = replace(sent, columns=(*sent.columns[:-1], column))
    workbook = openpyxl.load_workbook(BytesIO(written(alien)))
    workbook["DX指標"]["J6"] = 77
    workbook.save(tmp_path / "回答.xlsx")
    (problem,) = importing.compare(sample, [tmp_path / "回答.xlsx"], TODAY).problems
    assert (problem.code, problem.cell) == ("cell_gone", "J6")


def test_a_date_that_came_into_the_ledger_since_is_not_missed(
    sample: Ledger, returned: Callable[..., Path]
) -> None:
    path = returned(put("yokohama", "beds@2024-04-01", 23387))
    with sample.batch("基準日の追加") as unit:
        unit.put(BedSet("general", date(2025, 4, 1)))
    found = importing.compare(sample, [path], TODAY)
    assert [each.kind for each in found.findings] == [CHANGE]
    assert (found.problems, found.rows_missing) == ((), ())


def test_what_changed_in_the_ledger_after_comparing_is_not_overwritten(
    sample: Ledger, returned: Callable[..., Path]
) -> None:
    found = importing.compare(sample, [returned(put("yokohama", "beds@2024-04-01", 5))], TODAY)
    other = importing.compare(sample, [returned(put("yokohama", "beds@2024-04-01", 6))], TODAY)
    importing.apply(sample, other)
    with pytest.raises(UserError, match="もう一度比べて"):
        importing.apply(sample, found)


def test_a_backup_is_taken_before_anything_is_applied(
    sample: Ledger, returned: Callable[..., Path]
) -> None:
    folder = sample.path.with_name("台帳のバックアップ")
    assert not folder.exists()
    path = returned(put("yokohama", "beds@2024-04-01", 5))
    importing.apply(sample, importing.compare(sample, [path], TODAY))
    assert len(list(folder.glob("*.kdesk"))) == 1


def test_a_small_rate_that_is_planned_comes_back_without_a_question(
    sample: Ledger, tmp_path: Path
) -> None:
    with sample.batch("試し") as unit:
        (stored,) = (
            each
            for each in unit.all(Observation, series="online_rate")
            if each.period == FiscalYear(2022)
        )
        planned = Measured(Decimal("0.5"), status=Status.PLANNED)
        unit.put(replace(stored, value=planned))
    exporting.export(sample, "metrics", tmp_path / "送付.xlsx", TODAY)
    found = importing.compare(sample, [tmp_path / "送付.xlsx"], TODAY)
    assert found.findings == ()
