"""A workbook that came back, beside what was sent and what the ledger holds now."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from kanagawa_desk.domain.cells import RawCell
from kanagawa_desk.domain.fields import Field
from kanagawa_desk.domain.layout import Cell, Layout
from kanagawa_desk.domain.merge import Verdict, compare
from kanagawa_desk.domain.notation import decode, encode_key
from kanagawa_desk.domain.questions import field_value, question
from kanagawa_desk.domain.reading import Ambiguous, Got, Problem, Reading
from kanagawa_desk.exchange.doubts import remarks_told
from kanagawa_desk.exchange.form import Form, form_of
from kanagawa_desk.exchange.found import Changed, SheetRead, WorkbookRead
from kanagawa_desk.exchange.locating import sheets_for
from kanagawa_desk.exchange.matching import Matched, match_sheet
from kanagawa_desk.exchange.names import sheet_titles
from kanagawa_desk.services.contexts import Contexts, field_of
from kanagawa_desk.services.names import Reads
from kanagawa_desk.services.naming import Places
from kanagawa_desk.services.outcomes import read_cell
from kanagawa_desk.services.workbooks.comparison import (
    CHANGE,
    CONFLICT,
    PROBLEM,
    QUESTION,
    Comparison,
    FileProblem,
    Finding,
    RowNote,
)
from kanagawa_desk.services.workbooks.standing_cells import standing_cells

_NOT_OURS = (
    "台帳の表が見つかりません。このプログラムが出したワークブックか、"
    "同じ見出しの表を取り込んでください。"
)
_LOST = "「{}」の送付時の控えが失われています。"
_ALTERED = "「{}」の送付時の控えが書き換えられているため、使いません。"
_GONE = "送付のあと、この欄は台帳からなくなっています。台帳を確かめてください。"
_EMPTIED = "空欄になっています。値を消すなら空欄を、残すなら台帳の値を選んでください。"
_BOTH = "送付のあと、台帳とワークブックの両方で変わっています。"


class Returned:
    """Compares workbooks with a ledger as it stands.

    Each sheet is held against what was sent with it first; only what differs is looked up in the
    ledger and read.
    """

    def __init__(self, reads: Reads, today: date) -> None:
        """Look up names and metrics once for all workbooks; 今年度 is read as seen from today."""
        self._reads, self._today = reads, today
        self._contexts = Contexts(reads, today)
        self._places = Places(reads)

    def compare(
        self, file: str, workbook: WorkbookRead, grids: Callable[[], Iterable[Layout]]
    ) -> Comparison:
        """What one workbook would change, and what is to be asked about it.

        `grids` are asked for only where what was sent is lost: what would be sent now stands in.
        """
        total = Comparison(
            problems=tuple(
                FileProblem(file, each.sheet, each.cell, each.code, each.message)
                for each in workbook.problems
            ),
            notes=tuple(f"{file}: {each}" for each in remarks_told(workbook.sheets)),
        )
        if any(each.code == "newer_format" for each in workbook.problems):
            return total
        forms = tuple(_forms(workbook, grids))
        found_any = False
        located_of = sheets_for(workbook, [form for form, _ in forms])
        for (form, lost), located in zip(forms, located_of, strict=True):
            found_any = found_any or bool(located.sheet or located.problems)
            notes = located.notes if workbook.sent or located.sheet else ()
            total += Comparison(
                problems=tuple(
                    FileProblem(file, each.sheet, each.cell, each.code, each.message)
                    for each in located.problems
                ),
                notes=tuple(f"{file}: {each}" for each in notes),
            )
            if located.sheet is not None:
                total += self._compare_sheet(file, located.sheet, form, lost)
        if not found_any:
            total += Comparison(problems=(FileProblem(file, "", "", "not_ours", _NOT_OURS),))
        return total

    def _compare_sheet(self, file: str, sheet: SheetRead, form: Form, lost: str) -> Comparison:
        matched = match_sheet(sheet, form)
        findings: list[Finding] = []
        problems = [
            FileProblem(file, each.sheet, each.cell, each.code, each.message)
            for each in matched.problems
        ]
        standing = standing_cells(self._reads, form, matched.cells.keys(), self._today)
        for key, changed in matched.cells.items():
            found = self._judge(changed, standing.get(key), (file, sheet.title, changed.address))
            if isinstance(found, Finding):
                findings.append(found)
            elif found is not None:
                problems.append(found)
        notes = [*matched.notes, *([lost.format(sheet.title)] if lost else [])]
        return Comparison(
            tuple(findings),
            tuple(problems),
            tuple(_added(file, sheet.title, matched)),
            tuple(_missing(file, sheet.title, form, matched)),
            tuple(f"{file}: {note}" for note in notes),
            matched.count,
        )

    def _judge(
        self, changed: Changed, now: Cell | None, at: tuple[str, str, str]
    ) -> Finding | FileProblem | None:
        if now is None or now.address is None:
            return FileProblem(*at, "cell_gone", _GONE)
        address, raw = now.address, changed.cell
        field, text = field_of(address), raw_text(raw)
        ours = now.value
        base = _sent(field, changed.sent, ours)
        outcome, theirs = read_cell(address, raw, text, self._contexts)
        reading = outcome.reading
        unit = self._contexts.of(address).unit
        place = f"{self._places.record(address.record, encode_key(address.key))} {field.label}"
        if isinstance(reading, Problem) or (isinstance(reading, Got) and not outcome.stored):
            code = reading.code if isinstance(reading, Problem) else "required"
            unread = Finding(
                PROBLEM, *at, address, place, unit, base, ours, None, text, outcome.note
            )
            return FileProblem(*at, code, outcome.note, unread)
        if not isinstance(reading, Got):
            candidates = _offered(field, reading)
            likeliest = candidates[0] if candidates else None
            reason = question(reading, unit)
            return Finding(
                QUESTION, *at, address, place, unit, base, ours, likeliest, text, reason, candidates
            )
        match compare(field, base, ours, theirs):
            case Verdict.THEIRS:
                return Finding(CHANGE, *at, address, place, unit, base, ours, theirs, text)
            case Verdict.CONFLICT:
                return Finding(CONFLICT, *at, address, place, unit, base, ours, theirs, text, _BOTH)
            case Verdict.EMPTIED:
                choices = (theirs, ours)
                return Finding(
                    QUESTION, *at, address, place, unit, base, ours, theirs, text, _EMPTIED, choices
                )
        return None


def _offered(field: Field, reading: Reading) -> tuple[Any, ...]:
    """What a person can choose from, as values of the field: 検討中 leaves a month empty."""
    if not isinstance(reading, Ambiguous):
        return ()
    values = (field_value(field, Got(each)) for each in reading.candidates)
    return tuple(each for each in values if not isinstance(each, Problem))


def _sent(field: Field, text: str, ours: Any) -> Any:
    """The value that was sent; ours where the hidden part tells of none, which is not our doing."""
    try:
        return decode(field, text)
    except (ArithmeticError, LookupError, ValueError):
        return ours


def raw_text(cell: RawCell) -> str:
    """What stood in a cell, as text."""
    match cell.content:
        case None:
            return cell.formula
        case Decimal():
            return format(cell.content, "f")
        case datetime() | date():
            return cell.content.isoformat()
    return str(cell.content)


def _forms(
    workbook: WorkbookRead, grids: Callable[[], Iterable[Layout]]
) -> Iterator[tuple[Form, str]]:
    """The sheets as they were sent, each with what is to be said where that is lost."""
    for sent in workbook.sent:
        if sent.form is not None:
            yield sent.form, ""
            continue
        for grid in grids():
            if (grid.ledger, grid.name) == (sent.ledger, sent.name):
                yield form_of(grid, sent.title), _ALTERED
    if not workbook.sent:
        now = tuple(grids())
        for grid, title in zip(now, sheet_titles(now), strict=True):
            yield form_of(grid, title), _LOST


def _added(file: str, sheet: str, matched: Matched) -> Iterator[RowNote]:
    for row in matched.rows_added:
        texts = (raw_text(cell) for cell, _place in row.cells.values())
        yield RowNote(file, sheet, str(row.number), "　".join(filter(None, texts)))


def _missing(file: str, sheet: str, form: Form, matched: Matched) -> Iterator[RowNote]:
    """Rows that were sent and did not come back."""
    gone = set(matched.rows_missing)
    for row in form.rows:
        if row.key in gone:
            yield RowNote(file, sheet, row.key, "　".join(row.words))
