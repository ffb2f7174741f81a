"""The keys of the program, in a window of their own that can stay open."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from kanagawa_desk.gui.models.table_model import Line, TableModel
from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.parts import column, list_view

_SIZE = 520, 640
_KEY_WIDTH = 180
_GRID_KEYS = (
    ("Enter・Shift+Enter", "下・上のセルへ"),
    ("Tab・Shift+Tab", "右・左のセルへ（続けて Enter で始めの列へ）"),
    ("F2", "セルの文字を直す"),
    ("文字", "セルを打ち直す（日本語入力もそのまま）"),
    ("Esc", "入力をやめる。読めない値のセルでは元の値に戻す"),
    ("Alt+数字", "読み方の候補から選ぶ"),
    ("Ctrl+矢印", "値のあるところの端へ"),
    ("Shift+矢印", "選ぶ範囲を広げる"),
)


class KeyHelp(QDialog):
    """A list of keys and what they do."""

    def __init__(self, look: Look, parent: QWidget, keys: Sequence[tuple[str, str]]) -> None:
        super().__init__(parent)
        self.setWindowTitle("キー操作の一覧")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        model = TableModel(look, ("キー", "働き"))
        model.setParent(self)
        model.show([Line(pair) for pair in (*keys, *_GRID_KEYS)])
        self.setLayout(column(list_view(model, "キー操作", (_KEY_WIDTH,)), margin=8))
        self.resize(*_SIZE)
