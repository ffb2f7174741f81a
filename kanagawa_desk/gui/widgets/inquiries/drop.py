"""Where returned files are dropped, and the page that takes them wherever they fall."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.parts import button, column, label
from kanagawa_desk.gui.widgets.picture import Picture

_WIDTH = 164
_ICON = 24


class DropZone(QFrame):
    """Says that files may be dropped, and offers to choose them instead."""

    files_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._over = False
        self.setProperty("kind", "pane_head")
        self.setAccessibleName("回答ファイルの受付")
        self.setFixedWidth(_WIDTH)
        words = (
            Picture(look, "import", "accent", _ICON),
            label("回答ファイルをここへ", "pane"),
            label("ブック・CSV・フォルダー", "second"),
        )
        buttons = (
            button(look, "ファイルを選ぶ…", self.files_wanted.emit, icon="folder", small=True),
            button(look, "フォルダーを選ぶ…", self.folder_wanted.emit, small=True),
        )
        whole = column(margin=14, spacing=5)
        whole.addStretch(1)
        for each in (*words, *buttons, label("所属は自動で判定します", "third")):
            whole.addWidget(each, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(1)
        self.setLayout(whole)
        look.changed.connect(self.update)

    def show_over(self, over: bool) -> None:
        """Whether files are held over the page."""
        self._over = over
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dashed edge."""
        super().paintEvent(event)
        painter = QPainter(self)
        edge = self.rect().adjusted(10, 10, -11, -11)
        if self._over:
            painter.fillRect(edge, self._look.colour("selected"))
        painter.setPen(QPen(self._look.colour("accent"), 1.5, Qt.PenStyle.DashLine))
        painter.drawRect(edge)


class FileDrops(QObject):
    """Lets a widget take files that are dropped anywhere on it."""

    dropped = Signal(list)  # of Path
    over = Signal(bool)

    def __init__(self, target: QWidget) -> None:
        super().__init__(target)
        self.taking = True
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what comes from outside as files."""
        kind = event.type()
        if kind == QEvent.Type.DragLeave:
            self.over.emit(False)
        elif isinstance(event, QDropEvent) and self.taking and _paths(event):
            event.acceptProposedAction()
            self.over.emit(kind != QEvent.Type.Drop)
            if kind == QEvent.Type.Drop:
                self.dropped.emit(_paths(event))
            return True
        return super().eventFilter(watched, event)


def _paths(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
