"""The commands: exit codes and results as the contract has them."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.ledgers import opened

USED = pytest.mark.usefixtures("sample_path")


def test_new_makes_an_empty_ledger(run: Run, tmp_path: Path) -> None:
    ran = run("new", tmp_path / "新.kdesk")
    assert ran.code == 0
    listed = run("--ledger", tmp_path / "新.kdesk", "show", "plans", "--json")
    assert listed.data == {"rows": []}


def test_new_with_the_sample_holds_its_plans(run: Run, tmp_path: Path) -> None:
    run("new", tmp_path / "新.kdesk", "--sample")
    listed = run("show", "plans", "--json", "--ledger", tmp_path / "新.kdesk")
    assert len(listed.data["rows"]) == 16


@USED
def test_new_over_a_file_exits_with_2_and_says_so(run: Run, tmp_path: Path) -> None:
    ran = run("new", tmp_path / "台帳.kdesk")
    assert ran.code == 2
    assert "既にあります" in ran.err


@USED
def test_show_beds_gives_counts_and_surplus_by_date_as_numbers(run: Run) -> None:
    shown = run("show", "beds", "--json").data
    first = shown["rows"][0]
    assert (first["bed_type"], first["area"]) == ("療養病床・一般病床", "横浜")
    assert first["standard"] == 25209
    assert first["target"] == "NA:blank"
    assert first["counts"] == {"2023-04-01": 23608, "2024-04-01": 23386}
    assert first["surplus"] == {"2023-04-01": -1601, "2024-04-01": -1823}


@USED
def test_show_beds_gives_a_total_for_every_bed_type(run: Run) -> None:
    totals = run("show", "beds", "--json").data["totals"]
    surplus = {each["bed_type"]: each["surplus"]["2024-04-01"] for each in totals}
    assert surplus == {
        "療養病床・一般病床": -1513,
        "精神病床": 1166,
        "感染症病床": 12,
        "結核病床": 22,
    }


@USED
def test_show_beds_at_a_date_has_that_date_only(run: Run) -> None:
    shown = run("show", "beds", "--as-of", "R6.4.1", "--json").data
    assert set(shown["rows"][0]["counts"]) == {"2024-04-01"}


@USED
def test_show_plans_uses_the_notation(run: Run) -> None:
    rows = run("show", "plans", "--as-of", "2024-10-04", "--json").data["rows"]
    assert rows[0] == {
        "no": 1,
        "name": "神奈川県保健医療計画",
        "period": "FY2024..FY2029",
        "revised": "2024-03",
        "next_revision": "NA:blank",
        "division": "医療企画課",
        "basis": "医療法第30条の4第1項",
        "state": "計画期間中",
    }
    assert rows[1]["period"] == "FY2020.."
    assert rows[1]["next_revision"] == "FY2024@2025-03-31"
    assert rows[1]["state"] == "改定予定"


@USED
def test_show_metrics_gives_values_in_the_notation(run: Run) -> None:
    rows = {each["metric"]: each for each in run("show", "metrics", "--json").data["rows"]}
    rate = rows["行政手続等のオンライン利用率"]
    assert rate["values"][0] == {
        "period": "FY2019",
        "value": "28.2%",
        "as_of": None,
        "printed": None,
    }
    water = rows["企業局 水道工事申請ウェブサービス 利用実績"]["values"][0]
    assert (water["value"], water["printed"]) == ("approx:90000", "約9万件")
    hours = {each["period"]: each["value"] for each in rows["RPA 業務削減時間数"]["values"]}
    assert hours["FY2024"] == "NA:pending"


@USED
def test_show_prints_a_table_where_no_json_is_asked_for(run: Run) -> None:
    ran = run("show", "beds")
    assert "▲1,823" in ran.out
    assert "合計（9圏域）" in ran.out


@USED
def test_undo_without_anything_to_undo_exits_with_2(run: Run) -> None:
    ran = run("undo")
    assert (ran.code, ran.err) == (2, "取り消せる操作はありません。\n")


@USED
def test_verify_of_a_sound_ledger_says_so(run: Run) -> None:
    assert run("verify", "--json").data == {"ok": True, "problems": []}


@USED
def test_check_names_what_is_to_be_looked_at_and_is_done(run: Run) -> None:
    ran = run("check", "--json")
    assert ran.code == 0
    codes = {each["code"] for each in ran.data["problems"]}
    assert codes == {"basis_unconfirmed", "mixed_spelling", "not_approved"}


@USED
def test_history_tells_who_did_what(run: Run) -> None:
    (batch,) = run("history", "--json").data["batches"]
    assert batch["who"] == "医療企画課　佐藤"
    assert batch["at"].endswith("+09:00")
    assert {"record", "field", "before", "after", "file", "sheet", "cell"} == set(
        batch["changes"][0]
    )


@USED
def test_a_writing_command_on_a_ledger_in_use_exits_with_1_and_names_the_holder(
    run: Run, tmp_path: Path
) -> None:
    with opened(tmp_path / "台帳.kdesk"):
        ran = run("undo")
    assert ran.code == 1
    assert "医療企画課　佐藤" in ran.err


@USED
def test_a_reading_command_works_while_another_writes(run: Run, tmp_path: Path) -> None:
    with opened(tmp_path / "台帳.kdesk"):
        assert run("show", "beds", "--json").code == 0


def test_a_missing_ledger_is_one_line_and_exit_code_2(run: Run) -> None:
    ran = run("show", "beds")
    assert ran.code == 2
    assert "台帳.kdesk がありません" in ran.err
    assert ran.err.count("\n") == 1


def test_a_file_that_is_no_ledger_is_one_line_and_exit_code_2(run: Run, tmp_path: Path) -> None:
    (tmp_path / "偽物.kdesk").write_text("これは台帳ではない", encoding="utf-8")
    ran = run("--ledger", tmp_path / "偽物.kdesk", "check")
    assert ran.code == 2
    assert "台帳ではありません" in ran.err


@USED
def test_a_paper_that_is_none_is_named(run: Run, tmp_path: Path) -> None:
    ran = run("paper", "render", "r9-9", "-o", tmp_path / "x.pdf")
    assert ran.code == 2
    assert "r9-9" in ran.err
    assert not (tmp_path / "x.pdf").exists()


@USED
def test_backup_and_restore_bring_back_what_was(run: Run, tmp_path: Path) -> None:
    copy = tmp_path / "控え.kdesk"
    assert run("backup", "-o", copy).code == 0
    (tmp_path / "台帳.kdesk").unlink()
    ran = run("restore", copy)
    assert ran.code == 0
    assert run("verify").code == 0


@USED
def test_restoring_what_is_no_ledger_changes_nothing(run: Run, tmp_path: Path) -> None:
    before = (tmp_path / "台帳.kdesk").read_bytes()
    (tmp_path / "偽物.kdesk").write_bytes(b"x")
    assert run("restore", tmp_path / "偽物.kdesk").code == 2
    assert (tmp_path / "台帳.kdesk").read_bytes() == before
