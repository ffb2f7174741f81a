"""The panel beside a grid: the record in hand, and the history of the current cell."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QWidget

from kanagawa_desk.domain.eras import short_date
from kanagawa_desk.gui.theme import Look, ui_font
from kanagawa_desk.gui.widgets.detail_fields import NoteField, editor_for, text_in
from kanagawa_desk.gui.widgets.parts import (
    button,
    column,
    frame,
    icon_button,
    label,
    row,
    rule,
    set_tone,
)

if TYPE_CHECKING:
    from kanagawa_desk.services.details import Detail
    from kanagawa_desk.services.history import CellChange

WIDTH = 304
_LEAST = 240
_HEAD_ROOM = 140  # px of the buttons in the head
_HISTORY = 6  # changes shown; the page of the history has all


class SidePanel(QFrame):
    """Shows what it is given; what is typed goes out by `entered`."""

    entered = Signal(object, str)  # Address, text
    reverted = Signal(str)  # id of the batch whose value is to come back
    moved = Signal(int)  # to the record above (-1) or below (1)
    history_wanted = Signal()
    closed = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.writable = False
        self.setProperty("kind", "surface")
        self.setAccessibleName(name)
        self.setMinimumWidth(_LEAST)
        self._title = label(kind="pane")
        self._tag = label(kind="tag")
        self._tag.hide()
        buttons = (
            icon_button(look, "chevron-up", "前の行", lambda: self.moved.emit(-1)),
            icon_button(look, "chevron-down", "次の行", lambda: self.moved.emit(1)),
            icon_button(look, "panel", "横の欄を閉じる（F4）", self.closed.emit),
        )
        head = frame("pane_head", row(self._title, self._tag, None, *buttons), 34)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        foot = frame(
            "pane_foot",
            row(None, button(look, "履歴をすべて見る", self.history_wanted.emit, small=True)),
            40,
        )
        layout = column(head)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(foot)
        self.setLayout(layout)

    def show_title(self, title: str, tag: str, tone: str) -> None:
        """Which record it is, and how it stands."""
        self._tag.setText(tag)
        self._tag.setVisible(bool(tag))
        set_tone(self._tag, tone)
        room = self.width() - _HEAD_ROOM - (self._tag.sizeHint().width() if tag else 0)
        face = QFontMetrics(ui_font(bold=True))
        self._title.setText(face.elidedText(title, Qt.TextElideMode.ElideRight, room))
        self._title.setToolTip(title)

    def show_record(
        self, details: Sequence[Detail], cell: str, changes: Sequence[CellChange]
    ) -> None:
        """Show a record's fields, and the history of one of its cells."""
        body = QWidget()
        layout = column(margin=12, spacing=4)
        for detail in details:
            layout.addWidget(label(detail.label, "third"))
            layout.addWidget(self._value(detail))
            layout.addSpacing(8)
        layout.addWidget(rule(vertical=False))
        layout.addSpacing(8)
        layout.addWidget(label(f"このセルの履歴　{cell}", "strong", wrap=True))
        for at, change in enumerate(changes[:_HISTORY]):
            layout.addLayout(self._entry(change, latest=at == 0))
        if not changes:
            layout.addWidget(label("変更はありません", "third"))
        layout.addStretch(1)
        body.setLayout(layout)
        self._scroll.setWidget(body)

    def _value(self, detail: Detail) -> QWidget:
        address = detail.address
        if address is None:
            return label(detail.text or "―", wrap=True)
        editor = editor_for(address, detail.label, detail.text, writable=self.writable)

        def finish() -> None:
            if text_in(editor) != detail.text:
                self.entered.emit(address, text_in(editor))

        if isinstance(editor, QComboBox):
            editor.activated.connect(lambda _index: finish())
        elif isinstance(editor, NoteField):
            editor.finished.connect(finish)
        elif isinstance(editor, QLineEdit):
            editor.editingFinished.connect(finish)
        return editor

    def _entry(self, change: CellChange, *, latest: bool) -> QHBoxLayout:
        before, after = change.before or "空欄", change.after or "空欄"
        when = f"{short_date(change.at.date())} {change.at:%H:%M}　{change.who}"
        words = column(
            4,
            label(f"{before} → {after}", "strong", wrap=True),
            label(when, "second", wrap=True),
            label("　".join(filter(None, (change.action, change.source))), "third", wrap=True),
            spacing=3,
        )
        if self.writable and not latest:
            back = button(
                self._look, "この値に戻す", partial(self.reverted.emit, change.batch), kind="link"
            )
            back.setAccessibleName(f"{after} に戻す")
            words.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        mark = column(5, label("●" if latest else "○", tone="ok" if latest else ""), None)
        entry = row(margins=(0, 0))
        entry.addLayout(mark)
        entry.addLayout(words, 1)
        return entry
