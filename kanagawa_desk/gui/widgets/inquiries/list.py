"""The list of inquiries: how far each has come, and how many days are left."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from kanagawa_desk.domain.eras import short_date
from kanagawa_desk.gui.models.inquiry_looks import days_left, days_tone, segment_tone
from kanagawa_desk.gui.models.inquiry_models import InquiryListModel, standing_text
from kanagawa_desk.gui.theme import Look, ui_font
from kanagawa_desk.gui.widgets.parts import column, frame, label, row

if TYPE_CHECKING:
    from kanagawa_desk.services.inquiries.board import InquiryView

WIDTH = 216
_LEAST = 170
_CARD = 86
_PADDING = 14
_BAR = 6
_SHOWN = {"all": "すべて", "running": "進行中", "over": "完了・終了"}


class InquiryList(QFrame):
    """Chooses an inquiry."""

    chosen = Signal(object)  # InquiryView, or None where there is none

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "surface")
        self.setMinimumWidth(_LEAST)
        self._views: tuple[InquiryView, ...] = ()
        self._model = InquiryListModel()
        self.filter = QComboBox()
        self.filter.setAccessibleName("照会の絞り込み")
        for key, word in _SHOWN.items():
            self.filter.addItem(word, key)
        self.filter.currentIndexChanged.connect(lambda _index: self._fill())
        self.list = QListView()
        self.list.setAccessibleName("照会の一覧")
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Card(look, self.list))
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._choose())
        self._count = label(kind="second")
        self._foot = frame("pane_foot", row(self._count, None), 32)
        head = frame("pane_head", row(label("照会の一覧", "pane"), None, self.filter), 34)
        whole = column(head)
        whole.addWidget(self.list, 1)
        whole.addWidget(self._foot)
        self.setLayout(whole)
        look.changed.connect(self.list.viewport().update)

    def show_inquiries(self, views: Sequence[InquiryView]) -> None:
        """Take the inquiries; the chosen one stays chosen."""
        self._views = tuple(views)
        over = sum(each.is_over for each in views)
        self._count.setText(f"進行中 {len(views) - over}件　完了・終了 {over}件")
        self._fill()

    def choose(self, inquiry: str) -> None:
        """Choose an inquiry, by its number."""
        if inquiry not in [each.inquiry.id for each in self._model.views]:
            self.filter.setCurrentIndex(0)
        for at, each in enumerate(self._model.views):
            if each.inquiry.id == inquiry:
                self.list.setCurrentIndex(self._model.index(at))

    @property
    def current(self) -> InquiryView | None:
        """The chosen inquiry."""
        index = self.list.currentIndex()
        return self._model.views[index.row()] if index.isValid() else None

    def _fill(self) -> None:
        chosen = self.current
        wanted = self.filter.currentData()
        shown = [
            each for each in self._views if wanted in ("all", "over" if each.is_over else "running")
        ]
        self._model.show(shown)
        ids = [each.inquiry.id for each in shown]
        if not ids:
            self.chosen.emit(None)
            return
        at = ids.index(chosen.inquiry.id) if chosen and chosen.inquiry.id in ids else 0
        self.list.setCurrentIndex(self._model.index(at))

    def _choose(self) -> None:
        if self.current is not None:
            self.chosen.emit(self.current)


class _Card(QStyledItemDelegate):
    """Paints an inquiry: number and days left, title, a segment for each request, due date."""

    def __init__(self, look: Look, parent: QListView) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All cards are alike."""
        return QSize(_LEAST, _CARD)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a card."""
        model = index.model()
        assert isinstance(model, InquiryListModel)
        view, rect = model.views[index.row()], option.rect
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, self._look.colour("row_selected" if chosen else "surface"))
        if chosen:
            painter.fillRect(
                QRect(rect.x(), rect.y(), 3, rect.height()), self._look.colour("accent")
            )
        painter.setPen(self._look.colour("grid_line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(_PADDING, 10, -12, -10)
        self._paint_texts(painter, inner, view)
        bar = QRect(inner.x(), inner.y() + 41, inner.width(), _BAR)
        self._paint_bar(painter, bar, view)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._look.colour("accent"))
            painter.drawRect(rect.adjusted(0, 0, -1, -2))
            painter.drawRect(rect.adjusted(1, 1, -2, -3))
        painter.restore()

    def _paint_texts(self, painter: QPainter, inner: QRect, view: InquiryView) -> None:
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        top, bottom = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
        painter.setFont(ui_font(12))
        painter.setPen(self._look.colour("text2"))
        painter.drawText(inner, left | top, view.inquiry.id)
        painter.drawText(inner, left | bottom, f"期限 {short_date(view.inquiry.due)}")
        painter.drawText(inner, right | bottom, f"{view.settled}/{len(view.requests)}")
        days = days_left(view)
        painter.setPen(self._look.colour(days_tone(days) or "text2"))
        late = days is not None and days < 0
        painter.setFont(ui_font(12, bold=late))
        words = standing_text(view)
        painter.drawText(inner, right | top, words)
        icon = "warning" if late else "ok" if view.is_over else "clock"
        at = inner.right() - painter.fontMetrics().horizontalAdvance(words) - 18
        ratio = painter.device().devicePixelRatioF()
        tone = days_tone(days) or "text2"
        painter.drawPixmap(at, inner.y(), self._look.pixmap(icon, tone, 14, ratio))
        title = ui_font(13, bold=not view.is_over)
        words = QFontMetrics(title).elidedText(
            view.inquiry.title, Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.setFont(title)
        painter.setPen(self._look.colour("text"))
        painter.drawText(inner.adjusted(0, 19, 0, 0), left | top, words)

    def _paint_bar(self, painter: QPainter, bar: QRect, view: InquiryView) -> None:
        count = max(1, len(view.requests))
        order = sorted(view.requests, key=lambda each: _ORDER[segment_tone(each)])
        for at, each in enumerate(order):
            start, end = bar.width() * at // count, bar.width() * (at + 1) // count
            gap = 1 if end - start > 3 else 0
            segment = QRect(bar.x() + start, bar.y(), end - start - gap, bar.height())
            painter.fillRect(segment, self._look.colour(segment_tone(each)))


_ORDER = {"accent": 0, "excess": 1, "hatch": 2, "error": 3}
"""Done, to be looked at, waited for, late: from left to right."""
