"""Numbers typed in prose that equal a value of the ledgers, each with what it could be bound to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from kanagawa_desk.domain.layout import Layout, RowKind
from kanagawa_desk.domain.papers.bindings import BedBinding
from kanagawa_desk.domain.papers.blocks import Block
from kanagawa_desk.domain.papers.prose_numbers import (
    BED_WORDS,
    TOTAL,
    UNITS,
    ProseNumber,
    figures_in,
    parts_of,
)
from kanagawa_desk.domain.papers.prose_numbers import written as written_number
from kanagawa_desk.domain.periods import period_start
from kanagawa_desk.domain.plans import edition_in_force
from kanagawa_desk.domain.records import BedSet, BedStandard, PlanEdition
from kanagawa_desk.domain.values import Measured
from kanagawa_desk.errors import UserError
from kanagawa_desk.services.edit import Written, written
from kanagawa_desk.services.names import Reads
from kanagawa_desk.services.papers.binding_words import number_label
from kanagawa_desk.services.papers.figures import PaperFigures
from kanagawa_desk.storage.ledger import Ledger

_GONE = "この文の数値は変わっています。もう一度選んでください。"
_LEAST_DIGITS = 4  # of a number that is offered without being asked
_TYPED = re.compile(r"(?<![0-9０-９.,])([▲△－-]?)([0-9][0-9,]*(?:\.[0-9]+)?)")
_WORD_OF = {column: word for word, column in BED_WORDS.items()}


@dataclass(frozen=True, slots=True)
class Choice:
    """What a typed number could be: the text that binds it, and what that is called."""

    text: str
    label: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A number in a block's text, from start to end with its unit, and its likeliest bindings."""

    start: int
    end: int
    typed: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class _Value:
    number: ProseNumber
    unit: str
    newest: date


class Offers:
    """The values that can stand in the prose of a paper, found by their numbers."""

    def __init__(self, reads: Reads, figures: PaperFigures) -> None:
        """Gather the values of all ledgers."""
        self._figures = figures
        self._values = _values(reads, figures)

    def of(self, text: str, *, asked: bool) -> Iterator[Offer]:
        """The typed numbers of a text that equal values of the ledgers.

        Asked, every such number is offered, those of the same unit first; else only numbers of
        at least four digits and the same unit, so that nobody is disturbed.
        """
        at = 0
        for piece, bound in figures_in(text):
            for found in _TYPED.finditer(piece) if bound is None else ():
                offer = self._offer(piece, found, at, asked=asked)
                if offer is not None:
                    yield offer
            at += len(piece)

    def _offer(self, piece: str, found: re.Match[str], at: int, *, asked: bool) -> Offer | None:
        digits = found[2].replace(",", "")
        number = -Decimal(digits) if found[1] else Decimal(digits)
        equal = self._values.get(number, [])
        alike = [each for each in equal if _follows(piece, found.end(), each.unit)]
        if not asked:
            equal = alike if len(digits.partition(".")[0]) >= _LEAST_DIGITS else []
        if not equal:
            return None
        best = sorted(alike or equal, key=lambda each: each.newest, reverse=True)
        end = found.end() + (len(best[0].unit) if alike else 0)
        choices = tuple(
            Choice(written_number(each.number), number_label(each.number, self._figures))
            for each in best
        )
        return Offer(at + found.start(), at + end, piece[found.start() : end], choices)


def bind(ledger: Ledger, block_id: str, offer: Offer, choice: int = 0) -> Written:
    """Put one of an offer's choices in the place of the typed number; UserError where it moved."""
    with ledger.batch("数値の結び付け") as unit:
        block = unit.get(Block, (block_id,))
        if block is None or block.text[offer.start : offer.end] != offer.typed:
            raise UserError(_GONE)
        text = offer.choices[choice].text
        unit.put(replace(block, text=block.text[: offer.start] + text + block.text[offer.end :]))
    return written(unit)


def _follows(text: str, at: int, unit: str) -> bool:
    return bool(unit) and text[at : at + len(unit)].replace("％", "%") == unit


def _values(reads: Reads, figures: PaperFigures) -> dict[Decimal, list[_Value]]:
    """Every value of the ledgers that can stand in prose, by its number."""
    found: dict[Decimal, list[_Value]] = {}
    for measured, value in (*_observed(figures), *_beds(reads, figures)):
        if measured.number is not None:
            found.setdefault(Decimal(measured.number), []).append(value)
    for bed_type in figures.bed_types:
        count = Decimal(figures.area_count(bed_type))
        number = ProseNumber("圏域数", bed_type=bed_type)
        found.setdefault(count, []).append(_Value(number, UNITS["圏域数"], date.min))
    plans = _Value(ProseNumber("計画数"), UNITS["計画数"], date.min)
    found.setdefault(Decimal(len(figures.plans().rows)), []).append(plans)
    return found


def _observed(figures: PaperFigures) -> Iterator[tuple[Measured, _Value]]:
    for (series, period), each in figures.metrics.observations.items():
        number = ProseNumber("指標", series=series, period=period)
        unit = figures.metrics.metrics[series].unit
        yield each.value, _Value(number, unit, period_start(period))


def _beds(reads: Reads, figures: PaperFigures) -> Iterator[tuple[Measured, _Value]]:
    dates: dict[str, list[date]] = {}
    for each in reads.all(BedSet):
        dates.setdefault(each.bed_type, []).append(each.as_of)
    editions = {each.id: each for each in reads.all(PlanEdition)}
    for bed_type, days in dates.items():
        setting = {each.edition for each in reads.all(BedStandard, bed_type=bed_type)}
        current = edition_in_force((editions[one] for one in setting), figures.held_on)
        edition = current.id if current else ""
        layout = figures.beds(BedBinding(bed_type, edition, tuple(days)))
        yield from _of_layout(layout, bed_type, edition)


def _of_layout(layout: Layout, bed_type: str, edition: str) -> Iterator[tuple[Measured, _Value]]:
    for at, column in enumerate(layout.columns):
        name, _, day = column.key.partition("@")
        word = _WORD_OF.get(name)
        if word is None:
            continue
        as_of = date.fromisoformat(day) if day else None
        for row in layout.rows:
            number = ProseNumber(
                word,
                bed_type=bed_type,
                area=TOTAL if row.kind is RowKind.TOTAL else row.key,
                day=as_of,
                edition=edition if "edition" in parts_of(word) else "",
            )
            yield row.cells[at].value, _Value(number, UNITS[word], as_of or date.min)
