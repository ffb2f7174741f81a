"""The blocks of a paper as strips: laid out run by run, then joined."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from kanagawa_desk.domain.papers.printed import LANDSCAPE, PORTRAIT, PrintedBlock
from kanagawa_desk.reports import prose
from kanagawa_desk.reports.columns import TooNarrow
from kanagawa_desk.reports.exhibits import (
    Exhibit,
    as_of_strip,
    caption_lines,
    exhibit_strips,
    note_strips,
)
from kanagawa_desk.reports.flow import Strip
from kanagawa_desk.reports.setting import LayoutProblem, Setting, nothing
from kanagawa_desk.reports.template import Template

_ABOVE = ("caption", "as_of")
_EXHIBITS = ("table", "chart", "figure")
_SPACED_LEVELS = 2  # headings down to this level have a line free above them
_BELOW_EXHIBIT = 0.3  # of the line pitch, between an exhibit and what follows it

Run = PrintedBlock | Exhibit
"""What is laid out together."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Strips for pages that all stand upright, or are all turned to landscape."""

    turned: bool
    strips: list[Strip]


@dataclass(frozen=True, slots=True)
class _Laid:
    """A run laid out: its strips, on which kind of page, and the problems met."""

    run: Run
    turned: bool
    strips: tuple[Strip, ...]
    problems: tuple[LayoutProblem, ...]


def body_stretches(
    blocks: Sequence[PrintedBlock], template: Template
) -> tuple[list[Stretch], list[LayoutProblem]]:
    """The strips of all blocks, and the problems found in them.

    A page break may turn the pages behind it; a table that fits no upright page is turned by
    itself, with the headings that lead to it.
    """
    laid = _turned_together(_all_laid_out(blocks, template), template)
    stretches: list[Stretch] = []
    for before, one, after in zip([None, *laid], laid, [*laid[1:], None], strict=False):
        if before is None or before.turned != one.turned:
            stretches.append(Stretch(one.turned, []))
        look = template.turned() if one.turned else template
        above, below = (each.run if each else None for each in (before, after))
        stretches[-1].strips.extend(_joined(one.strips, above, one.run, below, look))
    return stretches, [problem for one in laid for problem in one.problems]


def _all_laid_out(blocks: Sequence[PrintedBlock], template: Template) -> Iterator[_Laid]:
    turned = False
    for run in _runs(blocks):
        if isinstance(run, PrintedBlock):
            if run.kind == "page_break" and run.style in (LANDSCAPE, PORTRAIT):
                turned = run.style == LANDSCAPE
            yield _laid_out(run, template, turned)
            continue
        try:
            yield _laid_out(run, template, turned or run.body.style == LANDSCAPE)
        except TooNarrow:
            yield _laid_out(run, template, True)


def _turned_together(laid: Iterator[_Laid], template: Template) -> list[_Laid]:
    """The same, no heading left on an upright page when what it leads to is turned."""
    result: list[_Laid] = []
    for one in laid:
        if one.turned and isinstance(one.run, Exhibit):
            place = len(result)
            while place and not result[place - 1].turned and _level(result[place - 1].run):
                place -= 1
                result[place] = _laid_out(result[place].run, template, True)
        result.append(one)
    return result


def _runs(blocks: Sequence[PrintedBlock]) -> Iterator[Run]:
    """Single blocks, and tables, charts and figures with what stands above and below them."""
    index = 0
    while index < len(blocks):
        body = _past(blocks, index, _ABOVE)
        if body < len(blocks) and blocks[body].kind in _EXHIBITS:
            end = _past(blocks, body + 1, ("note",))
            yield Exhibit(tuple(blocks[index:body]), blocks[body], tuple(blocks[body + 1 : end]))
            index = end
        else:
            yield blocks[index]
            index += 1


def _past(blocks: Sequence[PrintedBlock], index: int, kinds: tuple[str, ...]) -> int:
    while index < len(blocks) and blocks[index].kind in kinds:
        index += 1
    return index


# Unchanged blocks of a paper in hand are not laid out again for its next preview.
@lru_cache(maxsize=8192)
def _laid_out(run: Run, template: Template, turned: bool) -> _Laid:
    setting = Setting(template.turned() if turned else template)
    if isinstance(run, Exhibit):
        strips = exhibit_strips(setting, run)
    else:
        # A list without items still has a page.
        strips = _BLOCKS[run.kind](setting, run) or [Strip(run.id, 0.0, nothing)]
    return _Laid(run, turned, tuple(strips), tuple(setting.problems))


forget_layouts = _laid_out.cache_clear
"""Lay every block out anew from here on."""


def _joined(
    laid: Sequence[Strip], before: Run | None, run: Run, after: Run | None, template: Template
) -> list[Strip]:
    """The strips of a run as they stand between its neighbours."""
    strips = list(laid)
    level = _level(run)
    if 0 < level <= _SPACED_LEVELS and not _level(before):
        strips[0] = replace(strips[0], space=template.line_pitch)
    elif isinstance(before, Exhibit) and not strips[0].space:
        strips[0] = replace(strips[0], space=_BELOW_EXHIBIT * template.line_pitch)
    if level == 1 and template.odd_sections:
        strips[0] = replace(strips[0], start="odd")
    # A heading stays with what stands below it; one that has nothing below it may end a page.
    if level and after is not None and not 0 < _level(after) <= level:
        strips[-1] = replace(strips[-1], keep=True)
    return strips


def _level(run: Run | None) -> int:
    """The outline level of a heading, 0 for anything else."""
    return run.level if isinstance(run, PrintedBlock) and run.kind == "heading" else 0


def _caption(setting: Setting, block: PrintedBlock) -> list[Strip]:
    x = block.level * setting.template.em
    lines, style = caption_lines(setting, block, setting.template.measure - x)
    strips = setting.grid_strips(block.id, lines, style, x)
    return [replace(strip, keep=True) for strip in strips]


def _as_of(setting: Setting, block: PrintedBlock) -> list[Strip]:
    return [as_of_strip(setting, block, setting.template.measure)]


def _note(setting: Setting, block: PrintedBlock) -> list[Strip]:
    template = setting.template
    return note_strips(setting, block, block.level * template.em, template.measure)


def _page_break(_setting: Setting, block: PrintedBlock) -> list[Strip]:
    return [Strip(block.id, 0.0, nothing, start="page")]


_BLOCKS: dict[str, Callable[[Setting, PrintedBlock], list[Strip]]] = {
    "heading": prose.heading,
    "paragraph": prose.paragraph,
    "bullet": prose.bullet,
    "circled": prose.circled_list,
    "circle": prose.circle,
    "attachments": prose.attachments,
    "caption": _caption,
    "as_of": _as_of,
    "note": _note,
    "page_break": _page_break,
}
