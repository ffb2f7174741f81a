"""Lines put together: those that go on are joined to the ones above, headings keep their place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kanagawa_desk.domain.official_text.draft import DraftBlock
from kanagawa_desk.domain.official_text.evidence import Look
from kanagawa_desk.domain.official_text.headings import Heading
from kanagawa_desk.domain.official_text.items import Item
from kanagawa_desk.domain.official_text.wraps import Measure, goes_on, join, measure

_TITLES = ("caption", "figure")
_WHOLE = ("as_of", "attachments")  # kinds that no line goes on from


@dataclass(frozen=True, slots=True)
class Unit:
    """An item with the lines that go on from it; `heading` where it is one."""

    item: Item
    text: str
    heading: Heading | None = None

    @property
    def marks(self) -> str:
        """What was taken off before the text."""
        label = self.item.label.typed if self.heading and self.item.label else ""
        return self.item.marks + label


def flowing(looks: Sequence[Look]) -> list[bool]:
    """Of each line, whether it would go on from the one above if its label were none."""
    items = [look for look in looks if isinstance(look, Item)]
    measured = measure([item.line for item in items], [item.plain for item in items])
    flows: list[bool] = []
    start = above = None
    for look in looks:
        if isinstance(look, DraftBlock):
            start = above = None
            flows.append(False)
            continue
        flows.append(bool(start and above and _goes_on(start, above, look, measured)))
        if not flows[-1] or look.label:
            start = look
        above = look
    return flows


def put_together(
    looks: Sequence[Look], flows: Sequence[bool], headings: Mapping[int, Heading]
) -> Iterator[Unit | DraftBlock]:
    """Units of lines, with the blocks that were read before between them."""
    lines: list[Item] = []
    heading: Heading | None = None
    for index, look in enumerate(looks):
        untitled = heading is not None and len(lines) == 1 and not lines[0].title
        belongs = flows[index] or (untitled and isinstance(look, Item) and look.plain)
        if isinstance(look, Item) and lines and belongs and index not in headings:
            lines.append(look)
            continue
        if lines:
            yield _unit(lines, heading)
            lines = []
        if isinstance(look, Item):
            lines, heading = [look], headings.get(index)
        else:
            yield look
    if lines:
        yield _unit(lines, heading)


def _goes_on(start: Item, above: Item, item: Item, measured: Measure) -> bool:
    """Whether an item without a mark goes on from the one above, in the unit begun by `start`."""
    alone = start.kind in _WHOLE or (start.kind == "paragraph" and start.style)
    if alone or not (item.plain or (item.label and not item.marks)):
        return False
    title = start.label is not None or start.kind in _TITLES
    return goes_on(above.line, item.line, measured, title=title, text_at=start.text_at)


def _unit(lines: Sequence[Item], heading: Heading | None) -> Unit:
    first = lines[0].title if heading else lines[0].text
    parts = [first, *(item.text for item in lines[1:])]
    return Unit(lines[0], join([part for part in parts if part] or [""]), heading)
