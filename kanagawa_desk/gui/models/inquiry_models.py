"""Inquiries in their list, and the requests of one on its board."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

from kanagawa_desk.gui.models.inquiry_looks import (
    STATE_LOOKS,
    Filter,
    contents_text,
    contents_tone,
    days_left,
    days_text,
    days_tone,
    events_text,
    month_day,
)
from kanagawa_desk.gui.models.table_model import Index, Line, TableModel
from kanagawa_desk.gui.theme import Look, ui_font

if TYPE_CHECKING:
    from kanagawa_desk.services.inquiries.board import InquiryView, RequestView

HEADINGS = ("所属", "状態", "期限", "残り", "回答ファイル", "受付", "内容", "操作")
STATE, LEFT, FILE, CONTENTS, ACTION = 1, 3, 4, 6, 7


class InquiryListModel(QAbstractListModel):
    """The inquiries that a filter leaves."""

    def __init__(self) -> None:
        super().__init__()
        self.views: list[InquiryView] = []

    def show(self, views: Sequence[InquiryView]) -> None:
        """Take other inquiries."""
        self.beginResetModel()
        self.views = list(views)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many inquiries there are."""
        return 0 if parent.isValid() else len(self.views)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """An inquiry in words, for those who hear the list."""
        view = self.views[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return view.inquiry.title
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            done = f"{view.settled}/{len(view.requests)}"
            return f"{view.inquiry.id}　{view.inquiry.title}　{standing_text(view)}　{done}"
        return None


class BoardModel(TableModel):
    """The requests of an inquiry, or those of them that a filter takes."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, HEADINGS)

    def show_requests(self, requests: Sequence[RequestView], wanted: Filter) -> None:
        """Take those requests of an inquiry that a filter takes."""
        self.show([_line(each) for each in requests if wanted.takes(each)])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """All but the names stand in the smaller size; what happened beside is in a tooltip."""
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            told = events_text(self.lines[index.row()].subject)
            if index.column() == CONTENTS and told:
                return told
        if role == Qt.ItemDataRole.FontRole and index.column() > 0:
            return ui_font(12)
        return super().data(index, role)


def standing_text(view: InquiryView) -> str:
    """How an inquiry stands: 残り7日, 完了, 終了."""
    if view.inquiry.closed_on is not None:
        return "終了"
    if view.is_over:
        return "完了"
    left = days_left(view)
    return "回答待ちなし" if left is None else days_text(left)


def _line(view: RequestView) -> Line:
    received = view.returned_at
    when = f"{month_day(received)} {received:%H:%M}" if received else "―"
    texts = (
        view.respondent.name,
        view.state_label,
        month_day(view.due),
        days_text(view.days_left).removeprefix("残り"),
        view.returned.name if view.returned else "―",
        when,
        contents_text(view),
        STATE_LOOKS[view.state].words,
    )
    tones = ((LEFT, days_tone(view.days_left)), (CONTENTS, contents_tone(view)))
    return Line(texts, view, tuple(each for each in tones if each[1]))
