"""The window: builds its parts, connects them, and shows one page at a time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QStackedWidget, QWidget

from kanagawa_desk.gui.calls import inquiries as inquiry_calls
from kanagawa_desk.gui.calls import ledger as calls
from kanagawa_desk.gui.messages import Message
from kanagawa_desk.gui.pages.catalogue import ENTRIES, PAGE_OF_RECORD, make
from kanagawa_desk.gui.pages.desk import Desk
from kanagawa_desk.gui.preferences import Preferences
from kanagawa_desk.gui.session import Session
from kanagawa_desk.gui.tasks import Tasks
from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.message_bar import MessageBar, WorkBar
from kanagawa_desk.gui.widgets.navigation import Navigation
from kanagawa_desk.gui.widgets.parts import column, row
from kanagawa_desk.gui.widgets.status_bar import StatusBar

if TYPE_CHECKING:
    from kanagawa_desk.domain.layout import Address
    from kanagawa_desk.domain.problems import Found
    from kanagawa_desk.gui.calls.ledger import LedgerFacts
    from kanagawa_desk.gui.pages.page import Page

TITLE = "かながわデスク"
_SIZE = 1440, 900
_RAIL_BELOW = 1400  # px of width under which the navigation is a rail
_COMPACT_BELOW = 820  # px of height under which rows are low
_CHECK_PAUSE = 1500  # ms without a change before the ledgers are checked again


class MainWindow(QMainWindow):
    """Wiring: signals of pages and session meet here, and nothing else happens."""

    painted = Signal()  # once, after the first paint
    export_wanted = Signal(str)  # the page of what is to be exported
    import_wanted = Signal()
    pdf_wanted = Signal(str, str)  # paper id, title
    print_wanted = Signal(object)  # (ledger) -> Made, in the worker thread

    def __init__(
        self, look: Look, tasks: Tasks, session: Session, preferences: Preferences
    ) -> None:
        super().__init__()
        self._painted = False
        self._stale: set[str] = set()
        self._pages: dict[str, Page] = {}
        self._folds_itself = preferences["navigation_folded"] is None
        self.preferences = preferences
        self.session = session
        self.tasks = tasks
        self.desk = Desk(look, tasks, session.today)
        self.navigation = Navigation(look, ENTRIES)
        self.message_bar = MessageBar(look)
        self.work_bar = WorkBar(look)
        self.status = StatusBar(look)
        self.stack = QStackedWidget()
        self._check_pause = QTimer(self, singleShot=True, interval=_CHECK_PAUSE)
        self._build()
        self._connect()

    def page(self, key: str) -> Page:
        """A page, made and connected when first wanted."""
        if key not in self._pages:
            self.add_page(key, make(key, self.desk))
        return self._pages[key]

    def add_page(self, key: str, page: Page) -> None:
        """Take a page into the window."""
        self._pages[key] = page
        self.stack.addWidget(page)
        self._stale.add(key)
        facts = self.session.facts
        page.set_writable(facts is not None and not facts.read_only)
        page.set_compact(self.height() < _COMPACT_BELOW)
        page.said.connect(self.message_bar.tell)
        page.wrote.connect(self.session.wrote)
        page.went.connect(self.go_to)
        page.selected.connect(self.status.show_selection)
        page.counted.connect(partial(self.navigation.show_badge, key))
        page.export_wanted.connect(partial(self.export_wanted.emit, key))
        page.import_wanted.connect(self.import_wanted)
        page.history_wanted.connect(partial(self.show_page, "history"))
        page.page_wanted.connect(self.show_page)
        page.backup_wanted.connect(self.session.back_up)
        page.undo_wanted.connect(self.session.undo)
        page.redo_wanted.connect(self.session.redo)
        page.pdf_wanted.connect(self.pdf_wanted)
        page.print_wanted.connect(self.print_wanted)
        for splitter in page.findChildren(QSplitter):
            sizes = self.preferences["splitters"].get(splitter.objectName())
            if sizes:
                splitter.setSizes(list(sizes))
        from kanagawa_desk.gui.widgets.grid.pane import GridPane  # pages of grids have it by now

        for pane in page.findChildren(GridPane):
            pane.remember_in(self.preferences)

    def current(self) -> Page | None:
        """The page that is shown."""
        shown = self.stack.currentWidget()
        return next((page for page in self._pages.values() if page is shown), None)

    def show_page(self, key: str) -> None:
        """Show a page, loaded anew if the ledger has changed since."""
        if self.session.facts is None:
            return
        page = self.page(key)
        self.stack.setCurrentWidget(page)
        self.status.show_selection(None)
        self.navigation.show_chosen(key)
        self._refresh()
        for pane in (page.grid(), *page.panes()):
            if pane is not None:
                pane.setFocus()
                break

    def go_to(self, address: Address) -> None:
        """Show the cell at an address on its page."""
        key = PAGE_OF_RECORD.get(address.record)
        if key is not None:
            self.show_page(key)
            self.page(key).go_to(address)

    def next_pane(self, by: int) -> None:
        """Give the keys to the next pane."""
        page = self.current()
        panes = [pane for pane in (page.panes() if page else []) if pane.isVisible()]
        if not panes:
            return
        focus = QApplication.focusWidget()
        here = [i for i, p in enumerate(panes) if focus and (p is focus or p.isAncestorOf(focus))]
        target = panes[(here[0] + by) % len(panes)] if here else panes[0]
        target.setFocus()
        if not target.hasFocus():
            target.focusNextChild() if by > 0 else target.focusPreviousChild()

    def fold_navigation(self, folded: bool) -> None:
        """Fold or unfold the list of pages, as it stays from now on."""
        self._folds_itself = False
        self.preferences.change(navigation_folded=folded)
        self.navigation.fold(folded)

    def show_start(self, page: QWidget) -> None:
        """Show the page that stands where no ledger is open."""
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        page.setFocus()

    def _build(self) -> None:
        right = column(self.message_bar, self.work_bar)
        right.addWidget(self.stack, 1)
        body = row(self.navigation, margins=(0, 0))
        body.setSpacing(0)
        body.addLayout(right, 1)
        whole = column()
        whole.addLayout(body, 1)
        whole.addWidget(self.status)
        central = QWidget()
        central.setLayout(whole)
        self.setCentralWidget(central)
        self.setWindowTitle(TITLE)
        self.navigation.set_enabled(False)
        self.resize(*_SIZE)
        if not self._folds_itself:
            self.navigation.fold(self.preferences["navigation_folded"])
        if self.preferences["window_geometry"]:
            kept = self.preferences["window_geometry"].encode()
            self.restoreGeometry(QByteArray.fromBase64(kept))

    def _connect(self) -> None:
        self.navigation.chosen.connect(self.show_page)
        self.navigation.folded.connect(self.fold_navigation)
        self.tasks.failed.connect(self._tell_failure)
        self.tasks.began.connect(self.work_bar.begin)
        self.tasks.progressed.connect(self.work_bar.advance)
        self.tasks.ended.connect(self.work_bar.hide)
        self.work_bar.cancelled.connect(self.tasks.cancel)
        self.session.said.connect(self.message_bar.tell)
        self.session.opened.connect(self._show_ledger)
        self.session.backed_up.connect(self.status.show_backup)
        self.session.changed.connect(self._show_changed)
        self.session.went.connect(self.go_to)
        self._check_pause.timeout.connect(self._check)

    def _show_ledger(self, facts: LedgerFacts) -> None:
        self.setWindowTitle(f"{facts.path.name} － {TITLE}")
        self.status.show_ledger(facts)
        self.navigation.set_enabled(True)
        self._stale = set(self._pages)
        for page in self._pages.values():
            page.set_writable(not facts.read_only)
        self.show_page("beds")
        self._check_pause.start()

    def _show_changed(self) -> None:
        self.status.show_stored(self.session.now())
        self._stale = set(self._pages)
        self._refresh()
        self._check_pause.start()

    def _refresh(self) -> None:
        for key, page in self._pages.items():
            if page is self.stack.currentWidget() and key in self._stale:
                self._stale.discard(key)
                page.refresh()

    def _check(self) -> None:
        def checked(found: tuple[Found, ...]) -> None:
            self.navigation.show_badge("checks", len(found))

        self.tasks.ask(calls.check, self.session.today(), then=checked)
        to_look_at = partial(self.navigation.show_badge, "inquiries")
        self.tasks.ask(inquiry_calls.to_look_at, self.session.today(), then=to_look_at)

    def _tell_failure(self, reason: str) -> None:
        self.message_bar.tell(Message(reason, "error"))

    def showEvent(self, event: QShowEvent) -> None:
        """Watch for the first paint: services are imported after it."""
        super().showEvent(event)
        if not self._painted:
            self.windowHandle().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window is painted while this event is handled, so once it is done."""
        if event.type() == QEvent.Type.Expose and not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take less room on a small screen."""
        super().resizeEvent(event)
        if self._folds_itself:
            self.navigation.fold(self.width() < _RAIL_BELOW)
        for page in self._pages.values():
            page.set_compact(self.height() < _COMPACT_BELOW)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the look of the window, and end when all that was asked is done."""
        focus = QApplication.focusWidget()
        if focus is not None:
            focus.clearFocus()  # what is being typed is stored on leaving its field
        splitters = dict(self.preferences["splitters"])
        for splitter in self.findChildren(QSplitter):
            if splitter.isVisible():
                splitters[splitter.objectName()] = tuple(splitter.sizes())
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self.preferences.change(splitters=splitters, window_geometry=geometry)
        self.hide()
        self.tasks.close()
        super().closeEvent(event)
