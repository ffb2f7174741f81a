"""Small pieces that all panes are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kanagawa_desk.gui.models.table_model import TableModel
    from kanagawa_desk.gui.theme import Look

LIST_ROW = 26
TAG_HEIGHT = 20


def frame(kind: str, layout: QLayout | None = None, height: int = 0) -> QFrame:
    """A pane of a kind that the stylesheet knows."""
    made = QFrame()
    made.setProperty("kind", kind)
    if layout is not None:
        made.setLayout(layout)
    if height:
        made.setFixedHeight(height)
    return made


def row(*widgets: QWidget | int | None, margins: tuple[int, int] = (12, 0)) -> QHBoxLayout:
    """Widgets side by side; a number is a gap in px, None takes what is left."""
    layout = QHBoxLayout()
    layout.setContentsMargins(margins[0], margins[1], margins[0], margins[1])
    layout.setSpacing(8)
    for widget in widgets:
        if widget is None:
            layout.addStretch(1)
        elif isinstance(widget, int):
            layout.addSpacing(widget)
        else:
            layout.addWidget(widget)
    return layout


def column(*widgets: QWidget | int | None, margin: int = 0, spacing: int = 0) -> QVBoxLayout:
    """Widgets one below the other; a number is a gap in px, None takes what is left."""
    layout = QVBoxLayout()
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(spacing)
    for widget in widgets:
        if widget is None:
            layout.addStretch(1)
        elif isinstance(widget, int):
            layout.addSpacing(widget)
        else:
            layout.addWidget(widget)
    return layout


def empty(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.deleteLater()


def label(text: str = "", kind: str = "", tone: str = "", *, wrap: bool = False) -> QLabel:
    """A text; what comes from a ledger is never taken for markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("kind", kind)
    made.setProperty("tone", tone)
    made.setWordWrap(wrap)
    if kind in ("tag", "key"):
        made.setFixedHeight(TAG_HEIGHT)
    if wrap:
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return made


def set_tone(widget: QWidget, tone: str) -> None:
    """Give a widget the colours of a meaning."""
    if widget.property("tone") != tone:
        widget.setProperty("tone", tone)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def button(
    look: Look,
    text: str,
    do: Callable[[], object],
    *,
    icon: str = "",
    kind: str = "",
    small: bool = False,
) -> QPushButton:
    """A button with its name on it."""
    made = QPushButton(text)
    made.setProperty("kind", kind)
    made.setProperty("small", small)
    made.setAccessibleName(text)
    made.setAutoDefault(True)
    if icon:
        look.dress(made, icon, "on_accent" if kind == "primary" else "text2")
    made.clicked.connect(lambda: do())
    return made


def icon_button(look: Look, icon: str, name: str, do: Callable[[], object]) -> QToolButton:
    """A button that shows a picture only; its name is in the tooltip."""
    made = QToolButton()
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    look.dress(made, icon)
    made.clicked.connect(lambda: do())
    return made


def rule(vertical: bool = True) -> QFrame:
    """A thin line between things."""
    made = frame("rule")
    if vertical:
        made.setFixedSize(1, 16)
    else:
        made.setFixedHeight(1)
    return made


def list_view(model: TableModel, name: str, widths: Sequence[int]) -> QTableView:
    """A list that is chosen from by whole rows; the last column takes what is left."""
    view = QTableView()
    view.setModel(model)
    view.setProperty("kind", "list")
    view.setAccessibleName(name)
    view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    view.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
    view.setTabKeyNavigation(False)
    view.setWordWrap(False)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(LIST_ROW)
    view.verticalHeader().setMinimumSectionSize(LIST_ROW)
    header = view.horizontalHeader()
    header.setHighlightSections(False)
    header.setStretchLastSection(True)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    for index, width in enumerate(widths):
        view.setColumnWidth(index, width)
    return view
