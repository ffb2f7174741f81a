"""Blocks as official text: plain, as the reader understands it, and as HTML for Word."""

from collections.abc import Sequence
from html import escape

from kanagawa_desk.domain.numbering import circled
from kanagawa_desk.domain.papers.printed import Lines, PrintedBlock, PrintedTable

_GAP = "\u3000"
_DEEPEST_HTML_HEADING = 6


def as_text(blocks: Sequence[PrintedBlock]) -> str:
    """Lines behind their labels and marks; tables with a tab between cells."""
    return "".join(line + "\n" for block in blocks for line in _lines(block))


def as_html(blocks: Sequence[PrintedBlock]) -> str:
    """Headings, paragraphs and tables as a word processor takes them."""
    body = "\n".join(_html(block) for block in blocks)
    return f'<html lang="ja"><head><meta charset="utf-8"></head><body>\n{body}\n</body></html>'


def _lines(block: PrintedBlock) -> list[str]:
    if block.table is not None:
        return ["\t".join(map(_cell, row)) for row in _rows(block.table)]
    if block.kind == "circled":
        return [f"{circled(number)}{item}" for number, item in enumerate(block.items, start=1)]
    if block.kind == "attachments":
        return ["＜別添参考資料＞", *(f"・{item}" for item in block.items)]
    if block.kind in ("cover", "contents", "page_break"):
        return []
    text = _marked(block)
    return text.split("\n") if text else []


def _marked(block: PrintedBlock) -> str:
    match block.kind:
        case "heading":
            return f"{block.label}{_GAP}{block.text}"
        case "bullet":
            return f"{_GAP * (block.depth - 1)}・{block.text}"
        case "circle":
            return f"{block.style or '○'}{block.text}"
        case "note":
            return f"{block.style or '※'}{_GAP}{block.text}"
        case "caption" | "figure" if block.style == "〔〕":
            return f"〔{block.text}〕"
        case "caption" | "figure" if block.style:
            return f"{block.style} {block.text}"
    return block.text


def _html(block: PrintedBlock) -> str:
    if block.table is not None:
        return _html_table(block.table)
    if block.kind == "heading":
        level = min(max(block.level, 1), _DEEPEST_HTML_HEADING)
        return f"<h{level}>{escape(_marked(block))}</h{level}>"
    return "\n".join(f"<p>{escape(line)}</p>" for line in _lines(block))


def _html_table(table: PrintedTable) -> str:
    rows = []
    for number, row in enumerate(_rows(table)):
        tag = "th" if table.head and number == 0 else "td"
        cells = "".join(f"<{tag}>{'<br>'.join(map(escape, cell))}</{tag}>" for cell in row)
        rows.append(f"<tr>{cells}</tr>")
    return '<table border="1">' + "".join(rows) + "</table>"


def _rows(table: PrintedTable) -> list[tuple[Lines, ...]]:
    return [*([table.head] if table.head else []), *table.rows]


def _cell(cell: Lines) -> str:
    return " ".join(cell)
