"""The blocks of a paper with what puts new ones in: buttons, a menu with keys, the trail above."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from kanagawa_desk.domain.papers.blocks import Block
from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.composer.block_list import BlockList
from kanagawa_desk.gui.widgets.composer.kinds import KINDS
from kanagawa_desk.gui.widgets.elided_label import ElidedLabel
from kanagawa_desk.gui.widgets.parts import column, frame, icon_button, label, row

_IN_REACH = ("heading", "paragraph", "bullet", "note")
_SHORT = {"note": "注"}
_FROM_LEDGERS = (
    ("table", "台帳の表…", "table", "Ctrl+Alt+T"),
    ("chart", "台帳のグラフ…", "chart", "Ctrl+Alt+G"),
    ("number", "台帳の数値…", "link", "Ctrl+Alt+N"),
    ("figure", "図の画像…", "figure", "Ctrl+Alt+I"),
)
_TRAIL_HEIGHT = 30


class EditorPane(QWidget):
    """Says what is wanted; the blocks themselves are in `blocks`."""

    put_in = Signal(str)  # a kind of block
    bound = Signal(str)  # something of the ledgers: table, chart, number, figure
    undone = Signal()
    redone = Signal()

    def __init__(
        self, look: Look, blocks: BlockList, above: Sequence[QWidget], below: QWidget
    ) -> None:
        super().__init__()
        self._look = look
        self.blocks = blocks
        self.insert_menu = self._insert_menu()
        self._above, self._here = label(kind="third"), ElidedLabel("strong")
        head = row(margins=(4, 0))
        head.setSpacing(0)
        for kind in _IN_REACH:
            action = self._by_kind[kind]
            head.addWidget(self._button(action, _SHORT.get(kind, action.text())))
        head.addWidget(self._button(self._bound["table"], "台帳の表…"))
        head.addWidget(self._opener("挿入", self.insert_menu))
        head.addStretch(1)
        head.addWidget(icon_button(look, "undo", "元に戻す（Ctrl+Z）", self.undone.emit))
        head.addWidget(icon_button(look, "redo", "やり直す（Ctrl+Y）", self.redone.emit))
        trail = row(self._above)
        trail.addWidget(self._here, 1)
        trail.setSpacing(0)
        layout = column(frame("pane_head", head, 34), frame("strip", trail, _TRAIL_HEIGHT))
        for bar in above:
            layout.addWidget(bar)
        layout.addWidget(blocks, 1)
        layout.addWidget(below)
        self.setLayout(layout)

    def add_block_menu(self, menu: QMenu) -> None:
        """What can be done with the block in hand stands below what can be put in."""
        self.insert_menu.addSeparator()
        self.insert_menu.addMenu(menu)

    def show_trail(self, path: Sequence[Block], labels: Mapping[str, str]) -> None:
        """The headings over the block in hand, the outermost first."""
        self._above.setText("".join(f"{labels[block.id]} › " for block in path[:-1]))
        self._here.tell(f"{labels[path[-1].id]} {path[-1].text}" if path else "")

    @property
    def trail(self) -> str:
        """Where the block in hand stands, as it is shown."""
        return self._above.text() + self._here.text()

    def set_writable(self, writable: bool) -> None:
        """Say whether anything can be put in."""
        for action in self.actions():
            action.setEnabled(writable)
        self.blocks.set_writable(writable)

    def _insert_menu(self) -> QMenu:
        menu = QMenu("挿入", self)
        self._by_kind = {
            each.kind: self._action(each.word, each.icon, each.key, self.put_in, each.kind)
            for each in KINDS
        }
        self._bound = {
            kind: self._action(word, icon, key, self.bound, kind)
            for kind, word, icon, key in _FROM_LEDGERS
        }
        menu.addActions(list(self._by_kind.values()))
        menu.addSeparator()
        menu.addActions(list(self._bound.values()))
        return menu

    def _action(self, word: str, icon: str, key: str, wish: SignalInstance, kind: str) -> QAction:
        action = QAction(word, self)
        self._look.dress(action, icon)
        if key:
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked=False: wish.emit(kind))
        self.addAction(action)
        return action

    def _button(self, action: QAction, word: str) -> QToolButton:
        made = QToolButton()
        made.setDefaultAction(action)
        made.setText(word)
        made.setToolTip(f"{action.text()}を入れる（{action.shortcut().toString()}）")
        made.setAccessibleName(f"{action.text()}を入れる")
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made

    def _opener(self, word: str, menu: QMenu) -> QToolButton:
        made = QToolButton()
        made.setText(word)
        made.setAccessibleName(word)
        made.setMenu(menu)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made
