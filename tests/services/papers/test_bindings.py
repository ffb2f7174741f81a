"""Bindings: what each shows, and what changed since it was last settled."""

from dataclasses import replace
from datetime import date

from kanagawa_desk.domain.records import BedSet, Observation, Series
from kanagawa_desk.domain.values import number
from kanagawa_desk.services import history, undoing
from kanagawa_desk.services.ledgers import Ledger
from kanagawa_desk.services.papers import bindings as paper_bindings
from kanagawa_desk.services.papers import comparing as paper_comparing
from kanagawa_desk.services.papers import editions
from kanagawa_desk.services.papers.bindings import BindingSummary, Difference
from tests.services.paper_blocks import PAPER, add, bed_block, block_of, count, rewrite


def summary(ledger: Ledger, block: str) -> BindingSummary:
    return paper_bindings.summaries(ledger, PAPER)[block]


def stale(ledger: Ledger) -> list[str]:
    found = paper_bindings.summaries(ledger, PAPER).values()
    return [each.label for each in found if each.state == "stale"]


def batch_of(ledger: Ledger, action: str) -> str:
    return next(each.id for each in history.batches(ledger) if each.action == action)


def test_every_binding_of_a_paper_is_listed_with_its_name(sample: Ledger) -> None:
    labels = [each.label for each in paper_bindings.summaries(sample, PAPER).values()]
    assert labels[:2] == ["療養病床・一般病床 R5.4.1・R6.4.1", "精神病床 R5.4.1・R6.4.1"]
    assert "RPA 業務数（年度別） ほか2 R元～R6" in labels


def test_as_long_as_nothing_changed_every_binding_matches(sample: Ledger) -> None:
    assert stale(sample) == []


def test_one_changed_count_makes_its_table_stale_and_tells_each_cell(sample: Ledger) -> None:
    count(sample, 23_400)
    assert stale(sample) == ["療養病床・一般病床 R5.4.1・R6.4.1"]
    assert summary(sample, bed_block(sample).id).changed == (
        Difference("横浜　既存病床数 B R6.4.1", "23,386", "23,400"),
        Difference("横浜　過不足病床数 B－A R6.4.1", "▲1,823", "▲1,809"),
        Difference("合計（9圏域）　既存病床数 B R6.4.1", "60,253", "60,267"),
        Difference("合計（9圏域）　過不足病床数 B－A R6.4.1", "▲1,513", "▲1,499"),
    )


def test_a_value_that_is_changed_back_is_no_change(sample: Ledger) -> None:
    count(sample, 23_400)
    count(sample, 23_386)
    assert stale(sample) == []


def test_present_values_that_were_called_right_are_what_later_ones_differ_from(
    sample: Ledger,
) -> None:
    count(sample, 23_400)
    paper_bindings.update(sample, PAPER)
    assert stale(sample) == []
    count(sample, 23_500)
    first = summary(sample, bed_block(sample).id).changed[0]
    assert (first.before, first.after) == ("23,400", "23,500")


def test_calling_present_values_right_can_be_taken_back(sample: Ledger) -> None:
    count(sample, 23_400)
    batch = paper_bindings.update(sample, PAPER).batch
    undoing.undo(sample, batch)
    assert len(stale(sample)) == 1


def test_only_the_blocks_that_are_named_are_called_right(sample: Ledger) -> None:
    count(sample, 23_400)
    assert paper_bindings.update(sample, PAPER, ["another"]).changed == 0
    assert len(stale(sample)) == 1


def test_an_edition_settles_what_it_keeps(sample: Ledger) -> None:
    count(sample, 23_400)
    assert summary(sample, bed_block(sample).id).since == "結び付け"
    editions.freeze(sample, PAPER)
    assert stale(sample) == []
    assert summary(sample, bed_block(sample).id).since == "提出版 1"


def test_a_count_changed_after_an_edition_is_stale_and_the_comparison_shows_just_that(
    sample: Ledger,
) -> None:
    editions.freeze(sample, PAPER)
    count(sample, 23_400)
    assert stale(sample) == ["療養病床・一般病床 R5.4.1・R6.4.1"]
    assert paper_comparing.compare(sample, PAPER, f"{PAPER}@1").changed == 1


def test_a_binding_is_settled_by_writing_it(sample: Ledger) -> None:
    count(sample, 23_400)
    table = bed_block(sample)
    rewrite(sample, table, binding=table.binding.replace("stacked", "side_by_side"))
    assert stale(sample) == []


def test_undoing_a_new_binding_leaves_what_was_stale_before(sample: Ledger) -> None:
    table = bed_block(sample)
    with sample.batch("表の削除") as unit:
        unit.delete(table)
    count(sample, 23_400)
    undoing.undo(sample, batch_of(sample, "表の削除"))
    assert stale(sample) == ["療養病床・一般病床 R5.4.1・R6.4.1"]


def test_a_number_in_prose_is_stale_though_its_text_was_written_since(sample: Ledger) -> None:
    text = block_of(sample, lambda each: "{指標:rpa_cum:FY2024}" in each.text)
    with sample.batch("値の入力") as unit:
        (stored,) = (
            each for each in unit.all(Observation, series="rpa_cum") if each.value.number == 76
        )
        unit.put(replace(stored, value=number(77)))
    rewrite(sample, text, text=text.text + "追記した。")
    found = summary(sample, text.id)
    assert [(each.shown, each.state) for each in found.numbers] == [("77業務", "stale")]
    assert found.changed == (Difference("RPA 累計業務数 R6", "76業務", "77業務"),)


def test_a_new_chart_is_listed_with_the_figures_that_it_draws(sample: Ledger) -> None:
    chart = add(
        sample,
        "chart",
        binding={"chart": "metric", "series": ["rpa_cum"], "periods": ["FY2023", "FY2024"]},
    )
    assert summary(sample, chart.id).label == "グラフ RPA 累計業務数 R5～R6"
    assert summary(sample, chart.id).state == "matching"


def test_a_binding_to_what_was_deleted_is_broken(sample: Ledger) -> None:
    with sample.batch("系列の削除") as unit:
        for each in unit.all(Observation, series="data_analysis"):
            unit.delete(each)
        unit.delete(unit.get(Series, ("data_analysis",)))
    table = block_of(sample, lambda each: '"data_analysis"' in each.binding)
    assert summary(sample, table.id).state == "broken"


def test_a_binding_to_a_reference_date_that_is_gone_is_broken(sample: Ledger) -> None:
    table = bed_block(sample)
    rewrite(sample, table, binding=table.binding.replace("2024-04-01", "2025-04-01"))
    assert summary(sample, table.id).state == "broken"
    with sample.batch("基準日の追加") as unit:
        unit.put(BedSet("general", date(2025, 4, 1)))
    assert summary(sample, table.id).state == "matching"
