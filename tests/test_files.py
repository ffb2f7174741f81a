"""Replacing a file as a whole."""

import os
from pathlib import Path

import pytest

from kanagawa_desk.files import replace_file


def test_a_missing_folder_is_made(tmp_path: Path):
    replace_file(tmp_path / "回答" / "台帳.xlsx", b"new")
    assert (tmp_path / "回答" / "台帳.xlsx").read_bytes() == b"new"


def test_an_old_file_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path):
    file = tmp_path / "台帳.xlsx"
    file.write_bytes(b"old")
    replace_file(file, b"new")
    assert file.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [file]


def test_a_failure_keeps_the_old_file_and_leaves_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def full_disk(_descriptor: int) -> None:
        raise OSError("no space left on device")

    file = tmp_path / "台帳.xlsx"
    file.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(OSError, match="no space left"):
        replace_file(file, b"new")
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_target_that_cannot_be_replaced_leaves_nothing_beside_it(tmp_path: Path):
    target = tmp_path / "台帳.xlsx"
    target.mkdir()
    with pytest.raises(OSError, match=r"台帳\.xlsx"):
        replace_file(target, b"new")
    assert list(tmp_path.iterdir()) == [target]


def test_a_name_as_long_as_the_file_system_allows_is_written(tmp_path: Path):
    file = tmp_path / ("あ" * 83 + ".xlsx")
    replace_file(file, b"new")
    assert file.read_bytes() == b"new"
