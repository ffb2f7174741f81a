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
    ("Shift+矢印・Ctrl+Shift+矢印", "選ぶ範囲を広げる・値のあるところの端まで広げる"),
    ("↑↓・Enter", "読み方がいくつかあるときに、下の候補から選ぶ"),
)
_REVIEW_KEYS = (
    ("Alt+1・Alt+2・Alt+3", "回答の確認：回答を採用・現在を残す・保留（選んだ行すべて）"),
    ("F8・Shift+F8", "回答の確認：次・前の保留へ"),
    ("数字・←→", "回答の確認：読み方の候補から選ぶ"),
    ("F2", "回答の確認：正しい値を入力する"),
    ("Shift+Space・Ctrl+A", "回答の確認：同じ行の全セル・全部を選ぶ"),
    ("Enter", "回答の確認：台帳のセルへ"),
    ("Ctrl+Enter", "回答の確認：取り込む"),
)


class KeyHelp(QDialog):
    """A list of keys and what they do."""

    def __init__(self, look: Look, parent: QWidget, keys: Sequence[tuple[str, str]]) -> None:
        super().__init__(parent)
        self.setWindowTitle("キー操作の一覧")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        model = TableModel(look, ("キー", "働き"))
        model.setParent(self)
        model.show([Line(pair) for pair in (*keys, *_GRID_KEYS, *_REVIEW_KEYS)])
        self.setLayout(column(list_view(model, "キー操作", (_KEY_WIDTH,)), margin=8))
        self.resize(*_SIZE)
