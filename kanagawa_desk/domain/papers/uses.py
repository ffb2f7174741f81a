"""Where a paper shows a value: the blocks whose table, chart or sentence is bound to it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kanagawa_desk.domain.layout import Address
from kanagawa_desk.domain.notation import encode
from kanagawa_desk.domain.numbering import labels
from kanagawa_desk.domain.papers.blocks import Block
from kanagawa_desk.domain.papers.prose_numbers import figures_in

_OF_PLANS = ("plan", "plan_edition")


@dataclass(frozen=True, slots=True)
class Use:
    """A block that shows a value, and the section that it stands in (2(2)イ(ア))."""

    block: str
    section: str


def uses(blocks: Sequence[Block], address: Address) -> Iterator[Use]:
    """The blocks of a paper, in order, that show the value at an address."""
    words = _words(address)
    headings = [each for each in blocks if each.kind == "heading"]
    label_of = dict(
        zip((each.id for each in headings), labels(each.level for each in headings), strict=True)
    )
    path: list[str] = []
    for block in blocks:
        if block.kind == "heading":
            path[block.level - 1 :] = [label_of[block.id]]
        if words and any(words <= shown for shown in _bound(block)):
            yield Use(block.id, "".join(path))


def _words(address: Address) -> set[str]:
    """What a binding has to name in order to show a value."""
    match address:
        case Address("bed_count", (bed_type, _area, day)):
            return {bed_type, encode(day)}
        case Address("bed_standard", (edition, bed_type, _area)):
            return {edition, bed_type}
        case Address("observation", (series, period)):
            return {series, encode(period)}
        case Address(record) if record in _OF_PLANS:
            return {"plans"}
    return set()


def _bound(block: Block) -> Iterator[set[str]]:
    """What a block's binding names, and each of the numbers in its text."""
    if block.binding:
        yield set(block.binding.split('"'))
    for text, number in figures_in(block.text):
        if number is not None:
            yield set(text.strip("{}").split(":"))
