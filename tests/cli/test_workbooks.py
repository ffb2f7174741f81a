"""export, import and demo: from the ledger to the workbook and back."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.cli.conftest import Ran, Run

GENERAL = "療養病床・一般病床"

pytestmark = pytest.mark.usefixtures("sample_path")


@pytest.fixture
def sent(run: Run, tmp_path: Path) -> Path:
    """A workbook of the whole ledger."""
    path = tmp_path / "送付.xlsx"
    assert run("export", "all", "-o", path).code == 0
    return path


def returned(sent: Path, cells: dict[str, Any], name: str = "回答.xlsx") -> Path:
    """The workbook with cells of the first bed sheet changed by another program."""
    workbook = openpyxl.load_workbook(sent)
    for address, value in cells.items():
        workbook[GENERAL][address] = value
    path = sent.with_name(name)
    workbook.save(path)
    return path


def beds_of_yokohama(run: Run) -> Any:
    return run("show", "beds", "--json").data["rows"][0]["counts"]["2024-04-01"]


def test_three_changed_cells_are_three_changes_applied_as_one_batch(run: Run, sent: Path) -> None:
    ran = run("import", returned(sent, {"F6": 1, "F7": 2, "E8": "３床"}), "--json")
    assert ran.code == 0
    assert {each["cell"]: each["value"] for each in ran.data["changes"]} == {
        "F6": "1",
        "F7": "2",
        "E8": "3",
    }
    assert ran.data["applied"] is True
    assert ran.data["batch"] == "2"


def test_a_change_says_where_it_came_from_and_what_it_was(run: Run, sent: Path) -> None:
    (change,) = run("import", returned(sent, {"F6": "２３，３８７床"}), "--json").data["changes"]
    assert change == {
        "file": "回答.xlsx",
        "sheet": GENERAL,
        "cell": "F6",
        "record": "bed_count:general/yokohama/2024-04-01",
        "field": "beds",
        "base": "23386",
        "ours": "23386",
        "theirs": "23387",
        "value": "23387",
        "raw": "２３，３８７床",
    }


def test_a_dry_run_compares_and_changes_nothing(run: Run, sent: Path) -> None:
    ran = run("import", returned(sent, {"F6": 1}), "--dry-run", "--json")
    assert ran.code == 0
    assert ran.data["applied"] is False
    assert ran.data["batch"] is None
    assert beds_of_yokohama(run) == 23386


def test_undo_after_import_leaves_show_as_it_was(run: Run, sent: Path) -> None:
    before = run("show", "beds", "--json").out
    run("import", returned(sent, {"F6": 1, "F7": 2, "E8": 3}))
    assert run("undo").code == 0
    assert run("show", "beds", "--json").out == before


def test_a_problem_exits_with_2_names_its_cell_and_changes_nothing(run: Run, sent: Path) -> None:
    ran = run("import", returned(sent, {"F6": "23,386.5", "F7": 5}))
    assert ran.code == 2
    assert ran.err.startswith(f"回答.xlsx!{GENERAL}!F6: ")
    assert beds_of_yokohama(run) == 23386


def test_an_emptied_cell_is_a_question_that_stops_the_import(run: Run, sent: Path) -> None:
    ran = run("import", returned(sent, {"F6": None}), "--json")
    assert ran.code == 2
    (question,) = ran.data["questions"]
    assert question["candidates"] == ["NA:blank", "23386"]
    assert ran.data["applied"] is False


@pytest.mark.parametrize(("accept", "beds"), [("theirs", "NA:blank"), ("ours", 23386)])
def test_a_question_is_decided_by_accept(run: Run, sent: Path, accept: str, beds: Any) -> None:
    ran = run("import", returned(sent, {"F6": None}), "--accept", accept)
    assert ran.code == 0
    assert beds_of_yokohama(run) == beds


def test_one_bad_file_among_several_stops_all_of_them(run: Run, sent: Path) -> None:
    good = returned(sent, {"F6": 1})
    bad = sent.with_name("壊れた.xlsx")
    bad.write_bytes(sent.read_bytes()[:4000])
    ran = run("import", good, bad)
    assert ran.code == 2
    assert "壊れた.xlsx: " in ran.err
    assert beds_of_yokohama(run) == 23386


@pytest.mark.parametrize("name", ["無い.xlsx", "写真.xlsx", "古い.xls"])
def test_a_file_that_is_no_workbook_is_one_line(run: Run, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name == "写真.xlsx":
        path.write_bytes(b"\xff\xd8\xff\xe0")
    if name == "古い.xls":
        path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    ran = run("import", path)
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert ran.err.startswith(f"{name}: ")


def test_a_division_gets_its_own_rows_only(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "健康増進課.xlsx"
    run("export", "plans", "--division", "健康増進課", "-o", path)
    sheet = openpyxl.load_workbook(path)["計画一覧"]
    names = {cell.value for cell in sheet["C"]}
    assert "神奈川県食育推進計画" in names
    assert "神奈川県保健医療計画" not in names


def test_a_division_that_is_none_is_named_with_those_that_are(run: Run, tmp_path: Path) -> None:
    ran = run("export", "plans", "--division", "無い課", "-o", tmp_path / "x.xlsx")
    assert ran.code == 2
    assert "医療企画課" in ran.err


def test_a_folder_that_is_no_place_for_a_file_is_a_fault_of_the_machine(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "塞ぎ").write_text("")
    ran = run("export", "plans", "-o", tmp_path / "塞ぎ" / "x.xlsx")
    assert ran.code == 1
    assert "書き込めません" in ran.err


def made_by(ran: Ran, ending: str) -> Path:
    line = next(each for each in ran.out.splitlines() if ending in each)
    return Path(line.split("　")[-1].split("（")[0])


def test_demo_makes_a_ledger_a_workbook_and_a_paper_and_says_where(
    run: Run, tmp_path: Path
) -> None:
    ran = run("demo", "--out", tmp_path / "見せる")
    assert ran.code == 0
    assert made_by(ran, ".kdesk").read_bytes().startswith(b"SQLite format 3")
    assert made_by(ran, ".xlsx").read_bytes().startswith(b"PK")
    assert made_by(ran, ".pdf").read_bytes().startswith(b"%PDF")


def test_a_second_demo_leaves_the_first_alone(run: Run, tmp_path: Path) -> None:
    first = made_by(run("demo", "--out", tmp_path / "見せる"), ".kdesk")
    before = first.read_bytes()
    second = made_by(run("demo", "--out", tmp_path / "見せる"), ".kdesk")
    assert second != first
    assert first.read_bytes() == before


def test_the_file_that_was_taken_in_is_saved_again(run: Run, sent: Path, tmp_path: Path) -> None:
    path = returned(sent, {"F6": 1})
    batch = run("import", path, "--json").data["batch"]
    ran = run("history", "--save", batch, "-o", tmp_path / "保存")
    saved = tmp_path / "保存" / "回答.xlsx"
    assert (ran.code, ran.out) == (0, f"{saved}\n")
    assert saved.read_bytes() == path.read_bytes()


def test_an_action_without_files_has_nothing_to_save(run: Run) -> None:
    ran = run("history", "--save", "1")
    assert ran.code == 2
    assert "受け取ったファイルがありません" in ran.err
