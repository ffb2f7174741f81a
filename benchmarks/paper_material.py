"""A committee paper of any length: prose, lists and tables of which no two are alike."""

import random
from collections.abc import Iterator
from datetime import date

from kanagawa_desk.domain.numbering import labels
from kanagawa_desk.domain.papers.printed import (
    PrintedBlock,
    PrintedColumn,
    PrintedPaper,
    PrintedTable,
)

_WHO = ("県", "市町村", "保健福祉事務所", "地域の病院", "診療所", "関係団体", "訪問看護の事業所")
_WHAT = (
    "相談窓口",
    "研修",
    "共同の検査",
    "退院の支援",
    "遠隔での診療",
    "統計の電子化",
    "施設の改修",
)
_WHY = (
    "患者の住む場所によって受けられる医療に差が出ないように",
    "職員の手が届かない時間帯にも問い合わせへ答えられるように",
    "災害や感染症の広がりに際しても通常の診療を続けられるように",
    "限られた人員でも書類の確認に追われることがないように",
)
_HOW = (
    "既にある仕組みを使い、新しい負担を求めない形で進めている",
    "先に始めた地域の結果を確かめたうえで、対象を順に広げる",
    "費用と効果を毎年度の終わりに見直し、続けるかどうかを決める",
    "手順を一つにそろえ、担当が替わっても同じ水準を保てるようにした",
)
_UNITS = ("件", "人", "施設", "か所", "床", "時間")
_LEAVES_OF_SECTION = 5


def printed_paper(leaves: int) -> PrintedPaper:
    """A paper of about so many pages behind its contents."""
    dice = random.Random(leaves)
    blocks = [PrintedBlock("contents", "contents", text="目次")]
    for leaf in range(leaves):
        blocks += _leaf(dice, leaf)
    numbers = labels(block.level for block in blocks if block.kind == "heading")
    return PrintedPaper(
        "社会・健康対策特別委員会資料",
        "神奈川県議会定例会",
        date(2026, 11, 23),
        tuple(_labelled(block, numbers) for block in blocks),
    )


def _labelled(block: PrintedBlock, numbers: Iterator[str]) -> PrintedBlock:
    if block.kind != "heading":
        return block
    return PrintedBlock(block.id, block.kind, block.level, next(numbers), block.text)


def _leaf(dice: random.Random, leaf: int) -> Iterator[PrintedBlock]:
    """About one page."""
    if leaf % _LEAVES_OF_SECTION == 0:
        yield PrintedBlock(f"{leaf}s", "heading", 1, text=f"{dice.choice(_WHO)}の取組について")
    yield PrintedBlock(f"{leaf}h", "heading", 2, text=f"{dice.choice(_WHAT)}の現状")
    for number in range(2):
        yield PrintedBlock(f"{leaf}p{number}", "paragraph", 2, text=_prose(dice, 3))
    yield PrintedBlock(f"{leaf}i", "heading", 3, text=f"{dice.choice(_WHAT)}の課題")
    for number in range(2):
        yield PrintedBlock(f"{leaf}b{number}", "bullet", 3, text=_prose(dice, 1))
    yield PrintedBlock(f"{leaf}c", "caption", 2, text=f"{dice.choice(_WHAT)}の実績")
    yield PrintedBlock(f"{leaf}t", "table", 2, table=_table(dice))
    yield PrintedBlock(f"{leaf}n", "note", 2, text=_prose(dice, 1))


def _prose(dice: random.Random, sentences: int) -> str:
    return "".join(
        f"{dice.choice(_WHO)}は、{dice.choice(_WHY)}、令和{dice.randrange(2, 9)}年度に"
        f"{dice.choice(_WHAT)}を{dice.randrange(2, 99999):,}{dice.choice(_UNITS)}で行い、"
        f"{dice.choice(_HOW)}。"
        for _ in range(sentences)
    )


def _table(dice: random.Random) -> PrintedTable:
    return PrintedTable(
        (PrintedColumn(2.0), *(PrintedColumn(1.0, "right") for _ in range(4))),
        (("区域",), *((f"令和{year}年度",) for year in range(3, 7))),
        tuple(
            ((f"{dice.choice(_WHO)}{row}",), *((f"{dice.randrange(99999):,}",) for _ in range(4)))
            for row in range(1, 7)
        ),
        unit_note=f"（単位：{dice.choice(_UNITS)}）",
    )
