"""Metrics under the headings of the paper."""

from kanagawa_desk.domain.metric_layout import MetricSource, metric_layout
from kanagawa_desk.domain.metric_outline import Node, companion, leaves, metric_outline
from kanagawa_desk.domain.records import Metric, Series

METRICS = [
    Metric("count", "枚数", "枚", "stock", section="2(2)イ(ア)c"),
    Metric("rate", "率", "%", "rate", section="2(2)イ(ア)c"),
    Metric("other", "件数", "件", section="2(2)イ(ア)d"),
    Metric("nowhere", "箇所のない指標", "件"),
]
SERIES = [
    Series("count_ken", "count", "神奈川県"),
    Series("count_all", "count", "全国"),
    Series("rate_ken", "rate", "神奈川県"),
    Series("rate_all", "rate", "全国"),
    Series("other", "other"),
    Series("nowhere", "nowhere"),
]
TITLES = {"2(2)イ": "主な取組", "2(2)イ(ア)c": "マイナンバー"}
OUTLINE = metric_outline(METRICS, SERIES, TITLES)
LAYOUT = metric_layout(MetricSource(METRICS, SERIES, [], TITLES))


def texts(nodes: tuple[Node, ...]) -> list[str]:
    return [each.text for each in nodes]


def test_headings_stand_with_their_titles_in_the_order_of_the_paper() -> None:
    first, _ = OUTLINE
    assert texts(OUTLINE) == ["2(2)イ　主な取組", "箇所なし"]
    assert texts(first.children) == ["(ア)"]
    assert texts(first.children[0].children) == ["c　マイナンバー", "d"]


def test_a_heading_knows_the_series_below_it() -> None:
    assert OUTLINE[0].series == 5
    assert texts(leaves(OUTLINE[0]))[:2] == ["枚数 神奈川県", "枚数 全国"]


def test_a_series_stands_beside_the_one_of_its_name_in_another_unit() -> None:
    assert companion(OUTLINE, LAYOUT, "rate_all") == "count_all"
    assert companion(OUTLINE, LAYOUT, "count_ken") == "rate_ken"


def test_a_series_alone_under_its_heading_stands_alone() -> None:
    assert companion(OUTLINE, LAYOUT, "other") is None
    assert companion(OUTLINE, LAYOUT, "no such series") is None
