"""Rows of a sheet as XML, set into a workbook that openpyxl wrote without any."""

# For styled cells openpyxl takes 1.4 times what it takes for bare ones; rows written so take 0.7
# times that, formulas and base included. All the rest of the workbook (styles, validation,
# protection, print set-up) stays openpyxl's.

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook

from kanagawa_desk.errors import UserError
from kanagawa_desk.exchange.addresses import MAX_TEXT
from kanagawa_desk.exchange.writing.contents import Content

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""A text that begins so would become a formula when somebody edits the cell."""

_EPOCH = date(1899, 12, 30).toordinal()
# Characters that XML cannot hold, and texts that look like the escape which stands for them.
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


def escaped(text: str) -> str:
    """Text as XML; what XML cannot hold as Excel's _x0008_. Raises UserError when too long."""
    if len(text) > MAX_TEXT:
        raise UserError(
            f"「{text[:20]}…」は {MAX_TEXT:,} 字を超えるため、Excel に書き出せません。"
            "短くしてください。"
        )
    text = _UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def cell_xml(reference: str, style: int, content: Content, formula: str = "") -> str:
    """One cell; `content` of a formula is its value as of now, `formula` is XML without =."""
    head = f'<c r="{reference}" s="{style}"'
    body = f"<f>{formula}</f>" if formula else ""
    if isinstance(content, str):
        if formula:
            return f'{head} t="str">{body}<v>{escaped(content)}</v></c>'
        if not content:
            return f"{head}/>"
        return f'{head} t="inlineStr"><is><t xml:space="preserve">{escaped(content)}</t></is></c>'
    if isinstance(content, date):
        return f"{head}>{body}<v>{content.toordinal() - _EPOCH}</v></c>"
    figure = format(content, "f") if isinstance(content, Decimal) else content
    return f"{head}>{body}<v>{figure}</v></c>"


def row_xml(number: int, cells: Iterable[str], height: float = 0, *, hidden: bool = False) -> str:
    """One row; a height (in points) is a proposal that grows with what is typed."""
    attributes = (f' ht="{height:g}"' if height else "") + (' hidden="1"' if hidden else "")
    return f'<row r="{number}"{attributes}>{"".join(cells)}</row>'


def saved(workbook: Workbook, rows: Mapping[str, list[str]], extents: Mapping[str, str]) -> bytes:
    """The workbook's bytes with the rows of each sheet; extents are the ranges they fill."""
    bare, filled = BytesIO(), BytesIO()
    workbook.save(bare)
    titles = {sheet.path.lstrip("/"): sheet.title for sheet in workbook.worksheets}
    with ZipFile(bare) as source, ZipFile(filled, "w", ZIP_DEFLATED, compresslevel=3) as target:
        for name in source.namelist():
            part = source.read(name)
            if title := titles.get(name):
                part = _with_rows(part, rows[title], extents[title])
            target.writestr(name, part)
    return filled.getvalue()


def _with_rows(part: bytes, rows: list[str], extent: str) -> bytes:
    before, after = re.split(rb"<sheetData\s*/>|<sheetData></sheetData>", part)
    before = re.sub(rb'(<dimension ref=")[^"]*', rb"\g<1>" + extent.encode(), before)
    return b"".join((before, b"<sheetData>", "".join(rows).encode(), b"</sheetData>", after))
