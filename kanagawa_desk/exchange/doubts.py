"""What is doubtful about a sheet that came back, each with its place and what to do."""

import re
from collections.abc import Iterable, Iterator, Mapping
from textwrap import shorten

from kanagawa_desk.domain.cells import CellKind
from kanagawa_desk.exchange.addresses import MAX_TEXT, address, column_letters
from kanagawa_desk.exchange.form import Form, FormColumn
from kanagawa_desk.exchange.found import CellKey, Changed, Finding, SheetRead
from kanagawa_desk.exchange.merged import Place
from kanagawa_desk.exchange.names import AUTHOR
from kanagawa_desk.exchange.pairing import Pairing

_REMARKS = {"comment": "コメント", "shape": "図形の文字"}
_SHOWN = 80  # characters of a remark
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


def doubtful_lines(
    sheet: SheetRead, form: Form, rows: Pairing, columns: Pairing
) -> Iterator[Finding]:
    """Rows and columns that came twice, columns that are missing or were added."""
    for row in form.rows:
        if numbers := rows.twice.get(row.key):
            places = "、".join(f"{number}行目" for number in numbers)
            message = f"「{'・'.join(row.words)}」の行が{places}にあります。1つにしてください。"
            yield Finding(sheet.title, f"A{numbers[1]}", "row_twice", message)
    for column in form.columns:
        if numbers := columns.twice.get(column.key):
            places = "、".join(f"{column_letters(number)}列" for number in numbers)
            message = f"「{_heading(column)}」の列が{places}にあります。1つにしてください。"
            yield Finding(sheet.title, f"{column_letters(numbers[1])}1", "column_twice", message)
        elif column.key not in columns.found and column.asked:
            message = f"「{_heading(column)}」の列が見つかりません。"
            yield Finding(sheet.title, "", "column_missing", message)
    keys = {number: key for key, number in rows.found.items()}
    for column_number in columns.others:
        for number, key in sorted(keys.items()):
            cells = sheet.rows[number]
            if column_number in cells and cells.stored[column_number] not in ("", key):
                letters = column_letters(column_number)
                message = f"様式にない{letters}列に入力があります。この列は取り込みません。"
                yield Finding(sheet.title, f"{letters}{number}", "column_added", message)
                break


def doubtful_merges(
    sheet: SheetRead, rows: Pairing, columns: Pairing, covered: Mapping[Place, Place]
) -> Iterator[Finding]:
    """Merged cells among those to fill in: whose value it is cannot be told."""
    numbers, letters = set(rows.found.values()), set(columns.found.values())
    anchors = {
        anchor: None
        for (row, column), anchor in covered.items()
        if row in numbers and column in letters
    }
    for anchor in anchors:
        message = "セルが結合されています。結合を解き、それぞれのセルに入力してください。"
        yield Finding(sheet.title, address(*anchor), "merged_cells", message)


def doubtful_texts(sheet: SheetRead, cells: Mapping[CellKey, Changed]) -> Iterator[Finding]:
    """What is struck through, and texts that no workbook could be written with."""
    struck = {address(*place) for place in sheet.struck}
    for cell, where, _ in cells.values():
        if where in struck:
            message = "取り消し線の付いた文字があります。消す文字を除いて入力し直してください。"
            yield Finding(sheet.title, where, "struck_text", message)
        if cell.kind is not CellKind.TEXT:
            continue
        text = str(cell.content)
        if len(text) > MAX_TEXT:
            message = f"{MAX_TEXT:,}字を超えています。短くしてください。"
            yield Finding(sheet.title, where, "text_too_long", message)
        if _CONTROL.search(text):
            message = "目に見えない制御文字が含まれています。入力し直してください。"
            yield Finding(sheet.title, where, "control_character", message)


def remarks_told(sheets: Iterable[SheetRead]) -> Iterator[str]:
    """What was written beside the cells and is not read, in Japanese; our own comments apart."""
    for sheet in sheets:
        for each in sheet.remarks:
            if each.author != AUTHOR:
                text = shorten(each.text, _SHOWN, placeholder="…")
                where = f"{sheet.title}!{each.cell} の{_REMARKS[each.kind]}「{text}」"
                yield f"{where}は読み取りません。値を変えるときはセルに入力してください。"


def degraded(form: Form, rows: Pairing, columns: Pairing) -> Iterator[str]:
    """Where words had to stand in for hidden keys, in Japanese."""
    names = "・".join(column.label for column in form.columns if column.naming)
    for count, why in ((len(rows.unkeyed), "失われて"), (len(rows.misled), "行とずれて")):
        if count:
            yield f"行の目印が{why}いたため、{names}の文字で照合しました（{count}行）。"
    for count, why in ((len(columns.unkeyed), "失われて"), (len(columns.misled), "列とずれて")):
        if count:
            yield f"列の目印が{why}いたため、見出しの文字で照合しました（{count}列）。"


def _heading(column: FormColumn) -> str:
    return f"{column.group} {column.label}".strip()
