"""Blocks to and from the clipboard: whole, as official text, and as HTML for Word."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from secrets import token_hex

from PySide6.QtCore import QByteArray, QMimeData

from kanagawa_desk.domain.official_text.written_out import as_html, as_text
from kanagawa_desk.domain.papers.blocks import BLOCK_KINDS, Block
from kanagawa_desk.domain.papers.printed import PrintedBlock
from kanagawa_desk.domain.papers.prose_numbers import figures_in
from kanagawa_desk.gui.widgets.composer.block_views import BlockView

BLOCKS = "application/x-kanagawa-desk-blocks"


def to_clipboard(views: Sequence[BlockView], value: Callable[[str], str]) -> QMimeData:
    """Blocks as the clipboard takes them; `value` tells what a bound number is now."""
    mime = QMimeData()
    shown = [_printed(view, value) for view in views]
    mime.setText(as_text(shown))
    mime.setHtml(as_html(shown))
    content = json.dumps([asdict(view.block) for view in views], ensure_ascii=False)
    mime.setData(BLOCKS, QByteArray(content.encode()))
    return mime


def blocks_from(mime: QMimeData, paper: str) -> list[Block]:
    """Blocks that were copied whole, as new ones of a paper; none where there are no such."""
    try:
        found = [Block(**fields) for fields in json.loads(bytes(mime.data(BLOCKS).data()))]
    except (ValueError, TypeError):
        return []
    return [
        replace(block, id=new_id(), paper=paper, rank=0)
        for block in found
        if block.kind in BLOCK_KINDS
    ]


def new_id() -> str:
    """An id for a block that was never used before."""
    return f"block-{token_hex(6)}"


def _printed(view: BlockView, value: Callable[[str], str]) -> PrintedBlock:
    block = view.block
    text = "".join(
        piece if figure is None else value(piece) for piece, figure in figures_in(block.text)
    )
    listed = block.kind in ("circled", "attachments")
    return PrintedBlock(
        block.id,
        block.kind,
        block.level,
        view.label,
        "" if listed else text,
        block.style,
        max(block.level, 1),
        block.columns,
        tuple(text.split("\n")) if listed else (),
        view.table,
    )
