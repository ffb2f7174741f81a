"""The bed grid: surplus, sufficiency, change and totals, for any areas and dates."""

from datetime import date

from kanagawa_desk.domain.bed_layout import BedSource, bed_layout
from kanagawa_desk.domain.layout import Layout, RowKind
from kanagawa_desk.domain.periods import FiscalPeriod, FiscalYear
from kanagawa_desk.domain.records import Area, BedCount, BedStandard, BedType, PlanEdition
from kanagawa_desk.domain.values import Measured, Missing, missing, number

EARLIER, LATER = date(2023, 4, 1), date(2024, 4, 1)
EDITION = PlanEdition("e8", "p", FiscalPeriod(FiscalYear(2024), FiscalYear(2029)))
GENERAL = BedType("general", "療養病床・一般病床")


def layout(
    figures: dict[str, tuple[Measured, Measured, Measured]],
    areas: tuple[Area, ...] | None = None,
    days: tuple[date, ...] = (EARLIER, LATER),
) -> Layout:
    """A grid of areas with standard, earlier and later count."""
    named = areas or tuple(Area(name, name, rank=n) for n, name in enumerate(figures))
    standards = {
        area: BedStandard("e8", "general", area, standard)
        for area, (standard, _, _) in figures.items()
    }
    counts = {
        (area, day): BedCount("general", area, day, beds)
        for area, (_, *both) in figures.items()
        for day, beds in zip((EARLIER, LATER), both, strict=True)
    }
    return bed_layout(BedSource(GENERAL, EDITION, named, standards, counts), days)


def texts(made: Layout, row: str) -> dict[str, str]:
    found = next(each for each in made.rows if each.key == row)
    return {column.key: cell.text for column, cell in zip(made.columns, found.cells, strict=True)}


YOKOHAMA = {"横浜": (number(25209), number(23608), number(23386))}
KAWASAKI = {"川崎南部": (number(3658), number(4776), number(4585))}


def test_a_shortage_is_printed_with_a_black_triangle() -> None:
    assert texts(layout(YOKOHAMA), "横浜")["surplus@2023-04-01"] == "▲1,601"


def test_a_surplus_is_printed_without_a_sign() -> None:
    assert texts(layout(KAWASAKI), "川崎南部")["surplus@2024-04-01"] == "927"


def test_sufficiency_is_the_count_over_the_standard_in_per_cent() -> None:
    assert texts(layout(KAWASAKI), "川崎南部")["sufficiency@2023-04-01"] == "130.6"


def test_the_last_two_dates_are_compared_with_each_other() -> None:
    row = texts(layout(YOKOHAMA), "横浜")
    assert (row["change"], row["change_rate"]) == ("▲222", "▲0.9")


def test_totals_add_up_and_their_surplus_is_that_of_the_sums() -> None:
    row = texts(layout(YOKOHAMA | KAWASAKI), "total")
    assert row["area"] == "合計（2圏域）"
    assert row["beds@2024-04-01"] == "27,971"
    assert row["surplus@2024-04-01"] == "▲896"


def test_a_missing_count_makes_the_total_missing_and_not_smaller() -> None:
    figures = YOKOHAMA | {"県西": (number(2678), number(3092), missing(Missing.PENDING))}
    made = layout(figures)
    total = next(row for row in made.rows if row.kind is RowKind.TOTAL)
    value = total.cells[made.column_index("beds@2024-04-01")].value
    assert value == missing(Missing.PENDING)


def test_an_area_where_nothing_is_to_be_counted_leaves_the_total_whole() -> None:
    figures = YOKOHAMA | {"県西": (number(1), number(1), missing(Missing.NONE))}
    assert texts(layout(figures), "total")["beds@2024-04-01"] == "23,386"


def test_an_area_of_the_past_shows_only_beside_the_dates_when_it_was_valid() -> None:
    areas = (
        Area("old", "横浜北部", valid_to=date(2018, 3, 31)),
        Area("new", "横浜", valid_from=date(2018, 4, 1)),
    )
    figures = {"old": (number(1),) * 3, "new": (number(2),) * 3}
    now = layout(figures, areas, days=(LATER,))
    then = layout(figures, areas, days=(date(2017, 4, 1),))
    assert [row.key for row in now.rows] == ["new"]
    assert [row.key for row in then.rows] == ["old"]


MERGED = (
    Area("北", "北", valid_to=date(2024, 3, 31)),
    Area("南", "南"),
)
BOTH = {
    "北": (number(100), number(90), missing(Missing.NONE)),
    "南": (number(200), number(190), number(300)),
}


def across_a_merger() -> Layout:
    source = BedSource(
        GENERAL,
        EDITION,
        MERGED,
        {area: BedStandard("e8", "general", area, each[0]) for area, each in BOTH.items()},
        {
            ("北", EARLIER): BedCount("general", "北", EARLIER, number(90)),
            ("南", EARLIER): BedCount("general", "南", EARLIER, number(190)),
            ("南", LATER): BedCount("general", "南", LATER, number(300)),
        },
    )
    return bed_layout(source, (EARLIER, LATER))


def test_an_area_that_was_merged_has_nothing_to_be_typed_at_the_dates_after() -> None:
    made = across_a_merger()
    gone = next(row for row in made.rows if row.key == "北")
    cell = gone.cells[made.column_index(f"beds@{LATER}")]
    assert (cell.text, cell.address) == ("―", None)


def test_totals_across_a_merger_count_each_date_with_the_areas_that_it_had() -> None:
    total = texts(across_a_merger(), "total")
    assert total[f"beds@{EARLIER}"] == "280"
    assert total[f"beds@{LATER}"] == "300"
    assert total[f"surplus@{EARLIER}"] == "▲20"
    assert total[f"surplus@{LATER}"] == "100"


def test_a_single_area_has_no_total_row() -> None:
    assert all(row.kind is RowKind.RECORD for row in layout(YOKOHAMA).rows)


def test_computed_cells_have_no_address_and_counts_have_that_of_their_record() -> None:
    made = layout(YOKOHAMA)
    cells = dict(zip((c.key for c in made.columns), made.rows[0].cells, strict=True))
    assert cells["surplus@2024-04-01"].address is None
    assert str(cells["beds@2024-04-01"].address) == "bed_count:general/横浜/2024-04-01#beds"
