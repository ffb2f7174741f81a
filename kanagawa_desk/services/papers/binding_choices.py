"""What the form of a binding offers, from what the ledgers hold; an answer narrows the next."""

from collections.abc import Collection, Iterable

from kanagawa_desk.domain.bed_layout import in_use
from kanagawa_desk.domain.eras import short_date
from kanagawa_desk.domain.notation import period_text
from kanagawa_desk.domain.papers.binding_forms import Answers, Question
from kanagawa_desk.domain.papers.bindings import BED_FORMS, PERIOD_HEADS, BedBinding, PlanBinding
from kanagawa_desk.domain.papers.blocks import Block, Paper
from kanagawa_desk.domain.papers.chart_bindings import CHARTS
from kanagawa_desk.domain.papers.prose_numbers import TOTAL, WORDS, parts_of
from kanagawa_desk.domain.periods import FiscalYear, Period, period_start
from kanagawa_desk.domain.plans import edition_in_force, edition_label
from kanagawa_desk.domain.records import (
    Area,
    BedSet,
    BedStandard,
    BedType,
    Division,
    Metric,
    Observation,
    PlanEdition,
    Series,
)
from kanagawa_desk.domain.writing import period_label
from kanagawa_desk.services.names import Reads
from kanagawa_desk.services.papers.figures import heading_paths

Options = Iterable[tuple[str, str]]

LEDGERS = {"beds": "病床数", "plans": "計画一覧", "metrics": "DX指標"}
_BED_HEADS = {
    "standard": "基準病床数",
    "target": "整備目標",
    "beds": "既存病床数",
    "surplus": "過不足",
    "sufficiency": "充足率",
}
_PLAN_HEADS = {
    "rank": "No.",
    "name": "計画名",
    "period": "計画期間",
    "revised": "直近の策定・改定時期",
    "division": "所管課",
    "basis": "根拠法令",
    "duty": "策定義務",
    "state": "状態",
}
_METRIC_FORMS = {"by_period": "期間を横に並べる", "by_series": "指標を横に並べる"}
_TURNED = {"no": "そのまま", "yes": "入れ替える"}
_SHOWN_DATES = 2  # of the newest, unless others are chosen


class Choices:
    """The questions about one binding, asked one after the other.

    What was answered is kept where it is still offered; the rest takes what is usual.
    """

    def __init__(self, reads: Reads, paper: Paper, kind: str, answers: Answers) -> None:
        """Ask about a table, a chart or a number (see binding_forms.KINDS)."""
        self.asked: list[Question] = []
        self._reads = reads
        self._paper = paper
        self._held_on = paper.held_on
        self._answers = answers
        {"table": self._table, "chart": self._chart, "number": self._number}[kind]()

    def _one(self, name: str, label: str, options: Options, usual: str = "") -> str:
        offered = tuple(options)
        values = [value for value, _ in offered]
        given = self._answers.get(name, ())[:1]
        chosen = given if given and given[0] in values else (usual,) if usual in values else ()
        chosen = chosen or tuple(values[:1])
        self.asked.append(Question(name, label, offered, chosen))
        return chosen[0] if chosen else ""

    def _many(
        self, name: str, label: str, options: Options, usual: Collection[str]
    ) -> tuple[str, ...]:
        offered = tuple(options)
        given = self._answers.get(name, usual)
        gone = given and not any(value in given for value, _ in offered)
        chosen = tuple(value for value, _ in offered if value in (usual if gone else given))
        self.asked.append(Question(name, label, offered, chosen, many=True))
        return chosen

    def _table(self) -> None:
        match self._one("ledger", "台帳", LEDGERS.items()):
            case "beds":
                bed_type = self._bed_type()
                self._edition(bed_type)
                self._dates(bed_type)
                self._many("columns", "列", _BED_HEADS.items(), BedBinding("", "", ()).columns)
                self._all_of("areas", "区域", self._areas(bed_type))
                self._one("form", "並べ方", BED_FORMS.items())
                self._one("transposed", "行と列", _TURNED.items())
            case "plans":
                self._all_of("divisions", "所管課", self._divisions())
                self._many("columns", "列", _PLAN_HEADS.items(), PlanBinding().columns)
            case "metrics":
                series = self._many("series", "指標", self._series(), ())
                if self._one("form", "並べ方", _METRIC_FORMS.items()) == "by_series":
                    self._one("period", "期間", self._periods(series))
                else:
                    self._years(series)
                    self._one("period_form", "年度の書き方", PERIOD_HEADS.items())
                self._one("transposed", "行と列", _TURNED.items())

    def _chart(self) -> None:
        match self._one("chart", "グラフ", CHARTS.items()):
            case "beds":
                bed_type = self._bed_type()
                self._edition(bed_type)
                self._dates(bed_type)
            case "tiles":
                bed_type = self._bed_type()
                self._edition(bed_type)
                self._one("date", "基準日", reversed(self._bed_dates(bed_type)))
            case "metric":
                self._years(self._many("series", "指標", self._series(), ()))
            case "timeline":
                self._all_of("divisions", "所管課", self._divisions())

    def _number(self) -> None:
        word = self._one("word", "種類", ((word, word) for word in WORDS))
        bed_type = series = ""
        for part in parts_of(word):
            match part:
                case "bed_type":
                    bed_type = self._bed_type()
                case "area":
                    self._one("area", "区域", ((TOTAL, "合計"), *self._areas(bed_type)))
                case "day":
                    self._one("day", "基準日", reversed(self._bed_dates(bed_type)))
                case "edition":
                    self._edition(bed_type)
                case "division":
                    self._one("division", "所管課", (("", "すべて"), *self._divisions()))
                case "heading":
                    self._one("heading", "見出し", self._headings())
                case "series":
                    series = self._one("series", "指標", self._series())
                case "period":
                    self._one("period", "期間", self._periods((series,)))

    def _all_of(self, name: str, label: str, options: Options) -> None:
        """All are shown unless some are chosen; what there is none of is not asked about."""
        offered = tuple(options)
        every = tuple(value for value, _ in offered)
        if not self._answers.get(name):
            self._answers = {**self._answers, name: every}
        if offered:
            self._many(name, label, offered, every)

    def _bed_type(self) -> str:
        types = ((each.id, each.name) for each in self._reads.all(BedType))
        return self._one("bed_type", "病床種別", types)

    def _edition(self, bed_type: str) -> None:
        setting = {each.edition for each in self._reads.all(BedStandard, bed_type=bed_type)}
        found = [each for each in self._reads.all(PlanEdition) if each.id in setting]
        current = edition_in_force(found, self._held_on)
        found.sort(key=lambda each: each.period.start or FiscalYear(0), reverse=True)
        options = ((each.id, edition_label(each)) for each in found)
        self._one("edition", "計画の期", options, current.id if current else "")

    def _dates(self, bed_type: str) -> None:
        dates = self._bed_dates(bed_type)
        newest = [value for value, _ in dates[-_SHOWN_DATES:]]
        self._many("dates", "基準日", dates, newest)

    def _bed_dates(self, bed_type: str) -> list[tuple[str, str]]:
        found = sorted(each.as_of for each in self._reads.all(BedSet, bed_type=bed_type))
        return [(day.isoformat(), short_date(day)) for day in found]

    def _areas(self, bed_type: str) -> list[tuple[str, str]]:
        scopes = {each.id: each.scope for each in self._reads.all(BedType)}
        return [
            (each.id, each.name)
            for each in self._reads.all(Area)
            if each.scope == scopes.get(bed_type) and in_use(each, self._held_on)
        ]

    def _divisions(self) -> list[tuple[str, str]]:
        return [(each.id, each.name) for each in self._reads.all(Division)]

    def _series(self) -> list[tuple[str, str]]:
        lines: dict[str, list[Series]] = {}
        for each in self._reads.all(Series):
            lines.setdefault(each.metric, []).append(each)
        return [
            (one.id, f"{metric.name} {one.name}".strip())
            for metric in self._reads.all(Metric)
            for one in lines.get(metric.id, ())
        ]

    def _headings(self) -> list[tuple[str, str]]:
        blocks = self._reads.all(Block, paper=self._paper.id)
        paths = heading_paths(blocks)
        return [
            (each.id, f"{''.join(paths[each.id])}　{each.text}")
            for each in blocks
            if each.id in paths
        ]

    def _years(self, series: Collection[str]) -> None:
        periods = list(reversed(self._periods(series)))
        years = [value for value, _ in periods if value.startswith("FY")]
        self._many("periods", "期間", periods, years or [value for value, _ in periods])

    def _periods(self, series: Collection[str]) -> list[tuple[str, str]]:
        """The periods in which one of these series has a value, the latest first."""
        found: set[Period] = {
            each.period for each in self._reads.all(Observation) if each.series in series
        }
        ordered = sorted(found, key=period_start, reverse=True)
        return [(period_text(period), period_label(period)) for period in ordered]
