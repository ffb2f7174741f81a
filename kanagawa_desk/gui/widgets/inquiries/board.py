"""The board of one inquiry: who was asked, how each stands, and what is to be done next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHeaderView, QTableView, QWidget

from kanagawa_desk.domain.eras import short_date
from kanagawa_desk.gui.models.inquiry_looks import ALL, FILTERS
from kanagawa_desk.gui.models.inquiry_models import ACTION, CONTENTS, FILE, BoardModel
from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.chips import HEIGHT as CHIPS_HEIGHT
from kanagawa_desk.gui.widgets.chips import Chips
from kanagawa_desk.gui.widgets.inquiries.board_painter import BoardPainter
from kanagawa_desk.gui.widgets.parts import column, frame, label, list_view, row

if TYPE_CHECKING:
    from kanagawa_desk.services.inquiries.board import InquiryView, RequestView

_WIDTHS = (160, 102, 66, 72, 132, 110, 120, 96)
_ROW, _LOW_ROW = 28, 24
_ALONE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class InquiryBoard(QFrame):
    """Shows an inquiry; what is to be done with a row goes out by `action_wanted`.

    `more` stands in its head, `beside` at the right of its rows.
    """

    request_chosen = Signal(object)  # RequestView, or None where there is none
    action_wanted = Signal(object)  # RequestView
    menu_wanted = Signal(object)  # QPoint on the screen

    def __init__(self, look: Look, more: QWidget, beside: QWidget) -> None:
        super().__init__()
        self.setProperty("kind", "surface")
        self._view: InquiryView | None = None
        self._filter = ALL
        self._model = BoardModel(look)
        self._number = label(kind="second")
        self._title = label(kind="pane")
        self._about = label(kind="third")
        head = frame("pane_head", row(self._number, self._title, self._about, None, more), 34)
        self.chips = Chips("状態による絞り込み")
        self.chips.chosen.connect(self._narrow)
        self.list = list_view(self._model, "照会先と状態", _WIDTHS)
        self.list.setItemDelegate(BoardPainter(look, self.list))
        self.list.setMouseTracking(True)
        self.list.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._ask_menu)
        self.list.activated.connect(self._act)
        self.list.clicked.connect(self._act_on_button)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._choose())
        header = self.list.horizontalHeader()
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header.setStretchLastSection(False)
        for column_ in (FILE, CONTENTS):
            header.setSectionResizeMode(column_, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(ACTION, QHeaderView.ResizeMode.Fixed)
        self._chips = frame("section", row(self.chips, margins=(0, 0)), CHIPS_HEIGHT + 1)
        whole = column(head, self._chips)
        body = row(margins=(0, 0))
        body.setSpacing(0)
        body.addWidget(self.list, 1)
        body.addWidget(beside)
        whole.addLayout(body, 1)
        self.setLayout(whole)
        self.set_compact(False)
        look.changed.connect(self.list.viewport().update)

    def show_inquiry(self, view: InquiryView | None) -> None:
        """Show an inquiry; the request in hand stays in hand where it is still there."""
        chosen = self.current.id if self.current else ""
        if view is None or self._view is None or view.inquiry.id != self._view.inquiry.id:
            self._filter = ALL
        self._view = view
        self._chips.setVisible(view is not None)
        self._show_head(view)
        self._show_chips()
        self._fill(chosen)

    def choose(self, request: str) -> None:
        """Take a request in hand; a filter that hides it is given up."""
        if request not in [line.subject.id for line in self._model.lines]:
            self._filter = ALL
            self.chips.choose(ALL.key)
        self._fill(request)

    @property
    def current(self) -> RequestView | None:
        """The request in hand."""
        at = self.list.currentIndex().row()
        return self._model.lines[at].subject if 0 <= at < len(self._model.lines) else None

    def marked(self) -> list[RequestView]:
        """The requests that are marked, in order."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedRows())
        return [self._model.lines[each].subject for each in rows]

    def set_compact(self, compact: bool) -> None:
        """Lower rows on a small screen."""
        self.list.verticalHeader().setMinimumSectionSize(_LOW_ROW)
        self.list.verticalHeader().setDefaultSectionSize(_LOW_ROW if compact else _ROW)

    def _show_head(self, view: InquiryView | None) -> None:
        if view is None:
            self._number.setText("")
            self._title.setText("照会を選んでください")
            self._about.setText("")
            return
        inquiry = view.inquiry
        sent = min((each.sent_on for each in view.requests if each.sent_on), default=None)
        self._number.setText(inquiry.id)
        self._title.setText(inquiry.title)
        self._title.setToolTip(inquiry.instructions)
        words = (
            view.about_label,
            f"{short_date(inquiry.as_of)}現在" if inquiry.as_of else "",
            f"{short_date(sent)} 送付" if sent else "未送付",
            f"期限 {short_date(inquiry.due)}",
            f"{short_date(inquiry.closed_on)} 終了" if inquiry.closed_on else "",
        )
        self._about.setText("　".join(filter(None, words)))

    def _show_chips(self) -> None:
        requests = self._view.requests if self._view else ()
        counts = {each.key: sum(map(each.takes, requests)) for each in FILTERS}
        if not counts[self._filter.key]:
            self._filter = ALL
        shown = [each for each in FILTERS if counts[each.key] or each is ALL]
        self.chips.show_chips([(each.key, each.words, counts[each.key]) for each in shown])
        self.chips.choose(self._filter.key)

    def _narrow(self, key: str) -> None:
        chosen = self.current.id if self.current else ""
        self._filter = next(each for each in FILTERS if each.key == key)
        self._fill(chosen)

    def _fill(self, request: str) -> None:
        """Show what the filter takes, with a request in hand, or the first."""
        self._model.show_requests(self._view.requests if self._view else (), self._filter)
        ids = [line.subject.id for line in self._model.lines]
        if ids:
            at = self._model.index(ids.index(request) if request in ids else 0, 0)
            self.list.selectionModel().setCurrentIndex(at, _ALONE)  # whatever keys are held
        else:
            self.request_chosen.emit(None)

    def _choose(self) -> None:
        if self.current is not None:
            self.request_chosen.emit(self.current)

    def _act(self, index: QModelIndex) -> None:
        self.action_wanted.emit(self._model.lines[index.row()].subject)

    def _act_on_button(self, index: QModelIndex) -> None:
        if index.column() == ACTION:
            self._act(index)

    def _ask_menu(self, at: QPoint) -> None:
        self.menu_wanted.emit(self.list.viewport().mapToGlobal(at))
