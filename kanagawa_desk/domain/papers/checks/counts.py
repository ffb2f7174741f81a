"""Counts and sums in prose that disagree with the tables and lists beside them."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from kanagawa_desk.domain.papers.findings import Finding
from kanagawa_desk.domain.papers.printed import PrintedBlock
from kanagawa_desk.domain.problems import LOOK

_AREAS = re.compile(r"(?<![0-9,.第])([0-9]+)(?:の)?(?:二次保健医療)?圏域")
_PLANS = re.compile(r"(?<![0-9,.第])([0-9]+)計画(?![書期年])")
_ITEMS = re.compile(r"(?<![0-9,.第])([0-9]+)(?:つ|項目|点)(?![0-9])")
_SUM = re.compile(r"(?:合計|総計|総数|計)(?:で|は|が|も)?[、]?(▲?[0-9][0-9,]*)(床|件|人|台|施設)")
_PROSE = ("paragraph", "bullet", "circle", "note", "caption")


def miscounted(
    blocks: Sequence[PrintedBlock], areas: Collection[int], plans: Collection[int]
) -> Iterator[Finding]:
    """「9圏域」 and 「16計画」 beside tables that have none of so many rows."""
    for block in blocks:
        if block.kind in _PROSE:
            yield from _differing(block, _AREAS, areas, "圏域")
            yield from _differing(block, _PLANS, plans, "計画")


def misnumbered_lists(blocks: Sequence[PrintedBlock]) -> Iterator[Finding]:
    """「次の10項目」 before a list that has another number of items."""
    for block, follower in pairwise(blocks):
        if block.kind not in _PROSE or follower.kind != "circled":
            continue
        said = [int(each) for each in _ITEMS.findall(block.text)]
        if said and len(follower.items) not in said:
            yield Finding(
                block.id,
                "count_disagrees",
                LOOK,
                f"「{said[-1]}」とありますが、次の列挙は{len(follower.items)}項目です。",
                f"{block.text} {len(follower.items)}",
            )


def sums_not_in_tables(blocks: Sequence[PrintedBlock]) -> Iterator[Finding]:
    """「合計60,253床」 under a heading whose tables have totals, and none of that value."""
    for section in _sections(blocks):
        totals = {
            line.strip("()（）")
            for block in section
            if block.table is not None
            for row in block.table.rows
            if "".join(row[0]).startswith(("合計", "総計", "計"))
            for lines in row[1:]
            for line in lines
        }
        for block in section:
            for found in _SUM.finditer(block.text) if totals and block.kind in _PROSE else ():
                if found[1] not in totals:
                    yield Finding(
                        block.id,
                        "sum_disagrees",
                        LOOK,
                        f"「{found[0]}」という合計は、この項の表にありません。",
                        f"{found[0]} {sorted(totals)}",
                    )


def _differing(
    block: PrintedBlock, pattern: re.Pattern[str], counts: Collection[int], word: str
) -> Iterator[Finding]:
    for found in pattern.finditer(block.text):
        if counts and int(found[1]) not in counts:
            rows = "、".join(map(str, sorted(set(counts))))
            yield Finding(
                block.id,
                "count_disagrees",
                LOOK,
                f"「{found[0]}」とありますが、表の{word}は{rows}です。",
                f"{found[0]} {rows}",
            )


def _sections(blocks: Sequence[PrintedBlock]) -> list[list[PrintedBlock]]:
    """The blocks from one heading to the next."""
    sections: list[list[PrintedBlock]] = [[]]
    for block in blocks:
        if block.kind == "heading":
            sections.append([])
        sections[-1].append(block)
    return sections
