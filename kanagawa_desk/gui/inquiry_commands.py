"""What can be done on the page of inquiries, as its menus offer it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from kanagawa_desk.gui.pages.page import Page


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the page, which knows its commands and is not known by them."""

    label: str
    run: Callable[[Any], object]
    icon: str = ""
    keys: str = ""


CREATE = Command("照会を作る…", lambda page: page.open_form(), "add", "Ctrl+Shift+N")
RECEIVING = (
    Command("回答ファイルを選ぶ…", lambda page: page.work.choose_files(), "import", "Ctrl+Shift+O"),
    Command("フォルダーから受け付ける…", lambda page: page.work.choose_folder(), "folder"),
)
OF_INQUIRY = (
    Command("様式を書き出す…", lambda page: page.send(), "export"),
    Command("回答のお願い（再）…", lambda page: page.remind(), "mail", "Ctrl+Shift+R"),
    Command("期限を変更…", lambda page: page.ask_due(), "calendar"),
    Command("照会先を追加…", lambda page: page.ask_respondent(), "add"),
    Command("回答状況を印刷…", lambda page: page.print_page(), "print"),
    Command("未回答一覧を書き出す…", lambda page: page.list_unanswered(), "document"),
    Command("照会を終了・再開", lambda page: page.close_or_reopen(), "check"),
)
OF_REQUEST = (
    Command("確認する", lambda page: page.review_current(), "eye"),
    Command("回答ファイルを保存…", lambda page: page.save_returned(), "save"),
    Command("様式を書き出す…", lambda page: page.send(), "export"),
    Command("回答のお願い（再）…", lambda page: page.remind(), "mail"),
    Command("期限を変更…", lambda page: page.ask_due(), "calendar"),
)


def popup(page: Page, commands: Sequence[Command], at: QPoint) -> None:
    """Offer commands of the page at a point of the screen."""
    menu = QMenu(page)
    for each in commands:
        action = menu.addAction(each.label)
        page.desk.look.dress(action, each.icon)
        action.triggered.connect(lambda _checked=False, each=each: each.run(page))
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(at)
