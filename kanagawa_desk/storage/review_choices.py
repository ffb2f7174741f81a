"""What was decided about the cells of a returned file, outside records, history and undo."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, bindparam, delete, insert, select

from kanagawa_desk.storage.tables import REVIEW_CHOICE


@dataclass(frozen=True, slots=True)
class ReviewChoice:
    """A choice about one line of a review: its kind, sheet and cell, and what the ledger held.

    `value` is the one to take in lossless text form, None for the value that came back.
    """

    returned: str
    kind: str
    sheet: str
    cell: str
    ours: str
    choice: str
    value: str | None


_LINE = ("returned", "kind", "sheet", "cell")
_DELETE = delete(REVIEW_CHOICE).where(
    *(REVIEW_CHOICE.c[name] == bindparam(f"of_{name}") for name in _LINE)
)
_COLUMNS = [REVIEW_CHOICE.c[name] for name in ReviewChoice.__dataclass_fields__]


def keep(connection: Connection, choices: Iterable[ReviewChoice]) -> None:
    """Keep choices in the place of those that their lines had; of several on one the last."""
    lines = {(each.returned, each.kind, each.sheet, each.cell): each for each in choices}
    rows = [asdict(each) for each in lines.values()]
    if rows:
        connection.execute(_DELETE, [{f"of_{name}": row[name] for name in _LINE} for row in rows])
        connection.execute(insert(REVIEW_CHOICE), rows)


def choices_of(connection: Connection, returned: str) -> tuple[ReviewChoice, ...]:
    """The choices about a returned file."""
    statement = select(*_COLUMNS).where(REVIEW_CHOICE.c.returned == returned)
    return tuple(ReviewChoice(*row) for row in connection.execute(statement).all())
