"""Short papers for the checks."""

from kanagawa_desk.domain.papers.findings import Finding
from kanagawa_desk.domain.papers.printed import PrintedBlock, PrintedColumn, PrintedTable


def block(kind: str, text: str = "", **more: object) -> PrintedBlock:
    """A block whose id is its kind, unless one is given."""
    return PrintedBlock(**({"id": kind, "kind": kind, "text": text} | more))  # type: ignore[arg-type]


def heading(level: int, label: str, text: str = "見出し") -> PrintedBlock:
    """A heading whose id is its level and label."""
    return PrintedBlock(f"{level}{label}", "heading", level, label, text)


def table(*rows: str, head: str = "", unit: str = "") -> PrintedBlock:
    """A table of words set apart by spaces."""
    cells = [tuple((word,) for word in row.split()) for row in rows]
    heads = tuple((word,) for word in head.split())
    columns = (PrintedColumn(1),) * len(cells[0])
    made = PrintedTable(columns, heads, tuple(cells), unit_note=unit)
    return PrintedBlock("table", "table", table=made)


def told(findings: object) -> list[tuple[str, str]]:
    """Block and code of each finding."""
    return [(each.block, each.code) for each in findings if isinstance(each, Finding)]  # type: ignore[attr-defined]
