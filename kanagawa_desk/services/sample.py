"""The sample ledger: data files read into records, written as any other change."""

import csv
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

from kanagawa_desk import paths
from kanagawa_desk.domain.changes import BatchKind
from kanagawa_desk.domain.fields import RecordType, record_type, record_types
from kanagawa_desk.domain.notation import decode
from kanagawa_desk.storage.ledger import Ledger

E = TypeVar("E")

_BLOCK_STEP = 1 << 8
_ESCAPES = {"n": "\n", "t": "\t", "\\": "\\"}


def load_sample(ledger: Ledger) -> None:
    """Write every record of the sample into a new ledger, as one batch."""
    folder = sample_folder()
    with ledger.batch("見本の読込み", folder.name, kind=BatchKind.LOAD) as unit:
        for described in record_types():
            for record in read_records(folder / f"{described.name}.tsv", described):
                unit.put(record)


class Sample:
    """The records of the sample as they lie in its data files, where there is no ledger."""

    def all(self, entity: type[E], **equal: Any) -> tuple[E, ...]:
        """All records whose fields equal these values."""
        described = record_type(entity)
        records = read_records(sample_folder() / f"{described.name}.tsv", described)
        return tuple(
            each
            for each in records
            if all(getattr(each, name) == value for name, value in equal.items())
        )


def sample_folder() -> Path:
    """Where the sample of 令和6年10月4日 lies."""
    return paths.database("samples", "r6")


def read_records(path: Path, described: RecordType) -> Iterator[Any]:
    r"""The records of a data file: tab-separated, a heading of field names, values encoded.

    Line breaks, tabs and backslashes inside a value stand as \n, \t and \\. Fields without a
    column keep their defaults; `rank` counts the rows, with room between blocks, so that one put
    there ranks no other anew. A type without a file has no records.
    Raises ValueError on a faulty value.
    """
    if not path.exists():
        return
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        step = _BLOCK_STEP if described.name == "block" else 1
        for rank, row in zip(count(step, step), rows, strict=False):
            values = {
                name: decode(described.field(name), _unescaped(text)) for name, text in row.items()
            }
            if any(field.name == "rank" for field in described.fields):
                values.setdefault("rank", rank)
            yield described.entity(**values)


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text
    pieces = iter(text)
    return "".join(_ESCAPES[next(pieces)] if piece == "\\" else piece for piece in pieces)
