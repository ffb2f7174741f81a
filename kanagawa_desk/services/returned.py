"""A workbook that came back, beside what was sent and what the ledger holds now."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from kanagawa_desk.domain.cells import RawCell
from kanagawa_desk.domain.layout import Address, Cell, Layout
from kanagawa_desk.domain.merge import Verdict, compare
from kanagawa_desk.domain.notation import decode, encode, encode_key
from kanagawa_desk.domain.questions import question
from kanagawa_desk.domain.reading import Ambiguous, Got, Problem
from kanagawa_desk.exchange.doubts import remarks_told
from kanagawa_desk.exchange.found import SheetRead, WorkbookRead
from kanagawa_desk.exchange.locating import base_of, sheets_for
from kanagawa_desk.exchange.matching import Matched, match_sheet
from kanagawa_desk.exchange.writing.contents import content as written
from kanagawa_desk.services.comparison import (
    CHANGE,
    CONFLICT,
    PROBLEM,
    QUESTION,
    Comparison,
    FileProblem,
    Finding,
    RowNote,
)
from kanagawa_desk.services.contexts import Contexts, field_of
from kanagawa_desk.services.names import Reads
from kanagawa_desk.services.naming import Places
from kanagawa_desk.services.outcomes import read_cell

_NOT_OURS = (
    "台帳の表が見つかりません。このプログラムが出したワークブックか、"
    "同じ見出しの表を取り込んでください。"
)
_EMPTIED = "空欄になっています。値を消すなら空欄を、残すなら台帳の値を選んでください。"
_BOTH = "送付のあと、台帳とワークブックの両方で変わっています。"


class Returned:
    """Compares workbooks with the grids of a ledger as it stands."""

    def __init__(self, reads: Reads, today: date) -> None:
        """Look up names and metrics once for all workbooks; 今年度 is read as seen from today."""
        self._contexts = Contexts(reads, today)
        self._places = Places(reads)

    def compare(self, file: str, workbook: WorkbookRead, grids: Sequence[Layout]) -> Comparison:
        """What one workbook would change, and what is to be asked about it."""
        total = Comparison(
            problems=tuple(
                FileProblem(file, each.sheet, each.cell, each.code, each.message)
                for each in workbook.problems
            ),
            notes=tuple(f"{file}: {each}" for each in remarks_told(workbook.sheets)),
        )
        if any(each.code == "newer_format" for each in workbook.problems):
            return total
        sent = {(each.ledger, each.name) for each in workbook.sent}
        asked = [each for each in grids if not sent or (each.ledger, each.name) in sent]
        found_any = False
        for grid, located in zip(asked, sheets_for(workbook, asked), strict=True):
            found_any = found_any or bool(located.sheet or located.problems)
            total += Comparison(
                problems=tuple(
                    FileProblem(file, each.sheet, each.cell, each.code, each.message)
                    for each in located.problems
                ),
                notes=tuple(f"{file}: {each}" for each in located.notes if sent or located.sheet),
            )
            if located.sheet is not None:
                total += self._compare_sheet(file, workbook, located.sheet, grid)
        if not found_any:
            total += Comparison(problems=(FileProblem(file, "", "", "not_ours", _NOT_OURS),))
        return total

    def _compare_sheet(
        self, file: str, workbook: WorkbookRead, sheet: SheetRead, grid: Layout
    ) -> Comparison:
        matched = match_sheet(sheet, grid)
        base, lost = base_of(workbook, sheet)
        findings: list[Finding] = []
        problems = [
            FileProblem(file, each.sheet, each.cell, each.code, each.message)
            for each in matched.problems
        ]
        for address, now, sent_text, raw, place in _differing(grid, matched, base):
            found = self._judge(address, now, sent_text, raw, (file, sheet.title, place))
            if isinstance(found, Finding):
                findings.append(found)
            elif found is not None:
                problems.append(found)
        notes = [*matched.notes, *([lost] if lost else [])]
        return Comparison(
            tuple(findings),
            tuple(problems),
            tuple(_added(file, sheet.title, matched)),
            tuple(_missing(file, sheet.title, grid, matched, base)),
            tuple(f"{file}: {note}" for note in notes),
            len(matched.cells),
        )

    def _judge(
        self,
        address: Address,
        now: Cell,
        sent_text: str | None,
        raw: RawCell,
        at: tuple[str, str, str],
    ) -> Finding | FileProblem | None:
        field, text = field_of(address), raw_text(raw)
        ours = now.value
        base = ours if sent_text is None else decode(field, sent_text)
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
            candidates = reading.candidates if isinstance(reading, Ambiguous) else ()
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


def _differing(
    grid: Layout, matched: Matched, base: Mapping[tuple[str, str], str] | None
) -> Iterator[tuple[Address, Cell, str | None, RawCell, str]]:
    """The cells that came back otherwise than they left; the rest needs no reading.

    Cells that were locked when they left are not asked for. Gives the cell's address in the
    ledger, what is there now, what was sent (None where that is lost), what came back, and
    where it stands on the sheet.
    """
    columns = [column.key for column in grid.columns]
    for row in grid.rows:
        for column, now in zip(columns, row.cells, strict=True):
            key = (row.key, column)
            found = matched.cells.get(key)
            if found is None or now.address is None or (base is not None and key not in base):
                continue
            raw, place = found
            sent_text = base.get(key) if base is not None else None
            if not _as_sent(raw, sent_text, now, row.decimals):
                yield now.address, now, sent_text, raw, place


def _as_sent(raw: RawCell, sent_text: str | None, now: Cell, decimals: int) -> bool:
    """Whether a cell plainly holds what was sent, or what is there now where that is lost."""
    if sent_text is None:
        sent_text = encode(now.value)
    content = raw.content
    if content is None:
        return not raw.formula and sent_text in ("", "NA:blank")
    if isinstance(content, Decimal):
        return str(content) == sent_text
    if isinstance(content, date):
        return content.isoformat() == sent_text
    if content == sent_text:
        return True
    # A text that stands for the value as it left us, as it is written now: 0.5(予定).
    return encode(now.value) == sent_text and content in (now.text, written(now, decimals))


def _added(file: str, sheet: str, matched: Matched) -> Iterator[RowNote]:
    for row in matched.rows_added:
        texts = (raw_text(cell) for cell, _place in row.cells.values())
        yield RowNote(file, sheet, str(row.number), "　".join(filter(None, texts)))


def _missing(
    file: str,
    sheet: str,
    grid: Layout,
    matched: Matched,
    base: Mapping[tuple[str, str], str] | None,
) -> Iterator[RowNote]:
    """Rows that were sent and did not come back."""
    sent = None if base is None else {row for row, _column in base}
    gone = set(matched.rows_missing)
    for row in grid.rows:
        if row.key in gone and (sent is None or row.key in sent):
            named = zip(grid.columns, row.cells, strict=True)
            label = "　".join(cell.text for column, cell in named if column.frozen)
            yield RowNote(file, sheet, row.key, label)
