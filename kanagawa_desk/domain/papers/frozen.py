"""What an edition keeps of a paper beside its PDF: its blocks, and what each of them showed."""

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from kanagawa_desk.domain.papers.blocks import Block
from kanagawa_desk.domain.papers.printed import (
    Lines,
    PrintedBlock,
    PrintedColumn,
    PrintedPaper,
    PrintedTable,
)
from kanagawa_desk.domain.papers.templates import PaperTemplate

_FORMAT = 1


def frozen(paper: PrintedPaper, blocks: Sequence[Block]) -> bytes:
    """A paper's blocks as they are written and as they are printed, as JSON in UTF-8.

    The same paper gives the same bytes.
    """
    content = {
        "format": _FORMAT,
        "title": paper.title,
        "session": paper.session,
        "held_on": paper.held_on.isoformat(),
        "template": paper.template and asdict(paper.template),
        "printed": [_block_data(block) for block in paper.blocks],
        "written": [asdict(block) for block in blocks],
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def thawed(content: bytes) -> PrintedPaper:
    """The paper as it was printed; raises ValueError or KeyError for bytes of another form."""
    data = json.loads(content)
    if data["format"] != _FORMAT:
        raise ValueError(f"format {data['format']}")
    return PrintedPaper(
        data["title"],
        data["session"],
        date.fromisoformat(data["held_on"]),
        tuple(map(_block, data["printed"])),
        template=(chosen := data["template"]) and PaperTemplate(**chosen),
    )


def _block_data(block: PrintedBlock) -> dict[str, Any]:
    # A chart and an image are told by their fingerprint, `shown`.
    data = asdict(replace(block, chart=None, image=None))
    del data["chart"], data["image"]
    if block.table is not None:
        data["table"]["totals"] = sorted(block.table.totals)
        for name in ("underlined", "sections"):  # of comparisons, and of grids
            del data["table"][name]
    return data


def _block(data: dict[str, Any]) -> PrintedBlock:
    table = data["table"]
    return PrintedBlock(**data | {"items": tuple(data["items"]), "table": table and _table(table)})


def _table(data: dict[str, Any]) -> PrintedTable:
    return PrintedTable(
        tuple(PrintedColumn(**column) for column in data["columns"]),
        _row(data["head"]),
        tuple(map(_row, data["rows"])),
        frozenset(data["totals"]),
        data["unit_note"],
    )


def _row(cells: list[list[str]]) -> tuple[Lines, ...]:
    return tuple(map(tuple, cells))
