"""Lists behind ①②③: gathered into one block where they are nothing but a list."""

from collections.abc import Iterator, Sequence

from kanagawa_desk.domain.official_text.draft import DraftBlock, TextProblem
from kanagawa_desk.domain.official_text.faults import problem
from kanagawa_desk.domain.official_text.marks import CIRCLED
from kanagawa_desk.domain.official_text.units import Unit

_SIGNS = {number: sign for sign, number in reversed(CIRCLED.items())}
_MOST_MISREAD = 0.3  # of the numbers of a list


def circled_blocks(units: Sequence[Unit], problems: list[TextProblem]) -> list[DraftBlock]:
    """The blocks of neighbouring circled items; misread numbers are added to the problems.

    The program counts a circled list from ①. So an item that stands by itself, with text of
    its own below, or that goes on from an earlier list, keeps its number as a mark.
    """
    blocks: list[DraftBlock] = []
    for run in _runs(units):
        numbers = [number for unit in run for number in unit.item.numbers]
        wrong = sum(number != place for place, number in enumerate(numbers, 1))
        if len(numbers) > 1 and wrong <= _MOST_MISREAD * len(numbers):
            problems += _mended(run)
            blocks.append(_list(run))
        else:
            blocks += [block for unit in run for block in _single(unit)]
    return blocks


def _runs(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    """The units in runs that each begin at ①."""
    run: list[Unit] = []
    for unit in units:
        if run and unit.item.numbers[0] == 1:
            yield run
            run = []
        run.append(unit)
    yield run


def _list(run: Sequence[Unit]) -> DraftBlock:
    return DraftBlock(
        "circled",
        "\n".join(unit.text for unit in run),
        columns=max(len(unit.item.numbers) for unit in run),
        marks="".join(unit.marks for unit in run),
        line=run[0].item.line.number,
    )


def _mended(run: Sequence[Unit]) -> Iterator[TextProblem]:
    place = 0
    for unit in run:
        for number in unit.item.numbers:
            place += 1
            if number != place:
                yield problem(
                    "number_mended", unit.item.line.number, old=_SIGNS[number], new=_SIGNS[place]
                )


def _single(unit: Unit) -> Iterator[DraftBlock]:
    """Each item by itself, its number as its mark."""
    texts = unit.text.split("\n")
    before, signs = unit.marks[: -len(texts)], unit.marks[-len(texts) :]
    for sign, text in zip(signs, texts, strict=True):
        line = unit.item.line.number
        yield DraftBlock("circle", text, 1, sign, marks=before + sign, line=line)
        before = ""
