"""Workbooks from every program at hand are read as openpyxl reads them, and better."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from xlsxwriter import Workbook

from kanagawa_desk.domain.cells import CellKind, RawCell
from kanagawa_desk.exchange.assembling import read_workbook
from kanagawa_desk.exchange.guide import AnswerHead
from tests.exchange import layouts
from tests.exchange.books import DATA, edited, read, rewritten, written


def made(fill, **options):
    """A workbook of XlsxWriter with one sheet."""
    content = BytesIO()
    workbook = Workbook(content, {"in_memory": True, **options})
    fill(workbook, workbook.add_worksheet("表"))
    workbook.close()
    return content.getvalue()


def cell(content, folder, row=1, column=1):
    return read(content, folder).sheets[0].cell(row, column)


def mixed(workbook, sheet):
    sheet.write_row(0, 0, ["文字", 1601, 0.1, -5.25, True, "", 1e20, "=偽"])
    sheet.write_datetime(1, 0, datetime(2024, 4, 1), workbook.add_format({"num_format": 14}))
    sheet.write_datetime(
        1, 1, datetime(2024, 4, 1, 9, 30), workbook.add_format({"num_format": "yyyy/m/d h:mm"})
    )
    sheet.write_number(1, 2, 0.744, workbook.add_format({"num_format": "0.0%"}))
    sheet.write_formula(2, 0, "=B1*2", None, 3202)
    sheet.write_formula(2, 1, '="a"&"b"', None, "ab")
    sheet.write_formula(2, 2, "=1/0", None, "#DIV/0!")
    sheet.merge_range("A5:C6", "結合")
    sheet.write_string(199, 40, "遠いセル")


BOOKS = {
    "ours": lambda: written(layouts.beds(), layouts.plans(), layouts.metrics()),
    "ours by openpyxl": lambda: edited(written(layouts.beds(), layouts.metrics())),
    "XlsxWriter": lambda: made(mixed),
    "XlsxWriter since 1904": lambda: made(mixed, date_1904=True),
    "LibreOffice": lambda: (DATA / "resaved-libreoffice.xlsx").read_bytes(),
    "LibreOffice, edited": lambda: (DATA / "edited-libreoffice.xlsx").read_bytes(),
    "LibreOffice, dates": lambda: (DATA / "dates-libreoffice.xlsx").read_bytes(),
}


@pytest.mark.parametrize("book", BOOKS)
def test_every_cell_is_what_openpyxl_reads(book, tmp_path):
    content = BOOKS[book]()
    ours = {sheet.title: sheet for sheet in read(content, tmp_path).sheets}
    theirs = load_workbook(BytesIO(content), data_only=True)
    formulas = load_workbook(BytesIO(content))
    assert ours.keys() == set(theirs.sheetnames) - {"_kdesk"}
    for title, sheet in ours.items():
        found = {
            (row, column): cell.content
            for row, cells in sheet.rows.items()
            for column, cell in cells.items()
            if cell.content not in (None, "")
        }
        wanted = {
            (each.row, each.column): each.value
            for row in theirs[title].iter_rows()
            for each in row
            if each.value not in (None, "")
        }
        assert found.keys() == wanted.keys()
        assert {at: _alike(value, wanted[at]) for at, value in found.items()} == wanted
        assert {
            (row, column)
            for row, cells in sheet.rows.items()
            for column, cell in cells.items()
            if cell.formula
        } == {
            (each.row, each.column)
            for row in formulas[title].iter_rows()
            for each in row
            if each.data_type == "f"
        }
        assert len(sheet.merged) == len(theirs[title].merged_cells.ranges)


def _alike(ours, theirs):
    """Our content as openpyxl would have it: floats for decimals, days at midnight, times."""
    if isinstance(theirs, datetime) and not isinstance(ours, datetime):
        return datetime.combine(ours, time())
    if isinstance(theirs, (int, float)) and isinstance(ours, date):
        return theirs  # formats by era, which openpyxl leaves as numbers
    if isinstance(theirs, time):
        return (datetime(2000, 1, 1) + timedelta(days=float(ours))).time()
    return type(theirs)(ours) if isinstance(ours, Decimal) else ours


@pytest.mark.parametrize("number", [27, 28, 31, 36, 50, 57])
def test_the_formats_of_japanese_excel_show_days(number, tmp_path):
    def fill(workbook, sheet):
        sheet.write_number(0, 0, 45383, workbook.add_format({"num_format": number}))

    assert cell(made(fill), tmp_path).content == date(2024, 4, 1)


def test_an_era_format_of_the_year_alone_is_a_day_too(tmp_path):
    def fill(workbook, sheet):
        sheet.write_number(0, 0, 45383, workbook.add_format({"num_format": '[$-411]ge"年度"'}))

    assert cell(made(fill), tmp_path) == RawCell(CellKind.DATE, date(2024, 4, 1), '[$-411]ge"年度"')


def test_a_workbook_that_counts_from_1904_has_the_same_days(tmp_path):
    def fill(workbook, sheet):
        sheet.write_datetime(0, 0, datetime(2024, 4, 1), workbook.add_format({"num_format": 14}))

    assert cell(made(fill, date_1904=True), tmp_path).content == date(2024, 4, 1)


def test_a_number_kept_as_text_stays_text(tmp_path):
    content = made(lambda _, sheet: sheet.write_string(0, 0, "1,601"))
    assert cell(content, tmp_path) == RawCell(CellKind.TEXT, "1,601")


def test_a_percentage_is_the_number_and_the_format_that_hides_it(tmp_path):
    def fill(workbook, sheet):
        sheet.write_number(0, 0, 0.744, workbook.add_format({"num_format": "0.0%"}))

    assert cell(made(fill), tmp_path) == RawCell(CellKind.NUMBER, Decimal("0.744"), "0.0%")


def test_a_formula_is_its_cached_value(tmp_path):
    content = made(lambda _, sheet: sheet.write_formula(0, 0, "=4000+585", None, 4585))
    assert cell(content, tmp_path) == RawCell(CellKind.NUMBER, Decimal(4585), formula="=4000+585")


def test_a_formula_without_a_cached_value_is_empty_with_a_formula(tmp_path):
    content = edited(written(), lambda book: book.worksheets[1]["E6"].__setattr__("value", "=1+1"))
    assert read(content, tmp_path).sheets[1].cell(6, 5).formula == "=1+1"
    assert read(content, tmp_path).sheets[1].cell(6, 5).kind is CellKind.EMPTY


def test_cells_that_share_a_formula_all_have_one(tmp_path):
    def share(name, part):
        if name != "xl/worksheets/sheet1.xml":
            return part
        first = b'<c r="A1"><f t="shared" ref="A1:A2" si="0">B1*2</f><v>2</v></c>'
        second = b'<c r="A2"><f t="shared" si="0"/><v>4</v></c>'
        rows = b"<sheetData><row>%s</row><row>%s</row></sheetData>" % (first, second)
        return part.replace(b"<sheetData/>", rows)

    content = rewritten(made(lambda *_: None), share)
    assert [cell(content, tmp_path, row).formula for row in (1, 2)] == ["=B1*2", "=B1*2"]


def test_readings_above_the_text_are_not_part_of_it(tmp_path):
    def add_reading(name, part):
        reading = '<t>横浜</t><rPh sb="0" eb="2"><t>ヨコハマ</t></rPh>'.encode()
        return part.replace("<t>横浜</t>".encode(), reading)

    plain = made(lambda _, sheet: sheet.write_string(0, 0, "横浜"))
    assert cell(rewritten(plain, add_reading), tmp_path).content == "横浜"


def test_text_struck_through_is_marked_since_old_and_new_stand_in_it(tmp_path):
    def fill(workbook, sheet):
        struck = workbook.add_format({"font_strikeout": True})
        sheet.write_rich_string(0, 0, struck, "4,115", "4,113")

    sheet = read(made(fill), tmp_path).sheets[0]
    assert (sheet.cell(1, 1).content, sheet.struck) == ("4,1154,113", {(1, 1)})


def test_a_wrong_dimension_hides_no_cell(tmp_path):
    def shrink(name, part):
        return part.replace(b'ref="A1:J15"', b'ref="A1"')

    assert read(rewritten(written(), shrink), tmp_path).sheets[1].cell(15, 5).content == 60253


def test_cells_without_addresses_stand_one_after_another(tmp_path):
    def strip(name, part):
        rows = b"<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row>"
        return part.replace(b"<sheetData/>", rows + b"</sheetData>")

    sheet = read(rewritten(made(lambda *_: None), strip), tmp_path).sheets[0]
    assert [sheet.cell(1, 1).content, sheet.cell(1, 2).content, sheet.cell(2, 2).content] == [
        1,
        2,
        3,
    ]


def test_the_head_of_the_answer_is_read_by_its_labels():
    head = read_workbook(DATA / "edited-libreoffice.xlsx").head
    assert head == AnswerHead("健康増進課", "主査　神奈川 花子", "4867", "済", "changed")


def test_an_answer_that_is_none_of_the_three_is_told(tmp_path):
    def answer(book):
        sheet = book["記入要領"]
        row = next(each.row for each in sheet["B"] if each.value == "回答区分")
        sheet.cell(row, 3).value = "修正有り"

    workbook = read(edited(written(), answer), tmp_path)
    assert workbook.head.answer == ""
    assert [(each.code, each.sheet) for each in workbook.problems] == [
        ("unknown_answer", "記入要領")
    ]


def test_a_workbook_says_which_request_it_answers_and_how_much_is_in_it(tmp_path):
    workbook = read(written(layouts.plans()), tmp_path)
    assert (workbook.request, workbook.version) == ("R6-07/kenko", 1)
    assert workbook.counts.sheets == 2
    assert workbook.counts.cells == sum(
        len(row) for sheet in workbook.sheets for row in sheet.rows.values()
    )


def test_a_workbook_of_a_newer_program_is_told(tmp_path):
    def renew(book):
        book["_kdesk"]["B1"] = "2"

    (problem,) = read(edited(written(), renew), tmp_path).problems
    assert problem.code == "newer_format"


def test_a_workbook_that_is_not_ours_is_read_without_a_request(tmp_path):
    workbook = read(made(mixed), tmp_path)
    assert (workbook.request, workbook.version, workbook.sent) == ("", 0, ())
    assert workbook.head == AnswerHead()


def test_hidden_and_filtered_rows_are_read_like_others(tmp_path):
    def hide(book):
        book.worksheets[1].row_dimensions[7].hidden = True
        book.worksheets[1].auto_filter.add_filter_column(1, ["横浜"])

    assert read(edited(written(), hide), tmp_path).sheets[1].cell(7, 5).content == 4113


def renamed_parts(rename):
    """Our workbook with its parts under other names than it refers to them by."""
    target = BytesIO()
    with ZipFile(BytesIO(written())) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(rename(name), old.read(name))
    return target.getvalue()


@pytest.mark.parametrize(
    "rename",
    [
        lambda name: name if name.startswith("_rels") else name.lower(),
        lambda name: name if name.startswith("_rels") else name.replace("/", "\\"),
    ],
    ids=["small letters", "backslashes"],
)
def test_parts_are_found_however_their_names_are_written(rename, tmp_path):
    assert read(renamed_parts(rename), tmp_path).sheets == read(written(), tmp_path).sheets
