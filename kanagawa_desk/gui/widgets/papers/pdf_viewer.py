"""A PDF that was made, to look through, to write to a file and to print."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from kanagawa_desk.gui.calls import outputs as output_calls
from kanagawa_desk.gui.messages import Message
from kanagawa_desk.gui.widgets.composer.sheet_view import SheetView
from kanagawa_desk.gui.widgets.parts import button, column, frame, icon_button, label, row

if TYPE_CHECKING:
    from kanagawa_desk.gui.calls.outputs import Made
    from kanagawa_desk.gui.pages.desk import Desk

_LEAST_HEIGHT = 380
_HEAD_HEIGHT = 40


class PdfViewer(QFrame):
    """Opened with a PDF; Esc closes it."""

    said = Signal(object)  # Message

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._made: Made | None = None
        self._folder = Path()
        self._count = 0
        self._sheet = 0
        self._title = label(kind="pane")
        self._told = label(kind="second")
        self._number = label(kind="second")
        self.sheet_view = SheetView(desk.look)
        self.sheet_view.setMinimumHeight(_LEAST_HEIGHT)
        self.sheet_view.turned.connect(lambda by: self._turn(self._sheet + by))
        self.sheet_view.resized.connect(self._ask)
        look = desk.look
        head = row(
            self._title,
            self._told,
            None,
            icon_button(look, "chevron-left", "前の紙面", lambda: self._turn(self._sheet - 1)),
            self._number,
            icon_button(look, "chevron-right", "次の紙面", lambda: self._turn(self._sheet + 1)),
            8,
            button(look, "PDFに出す…", self.write, icon="pdf", small=True),
            button(look, "印刷…", self.print, icon="print", kind="primary", small=True),
            icon_button(look, "close", "紙面を閉じる", self.hide),
        )
        self.setLayout(column(frame("pane_head", head, _HEAD_HEIGHT), self.sheet_view))
        self.hide()

    def open(self, made: Made, folder: Path) -> None:
        """Show a PDF from its first page."""
        self._made, self._folder, self._count = made, folder, 0
        self._title.setText(made.title)
        self._told.setText(made.told)
        self.show()
        self._desk.tasks.ask(output_calls.sheet_count, made.pdf, then=self._counted)
        self.sheet_view.setFocus()

    def write(self) -> None:
        """Write the PDF to a file that is asked for."""
        from kanagawa_desk.gui import file_dialogs

        if self._made is None:
            return
        suggested = self._folder / f"{self._made.title}.pdf"
        path = file_dialogs.file_to_write(self, "PDFに出す", suggested)
        if path is not None:
            self._desk.tasks.ask(
                output_calls.write_pdf, path, self._made.pdf, then=self._tell_written
            )

    def print(self) -> None:
        """Print all pages, by the system's dialogs."""
        from kanagawa_desk.gui.printing import print_whole

        if self._made is not None:
            print_whole(self, self._made.pdf, self._made.title)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _counted(self, count: int) -> None:
        self._count = count
        self._turn(0)

    def _turn(self, sheet: int) -> None:
        if 0 <= sheet < self._count:
            self._sheet = sheet
            self._number.setText(f"{sheet + 1} / {self._count}")
            self._ask()

    def _ask(self) -> None:
        made, sheet = self._made, self._sheet
        if made is None or not self._count or not self.isVisible():
            return

        def come(png: bytes) -> None:
            if made is self._made and sheet == self._sheet:
                self.sheet_view.show_picture(png)
                if self.sheet_view.picture_width() != width:
                    self._ask()  # it stands another way than the one before

        width = self.sheet_view.picture_width()
        self._desk.tasks.ask(output_calls.page_image, made.pdf, sheet, width, then=come)

    def _tell_written(self, path: Path) -> None:
        self.said.emit(Message(f"{path.name} を作りました。{path.parent}", "ok"))
