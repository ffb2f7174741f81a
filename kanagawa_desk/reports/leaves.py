"""The pages of a paper laid out anew where an edition of it has its page breaks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kanagawa_desk.domain.papers.comparison import compare_blocks
from kanagawa_desk.domain.papers.printed import PrintedPaper
from kanagawa_desk.reports.blocks import Stretch
from kanagawa_desk.reports.flow import Page, Strip, fill_pages, kept_together
from kanagawa_desk.reports.template import Template


@dataclass(frozen=True, slots=True)
class NumberedPage:
    """A page with its number: 5, or 5-2 for what page 5 of the edition cannot hold any more."""

    number: str
    of_edition: int  # from 0
    strips: Page
    turned: bool


def pages_as_before(
    before: PrintedPaper,
    old: Sequence[Page],
    after: PrintedPaper,
    stretches: Sequence[Stretch],
    template: Template,
) -> list[NumberedPage]:
    """The strips of `after` on the pages that they had in the edition `before`."""
    origins = {
        new.id: earlier.id
        for earlier, new in compare_blocks(before, after)
        if earlier is not None and new is not None
    }
    groups: list[list[tuple[bool, Strip]]] = [[] for _ in old]
    for turned, page, chain in _placed(stretches, _pages_of_strips(old), origins):
        groups[page] += [(turned, strip) for strip in chain]
    return [
        page for number, group in enumerate(groups) for page in _filled(number, group, template)
    ]


def _pages_of_strips(pages: Sequence[Page]) -> dict[str, list[int]]:
    """For each block the page of each of its strips; a table's repeated head is none of them."""
    found: dict[str, list[int]] = {}
    for number, page in enumerate(pages):
        for place, (_, strip) in enumerate(page):
            below = page[place + 1][1] if place + 1 < len(page) else None
            repeated = place == 0 and below is not None and below.lead is strip
            if not (repeated and strip.block in found):
                found.setdefault(strip.block, []).append(number)
    return found


def _placed(
    stretches: Sequence[Stretch], old: Mapping[str, list[int]], origins: Mapping[str, str]
) -> Iterator[tuple[bool, int, list[Strip]]]:
    """What is kept together with the page it goes to: where it was, else with what is before it."""
    here = 0
    counts: dict[str, int] = {}
    for stretch in stretches:
        for chain in kept_together(stretch.strips):
            for part in _by_page(chain, old, origins, counts):
                here = max(here, part[0] if part[0] is not None else here)
                yield stretch.turned, here, part[1]


def _by_page(
    chain: Sequence[Strip],
    old: Mapping[str, list[int]],
    origins: Mapping[str, str],
    counts: dict[str, int],
) -> Iterator[tuple[int | None, list[Strip]]]:
    """A chain in the parts that had one page; what is new goes with what stands below it."""
    part: list[Strip] = []
    page: int | None = None
    for strip in chain:
        index = counts[strip.block] = counts.get(strip.block, -1) + 1
        pages = old.get(origins.get(strip.block, strip.block), [])
        was = pages[min(index, len(pages) - 1)] if pages else None
        if part and page is not None and was is not None and was > page:
            yield page, part
            part = []
        part.append(strip)
        page = was if was is not None else page
    if part:
        yield page, part


def _filled(
    number: int, group: Sequence[tuple[bool, Strip]], template: Template
) -> Iterator[NumberedPage]:
    """One page of the edition anew, and those that it overflows to."""
    # A break that turns pages back stands on the page behind it, and is not seen there.
    seen = [each for each in group if each[1].height] or group[-1:]
    turned = bool(seen) and seen[0][0]
    depth = (template.turned() if turned else template).depth
    pages = fill_pages([strip for _, strip in group], depth, template.line_pitch)
    for part, strips in enumerate(pages, start=1):
        name = str(number + 1) if part == 1 else f"{number + 1}-{part}"
        yield NumberedPage(name, number, strips, turned)
