"""Which sheet of a returned workbook is which that was sent."""

from collections.abc import Sequence
from dataclasses import dataclass

from kanagawa_desk.exchange.form import Form
from kanagawa_desk.exchange.found import Finding, SheetRead, WorkbookRead
from kanagawa_desk.exchange.lines import column_lines, column_names, words_of
from kanagawa_desk.exchange.names import MARK, marker

_MARK_ROWS = 10  # how far down the mark is looked for, rows having been inserted above it


@dataclass(frozen=True, slots=True)
class Located:
    """The sheet of a form, if there is one; `notes` say in Japanese how it was found.

    `by_headings` says that nothing but the headings spoke for it, which other forms may share.
    """

    sheet: SheetRead | None
    problems: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()
    by_headings: bool = False


def sheets_for(workbook: WorkbookRead, forms: Sequence[Form]) -> list[Located]:
    """As sheet_for, for each form; a sheet never stands for two of them.

    Where only the headings speak, and for several forms alike, none gets the sheet.
    """
    located = [sheet_for(workbook, each) for each in forms]
    claims: dict[str, list[int]] = {}
    for number, each in enumerate(located):
        if each.sheet is not None:
            claims.setdefault(each.sheet.title, []).append(number)
    for title, numbers in claims.items():
        guesses = [number for number in numbers if located[number].by_headings]
        if len(numbers) < 2 or not guesses:
            continue
        for number in guesses:
            located[number] = _not_found(forms[number].title)
        if guesses == numbers:
            names = "・".join(forms[number].title for number in numbers)
            message = (
                f"どの表か見出しでは決まりません（{names}）。シート名を表の名前にしてください。"
            )
            found = Finding(title, "", "which_sheet", message)
            located[numbers[0]] = Located(None, (found,))
    return located


def sheet_for(workbook: WorkbookRead, form: Form) -> Located:
    """Find a form's sheet by its hidden mark, else by its name, else by its headings.

    A sheet that bears the mark of another form is never taken for this one. Of a sheet and its
    copies the one that kept its name is taken, and the copying is a problem.
    """
    mark, title = marker(form.ledger, form.name), form.title
    marks = [(sheet, _mark_of(sheet)) for sheet in workbook.sheets]
    marked = [sheet for sheet, found in marks if found == mark]
    if marked:
        sheet = next((each for each in marked if each.title == title), marked[0])
        if len(marked) > 1:
            titles = "、".join(f"「{each.title}」" for each in marked)
            message = f"同じ表のシートが{titles}にあります。回答する1枚だけを残してください。"
            return Located(sheet, (Finding(sheet.title, "", "sheet_copied", message),))
        if sheet.title != title:
            note = f"シート名が「{title}」から「{sheet.title}」に変わっています。"
            return Located(sheet, notes=(note,))
        return Located(sheet)
    unmarked = [sheet for sheet, found in marks if not found]
    named = [sheet for sheet in unmarked if sheet.title == title]
    lost = "シートの目印が失われていたため、{}で照合しました。"
    if named:
        return Located(named[0], notes=(lost.format("シート名"),))
    alike = [sheet for sheet in unmarked if _has_headings(sheet, form)]
    if len(alike) == 1:
        return Located(alike[0], notes=(lost.format("見出し"),), by_headings=True)
    return _not_found(title)


def _not_found(title: str) -> Located:
    return Located(None, notes=(f"「{title}」のシートが見つかりません。",))


def _mark_of(sheet: SheetRead) -> str:
    for number in sorted(sheet.rows)[:_MARK_ROWS]:
        for cell in sheet.rows[number].values():
            if isinstance(cell.content, str) and cell.content.startswith(MARK):
                return cell.content
    return ""


def _has_headings(sheet: SheetRead, form: Form) -> bool:
    expected = set(column_names(form).values())
    lines, _ = column_lines(words_of(sheet), form)
    return 2 * len(expected & {line.name for line in lines}) > len(expected)
