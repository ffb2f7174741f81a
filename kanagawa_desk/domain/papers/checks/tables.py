"""Tables that do not say of which day or in which unit they are, and sums that are none."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from kanagawa_desk.domain.eras import long_date, short_date
from kanagawa_desk.domain.papers.findings import Finding
from kanagawa_desk.domain.papers.printed import Lines, PrintedBlock, PrintedTable
from kanagawa_desk.domain.problems import LOOK
from kanagawa_desk.domain.writing import as_of_text

_NUMBER = re.compile(r"[(（]?([▲△－-]?)([0-9][0-9,]*)[)）]?")
_TOTAL = re.compile(r"(?:合計|総計|計)(?:[（(]([0-9]+)\D*[)）])?")
_UNIT = re.compile(r"単位|[%％年月日度床件人台回施設所数率円]")
_ABOVE = ("caption", "as_of", "note")


def undated(
    blocks: Sequence[PrintedBlock], days: Mapping[str, Sequence[date]]
) -> Iterator[Finding]:
    """Tables of days, by block, that neither their heads nor what stands around them tells."""
    for at, block in enumerate(blocks):
        if block.table is None or block.id not in days:
            continue
        told = _around(blocks, at) + "".join(_texts(block.table))
        untold = [day for day in days[block.id] if not _is_told(day, told)]
        if untold:
            names = "、".join(map(long_date, untold))
            yield Finding(
                block.id,
                "as_of_missing",
                LOOK,
                f"{names}の数値ですが、時点が書かれていません。時点の行か※注で示してください。",
                names,
            )


def without_unit(blocks: Sequence[PrintedBlock]) -> Iterator[Finding]:
    """Tables of bare numbers whose heads, captions and notes name no unit."""
    for at, block in enumerate(blocks):
        table = block.table
        if table is None or table.unit_note or not _has_bare_numbers(table):
            continue
        heads = "".join(
            line for lines in (*table.head, *(row[0] for row in table.rows)) for line in lines
        )
        if not _UNIT.search(heads + _around(blocks, at)):
            yield Finding(
                block.id,
                "unit_missing",
                LOOK,
                "数値の単位が書かれていません。見出しか「（単位：床）」の形で示してください。",
                repr(table.rows),
            )


def wrong_totals(blocks: Sequence[PrintedBlock]) -> Iterator[Finding]:
    """Total rows that are not the sum of the rows above, or miscount them."""
    for block in blocks:
        if block.table is None:
            continue
        begin = 0
        for at, row in enumerate(block.table.rows):
            total = _TOTAL.fullmatch("".join(row[0]).replace(" ", "").replace("　", ""))
            if total is None:
                continue
            parts = block.table.rows[begin:at]
            if parts:
                yield from _miscounted(block.id, total, len(parts))
                yield from _not_summed(block, row, parts)
            begin = at + 1


def _miscounted(block: str, total: re.Match[str], rows: int) -> Iterator[Finding]:
    if total[1] and int(total[1]) != rows:
        yield Finding(
            block,
            "count_disagrees",
            LOOK,
            f"「{total[0]}」とありますが、表は{rows}行です。",
            f"{total[0]} {rows}",
        )


def _not_summed(
    block: PrintedBlock, row: tuple[Lines, ...], parts: Sequence[tuple[Lines, ...]]
) -> Iterator[Finding]:
    head = block.table.head if block.table else ()
    for column in range(1, len(row)):
        for line, text in enumerate(row[column]):
            numbers = [_number(part[column], line) for part in parts]
            said = _number(row[column], line)
            whole = [number for number in numbers if number is not None]
            if said is None or len(whole) < len(numbers) or sum(whole) == said:
                continue
            name = "".join(head[column]) if head else f"{column + 1}列目"
            yield Finding(
                block.id,
                "total_disagrees",
                LOOK,
                f"「{name}」の合計が{text}ですが、足すと{sum(whole):,}になります。",
                f"{name} {line} {said} {whole}",
            )


def _number(lines: Lines, line: int) -> int | None:
    found = _NUMBER.fullmatch(lines[line]) if line < len(lines) else None
    if found is None:
        return None
    number = int(found[2].replace(",", ""))
    return -number if found[1] else number


def _around(blocks: Sequence[PrintedBlock], at: int) -> str:
    """The captions, as-of lines and notes that stand with a table."""
    texts = []
    above = at - 1
    while above >= 0 and blocks[above].kind in _ABOVE:
        texts.append(blocks[above].text)
        above -= 1
    for block in blocks[at + 1 :]:
        if block.kind != "note":
            break
        texts.append(block.text)
    return "\n".join(texts)


def _texts(table: PrintedTable) -> list[str]:
    return [line for lines in table.head for line in lines]


def _is_told(day: date, text: str) -> bool:
    return any(name in text for name in (long_date(day), short_date(day), as_of_text(day)))


def _has_bare_numbers(table: PrintedTable) -> bool:
    cells = [lines[0] for row in table.rows for lines in row[1:] if lines]
    numbers = [cell for cell in cells if _NUMBER.fullmatch(cell)]
    return len(numbers) * 2 > len(cells)
