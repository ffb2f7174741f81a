"""The lines of a review, and what was decided about each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kanagawa_desk.domain.layout import Address
    from kanagawa_desk.services.workbooks.comparison import Finding
    from kanagawa_desk.services.workbooks.reviewing import Item, Review

ALL, TAKEN, HELD = "すべて", "採用", "保留"
NOTHING = "（空欄）"

_CHANGE = "変更"


class Choice(Enum):
    """What becomes of a line, by the names that the services have for it."""

    TAKE = "take"
    KEEP = "keep"
    HOLD = "hold"

    @property
    def label(self) -> str:
        """The words on its button."""
        return _LABELS[self]


_LABELS = {Choice.TAKE: "回答を採用", Choice.KEEP: "現在を残す", Choice.HOLD: "保留"}
_COUNTED = {Choice.TAKE: TAKEN, Choice.KEEP: "", Choice.HOLD: HELD, None: ""}
_FIRST = {"": None} | {choice.value: choice for choice in Choice}


@dataclass(frozen=True, slots=True)
class Decision:
    """A choice, with the value to take where it is not the one first read."""

    choice: Choice
    value: Any = None


class ReviewLines:
    """Lines are known by their number; `counts` says how many there are of a kind or choice."""

    def __init__(self) -> None:
        self.items: Sequence[Item] = ()
        self.counts: Counter[str] = Counter()
        self.several_files = False
        self._review: Review | None = None
        self._decisions: dict[int, Decision] = {}
        self._of_cell: dict[Address, list[int]] = {}

    def take(self, review: Review, decisions: Mapping[int, Decision]) -> None:
        """Take another review, with what was decided about its lines before."""
        self._review = review
        self.items = review.items
        self._decisions = dict(decisions)
        self._of_cell = {}
        self.several_files = len({item.file for item in self.items}) > 1
        for number, item in enumerate(self.items if self.several_files else ()):
            if item.finding is not None:
                self._of_cell.setdefault(item.finding.address, []).append(number)
        self.counts = Counter(item.kind for item in self.items)
        self.counts[ALL] = len(self.items)
        self.counts.update(_COUNTED[self.choice(number)] for number in range(len(self.items)))

    def of(self, chip: str) -> Sequence[int]:
        """The lines of a kind, those taken or those held, or all."""
        numbers = range(len(self.items))
        if chip == ALL:
            return numbers
        if chip in (TAKEN, HELD):
            return [number for number in numbers if _COUNTED[self.choice(number)] == chip]
        return [number for number in numbers if self.items[number].kind == chip]

    def choice(self, number: int) -> Choice | None:
        """What becomes of a line; None where there is nothing to decide."""
        if number in self._decisions:
            return self._decisions[number].choice
        return _FIRST[self.items[number].first_choice]

    def decision(self, number: int) -> Decision | None:
        """What a person decided about a line."""
        return self._decisions.get(number)

    def value(self, number: int) -> Any:
        """The value that a line would be taken with."""
        finding, decision = self.items[number].finding, self._decisions.get(number)
        if decision is not None and decision.value is not None:
            return decision.value
        return finding.value if finding else None

    def may_take(self, number: int) -> bool:
        """Whether there is a value that could be taken."""
        return self.items[number].finding is not None and self.value(number) is not None

    def decide(self, numbers: Iterable[int], choice: Choice, value: Any = None) -> list[int]:
        """Decide lines, and tell which; what has no value to take is left as it is.

        Of several files that answer for one cell one is taken: the others are not.
        """
        changed: list[int] = []
        for number in numbers:
            known = self._decisions.get(number)
            kept = known.value if value is None and known else value
            able = choice is not Choice.TAKE or kept is not None or self.may_take(number)
            if self.choice(number) is not None and able:
                self._put(number, Decision(choice, kept))
                changed.append(number)
                if choice is Choice.TAKE and self.several_files:
                    changed += self._leave_others(number)
        return changed

    def taken(self) -> tuple[Finding, ...]:
        """The findings to be stored, decided as changes with the values that were chosen."""
        return tuple(
            replace(finding, kind=_CHANGE, value=self.value(number))
            for number, item in enumerate(self.items)
            if (finding := item.finding) is not None and self.choice(number) is Choice.TAKE
        )

    def words(self, finding: Finding, value: Any) -> str:
        """A value of a cell as people call it."""
        return (self._review.words.text(finding, value) if self._review else "") or NOTHING

    def base(self, number: int) -> str:
        """What was sent."""
        finding = self.items[number].finding
        return self.words(finding, finding.base) if finding else ""

    def ours(self, number: int) -> str:
        """What the ledger holds now."""
        finding = self.items[number].finding
        return self.words(finding, finding.ours) if finding else ""

    def theirs(self, number: int) -> str:
        """What came back, or what a person put in its place."""
        finding, value = self.items[number].finding, self.value(number)
        if finding is None:
            return ""
        if value is None:
            return f"「{finding.raw}」" if finding.raw else NOTHING
        return self.words(finding, value)

    def verdict(self, number: int) -> str:
        """What there is to know about a line, and what a person made of it."""
        item, decision = self.items[number], self._decisions.get(number)
        finding = item.finding
        if finding is None or decision is None or decision.choice is not Choice.TAKE:
            return item.reason
        if decision.value in (None, finding.value):
            return item.reason
        came = f"「{finding.raw}」" if finding.raw else "空欄"
        return f"{came}を {self.words(finding, decision.value)} とします。"

    def _put(self, number: int, decision: Decision) -> None:
        self.counts[_COUNTED[self.choice(number)]] -= 1
        self._decisions[number] = decision
        self.counts[_COUNTED[decision.choice]] += 1

    def _leave_others(self, number: int) -> list[int]:
        finding = self.items[number].finding
        rivals = self._of_cell[finding.address] if finding else []
        others = [each for each in rivals if each != number and self.choice(each) is Choice.TAKE]
        for each in others:
            self._put(each, replace(self._decisions[each], choice=Choice.KEEP))
        return others

    def record(self, number: int) -> tuple[Any, ...] | None:
        """The record that a line is about, None where it is about none."""
        item = self.items[number]
        if item.finding is None:
            return None
        return item.file, item.finding.address.record, item.finding.address.key
