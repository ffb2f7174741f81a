"""What stands in the menus of the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from kanagawa_desk.gui.ledger_files import LedgerFiles
from kanagawa_desk.gui.main_window import TITLE, MainWindow
from kanagawa_desk.gui.menus import Item, dress, fill
from kanagawa_desk.gui.messages import Message
from kanagawa_desk.gui.pages.catalogue import ENTRIES

if TYPE_CHECKING:
    from collections.abc import Callable

    from kanagawa_desk.gui.inquiry_commands import Command as PageCommand
    from kanagawa_desk.gui.pages.inquiries import InquiriesPage
    from kanagawa_desk.gui.pages.page import Page
    from kanagawa_desk.gui.pages.papers import PapersPage
    from kanagawa_desk.gui.widgets.grid.grid import Grid
    from kanagawa_desk.gui.widgets.grid.keys import Command
    from kanagawa_desk.services.undoing import UndoState

_THEMES = (("system", "システムに合わせる"), ("light", "明るい"), ("dark", "暗い"))
_ZOOM_STEP = 10  # %
_ZOOMS = (100, 125, 150, 175, 200)


class WindowMenus(QObject):
    """Fills the menu bar and keeps what changes in it up to date."""

    def __init__(self, window: MainWindow, files: LedgerFiles, version: str) -> None:
        super().__init__(window)
        self._window = window
        self._files = files
        self._version = version
        self._undo, self._redo = QAction("元に戻す", window), QAction("やり直す", window)
        self._recent = QMenu("最近の台帳", window)
        self._columns = QMenu("列の表示", window)
        self._filling = [
            (window.menuBar().addMenu(title), filling)
            for title, filling in (
                ("ファイル(&F)", self._file),
                ("編集(&E)", self._edit),
                ("表示(&V)", self._view),
                ("台帳(&L)", self._ledgers),
                ("照会(&Q)", self._inquiries),
                ("資料(&D)", self._papers),
                ("ヘルプ(&H)", self._help),
            )
        ]
        self._recent.aboutToShow.connect(self._fill_recent)
        self._columns.aboutToShow.connect(self._fill_columns)
        window.session.undo_changed.connect(self._show_undo)
        window.session.opened.connect(lambda _facts: self._need_ledger(True))

    def fill(self) -> None:
        """Put the entries into the menus, once the window is painted."""
        for menu, filling in self._filling:
            filling(menu)
        self._need_ledger(self._window.session.facts is not None)

    def _file(self, menu: QMenu) -> None:
        files, session = self._files, self._window.session
        self._fill(
            menu,
            Item("新しい台帳…", files.ask_new, "Ctrl+N", "add"),
            Item("台帳を開く…", files.ask_open, "Ctrl+O", "folder"),
        )
        menu.addMenu(self._recent)
        menu.addSeparator()
        self._with_ledger = self._fill(
            menu,
            Item("保存", self._say_stored, "Ctrl+S", "save"),
            Item("バックアップを取る", session.back_up, "", "save"),
            None,
            Item("Excelへ出力…", files.ask_export, "Ctrl+E", "export"),
            Item("Excelから取り込む…", files.ask_import, "Ctrl+I", "import"),
            None,
            Item("印刷…", self._on_page(lambda page: page.print_page()), "Ctrl+P", "print"),
            None,
        )
        self._fill(menu, Item("終了", self._window.close, "Ctrl+Q"))

    def _edit(self, menu: QMenu) -> None:
        from kanagawa_desk.gui.widgets.grid.keys import COMMANDS

        session, look = self._window.session, self._window.desk.look
        dress(self._undo, Item("元に戻す", session.undo, "Ctrl+Z", "undo"), look)
        dress(self._redo, Item("やり直す", session.redo, "Ctrl+Y", "redo"), look)
        menu.addActions([self._undo, self._redo])
        menu.addSeparator()
        self._fill(menu, *(self._command(each) for each in COMMANDS))
        menu.addSeparator()
        self._fill(
            menu,
            Item("行・基準日を追加…", self._on_page(lambda page: page.add_row()), "Ins", "add"),
            Item("期・年度を追加", self._on_page(lambda page: page.add_period()), "Alt+Ins"),
            Item(
                "行・基準日を削除",
                self._on_page(lambda page: page.remove_row()),
                "Ctrl+Del",
                "trash",
            ),
            Item("行を上へ", self._on_page(lambda page: page.move_row(-1)), "Alt+Shift+Up"),
            Item("行を下へ", self._on_page(lambda page: page.move_row(1)), "Alt+Shift+Down"),
            None,
            Item("探す・絞り込む", self._find, "Ctrl+F", "search"),
        )

    def _view(self, menu: QMenu) -> None:
        from kanagawa_desk.gui.widgets.grid import arranging as grid_arranging
        from kanagawa_desk.gui.widgets.grid import filters as grid_filters
        from kanagawa_desk.gui.widgets.grid.keys import FINDING

        window = self._window
        self._fill(
            menu,
            Item("ページの一覧をたたむ・ひろげる", self._fold, "F9"),
            Item("横の欄を開く・閉じる", self._panel, "F4", "panel"),
            Item("次の区画へ", partial(window.next_pane, 1), "F6"),
            Item("前の区画へ", partial(window.next_pane, -1), "Shift+F6"),
            None,
            Item("昇順に並べる", self._on_grid(partial(grid_arranging.sort, downwards=False))),
            Item("降順に並べる", self._on_grid(partial(grid_arranging.sort, downwards=True))),
            Item("元の順に戻す", self._on_grid(grid_arranging.unsort)),
            Item(
                "この列の値で絞り込む…", self._on_grid(grid_filters.filter_current), "Ctrl+Shift+L"
            ),
            Item("絞り込みをやめる", self._on_grid(grid_filters.widen)),
            None,
            *(self._command(each) for each in FINDING),
        )
        menu.addMenu(self._columns)
        menu.addSeparator()
        look = window.desk.look
        self._fill(
            menu,
            Item("表を大きく", lambda: look.zoom_grids(look.zoom + _ZOOM_STEP), "Ctrl++"),
            Item("表を小さく", lambda: look.zoom_grids(look.zoom - _ZOOM_STEP), "Ctrl+-"),
            Item("表を元の大きさに", lambda: look.zoom_grids(100), "Ctrl+0"),
        )
        preferences = window.preferences
        themes = [(word, name, name == preferences["theme"]) for name, word in _THEMES]
        self._choice(menu.addMenu("明るさ"), themes, self._choose_theme)
        zooms = [(f"{each}%", each, each == preferences["zoom"]) for each in _ZOOMS]
        self._choice(menu.addMenu("大きさ"), zooms, self._choose_zoom)

    def _ledgers(self, menu: QMenu) -> None:
        show_masters = partial(self._window.show_page, "masters")
        self._fill(
            menu,
            *self._pages("home", "beds", "plans", "metrics"),
            None,
            Item("所管課・区域・市町村・病床種別", show_masters, "Ctrl+M"),
            None,
        )
        self._fill(menu, *self._pages("checks", "history"))

    def _inquiries(self, menu: QMenu) -> None:
        from kanagawa_desk.domain.layout import Address
        from kanagawa_desk.gui import inquiry_commands as commands

        show_respondents = partial(self._window.go_to, Address("respondent", ("",), "name"))
        self._fill(menu, *self._pages("inquiries"), self._on_inquiries(commands.CREATE), None)
        self._fill(menu, *map(self._on_inquiries, commands.RECEIVING), None)
        self._fill(menu, *map(self._on_inquiries, commands.OF_INQUIRY), None)
        self._fill(menu, Item("回答者の一覧", show_respondents, "", "list"))

    def _papers(self, menu: QMenu) -> None:
        on_papers = self._on_papers
        self._fill(
            menu,
            *self._pages("papers"),
            None,
            Item("新しい資料…", on_papers(lambda page: page.ask_new()), "Ctrl+Alt+P", "add"),
            Item("テキストから取り込む…", on_papers(lambda page: page.ask_text()), "", "import"),
            None,
            Item("検索と置換…", on_papers(lambda page: page.open_replace()), "Ctrl+H", "search"),
            None,
        )
        menu.aboutToShow.connect(partial(self._fill_papers, menu))

    def _fill_papers(self, menu: QMenu) -> None:
        """What can be made of a paper, once there is a ledger."""
        if self._window.session.facts is not None:
            menu.addActions(cast("PapersPage", self._window.page("papers")).outputs.actions())

    def _help(self, menu: QMenu) -> None:
        about = f"{TITLE} {self._version}　入力はその都度、台帳に保存しています。"
        self._fill(
            menu,
            Item("キー操作の一覧", self._show_keys, "F1", "help"),
            Item(f"{TITLE}について", lambda: self._say(about)),
        )

    # What the entries do.

    def _command(self, command: Command) -> Item:
        return Item(
            command.label, self._on_grid(command.run), command.keys, command.icon, shown_key=True
        )

    def _on_grid(self, run: Callable[[Grid], object]) -> Callable[[], object]:
        def do() -> None:
            page = self._window.current()
            grid = page.grid() if page else None
            if grid is not None:
                run(grid)

        return do

    def _on_page(self, run: Callable[[Page], object]) -> Callable[[], object]:
        def do() -> None:
            if (page := self._window.current()) is not None:
                run(page)

        return do

    def _on_inquiries(self, command: PageCommand) -> Item:
        def do() -> None:
            window = self._window
            window.show_page("inquiries")
            if window.session.facts is not None:
                command.run(cast("InquiriesPage", window.page("inquiries")))

        return Item(command.label, do, command.keys, command.icon)

    def _on_papers(self, run: Callable[[PapersPage], object]) -> Callable[[], object]:
        def do() -> None:
            self._window.show_page("papers")
            if self._window.session.facts is not None:
                run(cast("PapersPage", self._window.page("papers")))

        return do

    def _pages(self, *keys: str) -> list[Item]:
        return [
            Item(
                entry.name, partial(self._window.show_page, entry.key), f"Ctrl+{number}", entry.icon
            )
            for number, entry in enumerate(ENTRIES, start=1)
            if entry.key in keys
        ]

    def _find(self) -> None:
        if (page := self._window.current()) is not None:
            page.open_find()

    def _panel(self) -> None:
        if (page := self._window.current()) is not None:
            page.toggle_panel()

    def _fold(self) -> None:
        self._window.fold_navigation(not self._window.navigation.is_folded)

    def _choose_theme(self, name: str) -> None:
        self._window.desk.look.choose(name)
        self._window.preferences.change(theme=name)

    def _choose_zoom(self, zoom: int) -> None:
        self._window.preferences.change(zoom=zoom)
        self._say(f"次に開いたときから {zoom}% の大きさで表示します。")

    def _say_stored(self) -> None:
        self._say("入力はその都度、台帳に保存しています。保存の操作は要りません。")

    def _say(self, text: str) -> None:
        self._window.message_bar.tell(Message(text))

    def _show_keys(self) -> None:
        from kanagawa_desk.gui.widgets.composer.kinds import KEYS
        from kanagawa_desk.gui.widgets.grid.keys import COMMANDS, FINDING
        from kanagawa_desk.gui.widgets.key_help import KeyHelp

        keys = [
            (action.shortcut().toString(), action.text())
            for action in self._window.findChildren(QAction)
            if not action.shortcut().isEmpty()
        ]
        keys += [(command.keys, command.label) for command in (*COMMANDS, *FINDING)]
        keys += KEYS
        KeyHelp(self._window.desk.look, self._window, keys).show()

    # Building.

    def _fill(self, menu: QMenu, *items: Item | None) -> list[QAction]:
        return fill(menu, items, self._window, self._window.desk.look)

    def _choice(
        self,
        menu: QMenu,
        choices: list[tuple[str, str, bool]] | list[tuple[str, int, bool]],
        choose: Callable[..., object],
    ) -> None:
        group = QActionGroup(menu)
        for word, value, chosen in choices:
            action = QAction(word, menu, checkable=True, checked=chosen)
            action.triggered.connect(lambda _checked, value=value: choose(value))
            group.addAction(action)
            menu.addAction(action)

    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in self._files.recent():
            self._recent.addAction(str(path), partial(self._window.session.open, path))

    def _fill_columns(self) -> None:
        from kanagawa_desk.gui.widgets.grid import arranging as grid_arranging

        page = self._window.current()
        grid = page.grid() if page else None
        self._columns.clear()
        if grid is not None:
            grid_arranging.fill_column_menu(grid, self._columns)

    def _show_undo(self, state: UndoState) -> None:
        for action, word, text in (
            (self._undo, "元に戻す", state.undo_text),
            (self._redo, "やり直す", state.redo_text),
        ):
            action.setText(f"{word}：{text}" if text else word)
            action.setEnabled(bool(text))

    def _need_ledger(self, there: bool) -> None:
        for action in (*self._with_ledger, self._undo, self._redo):
            action.setEnabled(there)
