"""What a person decided about the lines of an answer, kept until it is applied."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kanagawa_desk.domain.notation import decode, encode
from kanagawa_desk.services.contexts import field_of
from kanagawa_desk.services.inquiries.received import start_review
from kanagawa_desk.services.workbooks.comparison import Finding
from kanagawa_desk.services.workbooks.reviewing import KEEP, Item
from kanagawa_desk.storage import review_choices
from kanagawa_desk.storage.ledger import Ledger, Reader
from kanagawa_desk.storage.review_choices import ReviewChoice
from kanagawa_desk.storage.unit import Unit

_SETTLED = ""  # the kind of a line that was taken


@dataclass(frozen=True, slots=True)
class Decided:
    """A choice about a line, of those in reviewing.

    `value` is the one to take where it is another than what came back.
    """

    choice: str
    value: Any = None


def decide(ledger: Ledger, returned: str, decided: Sequence[tuple[Item, Decided]]) -> bool:
    """Keep choices about an answer, which is in review from now on (確認中).

    Tells whether it was not before.
    """
    began = start_review(ledger, [returned])
    rows = [
        ReviewChoice(
            returned,
            item.kind,
            item.sheet,
            item.cell,
            _ours(item),
            each.choice,
            None if each.value is None else encode(each.value),
        )
        for item, each in decided
    ]
    with ledger.batch("回答の確認") as unit:
        review_choices.keep(unit.connection, rows)
    return began


def settle(unit: Unit, returned: str, taken: Sequence[Finding]) -> None:
    """Cells with values that were taken are not asked about again, whatever the answer says."""
    review_choices.keep(
        unit.connection,
        [
            ReviewChoice(returned, _SETTLED, each.sheet, each.cell, encode(each.value), KEEP, None)
            for each in taken
        ],
    )


def decisions(reads: Reader, returned: str, items: Sequence[Item]) -> Mapping[int, Decided]:
    """The choices that still hold, by the number of their line.

    A choice holds for as long as the ledger has the value that it was made beside.
    """
    choices = review_choices.choices_of(reads.connection, returned)
    kept = {
        (each.sheet, each.cell, each.ours): each
        for each in sorted(choices, key=lambda each: each.kind)  # settled, unless decided since
    }
    found = {}
    for number, item in enumerate(items):
        each = kept.get((item.sheet, item.cell, _ours(item)))
        if each is not None:
            found[number] = Decided(each.choice, _value(item, each.value))
    return found


def _ours(item: Item) -> str:
    return encode(item.finding.ours) if item.finding else ""


def _value(item: Item, text: str | None) -> Any:
    if text is None or item.finding is None:
        return None
    return decode(field_of(item.finding.address), text)
