"""The bed figures of ホーム: large ones, a line for each bed type, and the areas."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kanagawa_desk.domain.values import Measured
from kanagawa_desk.domain.writing import measured_text
from kanagawa_desk.gui.widgets.figures import Figure, FigureTable, KeyFigures
from kanagawa_desk.gui.widgets.parts import column

if TYPE_CHECKING:
    from kanagawa_desk.services.home_figures import AreaLine, BedFigures

_HEADINGS = ("病床の種別", "基準 A", "既存 B", "過不足", "充足率", "前回比", "基準日")
_AREAS = 12  # shown by name; 病床数 has all


class BedOverview(QWidget):
    """Shows the figures that it is given."""

    def __init__(self) -> None:
        super().__init__()
        self.figures = KeyFigures()
        self.types = FigureTable("病床の種別ごとの数値", _HEADINGS)
        self.areas = KeyFigures(small=True)
        self.setLayout(column(self.figures, self.types, self.areas))

    def show_beds(self, beds: BedFigures) -> None:
        """Take other figures."""
        self.figures.show_figures(_key_figures(beds))
        self.types.show_rows(
            [
                [
                    Figure("", each.name),
                    *map(_figure, (each.standard, each.beds)),
                    _signed(each.surplus),
                    Figure("", _rate(each.sufficiency)),
                    _figure(each.change),
                    Figure("", each.date_label),
                ]
                for each in beds.lines
            ]
        )
        areas = [_signed(each.surplus, each.name) for each in beds.areas[:_AREAS]]
        self.areas.show_figures(areas)


def _key_figures(beds: BedFigures) -> list[Figure]:
    """The total of the areas, and how many of them lack beds or have more than enough."""
    total = next(each for each in beds.lines if each.name == beds.name) if beds.areas else None
    if total is None:
        return []
    count = len(beds.areas)
    known = sum(each.surplus.number is not None for each in beds.areas)
    short = [each for each in beds.areas if (each.surplus.number or 0) < 0]
    over = [each for each in beds.areas if (each.surplus.number or 0) > 0]
    return [
        _signed(
            total.surplus,
            f"過不足の合計（{count}圏域）",
            f"前回 {_text(beds.previous_surplus)}" if beds.previous_label else "",
        ),
        Figure(
            f"充足率（{count}圏域）",
            _rate(total.sufficiency),
            remark=f"前回 {_rate(beds.previous_sufficiency)}" if beds.previous_label else "",
        ),
        Figure("不足の圏域", f"{len(short)} / {known}", "shortage", _largest(short)),
        Figure("過剰の圏域", f"{len(over)} / {known}", "excess", _largest(over)),
    ]


def _largest(areas: list[AreaLine]) -> str:
    if not areas:
        return ""
    largest = max(areas, key=lambda each: abs(Decimal(each.surplus.number or 0)))
    return f"{largest.name} {measured_text(largest.surplus)} が最大"


def _text(value: Measured) -> str:
    return measured_text(value) or "未入力"


def _rate(value: Measured) -> str:
    return _text(value) if value.number is None else f"{measured_text(value, decimals=1)}%"


def _figure(value: Measured) -> Figure:
    return Figure("", _text(value))


def _signed(value: Measured, name: str = "", remark: str = "") -> Figure:
    """A difference in the colour of shortage or surplus."""
    number = value.number or 0
    tone = "shortage" if number < 0 else "excess" if number > 0 else ""
    return Figure(name, _text(value), tone, remark)
