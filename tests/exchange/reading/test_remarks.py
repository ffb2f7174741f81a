"""What people write beside the cells is told, and is no value."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font

from kanagawa_desk.exchange.doubts import remarks_told
from kanagawa_desk.exchange.found import Finding, Remark
from kanagawa_desk.exchange.marking import mark_workbook
from tests.exchange import layouts
from tests.exchange.books import edited, matched, read, rewritten, written
from tests.exchange.odd_book import odd_book

THREAD = """<ThreadedComments
 xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">
<threadedComment ref="C5" personId="{0}" id="{1}"><text>1604 です。</text></threadedComment>
</ThreadedComments>"""
RELATION = (
    b'<Relationship Id="rId99" Target="../threadedComments/threadedComment1.xml" '
    b'Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"/>'
    b"</Relationships>"
)


def commented(text, author="鈴木"):
    def edit(workbook):
        workbook["療養病床・一般病床"]["E6"].comment = Comment(text, author)

    return edited(written(), edit)


def test_comments_and_shapes_of_a_workbook_are_found(tmp_path):
    assert set(read(odd_book(), tmp_path).sheets[0].remarks) == {
        Remark("comment", "C5", "医療企画課", "1604 に直してください。"),
        Remark("shape", "D5", "", "合計は未確定です。\n鈴木"),
    }


def threaded(name: str, content: bytes) -> bytes:
    content = content.replace("医療企画課".encode(), b"tc={1}")
    if name == "xl/worksheets/_rels/sheet1.xml.rels":
        return content.replace(b"</Relationships>", RELATION)
    return content


def test_a_comment_in_a_thread_is_found_once(tmp_path):
    content = BytesIO(rewritten(odd_book(), threaded))
    with ZipFile(content, "a") as archive:
        archive.writestr("xl/threadedComments/threadedComment1.xml", THREAD)
    book = content.getvalue()
    remarks = read(book, tmp_path).sheets[0].remarks
    assert [each for each in remarks if each.kind == "comment"] == [
        Remark("comment", "C5", "", "1604 です。")
    ]


def test_a_comment_is_told_with_its_place(tmp_path):
    (line,) = remarks_told(read(commented("5,910 が正しい"), tmp_path).sheets)
    assert line.startswith("療養病床・一般病床!E6 のコメント「5,910 が正しい」は読み取りません。")


def test_our_own_comments_on_cells_at_fault_are_not_told(tmp_path):
    fault = Finding("療養病床・一般病床", "E6", "number", "数にしてください。")
    assert not list(remarks_told(read(mark_workbook(written(), [fault]), tmp_path).sheets))


def test_a_comment_without_words_is_none(tmp_path):
    assert not read(commented(" "), tmp_path).sheets[1].remarks


@pytest.mark.parametrize("value", [5910, "5910"])
def test_a_cell_struck_through_as_a_whole_is_told(value, tmp_path):
    def edit(workbook):
        cell = workbook["療養病床・一般病床"]["E6"]
        cell.value, cell.font = value, Font(strike=True)

    problems = matched(edited(written(), edit), tmp_path, layouts.beds()).problems
    assert [(each.cell, each.code) for each in problems] == [("E6", "struck_text")]
