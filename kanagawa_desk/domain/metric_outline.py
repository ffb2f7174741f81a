"""The metrics under the headings of the paper, and which two are looked at side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kanagawa_desk.domain.layout import Layout
from kanagawa_desk.domain.metric_layout import section_path
from kanagawa_desk.domain.records import Metric, Series

_TOP = 3  # the first levels, 2(2)イ, are one heading


@dataclass(frozen=True, slots=True)
class Node:
    """A heading with what stands below it, or a series; `key` is the path or the series."""

    key: str
    text: str
    children: tuple["Node", ...] = ()

    @property
    def series(self) -> int:
        """How many series stand below."""
        return len(leaves(self))


def metric_outline(
    metrics: Sequence[Metric], series: Sequence[Series], titles: Mapping[str, str]
) -> tuple[Node, ...]:
    """Every series under the headings of its metric's section, in the order of the grid.

    `titles` are the headings of the paper by the path of their labels, 2(2)イ(ア).
    """
    return _nodes(_placed(metrics, series), (), titles)


def leaves(node: Node) -> tuple[Node, ...]:
    """The series below a heading, at whatever depth."""
    if not node.children:
        return (node,)
    return tuple(leaf for child in node.children for leaf in leaves(child))


def companion(outline: Sequence[Node], layout: Layout, row_key: str) -> str | None:
    """The series to be drawn beside a series: the nearest under its heading in another unit.

    Of lines by name (神奈川県, 全国) only the one of the same name is set beside it.
    """
    rows = {row.key: row for row in layout.rows}
    under = [rows[key] for key in _beside(outline, row_key) if key in rows]
    keys = [row.key for row in under]
    if row_key not in keys:
        return None
    at, own = keys.index(row_key), rows[row_key]
    name = layout.column_index("series")
    others = [
        (abs(n - at), n)
        for n, row in enumerate(under)
        if row.unit != own.unit and row.cells[name].text == own.cells[name].text
    ]
    return keys[min(others)[1]] if others else None


def _beside(nodes: Sequence[Node], key: str) -> list[str]:
    """The series that stand under the same heading as one of them, itself included."""
    if any(each.key == key for each in nodes):
        return [each.key for each in nodes if not each.children]
    return [found for each in nodes for found in _beside(each.children, key)]


Placed = list[tuple[tuple[str, ...], Node]]


def _placed(metrics: Sequence[Metric], series: Sequence[Series]) -> Placed:
    """Each series with the path of its headings."""
    lines: dict[str, list[Series]] = {}
    for each in series:
        lines.setdefault(each.metric, []).append(each)
    found: Placed = []
    for metric in metrics:
        path = section_path(metric.section)
        path = ("".join(path[:_TOP]), *path[_TOP:])
        for each in lines.get(metric.id, ()):
            text = " ".join(filter(None, (metric.name, each.name)))
            found.append((path, Node(each.id, text)))
    return found


def _nodes(placed: Placed, above: tuple[str, ...], titles: Mapping[str, str]) -> tuple[Node, ...]:
    """What stands right below a heading, in order."""
    depth = len(above)
    groups: dict[str | Node, Placed] = {}
    for path, node in placed:
        groups.setdefault(path[depth] if len(path) > depth else node, []).append((path, node))
    nodes = []
    for label, members in groups.items():
        if isinstance(label, Node):
            nodes.append(label)
            continue
        path = (*above, label)
        title = titles.get("".join(path), "")
        text = "　".join(filter(None, (label, title))) or "箇所なし"
        nodes.append(Node("section:" + "".join(path), text, _nodes(members, path, titles)))
    return tuple(nodes)
