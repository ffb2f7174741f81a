"""点検: what in the ledgers must be mended or looked at, each leading to its cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from kanagawa_desk.gui.calls import ledger as calls
from kanagawa_desk.gui.models.table_model import Line, TableModel
from kanagawa_desk.gui.pages.desk import Desk
from kanagawa_desk.gui.pages.page import Page
from kanagawa_desk.gui.widgets.parts import label, list_view

if TYPE_CHECKING:
    from kanagawa_desk.domain.problems import Found

_TONES = {"要修正": "error", "要確認": "shortage"}
_WIDTHS = (80, 440)


class ChecksPage(Page):
    """The list of faults."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "点検")
        self._model = TableModel(desk.look, ("区分", "場所", "内容"))
        self.list = list_view(self._model, "点検の結果", _WIDTHS)
        self.list.activated.connect(self._open)
        self.list.clicked.connect(self._open)
        self._none = label("直すところも、確かめるところもありません。", "second")
        self._none.setMargin(16)
        self._none.hide()
        self.body.addWidget(self._none)
        self.body.addWidget(self.list, 1)
        self.add_action("もう一度調べる", self.refresh, "refresh")

    def refresh(self) -> None:
        """Check the ledgers as they are now."""
        self.desk.tasks.ask(calls.check, self.desk.today(), then=self._show)

    def panes(self) -> list[QWidget]:
        """The list."""
        return [self.list]

    def _show(self, found: tuple[Found, ...]) -> None:
        self._model.show(
            [
                Line(
                    (each.severity, each.where, each.message),
                    each.address,
                    ((0, _TONES.get(each.severity, "")),),
                )
                for each in found
            ]
        )
        must = sum(each.severity == "要修正" for each in found)
        self.describe(f"要修正 {must}件　要確認 {len(found) - must}件")
        self._none.setVisible(not found)
        self.list.setVisible(bool(found))
        self.counted.emit(len(found))

    def _open(self, index: QModelIndex) -> None:
        address = self._model.lines[index.row()].subject
        if address is not None:
            self.went.emit(address)
