"""The head of the answer, found on the sheet 記入要領 by the words before each field."""

from collections.abc import Iterable
from dataclasses import replace

from kanagawa_desk.domain.cells import CellKind, RawCell
from kanagawa_desk.domain.inquiries import ANSWERS
from kanagawa_desk.exchange.addresses import address
from kanagawa_desk.exchange.found import Finding, SheetRead
from kanagawa_desk.exchange.guide import GUIDE_TITLE, HEAD_LABELS, AnswerHead


def answer_head(sheets: Iterable[SheetRead]) -> tuple[AnswerHead, tuple[Finding, ...]]:
    """Who answered and how, with what is doubtful about it; empty without such a sheet."""
    fields = {label: name for name, label in HEAD_LABELS.items()}
    for sheet in sheets:
        found = {
            fields[text]: (_text(sheet.cell(row, column + 1)), address(row, column + 1))
            for row, cells in sheet.rows.items()
            for column, cell in cells.items()
            if (text := _text(cell)) in fields
        }
        if sheet.title == GUIDE_TITLE or len(found) == len(fields):
            return _checked(sheet.title, found)
    return AnswerHead(), ()


def _checked(
    title: str, found: dict[str, tuple[str, str]]
) -> tuple[AnswerHead, tuple[Finding, ...]]:
    head = AnswerHead(**{name: text for name, (text, _) in found.items()})
    codes = {word: code for code, word in ANSWERS.items()}
    if head.answer in codes or not head.answer:
        return replace(head, answer=codes.get(head.answer, "")), ()
    message = f"回答区分「{head.answer}」は {'・'.join(codes)} のどれでもありません。"
    problem = Finding(title, found["answer"][1], "unknown_answer", message)
    return replace(head, answer=""), (problem,)


def _text(cell: RawCell) -> str:
    if cell.kind in (CellKind.TEXT, CellKind.NUMBER):
        return str(cell.content).strip()
    return ""
