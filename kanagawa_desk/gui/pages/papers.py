"""委員会資料: one paper at a time, written in the composer, with what is made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QComboBox, QMenu, QSplitter, QWidget

from kanagawa_desk.domain.eras import short_date
from kanagawa_desk.domain.layout import Address
from kanagawa_desk.gui import file_dialogs
from kanagawa_desk.gui.calls import papers as paper_calls
from kanagawa_desk.gui.messages import Message
from kanagawa_desk.gui.pages.desk import Desk
from kanagawa_desk.gui.pages.page import Page
from kanagawa_desk.gui.widgets.composer.composer import Composer
from kanagawa_desk.gui.widgets.composer.new_paper import NewPaperBar
from kanagawa_desk.gui.widgets.papers.outputs import PaperOutputs
from kanagawa_desk.gui.widgets.papers.panel import PaperPanel

if TYPE_CHECKING:
    from kanagawa_desk.gui.calls.bindings import Overlook
    from kanagawa_desk.services.papers.importing import ImportedPaper
    from kanagawa_desk.services.papers.rendering import PaperView

_PANEL_HEIGHT = 260
_IN_HEAD = 2  # how many outputs have a button of their own
_PRINT = 1  # which of them prints


class PapersPage(Page):
    """The paper that is chosen at the head."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "委員会資料")
        self._awaited = ""  # a paper to open once it is in the list
        self.choice = QComboBox()
        self.choice.setAccessibleName("資料")
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.choice.activated.connect(lambda _index: self._open())
        self.add_choice(self.choice)
        self.composer = Composer(desk)
        self.panel = PaperPanel(desk)
        self.panel.hide()
        self.outputs = PaperOutputs(desk)
        self.new_bar = NewPaperBar(desk)
        self._right = QSplitter(Qt.Orientation.Vertical)
        self._right.setObjectName("papers.right")
        self._right.setChildrenCollapsible(False)
        self.composer.share_right(self._right)
        self._right.addWidget(self.panel)
        self._right.setStretchFactor(0, 1)
        self._right.setSizes([600, _PANEL_HEIGHT])
        self.body.addWidget(self.new_bar)
        self.body.addWidget(self.outputs)
        self.body.addWidget(self.composer, 1)
        self._checks = self.add_action("点検", self.toggle_panel, "check")
        self._add_outputs()
        self._connect()

    def refresh(self) -> None:
        """Show the papers as they are now."""
        self.desk.tasks.ask(paper_calls.papers, then=self._show_papers)

    def panes(self) -> list[QWidget]:
        """Blocks, page, panel and outline."""
        composer = self.composer
        return [composer.blocks, composer.preview.view, self.panel, composer.outline]

    def set_writable(self, writable: bool) -> None:
        """Say whether papers can be written."""
        self.composer.set_writable(writable)
        self.panel.set_writable(writable)

    def set_compact(self, compact: bool) -> None:
        """Take less room on a small screen."""
        self.composer.set_compact(compact)

    def go_to(self, address: Address) -> bool:
        """Take a block in hand."""
        if address.record in ("block", "acknowledged"):
            self.composer.go_to(address.key[0])
        return address.record in ("block", "acknowledged", "paper")

    def open_find(self) -> None:
        """Find in the paper."""
        self.composer.find_bar.open_bar(replacing=False)

    def open_replace(self) -> None:
        """Find and replace in the paper."""
        self.composer.find_bar.open_bar(replacing=True)

    def toggle_panel(self) -> None:
        """Show or hide the bindings and checks."""
        if self.panel.isVisible():
            self.panel.hide()
            self.composer.blocks.setFocus()
        else:
            self.panel.show_paper(self.choice.currentData() or "")
            self.panel.show()
            self.panel.show_checks()

    def print_page(self) -> None:
        """Print the paper."""
        self.outputs.actions()[_PRINT].trigger()

    def move_row(self, by: int) -> None:
        """Move the block in hand, a heading with its section."""
        self.composer.hand.move(by)

    def add_row(self) -> None:
        """Put in a row of the table that is typed in, else a paragraph."""
        self.composer.add_row()

    def add_period(self) -> None:
        """Put in a column of the table that is typed in."""
        self.composer.add_column()

    def remove_row(self) -> None:
        """Take out a row of the table that is typed in, else the blocks in hand."""
        self.composer.remove_row()

    def ask_new(self) -> None:
        """Begin a paper."""
        self.new_bar.begin()

    def ask_text(self) -> None:
        """Read a text file into a new paper."""
        path = file_dialogs.text_to_read(self)
        if path is not None:
            today = self.desk.today()
            self.desk.tasks.ask(paper_calls.import_paper, path, today, then=self._imported)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A PDF that is looked through takes the room of the paper."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self.composer.setHidden(event.type() == QEvent.Type.Show)
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        composer, panel, outputs = self.composer, self.panel, self.outputs
        for each in (composer, panel, outputs):
            each.said.connect(self.said)
            each.wrote.connect(self.wrote)
        composer.looked.connect(self._show_looked)
        composer.compare_wanted.connect(self._compare)
        composer.undo_wanted.connect(lambda: self.undo_wanted.emit(""))
        composer.redo_wanted.connect(self.redo_wanted)
        panel.block_wanted.connect(composer.go_to)
        panel.edit_binding_wanted.connect(composer.binder.edit)
        outputs.pdf_wanted.connect(self.pdf_wanted)
        outputs.carried.connect(self._await)
        outputs.viewer.installEventFilter(self)
        self.new_bar.made.connect(self._made)

    def _add_outputs(self) -> None:
        """The first outputs beside each other, the others in a menu."""
        actions = self.outputs.actions()
        more = QMenu(self)
        more.addActions(actions[_IN_HEAD:])
        opener = self.add_action("その他", lambda: None, "more")
        opener.setMenu(more)
        for number, action in enumerate(actions[:_IN_HEAD]):
            last = number == _IN_HEAD - 1
            icon = "print" if last else "pdf"
            made = self.add_action(action.text(), action.trigger, icon, primary=last)
            action.changed.connect(lambda made=made, of=action: made.setEnabled(of.isEnabled()))

    def _show_papers(self, papers: tuple[PaperView, ...]) -> None:
        chosen = self._awaited or self.choice.currentData()
        self.choice.clear()
        for each in papers:
            words = f"{each.title}　{short_date(each.held_on)}　{each.standing}"
            self.choice.addItem(words, each.id)
        if (index := self.choice.findData(chosen)) >= 0:
            self.choice.setCurrentIndex(index)
            self._awaited = ""
        self.describe("" if papers else "資料はまだありません。資料の新規作成は Ctrl+Alt+P です。")
        self.composer.setEnabled(bool(papers))
        self._open()

    def _open(self) -> None:
        paper = self.choice.currentData() or ""
        self.outputs.set_paper(paper)
        if paper:
            self.composer.open(paper)
        else:
            self.composer.clear()
        if self.panel.isVisible():
            self.panel.show_paper(paper)

    def _compare(self) -> None:
        """Show what the ledger has otherwise than the paper."""
        self.panel.show_paper(self.choice.currentData() or "")
        self.panel.show()
        self.panel.show_binding(self.composer.blocks.in_hand)

    def _await(self, paper: str) -> None:
        self._awaited = paper

    def _made(self, paper: str) -> None:
        self._await(paper)
        self.wrote.emit()

    def _imported(self, imported: ImportedPaper) -> None:
        problems = imported.draft.problems
        words = f"{len(imported.draft.blocks)}ブロックの資料を作りました。"
        if problems:
            words += f"見ていただきたいところが{len(problems)}か所あります。"
        self.said.emit(Message(words, "shortage" if problems else "ok"))
        self.composer.problems.show_problems(problems)
        self._made(imported.paper)

    def _show_looked(self, found: Overlook) -> None:
        """How much is to be checked, on the button and in the panel."""
        count = sum(each.acknowledged is None for each in found.findings)
        self._checks.setText(f"点検　{count}" if count else "点検")
        self._checks.setAccessibleName(f"点検　{count}件")
        if self.panel.isVisible():
            self.panel.show_found(found)
