"""paper freeze: a paper as submitted is kept, reprinted byte for byte, and watched over."""

import hashlib
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kanagawa_desk.domain.papers.blocks import Block, Paper, PaperEdition
from kanagawa_desk.domain.records import BedCount
from kanagawa_desk.domain.values import number
from kanagawa_desk.services.papers.editions import as_printed
from tests.cli.conftest import Run
from tests.ledgers import opened

PAPER = "r6-3"

pytestmark = pytest.mark.usefixtures("sample_path")


def edition(path: Path, wanted: int = 1) -> PaperEdition:
    with opened(path) as ledger, ledger.reading() as reads:
        return next(each for each in reads.all(PaperEdition) if each.number == wanted)


def change_a_count(path: Path) -> None:
    with opened(path) as ledger, ledger.batch("試し") as unit:
        stored = unit.get(BedCount, ("general", "yokohama", date(2024, 4, 1)))
        assert stored is not None
        unit.put(replace(stored, beds=number(25000)))


def test_a_reprint_is_what_was_printed_byte_for_byte_whatever_changed_since(
    run: Run, sample_path: Path, tmp_path: Path
) -> None:
    run("paper", "render", PAPER, "-o", tmp_path / "前.pdf")
    assert run("paper", "freeze", PAPER).code == 0
    change_a_count(sample_path)
    ran = run("paper", "render", PAPER, "--edition", "1", "-o", tmp_path / "版.pdf")
    assert ran.code == 0
    assert (tmp_path / "版.pdf").read_bytes() == (tmp_path / "前.pdf").read_bytes()


def test_an_edition_has_the_sha256_of_its_pdf_and_says_who_kept_it_when(
    run: Run, sample_path: Path, tmp_path: Path
) -> None:
    assert "SHA-256" in run("paper", "freeze", PAPER).out
    run("paper", "render", PAPER, "--edition", "1", "-o", tmp_path / "版.pdf")
    kept = edition(sample_path)
    assert kept.sha256 == hashlib.sha256((tmp_path / "版.pdf").read_bytes()).hexdigest()
    assert kept.frozen_by == "医療企画課　佐藤"
    assert kept.frozen_at.startswith("2024-10-04T00:")


def test_a_decision_that_is_not_known_stays_blank(run: Run, sample_path: Path) -> None:
    run("paper", "freeze", PAPER)
    kept = edition(sample_path)
    assert (kept.decided_on, kept.draft_number) == (None, "")


def test_a_decision_that_is_given_is_kept(run: Run, sample_path: Path) -> None:
    run("paper", "freeze", PAPER, "--decided", "R6.9.27", "--draft-number", "医企第123号")
    kept = edition(sample_path)
    assert (kept.decided_on, kept.draft_number) == (date(2024, 9, 27), "医企第123号")


def test_freezing_a_draft_makes_it_the_submitted_paper_without_the_draft_stamp(
    run: Run, sample_path: Path, tmp_path: Path
) -> None:
    with opened(sample_path) as ledger, ledger.batch("試し") as unit:
        paper = unit.get(Paper, (PAPER,))
        assert paper is not None
        unit.put(replace(paper, stage="decision"))
    run("paper", "freeze", PAPER)
    (listed,) = run("paper", "list", "--json").data["papers"]
    assert listed["stage"] == "submitted"
    run("paper", "render", PAPER, "-o", tmp_path / "今.pdf")
    run("paper", "render", PAPER, "--edition", "1", "-o", tmp_path / "版.pdf")
    assert (tmp_path / "版.pdf").read_bytes() == (tmp_path / "今.pdf").read_bytes()


def test_the_list_tells_how_many_editions_there_are(run: Run) -> None:
    run("paper", "freeze", PAPER)
    assert "提出版（1）" in run("paper", "list").out


def test_an_edition_keeps_the_data_that_its_tables_showed(run: Run, sample_path: Path) -> None:
    run("paper", "freeze", PAPER)
    change_a_count(sample_path)
    kept = edition(sample_path)
    with opened(sample_path) as ledger, ledger.reading() as reads:
        shown = as_printed(reads, kept)
    tables = [block.table for block in shown.blocks if block.table is not None]
    assert ("23,608", "(23,386)") in [cell for row in tables[0].rows for cell in row]
    assert any("76業務" in block.text for block in shown.blocks)


def test_a_changed_paper_becomes_the_next_edition(run: Run, sample_path: Path) -> None:
    run("paper", "freeze", PAPER)
    change_a_count(sample_path)
    assert "提出版 2" in run("paper", "freeze", PAPER).out
    assert edition(sample_path, 2).sha256 != edition(sample_path, 1).sha256


def test_a_paper_that_did_not_change_is_not_kept_again(run: Run) -> None:
    run("paper", "freeze", PAPER)
    ran = run("paper", "freeze", PAPER)
    assert ran.code == 2
    assert "変わったところがありません" in ran.err
    assert "提出版（1）" in run("paper", "list").out


def test_a_paper_with_a_broken_binding_is_not_kept_and_the_place_is_named(
    run: Run, sample_path: Path
) -> None:
    with opened(sample_path) as ledger, ledger.batch("試し") as unit:
        block = next(each for each in unit.all(Block, paper=PAPER) if each.kind == "table")
        unit.put(replace(block, binding="{}"))
    ran = run("paper", "freeze", PAPER)
    assert ran.code == 2
    assert "表の結び付きが台帳にありません" in ran.err
    assert run("paper", "render", PAPER, "--edition", "1", "-o", "x.pdf").code == 2


def test_an_edition_that_is_not_there_is_named_with_those_that_are(
    run: Run, tmp_path: Path
) -> None:
    run("paper", "freeze", PAPER)
    ran = run("paper", "render", PAPER, "--edition", "3", "-o", tmp_path / "x.pdf")
    assert ran.code == 2
    assert "提出版 3 はありません。あるのは 1 です。" in ran.err
    assert not (tmp_path / "x.pdf").exists()


def test_an_edition_is_not_taken_back_by_undo(run: Run) -> None:
    run("paper", "freeze", PAPER)
    assert run("undo").err == "取り消せる操作はありません。\n"


def test_a_ledger_with_editions_is_sound(run: Run) -> None:
    run("paper", "freeze", PAPER)
    assert run("verify", "--json").data == {"ok": True, "problems": []}


@pytest.mark.parametrize("kept", ["sha256", "data_sha256"])
def test_verify_finds_an_edition_whose_bytes_were_altered(
    run: Run, sample_path: Path, kept: str
) -> None:
    run("paper", "freeze", PAPER)
    alter(sample_path, "UPDATE kept_file SET content = CAST(content || x'20' AS BLOB)", kept)
    (found,) = run("verify", "--json").data["problems"]
    assert found["code"] == "kept_file_altered"
    assert found["where"].startswith("提出版 社会・健康対策特別委員会資料 1")


def test_verify_finds_an_edition_whose_bytes_are_gone(run: Run, sample_path: Path) -> None:
    run("paper", "freeze", PAPER)
    alter(sample_path, "DELETE FROM kept_file", "sha256")
    assert [each["code"] for each in run("verify", "--json").data["problems"]] == ["kept_file_gone"]


def alter(path: Path, statement: str, kept: str) -> None:
    with closing(sqlite3.connect(path)) as raw:
        of_it = f" WHERE sha256 = (SELECT {kept} FROM paper_edition)"
        assert raw.execute(statement + of_it).rowcount == 1
        raw.commit()
