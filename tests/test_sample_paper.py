"""The sample committee paper: the outline of the real one, bound to the sample ledger."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from kanagawa_desk.domain.notation import parse_period
from kanagawa_desk.domain.numbering import labels
from kanagawa_desk.domain.papers.blocks import BLOCK_KINDS, Block, Paper
from kanagawa_desk.domain.records import BedType
from tests.sample_files import EDITION, measured, observations, sample

TOKEN = re.compile(r"\{指標:([^:}]+):([^:}]+)\}")


def headings() -> list[Block]:
    return [block for block in sample(Block) if block.kind == "heading"]


def test_the_paper_is_that_of_the_committee() -> None:
    (paper,) = sample(Paper)
    assert (paper.id, paper.held_on) == ("r6-3", date(2024, 10, 4))
    assert paper.session == "令和6年第3回神奈川県議会定例会"
    assert paper.title == "社会・健康対策特別委員会資料"


def test_the_outline_has_as_many_headings_on_each_level_as_the_paper() -> None:
    levels = Counter(heading.level for heading in headings())
    assert levels == {1: 2, 2: 3, 3: 11, 4: 21, 5: 41, 6: 86, 7: 2}


def test_the_program_counts_the_labels_that_the_paper_prints() -> None:
    counted = labels(heading.level for heading in headings())
    outline = [
        (heading.level, label, heading.text)
        for heading, label in zip(headings(), counted, strict=True)
    ]
    assert [(label, text) for level, label, text in outline if level <= 3] == [
        ("1", "医療施策の推進について"),
        ("(1)", "「神奈川県保健医療計画」の概要"),
        ("ア", "第8次計画の策定趣旨等"),
        ("イ", "第8次計画の概要"),
        ("ウ", "第8次計画のポイント"),
        ("エ", "その他"),
        ("2", "デジタル戦略の推進について"),
        ("(1)", "国の動向"),
        ("ア", "デジタル社会の実現に向けた改革の基本方針（令和2年12月策定）"),
        ("イ", "自治体DX推進計画（令和2年12月策定）"),
        ("ウ", "デジタル改革関連法（令和3年5月12日成立）"),
        ("エ", "デジタル庁（令和3年9月）"),
        ("オ", "デジタル社会の実現に向けた重点計画（令和4年6月策定）"),
        ("(2)", "県の取組"),
        ("ア", "神奈川DX計画"),
        ("イ", "主な取組"),
    ]
    deep = {(label, text) for level, label, text in outline if level > 3}
    assert {
        ("(エ)", "対象区域"), ("(オ)", "別冊"), ("(イ)", "行政のデジタル化"),
        ("h", "個別の疾病対策等"), ("l", "ICTインフラ整備"),
        ("(i)", "医療DXの推進"), ("(f)", "Microsoft365への対応"),
        ("a′", "情報セキュリティポリシー"), ("b′", "情報セキュリティ監査等"),
    } <= deep  # fmt: skip


def test_no_heading_skips_a_level() -> None:
    level = 0
    for heading in headings():
        assert 1 <= heading.level <= level + 1
        level = heading.level


def test_cover_and_contents_come_first_and_the_second_part_starts_a_page() -> None:
    blocks = sample(Block)
    assert [block.kind for block in blocks[:3]] == ["cover", "contents", "heading"]
    texts = [block.text for block in blocks]
    assert blocks[texts.index("デジタル戦略の推進について") - 1].kind == "page_break"


def test_the_paper_uses_every_kind_of_block_but_the_chart() -> None:
    assert {block.kind for block in sample(Block)} == set(BLOCK_KINDS) - {"chart"}


def test_circled_lists_hold_the_items_of_the_paper() -> None:
    lists = [
        (len(block.text.split("\n")), block.columns)
        for block in sample(Block)
        if block.kind == "circled"
    ]
    assert lists == [(3, 3), (10, 3), (7, 1), (6, 1), (6, 1), (7, 2)]


def test_a_second_level_bullet_stands_under_one_of_the_first() -> None:
    depth = 0
    for block in sample(Block):
        depth = block.level if block.kind == "bullet" and block.level <= depth + 1 else 0
        assert depth > 0 or block.kind != "bullet"
    assert {block.level for block in sample(Block) if block.kind == "bullet"} == {1, 2}


def test_bullets_end_without_a_full_stop_and_digits_are_half_width() -> None:
    for block in sample(Block):
        assert not (block.kind == "bullet" and block.text.endswith("。"))
        assert not re.search("[０-９Ａ-Ｚａ-ｚ，．]", block.text)


def test_every_figure_in_prose_is_in_the_ledger() -> None:
    tokens = [match for block in sample(Block) for match in TOKEN.findall(block.text)]
    assert len(tokens) == 20
    for series, period in tokens:
        assert measured(series, period).number is not None


def test_a_brace_in_prose_is_always_a_whole_token() -> None:
    assert not any(set("{}") & set(TOKEN.sub("", block.text)) for block in sample(Block))


def bindings() -> list[tuple[Block, dict[str, Any]]]:
    return [(block, json.loads(block.binding)) for block in sample(Block) if block.binding]


def test_every_table_is_bound_to_a_ledger_and_has_its_caption_before() -> None:
    for before, block in zip(sample(Block), sample(Block)[1:], strict=False):
        assert (block.kind == "table") == bool(block.binding)
        if block.kind == "table":
            assert before.kind in {"caption", "as_of"}
    ledgers = Counter(binding["ledger"] for _, binding in bindings())
    assert ledgers == {"beds": 4, "plans": 1, "metrics": 10}


def test_bed_tables_show_every_bed_type_at_both_dates() -> None:
    shown = [binding for _, binding in bindings() if binding["ledger"] == "beds"]
    assert [binding["bed_type"] for binding in shown] == [each.id for each in sample(BedType)]
    for binding in shown:
        assert binding["edition"] == EDITION
        assert [date.fromisoformat(day) for day in binding["dates"]] == [
            date(2023, 4, 1),
            date(2024, 4, 1),
        ]


def metric_cells() -> Iterator[tuple[str, str]]:
    """Series and period of every cell of the metric tables."""
    for _, binding in bindings():
        match binding:
            case {"form": "by_period", "rows": rows, "periods": periods}:
                yield from ((row["series"], period) for row in rows for period in periods)
            case {"form": "by_series", "rows": rows, "columns": columns, "period": period}:
                assert all(len(row["series"]) == len(columns) for row in rows)
                yield from ((series, period) for row in rows for series in row["series"])


def test_every_cell_of_a_metric_table_is_in_the_ledger() -> None:
    cells = list(metric_cells())
    assert len(set(cells)) == len(cells) == 60
    for series, period in cells:
        assert (series, parse_period(period)) in observations()
