"""The records of a ledger and the description of each of their fields."""

from dataclasses import dataclass
from datetime import date

from kanagawa_desk.domain.fields import Kind, described, record
from kanagawa_desk.domain.periods import FiscalPeriod, Period, Timing, YearMonth
from kanagawa_desk.domain.values import BLANK, Measured

BASES = {"plan": "計画記載", "published": "公表", "preliminary": "速報"}
STANDINGS = {
    "entered": "入力中",
    "checked": "照合済",
    "approved": "確定",
    "published": "公表",
}
MEASURES = {
    "flow": "年度実績",
    "cumulative": "累計",
    "stock": "時点",
    "rate": "率",
    "count": "件数・個数",
}
PERIOD_KINDS = {"year": "年度", "day": "日", "range": "期間", "undated": "時点なし"}
DUTIES = {
    "must": "義務",
    "effort": "努力義務",
    "may": "任意",
    "ordinance": "努力義務・条例",
    "none": "規定なし",
}
SCOPES = {"area": "二次保健医療圏", "prefecture": "県全域"}


def _id() -> str:
    text: str = described("記号", Kind.TEXT, key=True)
    return text


def _rank() -> int:
    value: int = described("並び", Kind.INTEGER, default=0, width=3)
    return value


@record("division", "所管課", unique=(("name",),))
@dataclass(frozen=True, slots=True)
class Division:
    """Who answers for a record (所管課), with the names it had before."""

    id: str = _id()
    name: str = described("所管課", Kind.TEXT, required=True, width=12)
    former_names: tuple[str, ...] = described("旧名称", Kind.NAMES, default=())
    valid_from: date | None = described("設置日", Kind.DATE, default=None)
    valid_to: date | None = described("廃止日", Kind.DATE, default=None)
    rank: int = _rank()


@record("area", "区域", unique=(("name",),))
@dataclass(frozen=True, slots=True)
class Area:
    """A secondary medical area (医療法第30条の4第2項第14号), or the whole prefecture."""

    id: str = _id()
    name: str = described("二次保健医療圏", Kind.TEXT, required=True, width=9)
    scope: str = described("種類", Kind.CHOICE, choices=SCOPES, default="area")
    code: str = described("圏域コード", Kind.TEXT, default="")
    aliases: tuple[str, ...] = described("別の書き方", Kind.NAMES, default=())
    valid_from: date | None = described("設定日", Kind.DATE, default=None)
    valid_to: date | None = described("廃止日", Kind.DATE, default=None)
    tile: str = described(
        "地図の位置", Kind.TEXT, default="", width=5, help="略図の左上から何列目-何行目。例：3-1"
    )
    rank: int = _rank()


@record("municipality", "市町村", unique=(("name",),))
@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality or a ward, by its five-digit code (全国地方公共団体コード)."""

    code: str = described("団体コード", Kind.TEXT, key=True)
    name: str = described("市町村", Kind.TEXT, required=True)
    area: str = described("二次保健医療圏", Kind.REFERENCE, refers="area", default="")
    city: str = described("市", Kind.REFERENCE, refers="municipality", default="")
    aliases: tuple[str, ...] = described("別の書き方", Kind.NAMES, default=())
    rank: int = _rank()


@record("bed_type", "病床種別", unique=(("name",),))
@dataclass(frozen=True, slots=True)
class BedType:
    """A kind of bed (医療法第7条第2項) and where it is planned: by area or prefecture-wide."""

    id: str = _id()
    name: str = described("病床種別", Kind.TEXT, required=True)
    scope: str = described("区域", Kind.CHOICE, choices=SCOPES, default="area")
    rank: int = _rank()


@record("plan", "計画", unique=(("name",),))
@dataclass(frozen=True, slots=True)
class Plan:
    """A statutory plan of the registry; its periods are its editions."""

    id: str = _id()
    name: str = described("計画名", Kind.TEXT, required=True, width=21)
    division: str = described("所管課", Kind.REFERENCE, refers="division", default="", width=12)
    basis: str = described("根拠法令", Kind.TEXT, default="", width=24)
    duty: str = described(
        "義務", Kind.CHOICE, choices=DUTIES, default="none", width=6, help="策定を定める規定の強さ"
    )
    cycle: str = described("周期", Kind.TEXT, default="", width=14, help="例：6年、随時")
    basis_check: bool = described(
        "根拠法令の要確認", Kind.YES_NO, default=False, help="所管課に確かめるまで付けておく"
    )
    listed: bool = described("計画一覧に載せる", Kind.YES_NO, default=True)
    note: str = described("備考", Kind.NOTE, default="")
    rank: int = described("No.", Kind.INTEGER, default=0, width=3)


@record("plan_edition", "計画の期", unique=(("plan", "period"),))
@dataclass(frozen=True, slots=True)
class PlanEdition:
    """One period of a plan (第n次), last revised in a month, with its next revision."""

    id: str = _id()
    plan: str = described("計画", Kind.REFERENCE, refers="plan", required=True)
    period: FiscalPeriod = described("計画期間", Kind.FISCAL_PERIOD, required=True, width=6)
    ordinal: str = described("次", Kind.TEXT, default="", help="第8次 のように書く")
    revised: YearMonth | None = described("直近の策定・改定時期", Kind.MONTH, default=None, width=8)
    next_revision: Timing | None = described("次期改定", Kind.TIMING, default=None, width=8)


@record("bed_standard", "基準病床数")
@dataclass(frozen=True, slots=True)
class BedStandard:
    """The ceiling that a plan edition sets for a bed type in an area (A), and a target."""

    edition: str = described("計画の期", Kind.REFERENCE, refers="plan_edition", key=True)
    bed_type: str = described("病床種別", Kind.REFERENCE, refers="bed_type", key=True)
    area: str = described("区域", Kind.REFERENCE, refers="area", key=True)
    standard: Measured = described("基準病床数 A", Kind.COUNT, unit="床", default=BLANK, width=7)
    target: Measured = described("整備目標", Kind.COUNT, unit="床", default=BLANK, width=6)


@record("bed_set", "基準日")
@dataclass(frozen=True, slots=True)
class BedSet:
    """The figures of a bed type at a reference date: their basis, source and standing."""

    bed_type: str = described("病床種別", Kind.REFERENCE, refers="bed_type", key=True)
    as_of: date = described("基準日", Kind.DATE, key=True)
    basis: str = described("性格", Kind.CHOICE, choices=BASES, default="preliminary")
    source: str = described("出典", Kind.TEXT, default="", width=16, help="数値のもとの資料")
    standing: str = described("承認", Kind.CHOICE, choices=STANDINGS, default="entered")
    approved_by: str = described("確定者", Kind.TEXT, default="")
    decided_on: date | None = described("決裁日", Kind.DATE, default=None)
    draft_number: str = described("起案番号", Kind.TEXT, default="")
    published_on: date | None = described("公表日", Kind.DATE, default=None)
    published_where: str = described("公表先", Kind.TEXT, default="")


@record("bed_count", "既存病床数", within="bed_set")
@dataclass(frozen=True, slots=True)
class BedCount:
    """Existing beds (B) of a type in an area at a reference date."""

    bed_type: str = described("病床種別", Kind.REFERENCE, refers="bed_type", key=True)
    area: str = described("区域", Kind.REFERENCE, refers="area", key=True)
    as_of: date = described("基準日", Kind.DATE, key=True)
    beds: Measured = described("既存病床数 B", Kind.COUNT, unit="床", default=BLANK, width=7)
    note: str = described("備考", Kind.NOTE, default="")


@record("metric", "指標", unique=(("name",),))
@dataclass(frozen=True, slots=True)
class Metric:
    """A figure that is followed: what it counts, in which unit, and where it is reported.

    `period_kind` is what its next value is asked for: a fiscal year, a day, a range or none.
    """

    id: str = _id()
    name: str = described("指標", Kind.TEXT, required=True, width=20)
    unit: str = described("単位", Kind.TEXT, default="", width=4)
    measure: str = described("種別", Kind.CHOICE, choices=MEASURES, default="flow", width=5)
    decimals: int = described(
        "小数桁", Kind.INTEGER, default=0, width=3, help="小数点より下のけた数"
    )
    period_kind: str = described(
        "期間の種類",
        Kind.CHOICE,
        choices=PERIOD_KINDS,
        default="year",
        help="次の値を年度・日・期間のどれで入れるか",
    )
    division: str = described("所管課", Kind.REFERENCE, refers="division", default="", width=10)
    section: str = described(
        "箇所", Kind.TEXT, default="", width=10, help="委員会資料の見出し。例：2(2)イ(ア)a"
    )
    source: str = described("出典", Kind.TEXT, default="", width=16, help="数値のもとの資料")
    note: str = described("注", Kind.NOTE, default="", width=24)
    rank: int = _rank()


@record("series", "系列", unique=(("metric", "name"),))
@dataclass(frozen=True, slots=True)
class Series:
    """A line of a metric (神奈川県 / 全国); a metric with one line has an unnamed series."""

    id: str = _id()
    metric: str = described("指標", Kind.REFERENCE, refers="metric", required=True)
    name: str = described("系列", Kind.TEXT, default="", width=6)
    rank: int = _rank()


@record("observation", "値")
@dataclass(frozen=True, slots=True)
class Observation:
    """One value of a series in one period, with the day it holds for."""

    series: str = described("系列", Kind.REFERENCE, refers="series", key=True)
    period: Period = described("期間", Kind.PERIOD, key=True)
    value: Measured = described("値", Kind.MEASURED, default=BLANK, width=7)
    as_of: date | None = described("時点", Kind.DATE, default=None, help="値がいつのものか")
    partial: bool = described(
        "年度途中", Kind.YES_NO, default=False, help="年度が終わる前の値のとき"
    )
    target: Measured = described("目標", Kind.MEASURED, default=BLANK)
    since: YearMonth | None = described("起点", Kind.MONTH, default=None, help="いつからの値か")
    series_break: str = described(
        "系列の断絶", Kind.TEXT, default="", help="この値から前と比べられないときの理由"
    )
    note: str = described("備考", Kind.NOTE, default="")
