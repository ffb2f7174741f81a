"""Whom an inquiry would ask, for how much, and the letter that goes along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSplitter, QWidget

from kanagawa_desk.gui.models.table_model import Line, TickModel
from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.page_view import PageView
from kanagawa_desk.gui.widgets.parts import column, frame, label, list_view, row

if TYPE_CHECKING:
    from kanagawa_desk.services.inquiries.creating import Asked, Preview

_HEADINGS = ("照会先", "行", "セル", "様式")
_WIDTHS = (190, 56, 64)
_SIZES = [260, 420]


class InquiryPreview(QFrame):
    """The ticked are asked; of the one in hand the letter is shown."""

    letter_wanted = Signal(object, int)  # Asked, width in device pixels
    ticked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "surface")
        self._unticked: set[str] = set()  # 所管課 that a person leaves out
        self._added: set[str] = set()  # others that a person asks beside them
        self._model = TickModel(look, _HEADINGS)
        self._model.ticks_changed.connect(self._remember)
        self._filling = False
        self._count = label(kind="second")
        self._nobody = label(kind="second", tone="shortage", wrap=True)
        self._nobody.setMargin(8)
        self.list = list_view(self._model, "照会先", _WIDTHS)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_letter())
        self.view = PageView(look, self._want_letter)
        upper = column(frame("pane_head", row(label("照会先", "pane"), 8, self._count, None), 34))
        upper.addWidget(self._nobody)
        upper.addWidget(self.list, 1)
        head = row(label("照会文", "pane"), label("1枚目", "third"), None)
        lower = column(frame("pane_head", head, 34))
        lower.addWidget(self.view, 1)
        sides = QSplitter(Qt.Orientation.Vertical)
        sides.setObjectName("inquiries.preview")
        sides.setChildrenCollapsible(False)
        for layout in (upper, lower):
            pane = QWidget()
            pane.setLayout(layout)
            sides.addWidget(pane)
        sides.setStretchFactor(1, 1)
        sides.setSizes(_SIZES)
        whole = column()
        whole.addWidget(sides)
        self.setLayout(whole)

    def show_preview(self, preview: Preview) -> None:
        """Take whom an order would ask; what a person ticked or unticked stays so."""
        at = max(0, self.list.currentIndex().row())
        everyone = [*preview.asked, *preview.others]
        chosen = [place for place, each in enumerate(everyone) if self._is_chosen(each)]
        self._filling = True
        self._model.show_ticked([_line(each) for each in everyone], chosen)
        self._filling = False
        self._tell_count()
        self._nobody.setText(_left_out(preview.unanswered_for))
        self._nobody.setVisible(bool(preview.unanswered_for))
        if everyone:
            self.list.selectRow(min(at, len(everyone) - 1))
        else:
            self.view.show_page(-1)

    def clear(self) -> None:
        """Show nothing, while what is asked is not whole."""
        self._model.show_ticked([], ())
        self._nobody.hide()
        self._tell_count()
        self.view.show_page(-1)

    def forget(self) -> None:
        """Begin anew: everyone that answers for something is asked."""
        self._unticked.clear()
        self._added.clear()

    def take_letter(self, png: bytes) -> None:
        """The picture of the letter has come."""
        self.view.take_picture(0, png)

    def chosen(self) -> tuple[Asked, ...]:
        """Those who are to be asked."""
        return tuple(self._model.ticked())

    def panes(self) -> list[QWidget]:
        """What F6 goes round."""
        return [self.list, self.view]

    def _is_chosen(self, asked: Asked) -> bool:
        if asked.respondent:
            return asked.respondent in self._added
        return asked.division not in self._unticked

    def _remember(self) -> None:
        if self._filling:
            return
        chosen = self.chosen()
        for line in self._model.lines:
            asked: Asked = line.subject
            if asked.respondent:
                _put(self._added, asked.respondent, there=asked in chosen)
            else:
                _put(self._unticked, asked.division, there=asked not in chosen)
        self._tell_count()
        self.ticked.emit()

    def _tell_count(self) -> None:
        chosen = self.chosen()
        cells = sum(each.cells for each in chosen)
        self._count.setText(f"{len(chosen)}か所　{cells:,}セル")

    def _show_letter(self) -> None:
        self.view.show_page(0 if self._in_hand() else -1)

    def _in_hand(self) -> Asked | None:
        at = self.list.currentIndex().row()
        return self._model.lines[at].subject if 0 <= at < len(self._model.lines) else None

    def _want_letter(self, _page: int, width: int) -> None:
        asked = self._in_hand()
        if asked is not None and width > 0:
            self.letter_wanted.emit(asked, width)


def _line(asked: Asked) -> Line:
    texts = (asked.name, f"{asked.rows:,}", f"{asked.cells:,}", f"{asked.workbook}.xlsx")
    return Line(texts, asked)


def _put(names: set[str], name: str, *, there: bool) -> None:
    (names.add if there else names.discard)(name)


def _left_out(rows: tuple[str, ...]) -> str:
    if not rows:
        return ""
    more = f" ほか{len(rows) - 1}行" if len(rows) > 1 else ""
    return f"{rows[0]}{more}は所管課がないため、だれにも照会しません。"
