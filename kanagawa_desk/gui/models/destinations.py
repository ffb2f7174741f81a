"""Where somebody wants to go who types the number or name of a row, and a column behind it."""

from kanagawa_desk.domain.layout import RowKind
from kanagawa_desk.gui.models.grid_model import GridModel


def destination(
    model: GridModel, text: str, here: tuple[int, int], columns: list[int]
) -> tuple[int, int] | None:
    """The cell that 県央, 8 or 県央 R6.4.1 names among the columns shown; None where there is none.

    Without a column it is the one that the cursor stands in.
    """
    words = text.split()
    for cut in range(len(words), -1, -1) if words else ():
        names = "".join(words[:cut]), "".join(words[cut:])
        row = _row(model, names[0]) if names[0] else here[0]
        column = _column(model, names[1], columns) if names[1] else here[1]
        if row is not None and column is not None:
            return row, column
    return None


def row_names(model: GridModel) -> list[str]:
    """What rows can be gone to by."""
    records = [i for i, row in enumerate(model.rows) if row.kind is not RowKind.SECTION]
    return [model.place(row, 0)[0] for row in records]


def _row(model: GridModel, text: str) -> int | None:
    """By number, by its whole name, or by the first name that begins so or holds it."""
    names = [(i, "".join(model.place(i, 0)[0].split())) for i in range(len(model.rows))]
    numbers = [i for i, row in enumerate(model.rows) if row.kind is RowKind.RECORD]
    if text.isdecimal() and 1 <= int(text) <= len(numbers):
        return numbers[int(text) - 1]
    for fits in (str.__eq__, str.startswith, str.__contains__):
        for row, name in names:
            if model.rows[row].kind is not RowKind.SECTION and fits(name, text):
                return row
    return None


def _column(model: GridModel, text: str, columns: list[int]) -> int | None:
    """By its heading with or without that of its group, or by the first that holds the text."""
    sought = text.replace("・", "")
    headings = [(i, model.columns[i].group, model.columns[i].label) for i in columns]
    for index, group, label in headings:
        if sought in (label, "".join(f"{group}{label}".split())):
            return index
    holding = (index for index, group, label in headings if sought in f"{group}{label}")
    return None if sought.isdecimal() else next(holding, None)
