"""The line in hand, closer: the three values with who they come from, and what they do."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from kanagawa_desk.domain.eras import short_date
from kanagawa_desk.domain.writing import measured_text
from kanagawa_desk.gui.widgets.elided_label import ElidedLabel
from kanagawa_desk.gui.widgets.parts import column, label, row
from kanagawa_desk.gui.widgets.reviews.sheet import ReviewSheet

if TYPE_CHECKING:
    from kanagawa_desk.gui.theme import Look
    from kanagawa_desk.services.history import CellChange
    from kanagawa_desk.services.workbooks.review_details import Effect

_BOX = 108  # px of least width


def moment(at: datetime) -> str:
    """9/13 16:05, as it is told of what happened lately."""
    return f"{at.month}/{at.day} {at:%H:%M}"


class ValueBox(QFrame):
    """One of the three values: what it is, the value, and where it comes from."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName(title)
        self.setMinimumWidth(_BOX)
        self._name = title
        self._title = ElidedLabel("third")
        self._value = label(kind="number", wrap=True)
        self._origin = label(kind="third", wrap=True)
        self._origin.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(self._title, self._value, self._origin, None, margin=8, spacing=2))

    def tell(self, when: str, value: str, origin: str) -> None:
        """Show a value."""
        self._title.tell(f"{self._name} {when}" if when else self._name)
        self._value.setText(value)
        self._origin.setText(origin)
        self._origin.setToolTip(origin)


class ReviewDetail(QFrame):
    """Three boxes, beside them what a bed count does to the surplus, and the returned sheet."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "pane_foot")
        self._place = label(kind="strong", wrap=True)
        self._where = ElidedLabel("second")
        self._standard = ElidedLabel("second")
        self._effect = ElidedLabel("strong")
        self._since = ElidedLabel("second")
        self.base, self.ours, self.theirs = map(ValueBox, ("送付時", "現在の台帳", "回答"))
        words = column(
            self._where, self._place, self._standard, self._effect, self._since, None, spacing=2
        )
        self.sheet = ReviewSheet(look)
        self._line = line = row(margins=(12, 8))
        line.addLayout(words, 9)
        for box in (self.base, self.ours, self.theirs):
            line.addWidget(box, 9)
        line.addWidget(self.sheet, 18)
        self.setLayout(line)

    def set_compact(self, compact: bool) -> None:
        """Take less room on a small screen."""
        self.sheet.set_compact(compact)
        edge = 4 if compact else 8
        self._line.setContentsMargins(12, edge, 12, edge)

    def show_place(self, where: str, place: str) -> None:
        """Name the cell."""
        self._where.tell(where)
        self._place.setText(place)
        self._place.setToolTip(place)
        self.show_effect(None)

    def show_values(self, shown: bool) -> None:
        """Show the boxes, or not where a line is about no value."""
        for box in (self.base, self.ours, self.theirs):
            box.setVisible(shown)

    def show_latest(self, value: str, change: CellChange | None) -> None:
        """Who made the value of now what it is, and when."""
        if change is None:
            self.ours.tell("", value, "")
            return
        self.ours.tell(moment(change.at), value, f"{change.who}　{change.action}")

    def show_effect(self, effect: Effect | None) -> None:
        """What a bed count does to the surplus; nothing for what is none."""
        lines: tuple[str, str, str] = ("", "", "")
        if effect is not None:
            since = ""
            if effect.before_day is not None and effect.since_before.number is not None:
                before = short_date(effect.before_day)
                since = f"{before} との差 {measured_text(effect.since_before)}"
            surplus = measured_text(effect.now)
            if effect.then.number is not None:
                surplus += f" → {measured_text(effect.then)}"
            lines = (
                f"基準病床数 {measured_text(effect.standard)}",
                f"過不足　{surplus}",
                since,
            )
        for shown, text in zip(self._lines(), lines, strict=True):
            shown.tell(text)
            shown.setVisible(bool(text))

    def _lines(self) -> tuple[ElidedLabel, ElidedLabel, ElidedLabel]:
        return self._standard, self._effect, self._since
