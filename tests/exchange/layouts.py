"""Layouts like those of the ledgers: beds, plans, metrics."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from kanagawa_desk.domain.fields import Field, Kind, record_type
from kanagawa_desk.domain.layout import (
    Address,
    Cell,
    Column,
    Computation,
    Formula,
    Layout,
    Row,
    RowKind,
    computed_values,
    total_values,
)
from kanagawa_desk.domain.periods import FiscalPeriod, FiscalYear, Timing, YearMonth
from kanagawa_desk.domain.records import (
    Area,
    BedCount,
    BedSet,
    BedStandard,
    Metric,
    Observation,
    Plan,
    PlanEdition,
)
from kanagawa_desk.domain.values import BLANK, Measured, Missing, Status, missing, number
from kanagawa_desk.domain.writing import measured_text, shown

BEFORE, NOW = date(2023, 4, 1), date(2024, 4, 1)

AREAS = {
    "yokohama": ("横浜", 25209, 23608, 23386),
    "kawasaki-north": ("川崎北部", 4279, 4115, 4113),
    "kawasaki-south": ("川崎南部", 3658, 4776, 4585),
    "sagamihara": ("相模原", 6389, 6302, 5910),
    "yokosuka-miura": ("横須賀・三浦", 5238, 5098, 5183),
    "shonan-east": ("湘南東部", 4726, 4417, 4301),
    "shonan-west": ("湘南西部", 4360, 4638, 4537),
    "kenoh": ("県央", 5229, 5333, 5324),
    "kensei": ("県西", 2678, 3092, 2914),
}


def beds(changes: Mapping[tuple[str, str], Measured] | None = None) -> Layout:
    """Nine areas × two dates, surplus, sufficiency and change, and their total."""
    standard = record_type(BedStandard).field("standard")
    count = record_type(BedCount).field("beds")
    surplus = Field("surplus", "過不足 B－A", Kind.DIFFERENCE, computed=True, width=6)
    rate = Field("rate", "充足率 B÷A(%)", Kind.RATE, decimals=1, computed=True, width=6)
    columns = (
        Column("area", record_type(Area).field("name"), "二次保健医療圏", frozen=True),
        Column("standard", standard, "基準病床数 A", summed=True),
        *(
            Column(f"beds@{day}", count, label, group=count.label, summed=True)
            for day, label in ((BEFORE, "R5.4.1"), (NOW, "R6.4.1"))
        ),
        *(
            Column(
                f"{field.name}@{day}",
                field,
                label,
                group=field.label,
                computation=Computation(formula, f"beds@{day}", "standard"),
            )
            for field, formula in ((surplus, Formula.DIFFERENCE), (rate, Formula.PERCENTAGE))
            for day, label in ((BEFORE, "R5.4.1"), (NOW, "R6.4.1"))
        ),
        Column(
            "change",
            rate,
            "率(%)",
            group="前回比",
            computation=Computation(Formula.CHANGE_RATE, f"beds@{NOW}", f"beds@{BEFORE}"),
        ),
    )
    rows, values = [], []
    for key, (name, *figures) in AREAS.items():
        named = dict(zip(("standard", f"beds@{BEFORE}", f"beds@{NOW}"), figures, strict=True))
        known = {column: number(figure) for column, figure in named.items()}
        known |= {column: value for (row, column), value in (changes or {}).items() if row == key}
        filled = computed_values(columns, {"area": name, **known})
        values.append(filled)
        rows.append(
            Row(
                key,
                tuple(
                    Cell(
                        filled[column.key],
                        shown(column.field, filled[column.key], {}),
                        Address("bed_count", (key,), column.key) if column.key in known else None,
                    )
                    for column in columns
                ),
            )
        )
    sums = total_values(columns, values)
    label = "合計（9圏域）"
    cells = [Cell(label, label)]
    cells += [Cell(sums[each.key], shown(each.field, sums[each.key], {})) for each in columns[1:]]
    rows.append(Row("total", tuple(cells), RowKind.TOTAL))
    title = "療養病床・一般病床"
    return Layout("beds", "beds:general", title, columns, tuple(rows), "（単位：床）")


DIVISIONS = {"iryo": "医療企画課", "kokuho": "医療保険課", "kenko": "健康増進課"}

PLANS = (
    ("p1", 1, "神奈川県保健医療計画", FiscalPeriod(FiscalYear(2024), FiscalYear(2029)),
     YearMonth(2024, 3), None, "iryo", "医療法第30条の4第1項", "must", False),
    ("p2", 2, "神奈川県保健医療救護計画", FiscalPeriod(FiscalYear(2020), None),
     None, Timing(FiscalYear(2024), date(2025, 3, 31), "今年度末"), "kenko",
     "県地域防災計画\n災害対策基本法第40条", "none", True),
    ("p3", 3, "神奈川県医療費適正化計画", FiscalPeriod(FiscalYear(2024), FiscalYear(2029)),
     YearMonth(2024, 3), None, "kokuho", "高齢者の医療の確保に関する法律第9条第1項", "must", False),
)  # fmt: skip


def plans(rows: Sequence[tuple[object, ...]] = PLANS) -> Layout:
    """A list of plans with their editions, words and drop-downs."""
    plan, edition = record_type(Plan), record_type(PlanEdition)
    fields = [
        plan.field("rank"), plan.field("name"), edition.field("period"), edition.field("revised"),
        edition.field("next_revision"), plan.field("division"), plan.field("basis"),
        plan.field("duty"), plan.field("basis_check"),
    ]  # fmt: skip
    columns = tuple(
        Column(
            field.name,
            field,
            field.label,
            frozen=field.name in ("rank", "name"),
            options=tuple(DIVISIONS.values())
            if field.name == "division"
            else tuple(field.choices.values()),
        )
        for field in fields
    )
    return Layout(
        "plans",
        "plans",
        "計画一覧",
        columns,
        tuple(
            Row(
                str(key),
                tuple(
                    Cell(value, shown(field, value, DIVISIONS), Address("plan", (key,), field.name))
                    for field, value in zip(fields, values, strict=True)
                ),
            )
            for key, *values in rows
        ),
    )


YEARS = (2019, 2020, 2021, 2022, 2023, 2024)
PENDING = missing(Missing.PENDING)

METRICS = (
    ("(ア)　くらしのデジタル化", None),
    ("online", ("オンライン利用率", "%", 1, "rate", [
        number(Decimal("28.2")), number(Decimal("29.7")), number(Decimal("44.8")),
        number(Decimal("43.5")), PENDING, BLANK])),
    ("card", ("カード申請支援 市町村数", "市町村", 0, "flow", [
        missing(Missing.NONE), missing(Missing.NONE), missing(Missing.NONE),
        number(Decimal(18)), number(Decimal(15)), Measured(Decimal(9), status=Status.PLANNED)])),
    ("(イ)　行政のデジタル化", None),
    ("ai-ocr", ("AI-OCR 処理件数", "件", 0, "flow", [
        missing(Missing.UNKNOWN), missing(Missing.SECRET), number(Decimal(803)),
        Measured(Decimal(39000), approx=True, printed="約3万9千件"),
        Measured(Decimal(1500), approx=True), PENDING])),
)  # fmt: skip


def metrics(series: Sequence[tuple[str, Any]] = METRICS) -> Layout:
    """Series × fiscal years in sections, with every way of having no number."""
    metric, value = record_type(Metric), record_type(Observation).field("value")
    columns = (
        Column("name", metric.field("name"), "指標", frozen=True),
        Column("unit", metric.field("unit"), "単位"),
        Column("measure", metric.field("measure"), "種別",
               options=tuple(metric.field("measure").choices.values())),
        *(Column(f"FY{year}", value, FiscalYear(year).short) for year in YEARS),
    )  # fmt: skip
    rows = []
    for key, what in series:
        if what is None:
            empty = (Cell("", ""),) * (len(columns) - 1)
            rows.append(Row(f"section:{key}", (Cell(key, key), *empty), RowKind.SECTION))
            continue
        name, unit, decimals, measure, values = what
        word = metric.field("measure").choices[measure]
        cells = [
            Cell(name, name, Address("metric", (key,), "name")),
            Cell(unit, unit),
            Cell(measure, word, Address("metric", (key,), "measure")),
        ]
        cells += [
            Cell(
                each,
                measured_text(each, decimals=decimals),
                Address("observation", (key, FiscalYear(year)), "value"),
            )
            for year, each in zip(YEARS, values, strict=True)
        ]
        rows.append(Row(key, tuple(cells), unit=unit, decimals=decimals))
    return Layout("metrics", "metrics", "DX指標", columns, tuple(rows))


def dated(days: Sequence[tuple[str, date | None]]) -> Layout:
    """Names with a day each."""
    name, day = record_type(Area).field("name"), record_type(BedSet).field("as_of")
    columns = (Column("name", name, name.label, frozen=True), Column("day", day, day.label))
    rows = tuple(
        Row(
            key,
            (
                Cell(key, key),
                Cell(value, shown(day, value, {}), Address("bed_set", (key,), "as_of")),
            ),
        )
        for key, value in days
    )
    return Layout("beds", "days", "基準日", columns, rows)


def ordinals() -> Layout:
    """Plan editions by name, with a field that has a hint."""
    name, ordinal = record_type(Plan).field("name"), record_type(PlanEdition).field("ordinal")
    columns = (Column("name", name, name.label, frozen=True), Column("no", ordinal, "次"))
    cells = (Cell("保健医療計画", "保健医療計画"), Cell("", "", Address("e", ("e1",), "ordinal")))
    return Layout("plans", "editions", "計画の期", columns, (Row("e1", cells),))
