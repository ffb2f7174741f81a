"""Bound blocks filled in: every layout shows the same figures of the ledgers."""

import json
from datetime import date

import pytest

from kanagawa_desk.domain.chart_specs import BedChart, ColumnChart, LineChart, TileMap, Timeline
from kanagawa_desk.domain.papers.bindings import BedBinding, PlanBinding, parse_binding
from kanagawa_desk.domain.papers.blocks import Block
from kanagawa_desk.domain.papers.printed import PrintedTable
from kanagawa_desk.domain.records import BedSet
from kanagawa_desk.domain.values import number
from kanagawa_desk.services.ledgers import Ledger
from kanagawa_desk.services.papers import images as paper_images
from kanagawa_desk.services.papers.bound import Bound
from tests.domain.papers.test_images import png
from tests.ledgers import TODAY
from tests.services.paper_blocks import PAPER, block_of

R5, R6 = date(2023, 4, 1), date(2024, 4, 1)


def table(ledger: Ledger, **fields: object) -> PrintedTable:
    binding = BedBinding("general", "health_care_r6", (R5, R6), **fields)  # type: ignore[arg-type]
    with ledger.reading() as reads:
        return Bound(reads, TODAY).figures.table(binding)


def shown(ledger: Ledger, kind: str, binding: object) -> tuple[object, list[str]]:
    """What a block shows, and the codes of its problems."""
    text = binding if isinstance(binding, str) else json.dumps(binding)
    block = Block("b", PAPER, kind, binding=text)
    with ledger.reading() as reads:
        bound = Bound(reads, TODAY)
        made = getattr(bound, {"figure": "image"}.get(kind, kind))(block, "箇所")
        return made, [each.code for each in bound.problems]


def prose(ledger: Ledger, text: str) -> str:
    with ledger.reading() as reads:
        return Bound(reads, TODAY).prose(text, "箇所")


def test_dates_stand_one_above_the_other_or_side_by_side(sample: Ledger) -> None:
    stacked, beside = table(sample), table(sample, form="side_by_side")
    assert stacked.rows[0][2:] == (("23,608", "(23,386)"), ("▲1,601", "(▲1,823)"))
    assert beside.rows[0][2:] == (("23,608",), ("23,386",), ("▲1,601",), ("▲1,823",))
    assert beside.head[2:4] == (
        ("【参考】", "既存病床数", "B", "R5.4.1"),
        ("【参考】", "既存病床数", "B", "R6.4.1"),
    )


def test_a_table_shows_the_columns_that_are_asked_for(sample: Ledger) -> None:
    made = table(sample, columns=("standard", "target", "sufficiency"), form="side_by_side")
    assert made.rows[0] == (("横浜",), ("25,209",), ("―",), ("93.6",), ("92.8",))


def test_a_table_of_some_areas_sums_those_alone(sample: Ledger) -> None:
    made = table(sample, areas=("kawasaki_north", "kawasaki_south"))
    assert [row[0][0] for row in made.rows] == ["川崎北部", "川崎南部", "合計（2圏域）"]
    assert made.rows[2][2] == ("8,891", "(8,698)")


def test_a_transposed_table_has_the_areas_as_its_head(sample: Ledger) -> None:
    made = table(sample, transposed=True)
    assert made.head[1] == ("横浜",)
    assert made.rows[0][:2] == (("基準病床数", "A"), ("25,209",))
    assert len(made.columns) == 11


def test_a_row_of_years_turned_round_is_a_column_of_years(sample: Ledger) -> None:
    binding = {
        "ledger": "metrics",
        "form": "by_period",
        "rows": [{"series": "data_analysis"}],
        "periods": ["FY2021", "FY2022"],
        "period_form": "year",
        "transposed": True,
    }
    made, problems = shown(sample, "table", binding)
    assert isinstance(made, PrintedTable)
    assert (made.head, made.rows) == (
        (),
        ((("令和3年度",), ("17件",)), (("令和4年度",), ("12件",))),
    )
    assert problems == []


def test_a_plan_list_of_a_division_keeps_the_numbers_of_the_whole_list(sample: Ledger) -> None:
    with sample.reading() as reads:
        figures = Bound(reads, TODAY).figures
        made = figures.table(PlanBinding(("rank", "name", "state"), ("health_promotion",)))
    assert made.rows[0] == (("7",), ("かながわ健康プラン21",), ("計画期間中",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{病床数:general:total:2024-04-01}", "60,253床"),
        ("{病床数:general:yokohama:2023-04-01}", "23,608床"),
        ("{過不足:general:total:2024-04-01:health_care_r6}", "▲1,513床"),
        ("{充足率:general:yokohama:2024-04-01:health_care_r6}", "92.8%"),
        ("{基準病床数:mental:total:health_care_r6}", "12,080床"),
        ("{圏域数:general}", "9圏域"),
        ("{圏域数:mental}", "1圏域"),
        ("{計画数}", "16計画"),
        ("{計画数:health_promotion}", "3計画"),
        ("{指標:rpa_cum:FY2024}", "76業務"),
    ],
)
def test_a_number_in_prose_is_the_ledgers_with_its_unit(
    sample: Ledger, text: str, expected: str
) -> None:
    assert prose(sample, f"計{text}。") == f"計{expected}。"


def test_a_reference_follows_its_heading_when_that_moves(sample: Ledger) -> None:
    heading = block_of(sample, lambda each: each.text == "対象区域")
    text = f"{{見出し:{heading.id}}}と{{見出し番号:{heading.id}}}"
    assert prose(sample, text) == "1(1)ア(エ)と(エ)"
    first = block_of(sample, lambda each: each.text == "策定の趣旨")
    with sample.batch("見出しの削除") as unit:
        unit.delete(first)
    assert prose(sample, text) == "1(1)ア(ウ)と(ウ)"


@pytest.mark.parametrize(
    "text",
    [
        "{見出し:no_heading}",
        "{病床数:general:nowhere:2024-04-01}",
        "{病床数:general:total:2030-04-01}",
        "{過不足:general:total:2024-04-01:no_edition}",
        "{圏域数:no_type}",
        "{計画数:no_division}",
        "{指標:rpa_cum:FY1999}",
    ],
)
def test_a_number_that_the_ledgers_lack_is_a_dash_and_a_problem(sample: Ledger, text: str) -> None:
    with sample.reading() as reads:
        bound = Bound(reads, TODAY)
        assert bound.prose(f"計{text}", "箇所") == "計―"
        assert [each.code for each in bound.problems] == ["broken_binding"]


@pytest.mark.parametrize(
    ("binding", "kind"),
    [
        ({"chart": "beds", "dates": ["2024-04-01"]}, BedChart),
        ({"chart": "tiles", "date": "2024-04-01"}, TileMap),
        ({"chart": "metric", "series": ["rpa_cum"], "periods": ["FY2024"]}, ColumnChart),
        (
            {
                "chart": "metric",
                "series": ["cards_kanagawa", "cards_national"],
                "periods": ["FY2024"],
            },
            LineChart,
        ),
        ({"chart": "timeline"}, Timeline),
    ],
)
def test_each_kind_of_chart_is_filled_in(
    sample: Ledger, binding: dict[str, object], kind: type
) -> None:
    of_beds = {"bed_type": "general", "edition": "health_care_r6"}
    made, problems = shown(sample, "chart", of_beds | binding)
    assert isinstance(made, kind)
    assert problems == []


def test_a_chart_draws_the_values_of_its_periods(sample: Ledger) -> None:
    binding = {"chart": "metric", "series": ["rpa_cum"], "periods": ["FY2023", "FY2024"]}
    made, _ = shown(sample, "chart", binding)
    assert isinstance(made, ColumnChart)
    assert [(each.label, each.value) for each in made.points] == [
        ("R5", number(70)),
        ("R6", number(76)),
    ]
    assert [each.hatched for each in made.points] == [False, True]


@pytest.mark.parametrize(
    "binding",
    [
        "なし",
        {"chart": "metric", "series": ["nobody"], "periods": ["FY2024"]},
        {"chart": "metric", "series": ["rpa_cum", "rpa_hours"], "periods": ["FY2024"]},
    ],
)
def test_a_broken_chart_is_left_out_and_listed(sample: Ledger, binding: object) -> None:
    assert shown(sample, "chart", binding) == (None, ["broken_binding"])


@pytest.mark.parametrize(
    ("basis", "standing", "notes"),
    [
        ("preliminary", "entered", ("令和6年4月1日現在の既存病床数は、速報値である。",)),
        ("preliminary", "approved", ()),
        ("published", "checked", ()),
        ("plan", "checked", ()),
    ],
)
def test_preliminary_figures_are_called_so_below_their_table_until_they_are_approved(
    sample: Ledger, basis: str, standing: str, notes: tuple[str, ...]
) -> None:
    with sample.batch("性格") as unit:
        unit.put(BedSet("general", R6, basis=basis, standing=standing))
    binding = {"ledger": "beds", "bed_type": "general", "edition": "health_care_r6"}
    block = Block("b", PAPER, "table", binding=json.dumps(binding | {"dates": [R6.isoformat()]}))
    with sample.reading() as reads:
        assert Bound(reads, TODAY).notes(block) == notes


def test_a_chart_without_a_binding_is_a_place_kept_free(sample: Ledger) -> None:
    assert shown(sample, "chart", "") == (None, [])


def test_a_figure_shows_the_image_that_is_kept(sample: Ledger) -> None:
    binding = paper_images.add(sample, "図.png", png())
    assert shown(sample, "figure", binding) == (png(), [])


def test_an_image_that_is_lost_is_listed(sample: Ledger) -> None:
    binding = {"image": "0" * 64, "name": "図.png", "width_mm": 90}
    assert shown(sample, "figure", binding) == (None, ["broken_binding"])


def test_every_binding_of_the_sample_is_understood(sample: Ledger) -> None:
    with sample.reading() as reads:
        blocks = [each for each in reads.all(Block, paper=PAPER) if each.kind == "table"]
        assert [parse_binding(each.binding) for each in blocks]
        bound = Bound(reads, TODAY)
        assert all(bound.table(each, "") is not None for each in blocks)
