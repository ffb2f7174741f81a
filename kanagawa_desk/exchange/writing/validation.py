"""What Excel says while somebody types: drop-downs, doubtful counts, the input method."""

from collections.abc import Iterator
from typing import Literal

from openpyxl.worksheet.datavalidation import DataValidation

from kanagawa_desk.domain.fields import Kind
from kanagawa_desk.domain.layout import Column
from kanagawa_desk.exchange.form import editable
from kanagawa_desk.exchange.writing.contents import FIGURES, MARKS
from kanagawa_desk.exchange.writing.formulas import whole_number_or_mark
from kanagawa_desk.exchange.writing.frame import Frame

_MARK_WORDS = "・".join(mark for mark in MARKS.values() if mark)


def validations(frame: Frame, lists: dict[str, str]) -> Iterator[DataValidation]:
    """One for each column that is asked for; `lists` are the ranges of options by column key.

    None of them forbids: what is typed all the same is read, and asked about, on return.
    """
    for index, column in enumerate(frame.layout.columns):
        ranges = list(_asked_ranges(frame, index, column))
        if ranges:
            rule = _rule(column, ranges[0].partition(":")[0], lists.get(column.key, ""))
            if column.field.help:
                rule.showInputMessage = True
                rule.promptTitle, rule.prompt = column.label[:32], column.field.help[:255]
            for each in ranges:
                rule.add(each)
            yield rule


def _rule(column: Column, first: str, words: str) -> DataValidation:
    kind = column.field.kind
    if words:
        return _warning("list", words, f"{column.label}の選択肢にない語です。")
    if kind is Kind.YES_NO:
        return _warning("list", '"○"', "該当するときは ○、しないときは空欄にします。")
    if kind is Kind.COUNT:
        message = f"0以上の整数か、{_MARK_WORDS} のどれかを入力する欄です。"
        return _warning("custom", whole_number_or_mark(first), message)
    off = kind in FIGURES or kind in (Kind.INTEGER, Kind.DATE)
    return DataValidation(imeMode="off" if off else "hiragana", allow_blank=True)


def _warning(kind: Literal["list", "custom"], formula: str, message: str) -> DataValidation:
    return DataValidation(
        type=kind,
        formula1=formula,
        allow_blank=True,
        errorStyle="warning",
        showErrorMessage=True,
        errorTitle="確認",
        error=message,
        imeMode="off" if kind == "custom" else None,
    )


def _asked_ranges(frame: Frame, index: int, column: Column) -> Iterator[str]:
    letter = frame.letters[column.key]
    start = 0
    for number, row in enumerate(frame.layout.rows, frame.first_row):
        asked = editable(column, row.cells[index])
        if asked and not start:
            start = number
        elif start and not asked:
            yield f"{letter}{start}:{letter}{number - 1}"
            start = 0
    if start:
        yield f"{letter}{start}:{letter}{frame.last_row}"
