"""What all pages have: a head with title and actions, and the signals that the window hears."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kanagawa_desk.domain.layout import Address
from kanagawa_desk.gui.messages import Message
from kanagawa_desk.gui.pages.desk import Desk
from kanagawa_desk.gui.widgets.grid.grid import Grid
from kanagawa_desk.gui.widgets.parts import button, frame, label, row

HEAD_HEIGHT = 48


class Page(QWidget):
    """A page; `refresh` shows the ledger as it is, `leave` ends what was only on the way."""

    said = Signal(object)  # Message
    wrote = Signal()  # the ledger; the window shows it anew
    went = Signal(object)  # Address of a cell to go to
    selected = Signal(object)  # Statistics
    counted = Signal(int)  # things that wait on this page
    export_wanted = Signal()
    import_wanted = Signal()
    history_wanted = Signal()
    backup_wanted = Signal()
    page_wanted = Signal(str)  # key of another page
    undo_wanted = Signal(str)  # batch id
    redo_wanted = Signal()
    pdf_wanted = Signal(str, str)  # paper id, title
    print_wanted = Signal(object)  # (ledger) -> Made, in the worker thread

    def __init__(self, desk: Desk, title: str) -> None:
        super().__init__()
        self.desk = desk
        self.title = title
        self._subtitle = label(kind="second")
        self._actions = row(margins=(0, 0))
        self._choices = row(margins=(0, 0))
        head = row(label(title, "title"), 8, self._subtitle, margins=(16, 0))
        head.addLayout(self._choices)
        head.addStretch(1)
        head.addLayout(self._actions)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(frame("page_head", head, HEAD_HEIGHT))
        whole.addLayout(self.body, 1)

    def refresh(self) -> None:
        """Show the ledger as it is now."""
        raise NotImplementedError

    def go_to(self, address: Address) -> bool:
        """Show a cell; False where this page has none such."""
        return False

    def set_writable(self, writable: bool) -> None:
        """Say whether the ledger can be written."""

    def set_compact(self, compact: bool) -> None:
        """Take less room on a small screen."""

    def panes(self) -> list[QWidget]:
        """What F6 goes round."""
        return []

    def grid(self) -> Grid | None:
        """The grid that the commands of the menu work on."""
        return None

    def print_page(self) -> None:
        """Print what is shown: the grid, where a page has nothing else to print."""
        from kanagawa_desk.gui.grid_printing import grid_report

        grid = self.grid()
        report = grid_report(grid, self.title, self.desk.today()) if grid is not None else None
        if report is None:
            self.say("この画面に印刷する表はありません。")
        else:
            self.print_wanted.emit(report)

    def open_find(self) -> None:
        """Open what Ctrl+F opens."""

    def add_row(self) -> None:
        """Ask for what a new row needs."""

    def add_period(self) -> None:
        """Add a period: of a plan, or a fiscal year of the metrics."""

    def remove_row(self) -> None:
        """Take out the row in hand, or the reference date in hand."""

    def move_row(self, by: int) -> None:
        """Move the row in hand up (-1) or down (1)."""

    def toggle_panel(self) -> None:
        """Show or hide the side panel."""

    def describe(self, text: str) -> None:
        """What stands beside the title."""
        self._subtitle.setText(text)

    def add_choice(self, widget: QWidget) -> None:
        """A choice for the whole page, beside its title."""
        self._choices.addWidget(widget)

    def add_action(
        self,
        text: str,
        do: Callable[[], object],
        icon: str,
        *,
        primary: bool = False,
        place: int = -1,
    ) -> QPushButton:
        """A button in the head of the page, the last or at a place from 0."""
        kind = "primary" if primary else ""
        made = button(self.desk.look, text, do, icon=icon, kind=kind)
        self._actions.insertWidget(place, made)
        return made

    def tell_removed(self, what: str, batch: str | None) -> None:
        """Say what was taken out, with the way back."""
        self.wrote.emit()
        if batch is not None:
            back = partial(self.undo_wanted.emit, batch)
            self.said.emit(Message(f"{what}を削除しました。", "ok", "取り消す", back))

    def say(self, text: str, tone: str = "") -> None:
        """Tell something in the window's message line."""
        self.said.emit(Message(text, tone))
