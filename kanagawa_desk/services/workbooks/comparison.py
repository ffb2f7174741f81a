"""What came back in workbooks, compared cell by cell with what was sent and what is there now."""

from dataclasses import dataclass
from typing import Any

from kanagawa_desk.domain.fields import record_type_named
from kanagawa_desk.domain.layout import Address
from kanagawa_desk.domain.notation import encode_key, notation

CHANGE = "変更"
CONFLICT = "双方で変更"
QUESTION = "質問"
PROBLEM = "要修正"


@dataclass(frozen=True, slots=True)
class Finding:
    """A returned cell that differs: where it stands, the three values, and what is to decide.

    `value` is what would be stored, None in a problem, which nothing can be stored of;
    `candidates` what a question offers, `reason` why it is asked. Values are the field's domain
    values; `unit` is that of the metric.
    """

    kind: str
    file: str
    sheet: str
    cell: str
    address: Address
    place: str
    unit: str
    base: Any
    ours: Any
    value: Any
    raw: str
    reason: str = ""
    candidates: tuple[Any, ...] = ()

    @property
    def entity(self) -> type[Any]:
        """The class of the record that the cell is of."""
        return record_type_named(self.address.record).entity


@dataclass(frozen=True, slots=True)
class FileProblem:
    """A cell, sheet or file that cannot be taken; sheet and cell are empty for a whole file.

    `finding` is the cell beside what the ledger holds, where it is one that was asked for.
    """

    file: str
    sheet: str
    cell: str
    code: str
    message: str
    finding: Finding | None = None

    @property
    def line(self) -> str:
        """FILE!シート!セル: message."""
        where = "!".join(filter(None, (self.file, self.sheet, self.cell)))
        return f"{where}: {self.message}"


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file as it was received."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class RowNote:
    """A row that is in the workbook only, or in the ledger only."""

    file: str
    sheet: str
    row: str
    text: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that differs; `notes` say what was taken for granted (lost hidden parts).

    `cells` counts those that were asked for and came back, changed or not; `files` are those
    that were read and are not kept yet.
    """

    findings: tuple[Finding, ...] = ()
    problems: tuple[FileProblem, ...] = ()
    rows_added: tuple[RowNote, ...] = ()
    rows_missing: tuple[RowNote, ...] = ()
    notes: tuple[str, ...] = ()
    cells: int = 0
    files: tuple[KeptFile, ...] = ()

    def __add__(self, other: "Comparison") -> "Comparison":
        """Both, in order."""
        return Comparison(
            self.findings + other.findings,
            self.problems + other.problems,
            self.rows_added + other.rows_added,
            self.rows_missing + other.rows_missing,
            self.notes + other.notes,
            self.cells + other.cells,
            self.files + other.files,
        )

    def of(self, kind: str) -> tuple[Finding, ...]:
        """The findings of a kind, in the order of the workbooks."""
        return tuple(each for each in self.findings if each.kind == kind)

    @property
    def undecided(self) -> tuple[Finding, ...]:
        """What a person has to decide before anything is applied."""
        return tuple(each for each in self.findings if each.kind != CHANGE)


def as_data(comparison: Comparison) -> dict[str, Any]:
    """The comparison as `import --json` gives it, without what became of it."""
    return {
        "changes": [_finding(each) for each in comparison.of(CHANGE)],
        "conflicts": [_finding(each) for each in comparison.of(CONFLICT)],
        "questions": [
            _finding(each)
            | {
                "reason": each.reason,
                "candidates": [notation(one, each.unit) for one in each.candidates],
            }
            for each in comparison.of(QUESTION)
        ],
        "problems": [
            {"file": p.file, "sheet": p.sheet, "cell": p.cell, "code": p.code, "message": p.message}
            for p in comparison.problems
        ],
        "rows_added": [_row(each) for each in comparison.rows_added],
        "rows_missing": [_row(each) for each in comparison.rows_missing],
    }


def _finding(each: Finding) -> dict[str, Any]:
    return {
        "file": each.file,
        "sheet": each.sheet,
        "cell": each.cell,
        "record": f"{each.address.record}:{encode_key(each.address.key)}",
        "field": each.address.field,
        "base": notation(each.base, each.unit),
        "ours": notation(each.ours, each.unit),
        "theirs": notation(each.value, each.unit) if each.kind != QUESTION else each.raw,
        "value": notation(each.value, each.unit),
        "raw": each.raw,
    }


def _row(each: RowNote) -> dict[str, str]:
    return {"file": each.file, "sheet": each.sheet, "row": each.row, "text": each.text}
