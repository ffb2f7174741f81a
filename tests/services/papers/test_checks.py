"""点検 of a paper: what is found, where, and until when it stays put aside."""

from datetime import date

import pytest

from kanagawa_desk.domain.papers.blocks import Paper
from kanagawa_desk.domain.records import BedSet
from kanagawa_desk.errors import UserError
from kanagawa_desk.services import checks, undoing
from kanagawa_desk.services.ledgers import Ledger
from kanagawa_desk.services.papers import acknowledging
from kanagawa_desk.services.papers import checks as paper_checks
from kanagawa_desk.services.papers import images as paper_images
from kanagawa_desk.services.papers.checks import PaperFinding
from tests.domain.papers.test_images import png
from tests.ledgers import TODAY
from tests.services.paper_blocks import PAPER, add, bed_block, block_of, count, rewrite


def found(ledger: Ledger, block: str, today: date = TODAY) -> list[PaperFinding]:
    every = paper_checks.check_paper(ledger, PAPER, today)
    return [each for each in every if each.block == block]


def codes(ledger: Ledger, block: str) -> list[str]:
    return [each.finding.code for each in found(ledger, block) if each.acknowledged is None]


def approve(ledger: Ledger) -> None:
    with ledger.batch("確定") as unit:
        for each in unit.all(BedSet):
            unit.put(BedSet(each.bed_type, each.as_of, standing="approved"))


def test_the_sample_paper_has_nothing_but_what_is_so_in_the_original(sample: Ledger) -> None:
    every = {each.finding.code for each in paper_checks.check_paper(sample, PAPER, TODAY)}
    assert every == {"not_approved", "mixed_spelling"}


def test_a_table_of_figures_below_approval_is_named(sample: Ledger) -> None:
    table = bed_block(sample)
    assert codes(sample, table.id) == ["not_approved"]
    approve(sample)
    assert codes(sample, table.id) == []


def test_a_number_in_prose_below_approval_is_named(sample: Ledger) -> None:
    text = add(sample, "paragraph", text="県全体で{病床数:general:total:2024-04-01}である。")
    assert codes(sample, text.id) == ["not_approved"]
    approve(sample)
    assert codes(sample, text.id) == []


def test_a_changed_count_is_found_at_its_table_with_before_and_after(sample: Ledger) -> None:
    approve(sample)
    count(sample, 23_400)
    (one,) = found(sample, bed_block(sample).id)
    assert one.finding.code == "ledger_changed"
    assert "23,386 → 23,400　ほか3か所" in one.finding.message
    assert one.where == "b　基準病床数の表「療養病床・一般病床」"


def test_a_count_of_areas_in_prose_is_held_against_the_rows_of_the_table(sample: Ledger) -> None:
    text = block_of(sample, lambda each: "9圏域" in each.text)
    assert codes(sample, text.id) == []
    rewrite(sample, text, text=text.text.replace("9圏域", "8圏域"))
    assert codes(sample, text.id) == ["count_disagrees"]


def test_a_count_of_plans_in_prose_is_held_against_the_list(sample: Ledger) -> None:
    text = add(sample, "paragraph", text="関係する15計画を定めた。")
    assert codes(sample, text.id) == ["count_disagrees"]


def test_a_bed_table_whose_dates_nobody_tells_is_found(sample: Ledger) -> None:
    approve(sample)
    note = block_of(
        sample, lambda each: each.kind == "note" and "下段" in each.text and "上段" in each.text
    )
    rewrite(sample, note, text="別に定める。")
    assert codes(sample, bed_block(sample).id) == ["as_of_missing"]


def test_dates_in_the_head_of_a_table_are_told(sample: Ledger) -> None:
    approve(sample)
    binding = bed_block(sample).binding.replace("stacked", "side_by_side")
    table = add(sample, "table", binding=binding)
    assert codes(sample, table.id) == []


def test_figures_of_a_part_of_their_year_need_an_as_of_line(sample: Ledger) -> None:
    rpa = block_of(sample, lambda each: '"rpa_cum"' in each.binding)
    table = add(sample, "table", binding=rpa.binding)
    assert codes(sample, table.id) == ["as_of_missing"]


def test_a_broken_binding_must_be_mended(sample: Ledger) -> None:
    table = bed_block(sample)
    rewrite(sample, table, binding='{"ledger": "beds"}')
    (one,) = found(sample, table.id)
    assert (one.finding.code, one.finding.severity) == ("broken_binding", "要修正")


def test_a_figure_whose_image_is_lost_must_be_mended(sample: Ledger) -> None:
    lost = {"image": "0" * 64, "name": "図.png", "width_mm": 90}
    figure = add(sample, "figure", text="体制図", binding=lost)
    assert codes(sample, figure.id) == ["broken_binding"]
    rewrite(sample, figure, binding="読めない")
    assert codes(sample, figure.id) == ["broken_binding"]
    rewrite(sample, figure, binding=paper_images.add(sample, "図.png", png()))
    assert codes(sample, figure.id) == []


def test_a_chart_that_cannot_be_drawn_must_be_mended(sample: Ledger) -> None:
    binding = {"chart": "metric", "series": ["rpa_cum", "rpa_hours"], "periods": ["FY2024"]}
    assert codes(sample, add(sample, "chart", binding=binding).id) == ["broken_binding"]


def test_a_finding_put_aside_stays_so_until_its_value_changes(sample: Ledger) -> None:
    approve(sample)
    text = add(sample, "paragraph", text="関係する15計画を定めた。")
    (one,) = found(sample, text.id)
    acknowledging.put_aside(sample, PAPER, one.finding, "附属の計画を除く")
    (again,) = found(sample, text.id)
    assert again.acknowledged is not None
    assert again.acknowledged.reason == "附属の計画を除く"
    assert again.acknowledged.by == "医療企画課　佐藤"
    rewrite(sample, text, text="関係する14計画を定めた。")
    assert codes(sample, text.id) == ["count_disagrees"]


def test_a_finding_put_aside_can_be_taken_up_again_or_undone(sample: Ledger) -> None:
    text = add(sample, "paragraph", text="関係する15計画を定めた。")
    (one,) = found(sample, text.id)
    batch = acknowledging.put_aside(sample, PAPER, one.finding, "附属の計画を除く").batch
    undoing.undo(sample, batch)
    assert codes(sample, text.id) == ["count_disagrees"]
    acknowledging.put_aside(sample, PAPER, one.finding, "附属の計画を除く")
    acknowledging.take_up(sample, PAPER, one.finding)
    assert codes(sample, text.id) == ["count_disagrees"]


def test_nothing_is_put_aside_without_a_reason(sample: Ledger) -> None:
    text = add(sample, "paragraph", text="関係する15計画を定めた。")
    (one,) = found(sample, text.id)
    with pytest.raises(UserError, match="理由"):
        acknowledging.put_aside(sample, PAPER, one.finding, "　")


def test_the_list_of_spellings_is_the_papers_own(sample: Ledger) -> None:
    text = add(sample, "paragraph", text="医師と医者の手続きと手続")
    assert "mixed_spelling" in codes(sample, text.id)
    paper_checks.set_spellings(sample, PAPER, ("医師／医者",))
    assert codes(sample, text.id) == ["mixed_spelling"]
    assert paper_checks.spellings(sample, PAPER) == ("医師／医者",)
    with sample.reading() as reads:
        assert reads.get(Paper, (PAPER,)).spellings == ("医師／医者",)


def test_check_lists_what_is_found_in_papers_and_not_what_was_put_aside(sample: Ledger) -> None:
    table = bed_block(sample)

    def listed() -> list[str]:
        every = checks.check(sample, TODAY)
        return [e.code for e in every if e.address and e.address.key == (table.id,)]

    assert listed() == ["not_approved"]
    (one,) = found(sample, table.id)
    acknowledging.put_aside(sample, PAPER, one.finding, "公表済み")
    assert listed() == []


def test_a_paper_that_is_not_there_is_refused(sample: Ledger) -> None:
    with pytest.raises(UserError, match="無い"):
        paper_checks.check_paper(sample, "無い", TODAY)
