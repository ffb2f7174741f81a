"""The files that values came from, saved again from the history as they came."""

from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import update

from kanagawa_desk.errors import UserError
from kanagawa_desk.services import history, undoing
from kanagawa_desk.services.ledgers import Ledger
from kanagawa_desk.services.verifying import verify
from kanagawa_desk.services.workbooks import exporting, importing
from kanagawa_desk.services.workbooks.evidence import files_of_batch, names_of_batch, save_again
from kanagawa_desk.storage.tables import KEPT_FILE
from tests.ledgers import TODAY

GENERAL = "療養病床・一般病床"


@pytest.fixture
def returned(sample: Ledger, tmp_path: Path) -> Path:
    """A workbook with one count changed."""
    path = tmp_path / "回答.xlsx"
    exporting.export(sample, "beds", path, TODAY)
    workbook = openpyxl.load_workbook(path)
    workbook[GENERAL]["F6"] = 5
    workbook.save(path)
    return path


def imported(ledger: Ledger, *paths: Path) -> str:
    return importing.apply(ledger, importing.compare(ledger, paths, TODAY)).batch or ""


def test_an_import_keeps_the_bytes_that_were_read(sample: Ledger, returned: Path) -> None:
    content = returned.read_bytes()
    found = importing.compare(sample, [returned], TODAY)
    returned.write_bytes(b"saved anew since")
    batch = importing.apply(sample, found).batch or ""
    assert [each.content for each in files_of_batch(sample, batch)] == [content]


def test_a_kept_file_adds_nothing_to_the_changes_of_its_import(
    sample: Ledger, returned: Path
) -> None:
    batch = imported(sample, returned)
    (change,) = history.changes(sample, batch)
    assert (change.file, change.sheet, change.cell) == ("回答.xlsx", GENERAL, "F6")


def test_a_file_that_gave_no_value_is_not_kept(
    sample: Ledger, returned: Path, tmp_path: Path
) -> None:
    same = tmp_path / "同じ.xlsx"
    exporting.export(sample, "plans", same, TODAY)
    assert names_of_batch(sample, imported(sample, same, returned)) == ("回答.xlsx",)


def test_the_file_stays_when_its_import_is_taken_back(sample: Ledger, returned: Path) -> None:
    batch = imported(sample, returned)
    undoing.undo(sample, batch)
    assert names_of_batch(sample, batch) == ("回答.xlsx",)
    assert verify(sample) == ()


def test_saving_again_writes_the_same_bytes_beside_what_is_there(
    sample: Ledger, returned: Path, tmp_path: Path
) -> None:
    batch = imported(sample, returned)
    first, second = (save_again(sample, batch, tmp_path / "保存")[0] for _ in range(2))
    assert (first.name, second.name) == ("回答.xlsx", "回答(2).xlsx")
    assert first.read_bytes() == second.read_bytes() == returned.read_bytes()


@pytest.mark.parametrize("batch", ["1", "999", "最後"])
def test_an_action_without_files_has_none_to_save(
    sample: Ledger, tmp_path: Path, batch: str
) -> None:
    with pytest.raises(UserError, match="受け取ったファイルがありません"):
        save_again(sample, batch, tmp_path / "保存")
    assert not (tmp_path / "保存").exists()


def test_verify_finds_a_file_that_was_altered(sample: Ledger, returned: Path) -> None:
    imported(sample, returned)
    with sample.batch("改変") as unit:
        unit.connection.execute(update(KEPT_FILE).values(content=b"x"))
    assert "kept_file_altered" in {each.code for each in verify(sample)}
