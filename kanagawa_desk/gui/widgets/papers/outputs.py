"""What is made of a paper: prints, editions, comparisons, the next paper; asked for in the page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from kanagawa_desk.gui.calls import outputs as output_calls
from kanagawa_desk.gui.calls.outputs import Made, OutputFacts
from kanagawa_desk.gui.menus import Item, dress
from kanagawa_desk.gui.messages import Message
from kanagawa_desk.gui.widgets.ask_bar import AskBar
from kanagawa_desk.gui.widgets.papers import output_questions as questions
from kanagawa_desk.gui.widgets.papers.pdf_viewer import PdfViewer
from kanagawa_desk.gui.widgets.papers.template_form import PaperTemplateForm
from kanagawa_desk.gui.widgets.parts import column

if TYPE_CHECKING:
    from kanagawa_desk.domain.papers.templates import PaperTemplate
    from kanagawa_desk.gui.pages.desk import Desk
    from kanagawa_desk.services.papers.carrying import Carried
    from kanagawa_desk.services.papers.editions import Frozen
    from kanagawa_desk.services.papers.orientation import Section

_NO_EDITION = "まだ提出版がありません。先に「提出版として保存…」を行ってください。"


class PaperOutputs(QWidget):
    """One form or PDF at a time for the paper in hand; hidden until an action opens it."""

    said = Signal(object)  # Message
    wrote = Signal()  # the ledger
    pdf_wanted = Signal(str, str)  # paper id, title
    carried = Signal(str)  # id of the next paper

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._paper = ""
        self.ask_bar = AskBar(desk.look)
        self.template_form = PaperTemplateForm(desk.look)
        self.template_form.chosen.connect(self._set_template)
        self.viewer = PdfViewer(desk)
        self.viewer.said.connect(self.said)
        self.setLayout(column(self.ask_bar, self.template_form, self.viewer))
        self._actions = [self._action(item) for item in self._items()]
        self.set_paper("")

    def actions(self) -> list[QAction]:
        """What can be made, for a menu of the page."""
        return list(self._actions)

    def set_paper(self, paper: str) -> None:
        """Take another paper in hand; "" for none."""
        if paper != self._paper:
            self._put_away()
        self._paper = paper
        for action in self._actions:
            action.setEnabled(bool(paper))

    def _items(self) -> tuple[Item, ...]:
        return (
            Item("PDFに出す…", self._with_facts(self._write_pdf), "", "pdf"),
            Item("印刷…", self._with_facts(self._ask_print), "", "print"),
            Item("書式…", self._ask_template, "", "settings"),
            Item("紙の向き…", self._ask_section, "", "page-break"),
            Item("提出版として保存…", self._with_facts(self._ask_freeze), "", "save"),
            Item("提出版を開く…", self._with_edition("提出版を開く", self._open), "", "history"),
            Item("次回へ繰越…", self._with_facts(self._ask_carry), "", "send"),
            Item("新旧対照表…", self._with_facts(self._ask_comparison), "", "compare"),
            Item("正誤表…", self._with_edition("正誤表", self._correct), "", "check"),
            Item("差替えページ…", self._with_facts(self._ask_replacement), "", "refresh"),
        )

    def _action(self, item: Item) -> QAction:
        made = QAction(item.text, self)
        dress(made, item, self._desk.look)
        return made

    def _put_away(self) -> None:
        for widget in (self.ask_bar, self.template_form, self.viewer):
            widget.hide()

    def _with_facts(self, show: Callable[[OutputFacts], object]) -> Callable[[], object]:
        """Open a form once it is known what it offers."""

        def ready(facts: OutputFacts) -> None:
            self._put_away()
            show(facts)

        def do() -> None:
            if self._paper:
                self._desk.tasks.ask(output_calls.output_facts, self._paper, then=ready)

        return do

    def _with_edition(
        self, title: str, make: Callable[[OutputFacts, int], object]
    ) -> Callable[[], object]:
        """Ask for an edition, and make something of it."""

        def show(facts: OutputFacts) -> None:
            def answer(answers: list[object]) -> str:
                if isinstance(answers[0], int):
                    make(facts, answers[0])
                return ""

            if facts.editions:
                chosen = questions.choosing(facts.editions)
                self.ask_bar.ask(title, (chosen,), answer, "開く")
            else:
                self.said.emit(Message(_NO_EDITION))

        return self._with_facts(show)

    def _show(self, facts: OutputFacts, made: Made) -> None:
        self.viewer.open(made, facts.folder)

    # As it stands.

    def _write_pdf(self, facts: OutputFacts) -> None:
        self.pdf_wanted.emit(facts.paper.id, facts.paper.title)

    def _ask_print(self, facts: OutputFacts) -> None:
        def answer(answers: list[object]) -> str:
            sheets, two_up, grey = answers
            self._desk.tasks.ask(
                output_calls.print_job,
                facts.paper.id,
                str(sheets),
                then=partial(self._print, two_up=bool(two_up), grey=bool(grey)),
            )
            return ""

        self.ask_bar.ask("印刷", questions.PRINTING, answer, "印刷する…")

    def _print(self, job: output_calls.Sheets, *, two_up: bool, grey: bool) -> None:
        from kanagawa_desk.gui.printing import PrintJob, print_with_preview

        print_with_preview(self, PrintJob(job.pdf, job.title, job.sheets, two_up, grey))

    # 書式

    def _ask_template(self) -> None:
        if self._paper:
            self._put_away()
            self._desk.tasks.ask(output_calls.template, self._paper, then=self.template_form.open)

    def _set_template(self, template: PaperTemplate) -> None:
        def stored(changed: bool) -> None:
            if changed:
                self.said.emit(Message("書式を変えました。", "ok"))
                self.wrote.emit()

        self._desk.tasks.ask(output_calls.set_template, template, then=stored)

    def _ask_section(self) -> None:
        if self._paper:
            self._put_away()
            self._desk.tasks.ask(output_calls.sections, self._paper, then=self._turn)

    def _turn(self, sections: tuple[Section, ...]) -> None:
        paper = self._paper

        def turned(changed: bool) -> None:
            if changed:
                self.said.emit(Message("紙の向きを変えました。", "ok"))
                self.wrote.emit()

        def answer(answers: list[object]) -> str:
            heading, to = answers
            self._desk.tasks.ask(output_calls.turn_section, paper, heading, to, then=turned)
            return ""

        if sections:
            self.ask_bar.ask("紙の向き", questions.turning(sections), answer, "変える")
        else:
            self.said.emit(Message("この資料には見出しがまだありません。"))

    # 提出版

    def _ask_freeze(self, facts: OutputFacts) -> None:
        def answer(answers: list[object]) -> str:
            decided, fault = questions.read_day(str(answers[0]))
            if not fault:
                self._desk.tasks.ask(
                    output_calls.freeze,
                    facts.paper.id,
                    decided,
                    str(answers[1]),
                    then=self._tell_frozen,
                )
            return fault

        title = f"提出版{len(facts.editions) + 1}として保存"
        self.ask_bar.ask(title, questions.FREEZING, answer, "保存する")

    def _tell_frozen(self, frozen: Frozen) -> None:
        text = (
            f"提出版{frozen.edition.number}として保存しました（{frozen.sheet_count}枚）。"
            "刷り直しはいつも同じ紙面になります。"
        )
        self.said.emit(Message(text, "ok"))
        self.wrote.emit()

    def _open(self, facts: OutputFacts, edition: int) -> None:
        self._make(facts, output_calls.edition_pdf, facts.paper.id, edition)

    # 次回へ繰越

    def _ask_carry(self, facts: OutputFacts) -> None:
        def answer(answers: list[object]) -> str:
            title, session, day, dates = map(str, answers)
            held_on, fault = questions.read_day(day)
            bed_dates, wrong = questions.read_days(dates)
            if fault or wrong or held_on is None:
                return questions.UNREAD_DAY
            self._desk.tasks.ask(
                output_calls.carry_forward,
                facts.paper.id,
                title,
                session,
                held_on,
                bed_dates,
                then=self._tell_carried,
            )
            return ""

        asked = questions.carrying(facts, self._desk.today())
        self.ask_bar.ask("次回へ繰越", asked, answer, "作る")

    def _tell_carried(self, carried: Carried) -> None:
        text = (
            f"資料 {carried.paper} を作りました。前回と変わらないところ {carried.unchanged}、"
            f"時点修正したところ {len(carried.moved)}、"
            f"日付を見直すところ {len(carried.to_look_at)}。"
        )
        self.said.emit(Message(text, "ok"))
        self.wrote.emit()
        self.carried.emit(carried.paper)

    # 新旧対照表、正誤表、差替え

    def _ask_comparison(self, facts: OutputFacts) -> None:
        versions = questions.versions(facts)
        if len(versions) < 2:
            self.said.emit(Message(_NO_EDITION))
            return

        def answer(answers: list[object]) -> str:
            one, other, heads = answers
            if one == other:
                return "同じ版です。"
            self._make(facts, output_calls.comparison, one, other, heads)
            return ""

        self.ask_bar.ask("新旧対照表", questions.comparing(versions), answer, "作る")

    def _correct(self, facts: OutputFacts, edition: int) -> None:
        self._make(facts, output_calls.errata, facts.paper.id, edition)

    def _ask_replacement(self, facts: OutputFacts) -> None:
        if not facts.editions:
            self.said.emit(Message(_NO_EDITION))
            return

        def answer(answers: list[object]) -> str:
            edition, day_text = answers
            day, fault = questions.read_day(str(day_text))
            if not fault:
                self._make(facts, output_calls.replacement, facts.paper.id, edition, day)
            return fault

        asked = questions.replacing(facts.editions, self._desk.today())
        self.ask_bar.ask("差替えページ", asked, answer, "開く")

    def _make(self, facts: OutputFacts, call: Callable[..., Made], *arguments: object) -> None:
        """Make a PDF and show it."""
        self._desk.tasks.ask(call, *arguments, then=partial(self._show, facts))
