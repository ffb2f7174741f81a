"""The sample ledger: whole, consistent, and equal to the committee paper that it stands for."""

import dataclasses
from collections import Counter
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from kanagawa_desk.domain.fields import Kind, key_of, record_type, record_type_named
from kanagawa_desk.domain.notation import encode
from kanagawa_desk.domain.papers.blocks import Block, Paper
from kanagawa_desk.domain.periods import UNDATED, FiscalPeriod, FiscalYear, MonthPeriod, YearMonth
from kanagawa_desk.domain.ranks import reranked
from kanagawa_desk.domain.records import (
    Area,
    BedCount,
    BedSet,
    BedStandard,
    BedType,
    Division,
    Metric,
    Municipality,
    Observation,
    Plan,
    PlanEdition,
    Series,
)
from kanagawa_desk.domain.values import Measured, Missing, Status, difference, number, total
from kanagawa_desk.services.sample import Sample
from tests.sample_files import EDITION, FOLDER, measured, observations, sample, table

UPPER, LOWER = date(2023, 4, 1), date(2024, 4, 1)

ENTITIES = (
    Division, Area, Municipality, BedType, Plan, PlanEdition, BedStandard, BedSet, BedCount,
    Metric, Series, Observation, Paper, Block,
)  # fmt: skip
every_type = pytest.mark.parametrize("entity", ENTITIES, ids=lambda entity: entity.__name__)


def test_there_is_one_file_for_each_of_the_record_types() -> None:
    names = {record_type(entity).name for entity in ENTITIES}
    assert {path.stem for path in FOLDER.glob("*.tsv")} == names


@every_type
def test_a_file_holds_no_carriage_return_and_ends_with_one_line_feed(entity: type) -> None:
    content = (FOLDER / f"{record_type(entity).name}.tsv").read_bytes()
    assert b"\r" not in content
    assert content.endswith(b"\n")
    assert not content.endswith(b"\n\n")


@every_type
def test_every_value_is_written_back_as_it_was_read(entity: type) -> None:
    kind = record_type(entity)
    head, rows = table(kind.name)
    for row, item in zip(rows, sample(entity), strict=True):
        assert row == tuple(encode(getattr(item, name)) for name in head)


@every_type
def test_a_column_that_may_be_left_out_is_a_field_with_a_default(entity: type) -> None:
    head, _ = table(record_type(entity).name)
    needed = {
        field.name for field in dataclasses.fields(entity) if field.default is dataclasses.MISSING
    }
    assert needed <= set(head)
    assert "rank" not in head


@every_type
def test_keys_are_unique_and_hold_no_slash(entity: type) -> None:
    keys = [key_of(item) for item in sample(entity)]
    assert len(set(keys)) == len(keys)
    assert not any("/" in part for key in keys for part in key if isinstance(part, str))


@every_type
def test_what_the_record_type_calls_unique_is_unique(entity: type) -> None:
    for names in record_type(entity).unique:
        seen = [tuple(getattr(item, name) for name in names) for item in sample(entity)]
        assert len(set(seen)) == len(seen)


@every_type
def test_every_reference_names_a_record(entity: type) -> None:
    for field in record_type(entity).fields:
        if field.kind is Kind.REFERENCE:
            known = {key_of(item)[0] for item in sample(record_type_named(field.refers).entity)}
            assert {getattr(item, field.name) for item in sample(entity)} <= known | {""}


@every_type
def test_every_choice_is_one_of_the_field(entity: type) -> None:
    for field in record_type(entity).fields:
        if field.kind is Kind.CHOICE:
            assert {getattr(item, field.name) for item in sample(entity)} <= set(field.choices)


@every_type
def test_every_required_field_is_filled(entity: type) -> None:
    for field in record_type(entity).fields:
        if field.required:
            assert all(getattr(item, field.name) for item in sample(entity))


def test_the_nine_areas_stand_in_the_order_of_the_plan_with_the_prefecture_last() -> None:
    assert [area.name for area in sample(Area)] == [
        "横浜", "川崎北部", "川崎南部", "相模原", "横須賀・三浦",
        "湘南東部", "湘南西部", "県央", "県西", "県全域",
    ]  # fmt: skip
    assert [area.scope for area in sample(Area)] == ["area"] * 9 + ["prefecture"]


def test_only_the_confirmed_area_code_is_given() -> None:
    assert {area.name: area.code for area in sample(Area) if area.code} == {"横浜": "1412"}


def test_there_are_33_municipalities_and_28_wards() -> None:
    wards = [each for each in sample(Municipality) if each.city]
    assert len(wards) == 28
    assert len(sample(Municipality)) - len(wards) == 33


def test_the_municipalities_of_each_area_are_as_many_as_the_plan_says() -> None:
    places = Counter(each.area for each in sample(Municipality))
    # Cities with wards count once more for each ward (横浜 18, 相模原 3).
    assert places == {
        "yokohama": 19, "kawasaki_north": 4, "kawasaki_south": 3, "sagamihara": 4,
        "yokosuka_miura": 5, "shonan_east": 3, "shonan_west": 5, "ken_o": 7, "kensei": 10,
        "": 1,
    }  # fmt: skip


def test_kawasaki_has_no_area_since_its_wards_lie_in_two() -> None:
    (kawasaki,) = (each for each in sample(Municipality) if each.name == "川崎市")
    assert kawasaki.area == ""
    wards = {each.area for each in sample(Municipality) if each.city == kawasaki.code}
    assert wards == {"kawasaki_north", "kawasaki_south"}


@pytest.mark.parametrize("entity", [Area, Municipality], ids=lambda entity: entity.__name__)
def test_no_spelling_of_a_place_stands_for_two(entity: type) -> None:
    spellings = [text for each in sample(entity) for text in (each.name, *each.aliases)]
    assert len(set(spellings)) == len(spellings)


def beds(bed_type: str, as_of: date) -> dict[str, Measured]:
    return {
        count.area: count.beds
        for count in sample(BedCount)
        if (count.bed_type, count.as_of) == (bed_type, as_of)
    }


def standards(bed_type: str) -> dict[str, Measured]:
    return {
        each.area: each.standard
        for each in sample(BedStandard)
        if (each.edition, each.bed_type) == (EDITION, bed_type)
    }


def surplus(bed_type: str, as_of: date) -> list[Any]:
    counts = beds(bed_type, as_of)
    return [
        difference(counts[area], ceiling).number for area, ceiling in standards(bed_type).items()
    ]


def test_general_beds_add_up_to_the_totals_of_the_paper() -> None:
    assert total(standards("general").values()).value == number(61766)
    assert total(beds("general", UPPER).values()).value == number(61379)
    assert total(beds("general", LOWER).values()).value == number(60253)


def test_the_surplus_of_each_area_is_that_of_the_paper() -> None:
    assert surplus("general", UPPER) == [-1601, -164, 1118, -87, -140, -309, 278, 104, 414]
    assert surplus("general", LOWER) == [-1823, -166, 927, -479, -55, -425, 177, 95, 236]


@pytest.mark.parametrize(
    ("bed_type", "standard", "upper", "lower"),
    [("mental", 12080, 13369, 13246), ("infectious", 62, 74, 74), ("tuberculosis", 124, 146, 146)],
)
def test_other_beds_are_planned_for_the_whole_prefecture(
    bed_type: str, standard: int, upper: int, lower: int
) -> None:
    assert standards(bed_type) == {"prefecture": number(standard)}
    assert beds(bed_type, UPPER) == {"prefecture": number(upper)}
    assert beds(bed_type, LOWER) == {"prefecture": number(lower)}


def test_every_bed_type_has_a_plan_figure_and_a_later_published_one() -> None:
    sets = {(each.bed_type, each.as_of): each.basis for each in sample(BedSet)}
    assert sets == {
        (bed_type.id, day): basis
        for bed_type in sample(BedType)
        for day, basis in ((UPPER, "plan"), (LOWER, "published"))
    }


def test_the_sample_is_open_to_entries_its_figures_are_not_yet_approved() -> None:
    assert {each.standing for each in sample(BedSet)} == {"checked"}


def test_the_list_holds_16_plans_and_the_dx_plan_stands_beside_it() -> None:
    assert len([plan for plan in sample(Plan) if plan.listed]) == 16
    assert [plan.name for plan in sample(Plan) if not plan.listed] == ["神奈川DX計画"]


def test_each_division_answers_for_as_many_plans_as_the_paper_lists() -> None:
    names = {division.id: division.name for division in sample(Division)}
    assert Counter(names[plan.division] for plan in sample(Plan) if plan.listed) == {
        "医療企画課": 1, "健康危機・感染症対策課": 3, "医療保険課": 2, "健康増進課": 3,
        "がん・疾病対策課": 7,
    }  # fmt: skip


def test_the_eighth_plan_runs_for_six_years() -> None:
    (edition,) = (each for each in sample(PlanEdition) if each.id == EDITION)
    assert edition.ordinal == "第8次"
    assert edition.period == FiscalPeriod(FiscalYear(2024), FiscalYear(2029))
    assert edition.revised == YearMonth(2024, 3)


def test_two_plans_are_to_be_revised_at_the_end_of_the_year() -> None:
    waiting = {each.plan: each.next_revision for each in sample(PlanEdition) if each.next_revision}
    assert set(waiting) == {"relief", "influenza"}
    for timing in waiting.values():
        assert (timing.year, timing.day) == (FiscalYear(2024), date(2025, 3, 31))
        assert timing.wording == "今年度末に改定予定"


def test_there_are_32_metrics_with_77_values() -> None:
    assert len(sample(Metric)) == 32
    assert len(sample(Observation)) == 77


def test_card_figures_have_a_line_for_the_prefecture_and_one_for_the_country() -> None:
    lines = Counter(series.metric for series in sample(Series))
    assert {metric for metric, count in lines.items() if count > 1} == {"cards", "card_rate"}
    assert {each.name for each in sample(Series) if each.metric == "cards"} == {"神奈川県", "全国"}


def test_every_series_has_a_value() -> None:
    assert {each.series for each in sample(Observation)} == {each.id for each in sample(Series)}


def test_values_keep_the_decimals_of_their_metric() -> None:
    metric_of = {each.id: each.metric for each in sample(Series)}
    decimals = {metric.id: metric.decimals for metric in sample(Metric)}
    for each in sample(Observation):
        if isinstance(each.value.number, Decimal):
            written = -int(each.value.number.as_tuple().exponent)
            assert written == decimals[metric_of[each.series]]


def test_rpa_work_adds_up_to_its_cumulative_count() -> None:
    for last, reached in ((2020, 23), (2021, 39), (2022, 55), (2023, 70), (2024, 76)):
        started = [measured("rpa_new", f"FY{year}") for year in range(2019, last + 1)]
        assert total(started).value == measured("rpa_cum", f"FY{last}") == number(Decimal(reached))


def test_a_dash_of_the_paper_is_kept_with_its_reason() -> None:
    assert measured("rpa_cum", "FY2019").missing is Missing.NONE
    assert measured("rpa_hours", "FY2019").missing is Missing.NONE
    assert measured("rpa_hours", "FY2024").missing is Missing.PENDING
    assert measured("aiocr_hours", "FY2024").missing is Missing.PENDING


def test_planned_figures_say_so() -> None:
    planned = {each.series for each in sample(Observation) if each.value.status is Status.PLANNED}
    assert planned == {"support_municipalities", "support_times"}


def test_round_figures_are_approximate_and_keep_their_printed_form() -> None:
    approximate = [each.value for each in sample(Observation) if each.value.approx]
    assert [(each.number, each.printed) for each in approximate] == [
        (39000, "約3万9千件"), (90000, "約9万件"), (254000, "約25万4千件"), (400, ""),
    ]  # fmt: skip


def test_a_value_within_the_year_says_its_day_and_that_it_is_partial() -> None:
    for each in sample(Observation):
        if each.as_of is not None:
            assert FiscalYear.of(each.as_of) == each.period
            assert each.partial == (each.as_of != each.period.end)
        else:
            assert not each.partial


def test_figures_without_a_year_are_undated_and_the_trial_spans_months() -> None:
    undated = [each.series for each in sample(Observation) if each.period is UNDATED]
    assert len(undated) == 12
    trial = MonthPeriod(YearMonth(2024, 8), YearMonth(2025, 3))
    assert observations()["pilot_municipalities", trial].value == number(Decimal(5))


def test_the_target_the_start_and_the_break_of_a_series_belong_to_its_value() -> None:
    assert observations()["e_approval", FiscalYear(2024)].target.number == 100
    assert observations()["promotion_meetings", UNDATED].since == YearMonth(2021, 11)
    assert "令和6年2月" in observations()["open_data", FiscalYear(2023)].series_break


def test_a_block_put_between_others_leaves_their_ranks_as_they_are() -> None:
    ranks = [block.rank for block in Sample().all(Block)]
    between = reranked([*ranks[:5], 0, *ranks[5:]])
    assert [*between[:5], *between[6:]] == ranks
