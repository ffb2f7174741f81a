"""A workbook with something of everything, from which data/workbooks/odd-libreoffice.ods was made.

`python -m tests.exchange.odd_book FILE` writes it.
"""

import sys
from datetime import datetime
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook


def odd_book() -> bytes:
    """Days by era, rates, thousands, strikes, comments, a text box, merged and repeated cells."""
    content = BytesIO()
    workbook = Workbook(content, {"in_memory": True})
    sheet = workbook.add_worksheet("いろいろ")
    sheet.write_row("A1", ["文字", 1601, 0.1, -5.25, True, "二行\nの文字"])
    formats = [
        "yyyy/m/d",
        '[$-411]ggge"年"m"月"d"日"',
        "[$-411]ge.m.d",
        'yyyy"年"m"月"',
        "yyyy/m/d h:mm",
    ]
    for column, code in enumerate(formats):
        moment = (
            datetime(2024, 4, 1, 9, 30 if "h" in code else 0)
            if "h" in code
            else datetime(2024, 4, 1)
        )
        sheet.write_datetime(1, column, moment, workbook.add_format({"num_format": code}))
    codes = [
        "0.0%",
        '#,##0"床"',
        '#,##0,"千"',
        '#,##0;"▲"#,##0',
        "#,##0;[Red]#,##0",
        "0.00",
        "h:mm",
    ]
    for column, code in enumerate(codes):
        sheet.write_number(
            2,
            column,
            0.744 if column in (0, 6) else -1601,
            workbook.add_format({"num_format": code}),
        )
    sheet.write_formula("A4", "=B1*2", None, 3202)
    sheet.write_formula("B4", "=1/0", None, "#DIV/0!")
    struck = workbook.add_format({"font_strikeout": True})
    sheet.write_rich_string("A5", struck, "1601", "1602")
    sheet.write_number("B5", 1603, struck)
    sheet.write_comment("C5", "1604 に直してください。", {"author": "医療企画課"})
    sheet.insert_textbox("D5", "合計は未確定です。\n鈴木")
    sheet.merge_range("A6:B7", "結合")
    sheet.write_row("A8", [7, 7, 7])
    sheet.write_row("A9", [7, 7, 7])
    sheet.write_string("AO200", "遠いセル")
    workbook.close()
    return content.getvalue()


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(odd_book())
