"""Which reference dates stand side by side: each with its nature and standing below."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QMenu, QToolButton, QWidget

from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.parts import column, empty, icon_button, label, row

if TYPE_CHECKING:
    from kanagawa_desk.services.grids import BedDate

_BOX, _NATURE = 18, 13  # px
_SHOWN = 3  # dates with a box of their own; a menu has all


class DateChecks(QWidget):
    """The latest dates as boxes, all of them in a menu."""

    chosen = Signal(object, bool)  # date, whether it is shown

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._dates: list[BedDate] = []
        self._ways: dict[date, list[QCheckBox | QAction]] = {}  # to choose a date
        self._line = row(margins=(0, 0))
        self._menu = QMenu(self)
        self._more = icon_button(look, "more", "ほかの基準日", lambda: None)
        self._more.setMenu(self._menu)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        whole = row(margins=(0, 0))
        whole.addLayout(self._line)
        whole.addWidget(self._more)
        self.setLayout(whole)

    def show_dates(self, dates: Sequence[BedDate], shown: set[date]) -> None:
        """Take all dates in order, and those that are shown."""
        if list(dates) != self._dates:
            self._dates = list(dates)
            self._build()
        for day, ways in self._ways.items():
            for each in ways:
                each.blockSignals(True)
                each.setChecked(day in shown)
                each.blockSignals(False)

    def _build(self) -> None:
        empty(self._line)
        self._menu.clear()
        self._ways = {each.day: [] for each in self._dates}
        for each in self._dates[-_SHOWN:]:
            self._line.addWidget(self._box(each))
        for each in self._dates:
            action = self._menu.addAction(f"{each.label}　{_nature(each)}")
            action.setCheckable(True)
            action.toggled.connect(partial(self.chosen.emit, each.day))
            self._ways[each.day].append(action)
        self._more.setVisible(len(self._dates) > _SHOWN)

    def _box(self, each: BedDate) -> QWidget:
        check = QCheckBox(each.label)
        check.setAccessibleName(f"{each.label} を並べる　{_nature(each)}")
        check.setToolTip(f"{each.label}　{_nature(each)}")
        check.toggled.connect(partial(self.chosen.emit, each.day))
        self._ways[each.day].append(check)
        made = QWidget()
        nature = label(_nature(each), "tiny")
        check.setFixedHeight(_BOX)
        nature.setFixedHeight(_NATURE)
        made.setLayout(column(check, nature))
        return made


def _nature(each: BedDate) -> str:
    return f"{each.basis_label}・{each.standing_label}"
