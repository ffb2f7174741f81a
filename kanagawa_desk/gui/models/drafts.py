"""What becomes a draft: a text that could not be read without doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kanagawa_desk.domain.fields import Field
from kanagawa_desk.domain.layout import Address
from kanagawa_desk.domain.reading import Ambiguous, Got
from kanagawa_desk.domain.values import Measured
from kanagawa_desk.domain.writing import shown
from kanagawa_desk.gui.models.grid_model import Draft, GridModel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kanagawa_desk.services.outcomes import Outcome


def drafts(model: GridModel, outcomes: Iterable[Outcome]) -> dict[Address, Draft]:
    """The drafts among what came back, with the texts that a person can choose."""
    return {
        outcome.address: Draft(
            outcome.text,
            _reason(outcome),
            choices(model, outcome),
            needs_reason=isinstance(outcome.reading, Got),
        )
        for outcome in outcomes
        if not outcome.stored
    }


def tone(outcome: Outcome) -> str:
    """The colour in which a reading is told."""
    if isinstance(outcome.reading, Got):
        return "" if outcome.stored else "error"
    return "shortage" if isinstance(outcome.reading, Ambiguous) else "error"


def reading_text(outcome: Outcome) -> str:
    """→ 5,324, with what is worth knowing; else why the text cannot be read."""
    if not isinstance(outcome.reading, Got) or not outcome.stored:
        return _reason(outcome)
    parts = [f"→ {outcome.shown or '空欄'}"]
    if outcome.note:
        parts.append(f"「{outcome.note}」")
    elif outcome.reading.respelt:
        parts.append("（表記を整えます）")
    return " ".join(parts)


def _reason(outcome: Outcome) -> str:
    """Why a person has to look at it; the candidates of a question are offered beside it."""
    return outcome.reading.reason if isinstance(outcome.reading, Ambiguous) else outcome.note


def choices(model: GridModel, outcome: Outcome) -> tuple[str, ...]:
    """The texts that a person can choose from where a text may mean several things."""
    if not isinstance(outcome.reading, Ambiguous):
        return ()
    index = model.find(outcome.address)
    if not index.isValid():
        return ()
    field = model.columns[index.column()].field
    return tuple(_words(field, value) for value in outcome.reading.candidates)


def _words(field: Field, value: object) -> str:
    if isinstance(value, Measured) and value.missing is not None:
        return value.missing.label
    return shown(field, value, {})
