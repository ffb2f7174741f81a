"""paper import: official text becomes a paper that prints."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.pdf_text import pages, squeezed

TEXT = """
令和7年2月14日

令和7年第1回神奈川県議会定例会

医療体制特別委員会資料

1 救急医療について

(1) 搬送の状況

ア 件数

救急搬送の件数は、次のとおりである。

■ 搬送件数

	令和5年度	令和6年度
県全域	1,200件	1,350件

※ 速報値を含む

(ロ) 課題

- ・ 夜間の受入れ
- ・ 搬送の長時間化
"""


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "資料.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.usefixtures("sample_path")
def test_a_text_becomes_a_paper_with_its_outline(run: Run, text: Path) -> None:
    ran = run("paper", "import", text, "--json")
    assert ran.code == 0
    assert ran.data["title"] == "医療体制特別委員会資料"
    outline = run("paper", "outline", ran.data["paper"], "--json").data
    assert [(each["level"], each["label"], each["title"]) for each in outline][:3] == [
        (1, "1", "救急医療について"),
        (2, "(1)", "搬送の状況"),
        (3, "ア", "件数"),
    ]


@pytest.mark.usefixtures("sample_path")
def test_what_was_mended_is_told_with_its_line(run: Run, text: Path) -> None:
    problems = run("paper", "import", text, "--json").data["problems"]
    assert 23 in {each["line"] for each in problems}


@pytest.mark.usefixtures("sample_path")
def test_an_imported_paper_prints_its_tables_and_words(
    run: Run, text: Path, tmp_path: Path
) -> None:
    paper = run("paper", "import", text, "--json").data["paper"]
    assert run("paper", "render", paper, "-o", tmp_path / "資料.pdf").code == 0
    printed = squeezed("".join(pages((tmp_path / "資料.pdf").read_bytes())))
    for words in ("県全域1,200件1,350件", "救急搬送の件数は、次のとおりである。", "夜間の受入れ"):
        assert words in printed


@pytest.mark.usefixtures("sample_path")
def test_the_title_can_be_given(run: Run, text: Path) -> None:
    run("paper", "import", text, "--title", "別の標題")
    titles = [each["title"] for each in run("paper", "list", "--json").data["papers"]]
    assert titles[-1] == "別の標題"


@pytest.mark.usefixtures("sample_path")
def test_importing_a_paper_is_one_step_to_undo(run: Run, text: Path) -> None:
    before = run("paper", "list", "--json").out
    run("paper", "import", text)
    assert run("undo").code == 0
    assert run("paper", "list", "--json").out == before


@pytest.mark.usefixtures("sample_path")
@pytest.mark.parametrize("content", [b"", b"\x89PNG\r\n\x1a\n\x00\xff\xfe\x81", b"\n \n"])
def test_a_file_without_text_is_one_line_and_makes_no_paper(
    run: Run, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "何か.txt"
    path.write_bytes(content)
    ran = run("paper", "import", path)
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert len(run("paper", "list", "--json").data["papers"]) == 1


@pytest.mark.usefixtures("sample_path")
def test_a_text_in_the_old_encoding_of_offices_is_read(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "資料.txt"
    path.write_bytes(TEXT.encode("cp932"))
    assert run("paper", "import", path, "--json").data["title"] == "医療体制特別委員会資料"
