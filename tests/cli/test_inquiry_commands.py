"""The inquiry commands: exit codes and results as the contract has them."""

from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Ran, Run
from tests.services.inquiries.rounds import fill_in

pytestmark = pytest.mark.usefixtures("sample_path")

CREATE = ("--title", "計画の時点更新", "--due", "R6.10.18", "--about", "plans")
DIVISION = "健康増進課"
CHANGED = {("health21", "revised"): "R6.4月"}


@pytest.fixture
def sent(run: Run, tmp_path: Path) -> Ran:
    return run("inquiry", "create", *CREATE, "--out", tmp_path / "送付")


@pytest.fixture
def folder(sent: Ran, tmp_path: Path) -> Path:
    """Where answers are put."""
    answers = tmp_path / "回答"
    answers.mkdir()
    return answers


def answered(
    tmp_path: Path, cells: dict[tuple[str, str], object], name: str = DIVISION, **head: str
) -> Path:
    (source,) = (tmp_path / "送付").glob(f"*_{name}_*.xlsx")
    target = tmp_path / "回答" / source.name
    fill_in(source, target, cells, **head)
    return target


def test_create_prints_the_files_that_it_wrote(sent: Ran, tmp_path: Path) -> None:
    assert sent.code == 0
    files = [Path(line) for line in sent.out.splitlines()]
    assert len(files) == 11
    assert all(path.is_file() for path in files)
    assert files[0] == tmp_path / "送付" / "R6-01_医療企画課_計画の時点更新.xlsx"


def test_create_asks_for_a_reference_date_that_is_not_there_yet(run: Run, tmp_path: Path) -> None:
    order = ("--title", "病床数", "--due", "2025-05-09", "--about", "beds", "--as-of", "R7.4.1")
    ran = run("inquiry", "create", *order, "--out", tmp_path / "送付")
    workbook = openpyxl.load_workbook(ran.out.splitlines()[0])
    heads = [cell.value for cell in workbook["療養病床・一般病床"][1]]
    assert "beds@2025-04-01" in heads


def test_create_into_what_is_no_folder_is_a_fault_and_makes_nothing(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "送付").write_text("file")
    ran = run("inquiry", "create", *CREATE, "--out", tmp_path / "送付")
    assert ran.code == 1
    assert run("inquiry", "status", "--json").data == {"inquiries": []}


def test_create_without_a_due_date_says_what_is_needed(run: Run, tmp_path: Path) -> None:
    ran = run("inquiry", "create", "--title", "x", "--about", "plans", "--out", tmp_path)
    assert ran.code == 2
    assert "--due" in ran.err


def test_status_lists_requests_with_their_state(run: Run, sent: Ran) -> None:
    (inquiry,) = run("inquiry", "status", "--json").data["inquiries"]
    assert (inquiry["id"], inquiry["due"]) == ("R6-01", "2024-10-18")
    assert {each["state"] for each in inquiry["requests"]} == {"asked"}
    assert "健康増進課" in run("inquiry", "status").out


def test_collect_receives_and_compares_and_changes_no_figure(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    answered(tmp_path, CHANGED, answer="修正あり")
    before = run("show", "plans", "--json").out
    ran = run("inquiry", "collect", folder, "--json")
    assert ran.code == 0
    (file,) = ran.data["files"]
    assert (file["status"], file["respondent"], file["answer"]) == ("new", DIVISION, "changed")
    assert [each["field"] for each in file["changes"]] == ["revised"]
    assert (ran.data["applied"], ran.data["batch"]) == (False, None)
    assert run("show", "plans", "--json").out == before
    assert state(run) == "returned"


def test_a_dry_run_leaves_the_status_as_it_was(run: Run, folder: Path, tmp_path: Path) -> None:
    answered(tmp_path, CHANGED)
    assert run("inquiry", "collect", folder, "--dry-run", "--apply").code == 0
    assert state(run) == "asked"


def test_apply_changes_the_ledger_and_undo_brings_it_back(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    answered(tmp_path, CHANGED, answer="修正あり")
    before = run("show", "plans", "--json").out
    ran = run("inquiry", "collect", folder, "--apply", "--json")
    assert ran.code == 0
    assert ran.data["applied"]
    assert state(run) == "applied"
    assert run("show", "plans", "--json").out != before
    assert run("undo", ran.data["batch"]).code == 0
    assert run("show", "plans", "--json").out == before
    assert state(run) == "returned"
    assert run("verify").code == 0


def test_what_is_undecided_is_left_alone_and_exits_with_2(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    path = answered(tmp_path, {("health21", "revised"): "平成36年3月"})
    other = answered(tmp_path, {("cost", "revised"): "R6.4月"}, "医療保険課")
    ran = run("inquiry", "collect", folder, "--apply", "--json")
    assert ran.code == 2
    assert f"{path.name}!計画一覧!F5: " in ran.err
    applied = {each["file"]: each["applied"] for each in ran.data["files"]}
    assert applied == {path.name: False, other.name: True}


def test_accepting_decides_what_is_open(run: Run, folder: Path, tmp_path: Path) -> None:
    answered(tmp_path, {("health21", "revised"): "平成36年5月"})
    ran = run("inquiry", "collect", folder, "--apply", "--accept", "theirs", "--json")
    assert ran.code == 0
    assert ran.data["files"][0]["changes"][0]["value"] == "2024-05"
    assert state(run) == "applied"


def test_a_file_that_cannot_be_read_is_one_line_and_the_rest_is_received(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    answered(tmp_path, CHANGED)
    (folder / "写真.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    ran = run("inquiry", "collect", folder, "--json")
    assert ran.code == 2
    assert {each["file"]: each["status"] for each in ran.data["files"]}["写真.jpg"] == "unreadable"
    assert ran.err.startswith("写真.jpg: ")
    assert ran.err.count("\n") == 1
    assert state(run) == "returned"


def test_collecting_where_workbooks_were_written_leaves_the_letters_out(
    run: Run, sent: Ran, tmp_path: Path
) -> None:
    ran = run("inquiry", "collect", tmp_path / "送付", "--json")
    assert ran.code == 0
    assert {each["status"] for each in ran.data["files"]} == {"new"}
    assert len(ran.data["files"]) == 5


def test_collecting_a_folder_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    ran = run("inquiry", "collect", tmp_path / "なし")
    assert ran.code == 2
    assert ran.err.count("\n") == 1


def test_without_json_each_file_says_whose_it_is_and_what_it_changes(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    path = answered(tmp_path, CHANGED)
    ran = run("inquiry", "collect", folder)
    assert f"受付　{path.name}　R6-01 健康増進課" in ran.out
    assert "2024-03 → 2024-04" in ran.out


def test_return_writes_a_marked_workbook_and_prints_its_name(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    path = answered(tmp_path, {("health21", "revised"): "別紙のとおり"})
    ran = run("inquiry", "return", path, "-o", tmp_path / "返送")
    assert ran.code == 0
    back = Path(ran.out.strip())
    assert openpyxl.load_workbook(back)["計画一覧"]["F5"].comment is not None
    assert state(run) == "sent_back"


def test_return_of_a_file_without_fault_exits_with_2(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    path = answered(tmp_path, CHANGED)
    ran = run("inquiry", "return", path, "-o", tmp_path / "返送")
    assert ran.code == 2
    assert not (tmp_path / "返送").exists()


def test_inquiry_alone_says_what_is_missing(run: Run) -> None:
    ran = run("inquiry")
    assert ran.code == 2
    assert "次の指定が要ります" in ran.err


def state(run: Run) -> str:
    (inquiry,) = run("inquiry", "status", "--json").data["inquiries"]
    found = {each["respondent"]: each["state"] for each in inquiry["requests"]}
    return str(found[DIVISION])
