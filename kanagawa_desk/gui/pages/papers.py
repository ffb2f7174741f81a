"""委員会資料: the outline of a paper with its page numbers, and its pages as they print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHeaderView,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from kanagawa_desk.domain.eras import short_date
from kanagawa_desk.gui import calls
from kanagawa_desk.gui.models.table_model import Line, TableModel
from kanagawa_desk.gui.pages.desk import Desk
from kanagawa_desk.gui.pages.ledger_page import stack
from kanagawa_desk.gui.pages.page import Page
from kanagawa_desk.gui.widgets.page_view import PageView
from kanagawa_desk.gui.widgets.parts import frame, icon_button, label, list_view, row

if TYPE_CHECKING:
    from kanagawa_desk.services.papers import PaperView, Rendered

_OUTLINE_WIDTH = 440
_SHEET = Qt.ItemDataRole.UserRole
_PROBLEMS_HEIGHT = 132


class PapersPage(Page):
    """One paper at a time."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "委員会資料")
        look = desk.look
        self._papers: tuple[PaperView, ...] = ()
        self._rendered: Rendered | None = None
        self._sheet = 0
        self._stale = True
        self.choice = QComboBox()
        self.choice.setAccessibleName("資料")
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.choice.activated.connect(lambda _index: self._render())
        self.outline = QTreeWidget()
        self.outline.setColumnCount(2)
        self.outline.setHeaderHidden(True)
        self.outline.setAccessibleName("構成")
        self.outline.header().setStretchLastSection(False)
        self.outline.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.outline.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.outline.currentItemChanged.connect(self._go_to_item)
        self.view = PageView(look, self._ask_picture)
        self.view.turned.connect(lambda by: self._turn(self._sheet + by))
        self._number = label(kind="second")
        self._problems = TableModel(look, ("点検", "場所", "内容"))
        self._problem_list = list_view(self._problems, "資料の点検", (70, 260))
        self._problem_list.setFixedHeight(_PROBLEMS_HEIGHT)
        self._problem_list.hide()
        outline_head = row(label("構成", "pane"), label("番号は自動", "third"), None)
        view_head = row(
            label("紙面", "pane"),
            label("A4 縦", "third"),
            None,
            icon_button(look, "chevron-left", "前のページ", lambda: self._turn(self._sheet - 1)),
            self._number,
            icon_button(look, "chevron-right", "次のページ", lambda: self._turn(self._sheet + 1)),
        )
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setObjectName("papers.sides")
        sides.setChildrenCollapsible(False)
        left = stack(frame("pane_head", outline_head, 34), self.outline)
        left.setMinimumWidth(240)
        sides.addWidget(left)
        sides.addWidget(stack(frame("pane_head", view_head, 34), self.view, self._problem_list))
        sides.setStretchFactor(1, 1)
        sides.setSizes([_OUTLINE_WIDTH, 800])
        self.body.addWidget(frame("strip", row(label("資料"), self.choice, None), 42))
        self.body.addWidget(sides, 1)
        self._out = self.add_action("PDFに出す…", self._want_pdf, "pdf", primary=True)

    def refresh(self) -> None:
        """Show the papers as they are now."""
        self.desk.tasks.ask(calls.papers, then=self._show_papers)

    def panes(self) -> list[QWidget]:
        """Outline and page."""
        return [self.outline, self.view]

    def _show_papers(self, papers: tuple[PaperView, ...]) -> None:
        chosen = self.choice.currentData()
        self._papers = papers
        self.choice.clear()
        for each in papers:
            words = f"{each.title}　{short_date(each.held_on)}　{each.stage_label}"
            self.choice.addItem(words, each.id)
        if (index := self.choice.findData(chosen)) >= 0:
            self.choice.setCurrentIndex(index)
        self._out.setEnabled(bool(papers))
        self.describe("" if papers else "資料はまだありません")
        self._render()

    def _render(self) -> None:
        paper = self.choice.currentData()
        if paper is not None:
            self._number.setText("組んでいます…")
            self.desk.tasks.ask(calls.render, paper, then=self._show_paper)

    def _show_paper(self, rendered: Rendered) -> None:
        self._rendered = rendered
        self._fill_outline(rendered)
        self.describe(f"全{rendered.sheet_count}枚")
        self._problems.show(
            [
                Line((each.severity, each.where, each.message), each, ((0, "error"),))
                for each in rendered.problems
            ]
        )
        self._problem_list.setVisible(bool(rendered.problems))
        self._turn(min(self._sheet, rendered.sheet_count - 1))

    def _fill_outline(self, rendered: Rendered) -> None:
        self.outline.blockSignals(True)
        self.outline.clear()
        above: list[tuple[int, QTreeWidgetItem]] = [(0, self.outline.invisibleRootItem())]
        for entry in rendered.outline:
            page = "" if entry.page is None else str(entry.page)
            item = QTreeWidgetItem([f"{entry.label}　{entry.title}", page])
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setToolTip(0, entry.title)
            item.setData(0, _SHEET, entry.sheet)
            while above[-1][0] >= entry.level:
                above.pop()
            above[-1][1].addChild(item)
            above.append((entry.level, item))
        self.outline.expandAll()
        self.outline.blockSignals(False)

    def _go_to_item(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self._turn(item.data(0, _SHEET))

    def _turn(self, sheet: int) -> None:
        rendered = self._rendered
        if rendered is not None and 0 <= sheet < rendered.sheet_count:
            self._sheet = sheet
            number = f"{sheet + 1} / {rendered.sheet_count}"
            self._number.setText(number)
            self.view.setAccessibleDescription(number)
            self.view.show_page(sheet)

    def _ask_picture(self, sheet: int, width: int) -> None:
        rendered = self._rendered
        if rendered is None or sheet >= rendered.sheet_count:
            return
        self.desk.tasks.ask(
            calls.page_image,
            rendered.pdf,
            sheet,
            width,
            then=lambda png: self.view.take_picture(sheet, png),
        )

    def _want_pdf(self) -> None:
        index = self.choice.currentIndex()
        if 0 <= index < len(self._papers):
            self.pdf_wanted.emit(self._papers[index].id, self._papers[index].title)
