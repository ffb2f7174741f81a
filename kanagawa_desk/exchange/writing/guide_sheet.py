"""The sheet 記入要領: what is asked, the head of the answer, how cells are filled in."""

from dataclasses import replace

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from kanagawa_desk.domain.inquiries import ANSWERS
from kanagawa_desk.exchange.guide import GUIDE_TITLE, HEAD_LABELS, Guide
from kanagawa_desk.exchange.writing.contents import MARKS
from kanagawa_desk.exchange.writing.looks import FAINT_INK, HEAD_FILL, INPUT_FILL, Look, Looks
from kanagawa_desk.exchange.writing.markup import FORMULA_SIGNS, cell_xml, row_xml
from kanagawa_desk.exchange.writing.measures import column_width, lines_of, row_height
from kanagawa_desk.exchange.writing.setup import protect, set_up_print

_MARGIN, _LABEL_WIDTH, _TEXT_WIDTH = 1, 8, 40  # in full-width characters
_TITLE = Look(bold=True, size=16)
_SUBTITLE = Look(size=10, ink=FAINT_INK)
_SECTION = Look(bold=True, size=12)
_LABEL = Look(fill=HEAD_FILL, border="grid", align="center", wrap=True, bold=True, size=10)
_TEXT = Look(border="grid", align="left", wrap=True)
_INPUT = replace(_TEXT, fill=INPUT_FILL, number_format="@", locked=False)

_FILLING_IN = (
    "色のついたセルに入力してください。灰色のセルは自動計算です。",
    "直すところがなければ、値はそのままにし、回答区分を「修正なし」としてください。",
    "数値がないときは空欄にせず、理由を下の記号で入力してください。",
    "概数は「約39,000」、見込みの値は「9(見込)」のように入力できます。",
    "行の並べ替え、列幅の変更、シート名の変更は差し支えありません。",
)

_Line = tuple[tuple[str, Look], ...]  # the cells of a row from column B on


def guide_rows(guide: Guide, looks: Looks) -> list[str]:
    """The rows of the sheet."""
    return [
        row_xml(number, _cells(number, line, looks), _height(line))
        for number, line in enumerate(_lines(guide), 1)
    ]


def set_up_guide(sheet: Worksheet, guide: Guide) -> None:
    """Everything about the sheet but its rows."""
    for letter, width in zip("ABC", (_MARGIN, _LABEL_WIDTH, _TEXT_WIDTH), strict=True):
        sheet.column_dimensions[letter].width = column_width(width)
    sheet.sheet_view.showGridLines = False
    lines = _lines(guide)
    for number, line in enumerate(lines, 1):
        if line and line[0] == (HEAD_LABELS["answer"], _LABEL):
            sheet.add_data_validation(_answers(f"C{number}"))
    protect(sheet)
    set_up_print(sheet, f"B1:C{len(lines)}", landscape=False)


def _lines(guide: Guide) -> list[_Line]:
    asked = {"お願い": "\n".join(guide.asks), "回答期限": guide.due}
    notes = (*_FILLING_IN, *guide.instructions)
    marks = [(mark, reason.label) for reason, mark in MARKS.items() if mark]
    return [
        ((guide.title, _TITLE),),
        ((GUIDE_TITLE, _SUBTITLE),),
        (),
        *(((label, _LABEL), (text, _TEXT)) for label, text in asked.items() if text),
        (),
        (("回答欄", _SECTION),),
        *(((label, _LABEL), (_filled(guide, name), _INPUT)) for name, label in HEAD_LABELS.items()),
        (),
        (("記入のしかた", _SECTION),),
        *(((str(number), _LABEL), (note, _TEXT)) for number, note in enumerate(notes, 1)),
        (),
        (("数値がないときの記号", _SECTION),),
        *(((mark, _LABEL), (label, _TEXT)) for mark, label in marks),
    ]


def _filled(guide: Guide, name: str) -> str:
    known: str = getattr(guide.head, name)
    return ANSWERS.get(known, known) if name == "answer" else known


def _cells(number: int, line: _Line, looks: Looks) -> list[str]:
    return [
        cell_xml(f"{letter}{number}", looks[_safe(look, text)], text)
        for letter, (text, look) in zip("BC", line, strict=False)
    ]


def _safe(look: Look, text: str) -> Look:
    return replace(look, quoted=True) if text.startswith(FORMULA_SIGNS) else look


def _height(line: _Line) -> float:
    if line and line[0][1] is _TITLE:
        return 28
    return row_height(lines_of(line[1][0], _TEXT_WIDTH) if len(line) > 1 else 1)


def _answers(cell: str) -> DataValidation:
    rule = DataValidation(
        type="list",
        formula1=f'"{",".join(ANSWERS.values())}"',
        allow_blank=True,
        showErrorMessage=True,
        errorTitle=HEAD_LABELS["answer"],
        error="・".join(ANSWERS.values()) + "のどれかを選んでください。",
    )
    rule.add(cell)
    return rule
