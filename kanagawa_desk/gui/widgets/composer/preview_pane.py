"""The page as it prints beside the editor: it follows the block in hand, and leads back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from kanagawa_desk.gui.calls import papers as paper_calls
from kanagawa_desk.gui.pages.desk import Desk
from kanagawa_desk.gui.theme import ICON_SIZE
from kanagawa_desk.gui.widgets.composer.sheet_view import WHOLE, WIDE, SheetView
from kanagawa_desk.gui.widgets.parts import column, frame, icon_button, label, row, set_tone
from kanagawa_desk.gui.widgets.picture import Picture

if TYPE_CHECKING:
    from kanagawa_desk.gui.calls.papers import Preview

_FOOT = 30
_PAUSE = 250  # ms without a change before the page is made anew
_ZOOMS = ((WHOLE, "ページ全体"), (WIDE, "幅に合わせる"))


class PreviewPane(QWidget):
    """At most one page is being made at a time; what is wanted meanwhile is made after it."""

    pointed = Signal(str)  # a block, on the page
    drawn = Signal(object)  # Preview

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._paper = ""
        self._block = ""  # that the page follows; empty once a page was turned to
        self._sheet = 0
        self._preview: Preview | None = None
        self._under_way = self._again = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._make)
        look = desk.look
        self.view = SheetView(look)
        self.view.turned.connect(lambda by: self.turn(self._sheet + by))
        self.view.pointed.connect(self._point)
        self.view.resized.connect(self._make)
        self._number = label(kind="second")
        self.zoom = QComboBox()
        self.zoom.setAccessibleName("紙面の大きさ")
        for value, word in _ZOOMS:
            self.zoom.addItem(word, value)
        self.zoom.activated.connect(lambda _i: self.view.show_zoom(self.zoom.currentData()))
        head = row(
            label("紙面", "pane"),
            None,
            icon_button(look, "chevron-left", "前のページ", lambda: self.turn(self._sheet - 1)),
            self._number,
            icon_button(look, "chevron-right", "次のページ", lambda: self.turn(self._sheet + 1)),
            self.zoom,
            margins=(12, 3),
        )
        self._mark = Picture(look, "ok", "ok", ICON_SIZE)
        self._fit = label(tone="ok")
        follows = label("紙面の位置は編集と連動", "third")
        layout = column(frame("pane_head", head, 34))
        layout.addWidget(self.view, 1)
        layout.addWidget(frame("pane_foot", row(self._mark, self._fit, None, follows), _FOOT))
        self.setLayout(layout)

    def choose_zoom(self, *, wide: bool) -> None:
        """Show pages as wide as the pane, or whole."""
        self.zoom.setCurrentIndex(self.zoom.findData(WIDE if wide else WHOLE))
        self.view.show_zoom(self.zoom.currentData())

    def show_paper(self, paper: str) -> None:
        """Show another paper, from its first sheet on; none for an empty id."""
        if paper != self._paper:
            self._paper, self._block, self._sheet, self._preview = paper, "", 0, None
            self.view.show_picture(b"")
            self._number.setText("")
            self._make()

    def follow(self, block: str) -> None:
        """Show the sheet on which a block stands."""
        self._block = block
        preview = self._preview
        there = preview.places.get(block, ()) if preview else ()
        if there and there[0][0] != self._sheet:
            self._pause.start(0)
        self._show_bars()

    def renew(self) -> None:
        """The paper has changed: make the sheet anew when the hand rests."""
        self._pause.start(_PAUSE)

    def turn(self, sheet: int) -> None:
        """Show another sheet (from 0)."""
        if self._preview is not None and 0 <= sheet < self._preview.sheet_count:
            self._block, self._sheet = "", sheet
            self._tell_number(self._preview.sheet_count)
            self._make()

    def places_of(self, block: str) -> list[tuple[float, float]]:
        """Where a block stands on the sheet that is shown, as shares of its height."""
        places = self._preview.places.get(block, ()) if self._preview else ()
        return [(top, foot) for sheet, top, foot in places if sheet == self._sheet]

    def _make(self) -> None:
        if not self._paper or not self.isVisible():
            return
        if self._under_way:
            self._again = True
            return
        self._under_way, self._again = True, False
        self._desk.tasks.ask(
            paper_calls.preview,
            self._paper,
            self._block,
            self._sheet,
            self.view.picture_width(),
            then=self._take,
            otherwise=self._failed,
        )

    def _take(self, preview: Preview) -> None:
        self._under_way = False
        if preview.paper != self._paper:
            self._make()
            return
        self._preview, self._sheet = preview, preview.sheet
        self.view.show_picture(preview.png)
        self._tell_number(preview.sheet_count)
        self._show_bars()
        self._tell_fit(preview)
        self.drawn.emit(preview)
        if self._again:
            self._make()

    def _failed(self, reason: str) -> None:
        self._under_way = False
        self._number.setText("表示できません")
        self._number.setToolTip(reason)

    def _tell_number(self, count: int) -> None:
        number = f"{self._sheet + 1} / {count}"
        self._number.setText(number)
        self.view.setAccessibleDescription(number)

    def _tell_fit(self, preview: Preview) -> None:
        """Whether everything could be printed as it stands."""
        count = len(preview.problems)
        tone = "shortage" if count else "ok"
        self._mark.show_icon("warning" if count else "ok", tone)
        self._fit.setText(f"紙面の問題 {count}件" if count else "はみ出し・欠字 なし")
        self._fit.setToolTip("\n".join(each.message for each in preview.problems))
        set_tone(self._fit, tone)

    def _show_bars(self) -> None:
        self.view.show_bars(self.places_of(self._block))

    def _point(self, height: float) -> None:
        if self._preview is None:
            return
        nearest = min(
            (
                (max(top - height, height - foot, 0.0), block)
                for block, places in self._preview.places.items()
                for sheet, top, foot in places
                if sheet == self._sheet
            ),
            default=None,
        )
        if nearest is not None:
            self.pointed.emit(nearest[1])
