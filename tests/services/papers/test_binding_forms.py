"""The form of a binding: what it offers follows from the ledgers and from what was answered."""

from collections.abc import Iterator
from datetime import date

import pytest

from kanagawa_desk.domain.papers.blocks import Paper
from kanagawa_desk.domain.records import BedSet
from kanagawa_desk.errors import UserError
from kanagawa_desk.services import ledgers
from kanagawa_desk.services.ledgers import Ledger
from kanagawa_desk.services.papers import binding_forms
from kanagawa_desk.services.papers.binding_forms import FormState
from tests.ledgers import ACTOR, TODAY, SteppingClock
from tests.services.paper_blocks import PAPER, bed_block, block_of


def answered(opened: Ledger, kind: str, **answers: str) -> FormState:
    given = {name: tuple(text.split()) for name, text in answers.items()}
    return binding_forms.answer(opened, PAPER, kind, given)


def chosen(state: FormState, name: str) -> tuple[str, ...]:
    return next(each.chosen for each in state.questions if each.name == name)


def offered(state: FormState, name: str) -> list[str]:
    return [value for each in state.questions if each.name == name for value, _ in each.options]


def test_a_new_table_begins_with_what_is_usual(sample: Ledger) -> None:
    state = binding_forms.begin(sample, PAPER, "table", "")
    assert chosen(state, "dates") == ("2023-04-01", "2024-04-01")
    assert chosen(state, "edition") == ("health_care_r6",)
    assert len(chosen(state, "areas")) == 9
    assert state.shown.startswith("10行 × 4列")


def test_only_the_newest_two_dates_are_taken_unless_others_are_chosen(sample: Ledger) -> None:
    with sample.batch("基準日の追加") as unit:
        unit.put(BedSet("general", date(2025, 4, 1)))
    state = binding_forms.begin(sample, PAPER, "table", "")
    assert chosen(state, "dates") == ("2024-04-01", "2025-04-01")


def test_the_form_of_a_table_that_is_there_makes_the_same_table(sample: Ledger) -> None:
    table = bed_block(sample, "mental")
    state = binding_forms.begin(sample, PAPER, "table", table.binding)
    again = binding_forms.begin(sample, PAPER, "table", state.binding)
    assert chosen(state, "bed_type") == ("mental",)
    assert again.binding == state.binding


def test_a_metric_table_keeps_the_words_of_its_rows(sample: Ledger) -> None:
    table = block_of(sample, lambda each: '"rpa_cum"' in each.binding)
    state = binding_forms.begin(sample, PAPER, "table", table.binding)
    assert '"label":"累計業務数"' in state.binding


def test_the_areas_offered_are_those_of_the_bed_type(sample: Ledger) -> None:
    assert len(offered(answered(sample, "table", bed_type="general"), "areas")) == 9
    assert len(offered(answered(sample, "table", bed_type="mental"), "areas")) == 1


def test_all_areas_are_left_unsaid_and_some_are_named(sample: Ledger) -> None:
    assert '"areas"' not in answered(sample, "table").binding
    some = answered(sample, "table", areas="yokohama ken_o").binding
    assert '"areas":["yokohama","ken_o"]' in some


def test_an_answer_that_is_no_longer_offered_gives_way(sample: Ledger) -> None:
    state = answered(sample, "table", bed_type="mental", areas="yokohama")
    assert '"areas"' not in state.binding


def test_periods_that_no_series_has_any_more_give_way_to_all_that_there_are(
    sample: Ledger,
) -> None:
    state = answered(sample, "table", ledger="metrics", series="data_analysis", periods="undated")
    assert len(chosen(state, "periods")) == 4


def test_what_is_still_to_be_chosen_is_said_and_nothing_is_made(sample: Ledger) -> None:
    state = answered(sample, "table", ledger="metrics")
    assert (state.binding, state.fault) == ("", "指標を選んでください。")
    state = answered(sample, "table", dates="", columns="beds")
    assert state.fault == "基準日を選んでください。"


def test_periods_are_those_in_which_the_series_have_values(sample: Ledger) -> None:
    state = answered(sample, "number", word="指標", series="e_approval")
    assert offered(state, "period") == ["FY2024"]
    assert (state.binding, state.shown) == ("{指標:e_approval:FY2024}", "99.3%")


def test_series_of_different_units_make_no_chart(sample: Ledger) -> None:
    state = answered(sample, "chart", chart="metric", series="rpa_cum rpa_hours")
    assert (state.binding, state.fault) == ("", "単位の違う指標は、一つのグラフに描けません。")


def test_a_number_of_beds_shows_its_value_before_it_is_put_in(sample: Ledger) -> None:
    state = answered(sample, "number", word="過不足", area="yokohama")
    assert state.shown == "▲1,823床"


def test_a_number_that_was_typed_is_found_in_the_ledgers(sample: Ledger) -> None:
    state = binding_forms.begin(sample, PAPER, "number", "60,253床")
    assert (state.binding, state.shown) == ("{病床数:general:total:2024-04-01}", "60,253床")


def test_a_form_for_no_paper_is_refused(sample: Ledger) -> None:
    with pytest.raises(UserError):
        binding_forms.begin(sample, "無い", "table", "")


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A ledger that holds a paper and nothing else."""
    path = tmp_path_factory.mktemp("bare") / "空.kdesk"
    ledger = ledgers.create(path, ACTOR, SteppingClock(), sample=False)
    with ledger.batch("資料の追加") as unit:
        unit.put(Paper(PAPER, "資料", TODAY))
    yield ledger
    ledger.close()


@pytest.mark.parametrize(
    ("kind", "answers", "fault"),
    [
        ("table", {"ledger": "beds"}, "病床種別がありません。"),
        ("table", {"ledger": "metrics"}, "指標がありません。"),
        ("chart", {"chart": "tiles"}, "病床種別がありません。"),
        ("number", {"word": "見出し"}, "見出しがありません。"),
        ("table", {"ledger": "plans"}, ""),
        ("chart", {"chart": "timeline"}, ""),
        ("number", {"word": "計画数"}, ""),
    ],
)
def test_where_the_ledger_has_nothing_yet_the_form_says_what_is_lacking(
    bare: Ledger, kind: str, answers: dict[str, str], fault: str
) -> None:
    state = answered(bare, kind, **answers)
    assert (state.fault, bool(state.binding)) == (fault, not fault)
