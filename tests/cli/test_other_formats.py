"""What comes back as CSV is compared as the sheet that it was."""

import csv
from io import StringIO
from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Run
from tests.cli.test_workbooks import GENERAL

pytestmark = pytest.mark.usefixtures("sample_path")


def as_csv(run: Run, folder: Path, encoding: str, changed: str, name: str) -> Path:
    """The sheet of a bed type, hidden keys and all, as Excel saves it as CSV, F6 changed."""
    sent = folder / "送付.xlsx"
    assert run("export", "all", "-o", sent).code == 0
    sheet = openpyxl.load_workbook(sent)[GENERAL]
    sheet["F6"] = changed
    text = StringIO(newline="")
    csv.writer(text).writerows(sheet.iter_rows(values_only=True))
    path = folder / name
    path.write_bytes(text.getvalue().encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["cp932", "utf-8-sig", "utf-8"])
def test_a_sheet_saved_as_csv_gives_its_one_change(encoding: str, run: Run, tmp_path: Path) -> None:
    path = as_csv(run, tmp_path, encoding, "23,387", "回答.csv")
    ran = run("import", path, "--json")
    assert ran.code == 0
    assert [(each["cell"], each["value"]) for each in ran.data["changes"]] == [("F6", "23387")]
    assert ran.data["applied"] is True


def test_a_sheet_saved_as_csv_and_not_changed_changes_nothing(run: Run, tmp_path: Path) -> None:
    path = as_csv(run, tmp_path, "cp932", "23386", "回答.csv")
    assert run("import", path, "--json").data["changes"] == []


def test_text_under_another_name_is_no_csv(run: Run, tmp_path: Path) -> None:
    path = as_csv(run, tmp_path, "cp932", "1", "回答.xlsx")
    ran = run("import", path)
    assert ran.code == 2
    assert "文字データ" in ran.err
