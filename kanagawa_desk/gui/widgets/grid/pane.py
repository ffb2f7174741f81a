"""A grid at work: loaded, typed in, checked while typing, stored, searched."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kanagawa_desk.domain.layout import Address, Layout
from kanagawa_desk.gui.calls import ledger as calls
from kanagawa_desk.gui.messages import Message
from kanagawa_desk.gui.models.destinations import destination, row_names
from kanagawa_desk.gui.models.drafts import choices, drafts, reading_text, tone
from kanagawa_desk.gui.models.grid_model import Draft, GridModel
from kanagawa_desk.gui.preferences import Preferences
from kanagawa_desk.gui.tasks import Tasks
from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.ask_bar import AskBar
from kanagawa_desk.gui.widgets.grid import keys as grid_keys
from kanagawa_desk.gui.widgets.grid.arranging import header_menu
from kanagawa_desk.gui.widgets.grid.blocks import Block
from kanagawa_desk.gui.widgets.grid.draft_strips import DraftStrips
from kanagawa_desk.gui.widgets.grid.filter_bar import FilterBar
from kanagawa_desk.gui.widgets.grid.find_bar import FindBar
from kanagawa_desk.gui.widgets.grid.finder import Finder
from kanagawa_desk.gui.widgets.grid.go_bar import GoBar
from kanagawa_desk.gui.widgets.grid.grid import Grid
from kanagawa_desk.gui.widgets.grid.input_strip import InputStrip
from kanagawa_desk.gui.widgets.grid.memory import GridMemory
from kanagawa_desk.gui.widgets.grid.paste_review import PasteReview
from kanagawa_desk.gui.widgets.grid.row_narrower import RowNarrower
from kanagawa_desk.gui.widgets.grid.views import GridViews
from kanagawa_desk.gui.widgets.parts import column

if TYPE_CHECKING:
    from kanagawa_desk.services.edit import Written
    from kanagawa_desk.services.outcomes import Outcome

Loader = Callable[[Any], Layout]
Enter = Callable[..., "Written"]  # (ledger, texts by address, today, reason)


class GridPane(QWidget):
    """The input line, the find line and the grid of one ledger."""

    wrote = Signal()  # whoever shows the ledger loads it again
    said = Signal(object)  # Message
    loaded = Signal(object)  # Layout
    reason_wanted = Signal(object)  # Address of a draft that needs one
    cell_chosen = Signal(int, int)

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        today: Callable[[], date],
        *,
        row_numbers: bool = False,
        enter: Enter = calls.enter,
    ) -> None:
        super().__init__()
        self._enter = enter
        self.tasks = tasks
        self._today = today
        self._loader: Loader | None = None
        self._loading = False
        self._wanted = False  # to be loaded again: the ledger was changed while it was
        self._sought: Address | None = None
        self._reading = ""  # the text that is being read in the worker
        self._pasting: Mapping[Address, str] = {}
        self.model = GridModel()
        self.grid = Grid(look, self.model, row_numbers=row_numbers)
        grid_keys.install(self.grid)
        self.strip = InputStrip(look)
        self.find_bar = FindBar(look)
        self.review = PasteReview(look, self.model)
        self._strips = DraftStrips(self.grid)
        self._finder = Finder(self.grid, self.find_bar)
        self.go_bar = GoBar(look)
        self.filter_bar = FilterBar(look)
        self.ask_bar = AskBar(look)
        self.narrower = RowNarrower(self.grid, self.filter_bar, tasks, today)
        self.memory = GridMemory(self.grid.arrangement)
        self.views = GridViews(self.grid, self.narrower, self.memory, self.ask_bar)
        bars = self.find_bar, self.go_bar, self.filter_bar, self.ask_bar, self.review
        layout = column(self.strip, *bars)
        layout.addWidget(self.grid, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.grid)
        self._connect()

    def _connect(self) -> None:
        self.model.cells_entered.connect(self._store)
        self.model.draft_given_up.connect(self._give_up)
        self._strips.reason_wanted.connect(self.reason_wanted)
        self.model.dataChanged.connect(lambda *_: self._show_place())
        self.grid.cell_chosen.connect(self._choose)
        self.grid.typed.connect(self._read)
        self.grid.typing_ended.connect(self._show_place)
        self.grid.horizontalHeader().customContextMenuRequested.connect(
            lambda at: header_menu(self.grid, at)
        )
        self.grid.said.connect(lambda text: self.strip.show_reading(text, "shortage"))
        self.grid.pasted.connect(self._check_paste)
        self.grid.wished.connect(self._open)
        self.go_bar.wanted.connect(self._go)
        self.go_bar.closed.connect(self.grid.setFocus)
        self.review.accepted.connect(self._paste)
        self.review.dropped.connect(self._drop_paste)

    def remember_in(self, preferences: Preferences) -> None:
        """Keep the columns and the views in these settings, which also say who is acting."""
        self.memory.remember_in(preferences)
        self.narrower.division = preferences["division"]

    def load(self, loader: Loader) -> None:
        """Show what `loader` gives in the worker thread, now and after every change."""
        self._loader = loader
        self.reload()

    def reload(self) -> None:
        """Show the ledger as it is now; however often it is asked for meanwhile, once more."""
        self._wanted = True
        if self._loader is None or self._loading:
            return
        loader = self._loader
        self._wanted, self._loading = False, True

        def loaded(layout: Layout) -> None:
            self._loading = False
            if loader is self._loader:  # no other sheet was chosen meanwhile
                self._show(layout)
            if self._wanted:
                self.reload()

        def failed(why: str) -> None:
            self._loading = False
            self.said.emit(Message(why, "error"))

        self.tasks.ask(loader, then=loaded, otherwise=failed)
        self.tasks.ask(calls.drafts, self._today(), then=self._show_drafts)
        self.narrower.renew()

    def go_to(self, address: Address) -> bool:
        """Make a cell the current one; False where the grid does not show it."""
        index = self.model.find(address)
        if not index.isValid() and self.model.is_narrowed:
            self.model.narrow_no_more()
            index = self.model.find(address)
        if not index.isValid():
            return False
        self.grid.go_to(index.row(), index.column())
        self.grid.setFocus()
        return True

    def seek(self, address: Address) -> None:
        """Go to a cell when the next load has come."""
        self._sought = address

    def current_address(self) -> Address | None:
        """The record field in the current cell."""
        index = self.grid.currentIndex()
        return self.model.cell(index.row(), index.column()).address if index.isValid() else None

    def _show_drafts(self, kept: tuple[Outcome, ...]) -> None:
        self.model.show_drafts(drafts(self.model, kept))

    def _show(self, layout: Layout) -> None:
        self.memory.begin(layout.name.partition(":")[0])
        self.grid.keep_place(lambda: self.model.show(layout))
        sought, self._sought = self._sought, None
        if sought is not None:
            self.go_to(sought)
        self.loaded.emit(layout)

    def _open(self, line: str) -> None:
        """Open the line that a key of the grid wishes for."""
        if line == "go":
            self.go_bar.open_bar(row_names(self.model))
        elif line == "filter":
            self.narrower.open_bar()
        else:
            self.views.open_menu()

    def _go(self, text: str) -> None:
        index = self.grid.currentIndex()
        here = max(0, index.row()), max(0, index.column())
        place = destination(self.model, text, here, self.grid.geometry_.shown_columns())
        if place is None:
            self.go_bar.show_fault()
        else:
            self.grid.go_to(*place)
            self.go_bar.close_bar()

    def _choose(self, row: int, column_: int) -> None:
        self._show_place()
        self.cell_chosen.emit(row, column_)

    def _show_place(self) -> None:
        index = self.grid.currentIndex()
        if not index.isValid() or self.grid.editor() is not None:
            return
        row, column_ = index.row(), index.column()
        meaning = self.model.meaning(row, column_)
        self.strip.show_cell(
            *self.model.place(row, column_),
            self.model.text(row, column_),
            self.model.remark(row, column_),
            "" if meaning == "text" else meaning,
        )

    # Typing.

    def _read(self, text: str) -> None:
        """Ask how a text is read; while one is being read the latest waits its turn."""
        self.strip.show_typed(text)
        self.grid.offer(())
        address = self.current_address()
        if address is None or self._reading:
            return
        self._reading = text
        self.tasks.ask(
            calls.preview,
            {address: text},
            self._today(),
            then=self._tell_reading,
            otherwise=self._tell_no_reading,
        )

    def _tell_no_reading(self, why: str) -> None:
        self._reading = ""
        self.strip.show_reading(why, "error")

    def _tell_reading(self, outcomes: tuple[Outcome, ...]) -> None:
        asked, self._reading = self._reading, ""
        editor = self.grid.editor()
        if editor is None:
            return
        if editor.text() != asked:
            self._read(editor.text())
        else:
            offered = choices(self.model, outcomes[0])
            text, meaning = reading_text(outcomes[0]), tone(outcomes[0])
            self.strip.show_reading(text, meaning, choosable=bool(offered))
            self.grid.offer(offered)

    def enter_for(self, address: Address, reason: str) -> None:
        """Enter the draft in a cell of firm figures, for a reason."""
        self._store({address: self.model.drafts[address].text}, reason)

    def _give_up(self, address: Address) -> None:
        self.tasks.ask(calls.give_up, address, then=lambda _: self.wrote.emit())

    def _store(self, texts: dict[Address, str], reason: str = "") -> None:
        def stored(written: Written) -> None:
            done = {each.address: each.shown for each in written.outcomes if each.stored}
            self.model.settle(done, drafts(self.model, written.outcomes))
            self.wrote.emit()

        def failed(why: str) -> None:
            refused = {address: Draft(text, why) for address, text in texts.items()}
            self.model.settle({}, refused)
            self.said.emit(Message(why, "error"))

        self.tasks.ask(self._enter, texts, self._today(), reason, then=stored, otherwise=failed)

    # Pasting.

    def _check_paste(self, block: Block) -> None:
        def checked(outcomes: tuple[Outcome, ...]) -> None:
            if all(outcome.stored for outcome in outcomes):
                self.model.enter(block.texts)
                if block.left_out:
                    self.said.emit(Message(block.left_out, "shortage"))
            else:
                self._pasting = block.texts
                self.review.ask(outcomes, block.left_out)

        if block.texts:
            self.tasks.ask(calls.preview, block.texts, self._today(), then=checked)
        elif block.left_out:
            self.said.emit(Message(block.left_out, "shortage"))

    def _paste(self) -> None:
        self.model.enter(self._pasting)
        self._drop_paste()

    def _drop_paste(self) -> None:
        self._pasting = {}
        self.review.hide()
        self.grid.setFocus()
