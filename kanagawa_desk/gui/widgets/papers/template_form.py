"""書式: the page, type and house rules of a paper, with what they come to said while choosing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from kanagawa_desk.domain.fields import Field, Kind, record_type
from kanagawa_desk.domain.papers.templates import PaperTemplate, faults
from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.parts import button, label, row, set_tone

_ACROSS = 4  # fields in a line
_MOST = 99
_WIDTH = 118  # px, of what is chosen


class PaperTemplateForm(QFrame):
    """Opened with a paper's template; Esc closes it."""

    chosen = Signal(object)  # PaperTemplate

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._template = PaperTemplate("")
        self._fields = [field for field in record_type(PaperTemplate).fields if not field.key]
        self._inputs = {field.name: self._input(field) for field in self._fields}
        self._told = label(kind="second")
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        switches = row(margins=(0, 0))
        number = 0
        for field in self._fields:
            if field.kind is Kind.YES_NO:  # whose box says what it is
                switches.addWidget(self._inputs[field.name])
                continue
            line, place = divmod(number, _ACROSS)
            words = f"{field.label}（{field.unit}）" if field.unit else field.label
            grid.addWidget(label(words), line, 2 * place)
            grid.addWidget(self._inputs[field.name], line, 2 * place + 1)
            number += 1
        grid.setColumnStretch(2 * _ACROSS, 1)
        switches.addStretch(1)
        self._accept = button(look, "この書式にする", self._choose, kind="primary", small=True)
        usual = button(look, "初めの書式", self._show_usual, small=True)
        close = button(look, "閉じる", self.hide, small=True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(12, 8, 12, 8)
        whole.setSpacing(6)
        whole.addLayout(grid)
        whole.addLayout(switches)
        whole.addLayout(row(self._told, None, usual, self._accept, close, margins=(0, 0)))
        self.setProperty("kind", "strip")
        self.hide()

    def open(self, template: PaperTemplate) -> None:
        """Show a template."""
        self._template = template
        self._fill(template)
        self.show()
        self._inputs[self._fields[0].name].setFocus()

    def values(self) -> PaperTemplate:
        """The template as it is being chosen."""
        return replace(
            self._template, **{name: _value(widget) for name, widget in self._inputs.items()}
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes it, Esc closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._accept.isEnabled():
            self._choose()
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        self.chosen.emit(self.values())

    def _show_usual(self) -> None:
        self._fill(PaperTemplate(self._template.paper))

    def _fill(self, template: PaperTemplate) -> None:
        for name, widget in self._inputs.items():
            _show(widget, getattr(template, name))
        self._tell()

    def _tell(self) -> None:
        """What the choice comes to, or why it cannot be printed."""
        template = self.values()
        wrong = faults(template)
        pitch, leading = (
            template.measure / max(template.characters, 1),
            template.depth / max(template.lines, 1),
        )
        self._told.setText(
            "　".join(wrong)
            or f"1行{template.characters}字 × 1ページ{template.lines}行　"
            f"（字送り {pitch:.1f}ポイント、行送り {leading:.1f}ポイント）"
        )
        set_tone(self._told, "error" if wrong else "")
        self._accept.setEnabled(not wrong)

    def _input(self, field: Field) -> QWidget:
        made: QWidget
        if field.kind is Kind.CHOICE:
            made = QComboBox()
            for value, word in field.choices.items():
                made.addItem(word, value)
            made.currentIndexChanged.connect(self._tell_if_shown)
        elif field.kind is Kind.YES_NO:
            made = QCheckBox(field.label)
            made.toggled.connect(self._tell_if_shown)
        else:
            made = QSpinBox(maximum=_MOST)
            made.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
            made.valueChanged.connect(self._tell_if_shown)
        made.setAccessibleName(field.label)
        if not isinstance(made, QCheckBox):
            made.setFixedWidth(_WIDTH)
        return made

    def _tell_if_shown(self) -> None:
        if self.isVisible():
            self._tell()


def _value(widget: QWidget) -> Any:
    if isinstance(widget, QComboBox):
        return widget.currentData()
    if isinstance(widget, QCheckBox):
        return widget.isChecked()
    return widget.value() if isinstance(widget, QSpinBox) else None


def _show(widget: QWidget, value: Any) -> None:
    if isinstance(widget, QComboBox):
        widget.setCurrentIndex(widget.findData(value))
    elif isinstance(widget, QCheckBox):
        widget.setChecked(value)
    elif isinstance(widget, QSpinBox):
        widget.setValue(value)
