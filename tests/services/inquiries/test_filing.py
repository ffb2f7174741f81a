"""Files written together: safe names, all of them or none."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanagawa_desk.errors import EnvironmentFault
from kanagawa_desk.services.inquiries.filing import filing, safe_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("R6-07_健康増進課_時点更新", "R6-07_健康増進課_時点更新"),
        ('a<b>c:d"e/f\\g|h?i*j', "a_b_c_d_e_f_g_h_i_j"),
        ("改行\nあり", "改行_あり"),
        (" 前後の空白と点. ", "前後の空白と点"),
        ("CON", "_CON"),
        ("com1.別紙", "_com1.別紙"),
        ("", "_"),
    ],
)
def test_a_name_is_one_that_windows_takes(text: str, name: str) -> None:
    assert safe_name(text) == name


@given(st.text(max_size=300))
def test_any_text_becomes_a_name_of_one_part_that_every_system_takes(text: str) -> None:
    name = safe_name(text)
    assert name
    assert not set(name) & set('<>:"/\\|?*\n\r\t\x00')
    assert name == name.rstrip(" .")
    assert len(f"修正依頼_{name}_照会文(99).xlsx".encode()) <= 255


def test_a_name_that_is_taken_is_counted_on(tmp_path: Path) -> None:
    with filing(tmp_path) as files:
        names = [files.write("回答", ".xlsx", b"x").name for _ in range(3)]
    assert names == ["回答.xlsx", "回答(2).xlsx", "回答(3).xlsx"]


def test_a_file_of_somebody_else_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "回答.xlsx").write_bytes(b"theirs")
    with filing(tmp_path) as files:
        files.write("回答", ".xlsx", b"ours")
    assert (tmp_path / "回答.xlsx").read_bytes() == b"theirs"


def test_where_one_file_fails_none_of_them_stays(tmp_path: Path) -> None:
    folder = tmp_path / "送付"
    with pytest.raises(EnvironmentFault):
        _write(folder, ("一", ""), ("二", "照会文"), ("三", "一.xlsx"))
    assert not folder.exists()


def test_a_folder_that_was_there_before_stays(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault):
        _write(tmp_path, ("一", ""), ("二", "一.xlsx"))
    assert list(tmp_path.iterdir()) == []


def _write(folder: Path, *files: tuple[str, str]) -> None:
    """Write files by name and subfolder; where that is the name of a file, it fails."""
    with filing(folder) as filed:
        for name, within in files:
            filed.write(name, ".xlsx", b"x", within=within)
