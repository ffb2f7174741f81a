"""The headings among the lines that begin with a label, and what was made of the labels."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from kanagawa_desk.domain.official_text.draft import TextProblem
from kanagawa_desk.domain.official_text.evidence import Look, candidates
from kanagawa_desk.domain.official_text.faults import problem
from kanagawa_desk.domain.official_text.items import Item
from kanagawa_desk.domain.official_text.outline import (
    Candidate,
    Place,
    place_labels,
    printed_label,
    printed_labels,
)

_SURE = 3.0  # a label that costs as much to take for text is reported where it was


class Heading(NamedTuple):
    """A heading's place in the outline, and the label that the program prints."""

    place: Place
    label: str


def find_headings(
    looks: Sequence[Look], flowing: Sequence[bool], titles: Collection[str]
) -> tuple[dict[int, Heading], list[TextProblem]]:
    """The headings by the index of their line, and every label that does not stay as it was.

    `flowing` says which lines would go on from those above; `titles` are keys of the contents.
    """
    weighed = dict(candidates(looks, flowing, titles))
    found = place_labels(list(weighed.values()))
    placed = {index: place for index, place in zip(weighed, found, strict=True) if place}
    printed = printed_labels(list(placed.values()))
    headings = {index: Heading(place, next(printed)) for index, place in placed.items()}
    problems: list[TextProblem] = []
    for index, candidate in weighed.items():
        look = looks[index]
        number = look.line.number if isinstance(look, Item) else look.line
        problems += _reported(number, candidate, headings.get(index))
    return headings, problems


def _reported(line: int, candidate: Candidate, heading: Heading | None) -> Iterator[TextProblem]:
    """What there is to say of a label: that it is another one now, or that it stayed text."""
    label = candidate.label
    if heading is None:
        if label.as_text >= _SURE and not candidate.against:
            yield problem("label_kept", line, old=label.typed)
    elif heading.label != printed_label(heading.place):
        yield problem("label_renumbered", line, old=label.typed, new=heading.label)
    elif not label.stands_for(*heading.place):
        yield problem("label_mended", line, old=label.typed, new=heading.label)
