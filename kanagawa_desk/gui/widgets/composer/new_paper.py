"""The line that asks what a new paper is for."""

from PySide6.QtCore import Signal

from kanagawa_desk.gui.calls import papers as paper_calls
from kanagawa_desk.gui.pages.desk import Desk
from kanagawa_desk.gui.widgets.ask_bar import AskBar, Question
from kanagawa_desk.gui.widgets.papers.output_questions import read_day


class NewPaperBar(AskBar):
    """Title, session and day."""

    made = Signal(str)  # id of the paper

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.look)
        self._desk = desk

    def begin(self) -> None:
        """Ask."""
        questions = (
            Question("標題", 260),
            Question("会議名", 240),
            Question("日付", 110, "R6.12.10"),
        )
        self.ask("新しい資料", questions, self._make)

    def _make(self, answers: list[object]) -> str:
        title, session, day = (str(each) for each in answers)
        if not title:
            return "標題を入れてください。"
        held_on, fault = read_day(day)
        if held_on is None:
            return fault or "日付を入れてください。"
        self._desk.tasks.ask(paper_calls.new_paper, title, held_on, session, then=self.made.emit)
        return ""
