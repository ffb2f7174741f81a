"""新旧対照表 as PDF: A4 landscape, 修正後 left and 修正前 right, what changed underlined."""

from collections.abc import Sequence

from reportlab.lib.units import mm

from kanagawa_desk.domain.papers.comparison import WORDINGS, ComparisonRow, RowKind, Wording
from kanagawa_desk.domain.papers.quoting import Quoted
from kanagawa_desk.reports.flow import Strip, fill_pages
from kanagawa_desk.reports.linebreak import text_width
from kanagawa_desk.reports.marked_text import marked_strips
from kanagawa_desk.reports.setting import Setting
from kanagawa_desk.reports.sheets import to_pdf
from kanagawa_desk.reports.side_by_side import (
    Sides,
    head_strip,
    row_strips,
    text_draw,
    title_strips,
)
from kanagawa_desk.reports.tables import table_strips
from kanagawa_desk.reports.template import Template

TITLE = "新旧対照表"
_OMITTED = "（略）"
_MARKED = "（下線の部分は変更箇所）"

_SHEET = Template(
    width=297 * mm,
    height=210 * mm,
    left=20 * mm,
    right=20 * mm,
    top=20 * mm,
    bottom=20 * mm,
    size=10.5,
    line_pitch=16.0,
    characters=69,
    cell_size=9.0,
    small_size=9.0,
)
_SIDES = Sides(_SHEET, (_SHEET.measure / 2, _SHEET.measure / 2))


def render_comparison(
    after: str,
    before: str,
    rows: Sequence[ComparisonRow],
    wording: Wording = WORDINGS["papers"],
) -> tuple[bytes, int]:
    """The rows of a comparison as PDF, and on how many sheets; both versions are named above."""
    setting = Setting(_SIDES.cell(0))
    names = [f"{wording.after}\u3000{after}", f"{wording.before}\u3000{before}", _MARKED]
    titles = title_strips(setting, _SIDES, TITLE, names)
    head = head_strip(_SIDES, (wording.after, wording.before))
    strips = [*titles, head]
    for number, row in enumerate(rows):
        block = f"row-{number}"
        cells = [
            _side(setting, block, quoted, word)
            for quoted, word in zip(
                (row.after, row.before), _instead(row.kind, wording), strict=True
            )
        ]
        # What shows where a change stands goes with it.
        keep = row.kind is RowKind.CONTEXT
        strips += row_strips(_SIDES, block, cells, head, titles=len(names), keep=keep)
    pages = fill_pages(strips, _SHEET.depth, _SHEET.line_pitch)
    return to_pdf(f"{TITLE}\u3000{after}", _SHEET, pages), len(pages)


def _instead(kind: RowKind, wording: Wording) -> tuple[str, str]:
    """What stands left and right of a row for what is not quoted there."""
    match kind:
        case RowKind.ADDED:
            return "", wording.added
        case RowKind.REMOVED:
            return wording.removed, ""
        case RowKind.OMITTED:
            return _OMITTED, _OMITTED
    return "", ""


def _side(setting: Setting, block: str, quoted: Quoted | None, word: str) -> list[Strip]:
    """What stands in one half of a row: （略） and its like, or a quotation."""
    if quoted is None:
        return marked_strips(setting, block, ((word, False),)) if word else []
    strips = marked_strips(setting, block, quoted.pieces) if quoted.pieces else []
    if quoted.table is not None:
        if quoted.table.unit_note:
            strips.append(_unit(setting, block, quoted.table.unit_note))
        strips += table_strips(setting, block, quoted.table, 0.0)[0]
    return strips


def _unit(setting: Setting, block: str, note: str) -> Strip:
    cell = setting.template
    style = cell.plain(cell.small_size)
    words = setting.figures(block, note)
    x = cell.measure - text_width(words, style)
    return Strip(block, cell.line_pitch, text_draw(words, style, x, cell.line_pitch), keep=True)
