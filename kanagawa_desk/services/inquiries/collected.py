"""What became of the files that came back, and that as `inquiry collect --json` gives it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from kanagawa_desk.exchange.guide import AnswerHead
from kanagawa_desk.services.workbooks.comparison import (
    CHANGE,
    CONFLICT,
    QUESTION,
    Comparison,
    as_data,
)

STATUSES = {
    "new": "受付",
    "resent": "再送",
    "older": "古い回答",
    "other_round": "別の照会",
    "other_respondent": "別の所属",
    "unknown": "不明",
    "unreadable": "読めない",
}
"""The words for what a file is recognised as."""


@dataclass(frozen=True, slots=True)
class Collected:
    """A file that came back and what became of it.

    `status` is as recognising names it; `inquiry` is a number and `respondent` a name, empty
    where the file is nobody's. `returned` is the record that keeps it, `standing` whether it
    is its request's answer and not yet applied, `head` who answers and how, `read` how much
    the file holds (sheets, rows, filled cells). `questions` concern the file as a whole.
    """

    file: str
    status: str
    inquiry: str = ""
    respondent: str = ""
    request: str = ""
    returned: str = ""
    standing: bool = False
    head: AnswerHead = field(default_factory=AnswerHead)
    read: tuple[int, int, int] = (0, 0, 0)
    comparison: Comparison = field(default_factory=Comparison)
    questions: tuple[str, ...] = ()
    applied: bool = False
    batch: str | None = None

    @property
    def ready(self) -> bool:
        """Whether it can be applied without anything being decided."""
        undecided = self.comparison.undecided or self.comparison.problems or self.questions
        return self.standing and not undecided

    @property
    def counts(self) -> tuple[int, int, int, int]:
        """How many changes, conflicts, questions and faults it holds."""
        found = self.comparison
        changes, conflicts, questions = map(len, map(found.of, (CHANGE, CONFLICT, QUESTION)))
        return changes, conflicts, questions, len(found.problems)

    @property
    def silent(self) -> bool:
        """Whether it says nothing: no 回答区分 and nothing that differs."""
        found = self.comparison
        differs = found.findings or found.problems or found.rows_added
        return not (self.head.answer or differs)


def counts_text(changes: int, conflicts: int, questions: int, faults: int) -> str:
    """要修正3 双方で変更2 変更12."""
    words = (("要修正", faults), ("双方で変更", conflicts), ("質問", questions), ("変更", changes))
    return " ".join(f"{word}{count}" for word, count in words if count)


def batch_of(collected: Sequence[Collected]) -> str | None:
    """The last batch in which any of these files was applied."""
    return next((each.batch for each in reversed(collected) if each.batch), None)


def collected_data(collected: Sequence[Collected]) -> dict[str, Any]:
    """Files as `inquiry collect --json` gives them."""
    return {
        "files": [_file(each) for each in collected],
        "applied": any(each.applied for each in collected),
        "batch": batch_of(collected),
    }


def _file(each: Collected) -> dict[str, Any]:
    compared = as_data(each.comparison)
    compared["questions"] += [
        {
            "file": each.file,
            **dict.fromkeys(("sheet", "cell", "record", "field"), ""),
            **dict.fromkeys(("base", "ours", "theirs", "value", "raw"), ""),
            "reason": question,
            "candidates": [each.respondent],
        }
        for question in each.questions
    ]
    return {
        "file": each.file,
        "inquiry": each.inquiry or None,
        "respondent": each.respondent or None,
        "status": each.status,
        "answer": each.head.answer or None,
        **compared,
        "notes": list(each.comparison.notes),
        "applied": each.applied,
        "batch": each.batch,
    }
