"""What the panel beside a grid asks of the ledger: its record read, stored, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kanagawa_desk.domain.fields import record_type_named
from kanagawa_desk.domain.layout import Address, RowKind
from kanagawa_desk.domain.reading import Got
from kanagawa_desk.gui.calls import ledger as calls
from kanagawa_desk.gui.calls import rows as row_calls
from kanagawa_desk.gui.pages.desk import Desk
from kanagawa_desk.gui.widgets.ask_bar import AskBar, Question
from kanagawa_desk.gui.widgets.grid.pane import Enter, GridPane
from kanagawa_desk.gui.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from kanagawa_desk.services.details import Detail, PaperUse
    from kanagawa_desk.services.edit import Written
    from kanagawa_desk.services.history import CellChange
    from kanagawa_desk.services.outcomes import Outcome

_PAUSE = 60  # ms that a cell stays the current one before its record is looked up


class PanelWork(QObject):
    """Fills a panel with the record in hand, and carries what is typed there to the ledger.

    `subject_of` gives the cell whose record is shown for the one at a row and column, `tag_of`
    a word on how the record in a row stands, with its tone.
    """

    wrote = Signal()
    settled = Signal(int)  # the row in hand, once it stays so

    def __init__(
        self,
        desk: Desk,
        panel: SidePanel,
        pane: GridPane,
        ask_bar: AskBar,
        subject_of: Callable[[int, int], Address | None],
        tag_of: Callable[[int], tuple[str, str]],
        enter: Enter = calls.enter,
    ) -> None:
        super().__init__(panel)
        self._desk = desk
        self._panel = panel
        self._grid = pane.grid
        self._model = pane.model
        self._ask_bar = ask_bar
        self._subject_of = subject_of
        self._tag_of = tag_of
        self._enter_texts = enter
        self._told: Address | None = None  # the cell whose history the panel shows
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._look_up)
        pane.cell_chosen.connect(lambda *_: self.renew())
        pane.loaded.connect(lambda _layout: self.renew())
        panel.moved.connect(self._move)
        panel.reached.connect(self._show_history_of)
        panel.typed.connect(self._read)
        panel.entered.connect(self._enter)
        panel.reverted.connect(self._revert)

    def renew(self) -> None:
        """Show the record in hand as it is now, once it stays in hand."""
        self._pause.start()

    def _look_up(self) -> None:
        index = self._grid.currentIndex()
        if not index.isValid():
            return
        row, column = index.row(), index.column()
        name, heading = self._model.place(row, column)
        self._panel.show_title(name, *self._tag_of(row))
        self.settled.emit(row)
        subject = self._subject_of(row, column)
        if subject is None:
            self._panel.show_record((), heading, (), {})
            self._panel.show_uses(())
            return
        cell = self._model.cell(row, column).address

        def found(
            answer: tuple[tuple[Detail, ...], tuple[CellChange, ...], tuple[PaperUse, ...]],
        ) -> None:
            if self._grid.currentIndex() == index:
                details, changes, uses = answer
                self._told = cell
                self._panel.show_record(details, heading, changes, self._model.drafts)
                self._panel.show_uses(uses)
                if (in_hand := self._panel.in_hand()) is not None:
                    self._show_history_of(in_hand)

        self._desk.tasks.ask(calls.details, subject, cell, self._desk.today(), then=found)

    def _move(self, by: int) -> None:
        """Take the record above or below in hand; headings are passed over."""
        index = self._grid.currentIndex()
        rows, row = self._model.rows, index.row() + by
        while 0 <= row < len(rows) and rows[row].kind is RowKind.SECTION:
            row += by
        if index.isValid() and 0 <= row < len(rows):
            self._grid.go_to(row, index.column())

    def ask_why(self, correct: Callable[[str], object]) -> None:
        """Ask for the reason that firm figures are corrected for."""

        def answer(answers: list[object]) -> str:
            reason = str(answers[0])
            if not reason:
                return "訂正の理由を入れてください。"
            correct(reason)
            return ""

        self._ask_bar.ask("確定した数値の訂正", (Question("理由", 360),), answer, "訂正する")

    def _read(self, address: Address, text: str) -> None:
        """Say below a field how it would be read."""

        def read(outcomes: tuple[Outcome, ...]) -> None:
            field = self._panel.field(address)
            if field is not None and field.text == text:
                field.show_outcome(outcomes[0])

        self._desk.tasks.ask(calls.preview, {address: text}, self._desk.today(), then=read)

    def _enter(self, address: Address, text: str, reason: str = "") -> None:
        """Store a field; what cannot be taken stays as a draft, firm figures need a reason."""

        def entered(written: Written) -> None:
            self.wrote.emit()
            if any(isinstance(each.reading, Got) for each in written.outcomes if not each.stored):
                self.ask_why(lambda why: self._enter(address, text, why))

        today = self._desk.today()
        self._desk.tasks.ask(self._enter_texts, {address: text}, today, reason, then=entered)

    def _revert(self, batch: str) -> None:
        """Put an earlier value of the cell back; in firm figures once a reason is given."""
        told = self._told
        if told is None:
            return

        def go_back(reason: str = "") -> None:
            self._desk.tasks.ask(
                row_calls.revert, told, batch, reason, then=lambda _: self.wrote.emit()
            )

        def judged(firm: bool) -> None:
            self.ask_why(go_back) if firm else go_back()

        self._desk.tasks.ask(row_calls.needs_reason, told, then=judged)

    def _show_history_of(self, address: Address) -> None:
        """Show the history of the field that is in hand."""

        def found(changes: tuple[CellChange, ...]) -> None:
            field = self._panel.field(address)
            if field is not None and field.editor.hasFocus():
                self._told = address
                label = record_type_named(address.record).field(address.field).label
                self._panel.show_history(label, changes)

        self._desk.tasks.ask(row_calls.cell_history, address, then=found)
