"""The menus as data: every entry is a command of the window with its key."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from kanagawa_desk.gui.theme import Look


@dataclass(frozen=True, slots=True)
class Item:
    """An entry: its words, what it does, its key and picture.

    With `shown_key` the key is only told: what the entry works on takes it by itself.
    """

    text: str
    do: Callable[[], object]
    key: str = ""
    icon: str = ""
    shown_key: bool = False


def fill(
    menu: QMenu, items: Sequence[Item | None], window: QMainWindow, look: Look
) -> list[QAction]:
    """Put entries into a menu and give them back; None is a line between them."""
    actions = []
    for item in items:
        if item is None:
            menu.addSeparator()
            continue
        text = f"{item.text}\t{item.key}" if item.shown_key else item.text
        action = QAction(text, window)
        dress(action, item, look)
        menu.addAction(action)
        actions.append(action)
    return actions


def dress(action: QAction, item: Item, look: Look) -> None:
    """Give an action the key, picture and work of an entry."""
    if item.key and not item.shown_key:
        action.setShortcut(QKeySequence(item.key))
    if item.icon:
        look.dress(action, item.icon)
    action.triggered.connect(lambda _checked=False: item.do())
