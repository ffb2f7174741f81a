"""The panel beside a grid: the record in hand as a form, and the history of the current cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from kanagawa_desk.domain.fields import record_type_named
from kanagawa_desk.domain.layout import Address
from kanagawa_desk.gui.theme import Look, ui_font
from kanagawa_desk.gui.widgets.cell_history import CellHistory
from kanagawa_desk.gui.widgets.form_field import FormField
from kanagawa_desk.gui.widgets.parts import (
    button,
    column,
    empty,
    frame,
    icon_button,
    label,
    row,
    rule,
    set_tone,
)

if TYPE_CHECKING:
    from kanagawa_desk.gui.models.grid_model import Draft
    from kanagawa_desk.services.details import Detail, PaperUse
    from kanagawa_desk.services.history import CellChange

WIDTH = 304
_LEAST = 240
_HEAD_ROOM = 140  # px of the buttons in the head
_STEPS = {"Alt+Up": -1, "Alt+Down": 1}


class SidePanel(QFrame):
    """Shows what it is given; what is typed goes out by `entered`."""

    reached = Signal(object)  # Address of the field that is in hand
    typed = Signal(object, str)  # Address, text that is still being typed
    entered = Signal(object, str)  # Address, text
    reverted = Signal(str)  # id of the batch whose value is to come back
    moved = Signal(int)  # to the record above (-1) or below (1)
    went = Signal(object)  # Address of the block of a paper that shows the value
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
            icon_button(look, "chevron-up", "前の行（Alt+↑）", lambda: self.moved.emit(-1)),
            icon_button(look, "chevron-down", "次の行（Alt+↓）", lambda: self.moved.emit(1)),
            icon_button(look, "panel", "横の欄を閉じる（F4）", self.closed.emit),
        )
        head = frame("pane_head", row(self._title, self._tag, None, *buttons), 34)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._fields: dict[Address, FormField] = {}
        self._shape: list[object] = []  # of the form that stands
        self._texts: list[QLabel] = []  # headings and what cannot be typed, in order
        self._form = column(spacing=7)
        self._uses = column(spacing=3)
        self._history = CellHistory(look)
        self._history.reverted.connect(self.reverted)
        body = QWidget()
        inner = column(margin=12, spacing=8)
        inner.addLayout(self._form)
        inner.addLayout(self._uses)
        for widget in (rule(vertical=False), self._history):
            inner.addWidget(widget)
        inner.addStretch(1)
        body.setLayout(inner)
        self._scroll.setWidget(body)
        for keys, step in _STEPS.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.moved.emit, step))
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
        self,
        details: Sequence[Detail],
        cell: str,
        changes: Sequence[CellChange],
        drafts: Mapping[Address, Draft],
    ) -> None:
        """Show a record's fields, and the history of one of its cells.

        A form of the same fields stays, so that whoever types in it goes on typing; in another
        form the same field is in hand again.
        """
        in_hand = self.in_hand()
        shape = [self.writable, *_shape_of(details)]
        addresses = [each.address for each in details if each.address]
        if shape != self._shape or addresses != list(self._fields):
            self._finish()
        if shape != self._shape:
            self._shape = shape
            self._build(details)
        self._fill(details, drafts)
        if in_hand in self._fields:
            self._fields[in_hand].editor.setFocus()
        self.show_history(cell, changes)

    def show_uses(self, uses: Sequence[PaperUse]) -> None:
        """Show where a paper shows the value."""
        empty(self._uses)
        for use in uses[:1]:  # all are of one paper
            self._uses.addWidget(label(f"資料での使用　{use.paper}", "third", wrap=True))
        for use in uses:
            text = use.section or "本文"
            go = button(self._look, text, partial(self.went.emit, use.address), kind="link")
            go.setAccessibleName(f"{use.paper} {text} を開く")
            self._uses.addWidget(go, 0, Qt.AlignmentFlag.AlignLeft)

    def show_history(self, cell: str, changes: Sequence[CellChange]) -> None:
        """Show the history of a cell."""
        self._history.show_changes(cell, changes, writable=self.writable)

    def field(self, address: Address) -> FormField | None:
        """The field in which an address is typed; None where it is not shown."""
        return self._fields.get(address)

    def in_hand(self) -> Address | None:
        """The address of the field that has the keys."""
        fields = self._fields.items()
        return next((address for address, each in fields if each.editor.hasFocus()), None)

    def field_named(self, record: str, name: str) -> FormField | None:
        """The first field of this name; None where there is none."""
        keys = (each for each in self._fields if (each.record, each.field) == (record, name))
        return next((self._fields[each] for each in keys), None)

    def _finish(self) -> None:
        """What is being typed belongs to the record that was in hand until now."""
        for field in list(self._fields.values()):
            field.finish()

    def _build(self, details: Sequence[Detail]) -> None:
        empty(self._form)
        self._fields, self._texts = {}, []
        group = ""
        for detail in details:
            if detail.group != group:
                group = detail.group
                self._text("strong", spaced=True)
            if detail.address is None:
                self._text("third")
                self._text("")
            else:
                self._form.addWidget(self._field(detail, detail.address))

    def _text(self, kind: str, *, spaced: bool = False) -> None:
        made = label(kind=kind, wrap=True)
        if spaced:
            self._form.addSpacing(6)
        self._form.addWidget(made)
        self._texts.append(made)

    def _field(self, detail: Detail, address: Address) -> FormField:
        described = record_type_named(address.record).field(address.field)
        made = FormField(
            described,
            detail.text,
            unit=detail.unit,
            options=detail.options,
            writable=self.writable,
        )
        made.reached.connect(lambda: self.reached.emit(self._address(made)))
        made.typed.connect(lambda text: self.typed.emit(self._address(made), text))
        made.finished.connect(lambda text: self.entered.emit(self._address(made), text))
        self._fields[address] = made
        return made

    def _address(self, field: FormField) -> Address:
        return next(address for address, each in self._fields.items() if each is field)

    def _fill(self, details: Sequence[Detail], drafts: Mapping[Address, Draft]) -> None:
        texts, fields = iter(self._texts), iter(list(self._fields.values()))
        self._fields = {}
        group = ""
        for detail in details:
            if detail.group != group:
                group = detail.group
                next(texts).setText(group)
            if detail.address is None:
                next(texts).setText(detail.label)
                next(texts).setText(detail.text or "―")
                continue
            field = self._fields[detail.address] = next(fields)
            if (draft := drafts.get(detail.address)) is not None:
                field.show_text(detail.text, draft.text, draft.problem)
            else:
                field.show_text(detail.text)


def _shape_of(details: Sequence[Detail]) -> list[tuple[object, ...]]:
    """What a form is built by: records come and go in it, their kinds of fields stay."""
    groups = ["", *(detail.group for detail in details)]
    return [
        (
            detail.address and (detail.address.record, detail.address.field),
            detail.group != before,
            detail.unit,
            detail.options,
        )
        for before, detail in zip(groups, details, strict=False)
    ]
