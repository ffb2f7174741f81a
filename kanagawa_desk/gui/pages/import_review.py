"""取込みの確認: what returned workbooks would change, chosen cell by cell before anything does."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from kanagawa_desk.gui.calls import FindingTexts, Review
from kanagawa_desk.gui.models.table_model import Line, TableModel, TickModel
from kanagawa_desk.gui.pages.desk import Desk
from kanagawa_desk.gui.pages.ledger_page import stack
from kanagawa_desk.gui.pages.page import Page
from kanagawa_desk.gui.widgets.candidate_bar import CandidateBar
from kanagawa_desk.gui.widgets.parts import frame, label, list_view, row

if TYPE_CHECKING:
    from kanagawa_desk.services.comparison import Comparison, Finding

_CHANGE = "変更"
_TONES = {"双方で変更": "error", "質問": "shortage"}
_HEADINGS = (
    "区分",
    "場所",
    "出したとき",
    "台帳の今の値",
    "回答の値",
    "取り込む値",
    "元のセル",
    "理由",
)
_WIDTHS = (110, 340, 90, 100, 110, 110, 240)
_NOTE_WIDTHS = (90, 340)
_HEIGHTS = [420, 160]


@dataclass(frozen=True, slots=True)
class _Choice:
    """A finding as it would be taken."""

    finding: Finding
    texts: FindingTexts


class ImportPage(Page):
    """Ticked values are taken, all others stay as they are; one step takes all back."""

    accepted = Signal(object)  # Comparison, with what was chosen only
    dropped = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "取込みの確認")
        self.findings = TickModel(desk.look, _HEADINGS)
        self._notes = TableModel(desk.look, ("区分", "場所", "内容"))
        self._comparison: Comparison | None = None
        self.list = list_view(self.findings, "取り込む値", _WIDTHS)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._ask())
        self.candidates = CandidateBar(desk.look)
        self.candidates.chosen.connect(self._choose)
        notes = list_view(self._notes, "取り込まないもの", _NOTE_WIDTHS)
        sides = QSplitter(Qt.Orientation.Vertical)
        sides.setObjectName("import.sides")
        sides.setChildrenCollapsible(False)
        hint = label("印を付けた値を取り込みます（スペースキーで付け外し）", "third")
        head = row(label("変わる値", "pane"), hint, None)
        sides.addWidget(stack(frame("pane_head", head, 34), self.list, self.candidates))
        head = row(label("読めなかったもの・行の違い", "pane"), None)
        self._lower = stack(frame("pane_head", head, 34), notes)
        sides.addWidget(self._lower)
        sides.setStretchFactor(0, 1)
        sides.setSizes(_HEIGHTS)
        self.body.addWidget(sides, 1)
        self.add_action("やめる", self.dropped.emit, "close")
        self.take = self.add_action("取り込む", self._accept, "import", primary=True)
        self.findings.ticks_changed.connect(self._count)

    def refresh(self) -> None:
        """What was read stays until it is decided."""

    def panes(self) -> list[QWidget]:
        """The list."""
        return [self.list]

    def show_review(self, review: Review) -> None:
        """Show what was read; what both sides changed, and questions, stand first, not ticked."""
        self._comparison = comparison = review.comparison
        choices = map(_Choice, comparison.findings, review.texts)
        ordered = sorted(choices, key=lambda choice: choice.finding.kind == _CHANGE)
        ticked = [i for i, each in enumerate(ordered) if each.finding.kind == _CHANGE]
        self.findings.show_ticked([_line(each) for each in ordered], ticked)
        notes = [
            Line(("要修正", "!".join(filter(None, (p.file, p.sheet, p.cell))), p.message))
            for p in comparison.problems
        ]
        for word, rows in (
            ("増えた行", comparison.rows_added),
            ("無い行", comparison.rows_missing),
        ):
            notes += [Line((word, f"{each.sheet} {each.row}", each.text)) for each in rows]
        notes += [Line(("知らせ", "", text)) for text in comparison.notes]
        self._notes.show(notes)
        self._lower.setVisible(bool(notes))
        if ordered:
            self.list.selectRow(0)
        self.list.setFocus()

    def _current(self) -> _Choice | None:
        row_ = self.list.currentIndex().row()
        lines = self.findings.lines
        return lines[row_].subject if 0 <= row_ < len(lines) else None

    def _ask(self) -> None:
        choice = self._current()
        if choice is None:
            self.candidates.ask("", ())
        else:
            self.candidates.ask(choice.finding.reason, choice.texts.candidates)

    def _choose(self, number: int) -> None:
        """Take another reading of the current row."""
        choice = self._current()
        if choice is not None:
            finding = replace(choice.finding, value=choice.finding.candidates[number])
            texts = replace(choice.texts, value=choice.texts.candidates[number])
            index = self.list.currentIndex().siblingAtColumn(0)
            self.findings.replace_line(index.row(), _line(_Choice(finding, texts)))
            checked = Qt.CheckState.Checked
            self.findings.setData(index, checked, Qt.ItemDataRole.CheckStateRole)
            self.list.setFocus()

    def _count(self) -> None:
        ticked, whole = len(self.findings.ticked()), len(self.findings.lines)
        undecided = sum(line.subject.finding.kind != _CHANGE for line in self.findings.lines)
        words = f"{whole}か所のうち {ticked}か所を取り込みます"
        self.describe(f"{words}　決めるもの {undecided}か所" if undecided else words)
        self.take.setEnabled(ticked > 0)

    def _accept(self) -> None:
        if self._comparison is not None:
            chosen = tuple(choice.finding for choice in self.findings.ticked())
            # Rows and faults are for people to see; the rest is decided by the ticks.
            self.accepted.emit(replace(self._comparison, findings=chosen, problems=()))


def _line(choice: _Choice) -> Line:
    finding, texts = choice.finding, choice.texts
    tone = _TONES.get(finding.kind)
    origin = " ".join(filter(None, (finding.file, finding.sheet, finding.cell)))
    values = (texts.base, texts.ours, finding.raw or "空欄", texts.value)
    return Line(
        (
            finding.kind,
            finding.place,
            *(value or "空欄" for value in values),
            origin,
            finding.reason,
        ),
        choice,
        ((0, tone),) if tone else (),
    )
