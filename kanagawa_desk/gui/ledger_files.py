"""Files in and out: ledgers opened and made, workbooks and papers written and read."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kanagawa_desk.gui import file_dialogs
from kanagawa_desk.gui.main_window import MainWindow
from kanagawa_desk.gui.messages import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from kanagawa_desk.gui.calls.outputs import Made
    from kanagawa_desk.gui.pages.import_review import ImportPage
    from kanagawa_desk.services.workbooks.reviewing import Review

_WORKBOOKS = {"beds": "病床数", "plans": "計画一覧", "metrics": "DX指標", "all": "保健医療・DX台帳"}


class LedgerFiles(QObject):
    """Asks which file, and hands the work to the session."""

    def __init__(self, window: MainWindow, default_ledger: Path) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._default = default_ledger
        self._import: ImportPage | None = None
        self._session.compared.connect(self._show_review)
        self._session.imported.connect(lambda: window.show_page("history"))
        self._session.could_not_open.connect(self.show_start)
        window.export_wanted.connect(self.ask_export)
        window.import_wanted.connect(self.ask_import)
        window.pdf_wanted.connect(self.ask_pdf)
        window.print_wanted.connect(self.ask_print)

    def begin(self) -> None:
        """Open the ledger of last time; without one, or a name, show where to begin."""
        preferences = self._window.preferences
        last = Path(preferences["last_ledger"] or self._default)
        if preferences["display_name"] and last.is_file():
            self._session.open(last)
            self._window.page("beds")  # built while the ledger is being opened
        else:
            self.show_start()

    def show_start(self) -> None:
        """Offer the ways in."""
        from kanagawa_desk.gui.pages.start import StartPage

        preferences = self._window.preferences
        page = StartPage(
            self._window.desk.look,
            preferences["display_name"],
            preferences["division"],
            preferences["recent_ledgers"],
        )
        page.introduced.connect(
            lambda name, division: preferences.change(display_name=name, division=division)
        )
        page.new_wanted.connect(self.ask_new)
        page.open_wanted.connect(self.ask_open)
        page.sample_wanted.connect(self.begin_sample)
        page.ledger_chosen.connect(self._session.open)
        self._window.show_start(page)

    def begin_sample(self) -> None:
        """Make a ledger of the sample beside the default ledger, and open it."""
        folder = self._default.parent
        names = ["見本_令和6年10月", *(f"見本_令和6年10月_{n}" for n in range(2, 100))]
        free = (folder / f"{name}{self._default.suffix}" for name in names)
        path = next((each for each in free if not each.exists()), None)
        if path is not None:
            self._session.create(path, sample=True)

    def ask_new(self) -> None:
        """Make an empty ledger."""
        path = file_dialogs.ledger_to_make(self._window, self._default)
        if path is not None:
            self._session.create(path, sample=False)

    def ask_open(self) -> None:
        """Open another ledger."""
        path = file_dialogs.ledger_to_open(self._window, self._folder())
        if path is not None:
            self._session.open(path)

    def ask_export(self, about: str = "all") -> None:
        """Write ledgers into a workbook."""
        name = f"{_WORKBOOKS[about]}_{_stamp(self._session.today())}.xlsx"
        title = "Excelへ出力"
        path = file_dialogs.file_to_write(self._window, title, self._folder() / name)
        if path is not None:
            self._session.export(about, path)

    def ask_import(self) -> None:
        """Read workbooks that came back."""
        paths = file_dialogs.workbooks_to_read(self._window, self._folder())
        if paths:
            self._session.compare(paths)

    def ask_pdf(self, paper: str, title: str) -> None:
        """Write a paper into a PDF file."""
        path = file_dialogs.file_to_write(
            self._window, "PDFに出す", self._folder() / f"{title}.pdf"
        )
        if path is not None:
            self._session.write_pdf(paper, path)

    def ask_print(self, report: Callable[..., Made]) -> None:
        """Print a report, by the system's dialogs."""
        self._window.tasks.ask(report, then=self._print)

    def _print(self, made: Made) -> None:
        from kanagawa_desk.gui.printing import print_whole

        print_whole(self._window, made.pdf, made.title)

    def recent(self) -> list[Path]:
        """The ledgers opened last that are still there."""
        known = map(Path, self._window.preferences["recent_ledgers"])
        return [path for path in known if path.is_file()]

    def _show_review(self, review: Review) -> None:
        from kanagawa_desk.gui.pages.import_review import ImportPage

        comparison = review.comparison
        if not (comparison.findings or comparison.problems or comparison.rows_added):
            self._window.message_bar.tell(Message("台帳と違うところはありませんでした。", "ok"))
            return
        if self._import is None:
            self._import = ImportPage(self._window.desk)
            self._import.accepted.connect(self._session.apply)
            self._import.dropped.connect(lambda: self._window.show_page("beds"))
            self._import.went.connect(lambda _address: self._offer_review())
            self._window.add_page("import", self._import)
        self._import.show_review(review)
        self._go_on_reviewing()

    def _go_on_reviewing(self) -> None:
        if self._import is not None:
            self._window.stack.setCurrentWidget(self._import)
            self._import.pane.list.setFocus()

    def _offer_review(self) -> None:
        """The review is no page of the list: from a cell there is this way back."""
        message = Message("取込みの確認の途中です。", "", "確認に戻る", self._go_on_reviewing)
        self._window.message_bar.tell(message)

    def _folder(self) -> Path:
        facts = self._session.facts
        return facts.path.parent if facts is not None else self._default.parent


def _stamp(day: date) -> str:
    return f"{day:%Y%m%d}"
