"""Fields of a binding's form: one of several words, or some of them by ticks."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from kanagawa_desk.domain.papers.binding_forms import Question
from kanagawa_desk.gui.widgets.detail_fields import ChoiceField
from kanagawa_desk.gui.widgets.parts import column

_VALUE = Qt.ItemDataRole.UserRole
_LINE = 24
_MOST_LINES = 6
_TICK = 36  # px of the box before a word, and of the space about both
_SCROLL_BAR = 14
_SOUGHT_FROM = 12  # options from which a list is searched by typing


class ChoiceLine(ChoiceField):
    """One of several words."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMinimumContentsLength(12)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.activated.connect(lambda _index: self.changed.emit())

    def show_question(self, question: Question) -> None:
        """Offer the options of a question."""
        offered = [(self.itemData(at), self.itemText(at)) for at in range(self.count())]
        if offered != list(question.options):
            self.clear()
            for value, word in question.options:
                self.addItem(word, value)
        self.setCurrentIndex(self.findData(question.chosen[0]) if question.chosen else -1)

    def offers(self) -> bool:
        """Whether there is anything to choose."""
        return self.count() > 0

    def answer(self) -> tuple[str, ...]:
        """What is chosen."""
        value = self.currentData()
        return () if value is None else (value,)


class ChoiceList(QWidget):
    """Some of several words, ticked with the space bar; a long list is searched by typing."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.sought = QLineEdit()
        self.sought.setPlaceholderText("絞り込み")
        self.sought.setAccessibleName(f"{name}の絞り込み")
        self.sought.textChanged.connect(self._narrow)
        self._widest = 1  # px of an option
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setProperty("kind", "choices")
        self.list.setFlow(QListWidget.Flow.LeftToRight)
        self.list.setWrapping(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.itemChanged.connect(lambda _item: self.changed.emit())
        self.list.installEventFilter(self)
        self.setLayout(column(self.sought, self.list, spacing=4))
        self.setFocusProxy(self.list)

    def show_question(self, question: Question) -> None:
        """Offer the options of a question."""
        self.list.blockSignals(True)
        offered = [
            (self.list.item(at).data(_VALUE), self.list.item(at).text())
            for at in range(self.list.count())
        ]
        if offered != list(question.options):
            self._offer(question)
        for at in range(self.list.count()):
            item = self.list.item(at)
            chosen = item.data(_VALUE) in question.chosen
            item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)

    def offers(self) -> bool:
        """Whether there is anything to choose."""
        return self.list.count() > 0

    def answer(self) -> tuple[str, ...]:
        """What is ticked, in order."""
        items = (self.list.item(at) for at in range(self.list.count()))
        return tuple(
            item.data(_VALUE) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width holds another number of options side by side."""
        super().resizeEvent(event)
        self._set_height()

    def hasFocus(self) -> bool:
        """Whether the list takes the keys."""
        return self.list.hasFocus()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Ctrl+A ticks all that is seen, or none; the row in hand shows while keys go there."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if event.key() == Qt.Key.Key_A and control:
                self._tick_all()
                return True
        elif event.type() == QEvent.Type.FocusIn and self.list.currentItem() is not None:
            self.list.currentItem().setSelected(True)
        elif event.type() == QEvent.Type.FocusOut:
            self.list.clearSelection()
        return False

    def _offer(self, question: Question) -> None:
        self.list.clear()
        room = self.list.fontMetrics()
        words = (room.horizontalAdvance(word) for _, word in question.options)
        self._widest = max(words, default=0) + _TICK
        for value, word in question.options:
            item = QListWidgetItem(word)
            item.setData(_VALUE, value)
            item.setToolTip(word)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
            )
            self.list.addItem(item)
        self._set_height()
        self.list.setCurrentRow(0, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.sought.setVisible(self.list.count() >= _SOUGHT_FROM)

    def _set_height(self) -> None:
        """As many lines as the options take side by side, up to a few."""
        room = max(1, self.width() - _SCROLL_BAR)
        wide = max(1, min(self._widest, room))
        self.list.blockSignals(True)
        for at in range(self.list.count()):
            self.list.item(at).setSizeHint(QSize(wide, _LINE))
        self.list.blockSignals(False)
        lines = min(-(-self.list.count() // (room // wide)), _MOST_LINES)
        self.list.setFixedHeight(max(1, lines) * _LINE + 2)

    def _tick_all(self) -> None:
        items = [self.list.item(at) for at in range(self.list.count())]
        seen = [item for item in items if not item.isHidden()]
        every = all(item.checkState() is Qt.CheckState.Checked for item in seen)
        self.list.blockSignals(True)
        for item in seen:
            item.setCheckState(Qt.CheckState.Unchecked if every else Qt.CheckState.Checked)
        self.list.blockSignals(False)
        self.changed.emit()

    def _narrow(self, text: str) -> None:
        for at in range(self.list.count()):
            item = self.list.item(at)
            item.setHidden(text.casefold() not in item.text().casefold())
