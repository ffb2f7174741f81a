"""Which sheet of a returned workbook is which that was sent, and what it held then."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kanagawa_desk.domain.layout import Layout
from kanagawa_desk.exchange.base import Sent, values_sent
from kanagawa_desk.exchange.found import CellKey, Finding, SheetRead, WorkbookRead
from kanagawa_desk.exchange.lines import column_lines, column_names, words_of
from kanagawa_desk.exchange.names import MARK, marker, sheet_titles

_MARK_ROWS = 10  # how far down the mark is looked for, rows having been inserted above it


@dataclass(frozen=True, slots=True)
class Located:
    """The sheet of a layout, if there is one; `notes` say in Japanese how it was found.

    `by_headings` says that nothing but the headings spoke for it, which other layouts may share.
    """

    sheet: SheetRead | None
    problems: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()
    by_headings: bool = False


def sheets_for(workbook: WorkbookRead, layouts: Sequence[Layout]) -> list[Located]:
    """As sheet_for, for each layout; a sheet never stands for two of them.

    Where only the headings speak, and for several layouts alike, none gets the sheet.
    """
    located = [sheet_for(workbook, each) for each in layouts]
    claims: dict[str, list[int]] = {}
    for number, each in enumerate(located):
        if each.sheet is not None:
            claims.setdefault(each.sheet.title, []).append(number)
    for title, numbers in claims.items():
        guesses = [number for number in numbers if located[number].by_headings]
        if len(numbers) < 2 or not guesses:
            continue
        for number in guesses:
            located[number] = _not_found(layouts[number].title)
        if guesses == numbers:
            names = "・".join(layouts[number].title for number in numbers)
            message = (
                f"どの表か見出しでは決まりません（{names}）。シート名を表の名前にしてください。"
            )
            found = Finding(title, "", "which_sheet", message)
            located[numbers[0]] = Located(None, (found,))
    return located


def sheet_for(workbook: WorkbookRead, layout: Layout) -> Located:
    """Find a layout's sheet by its hidden mark, else by its name, else by its headings.

    A sheet that bears the mark of another layout is never taken for this one.
    Of a sheet and its copies the one that kept its name is taken, and the copying is a problem.
    """
    mark = marker(layout.ledger, layout.name)
    title = _title_when_sent(workbook, layout)
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
    alike = [sheet for sheet in unmarked if _has_headings(sheet, layout)]
    if len(alike) == 1:
        return Located(alike[0], notes=(lost.format("見出し"),), by_headings=True)
    return _not_found(title)


def base_of(workbook: WorkbookRead, sheet: SheetRead) -> tuple[Mapping[CellKey, str] | None, str]:
    """The values of a sheet as it was sent, each as domain.notation encodes it.

    None where they were lost or altered, with a line in Japanese that says so.
    """
    mark = _mark_of(sheet)
    for sent in workbook.sent:
        if mark == marker(sent.ledger, sent.name) or (not mark and sheet.title == sent.title):
            if (values := _values_of(sent, workbook.request)) is not None:
                return values, ""
            return None, f"「{sheet.title}」の送付時の控えが書き換えられているため、使いません。"
    return None, f"「{sheet.title}」の送付時の控えが失われています。"


def _not_found(title: str) -> Located:
    return Located(None, notes=(f"「{title}」のシートが見つかりません。",))


def _values_of(sent: Sent, request: str) -> Mapping[CellKey, str] | None:
    try:
        return values_sent(sent.text) if sent.intact(request) else None
    except ValueError:
        return None


def _title_when_sent(workbook: WorkbookRead, layout: Layout) -> str:
    for sent in workbook.sent:
        if (sent.ledger, sent.name) == (layout.ledger, layout.name):
            return sent.title
    return sheet_titles([layout])[0]


def _mark_of(sheet: SheetRead) -> str:
    for number in sorted(sheet.rows)[:_MARK_ROWS]:
        for cell in sheet.rows[number].values():
            if isinstance(cell.content, str) and cell.content.startswith(MARK):
                return cell.content
    return ""


def _has_headings(sheet: SheetRead, layout: Layout) -> bool:
    expected = set(column_names(layout).values())
    lines, _ = column_lines(words_of(sheet), layout)
    return 2 * len(expected & {line.name for line in lines}) > len(expected)
