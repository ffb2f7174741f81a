"""差替えページ as PDF: the leaves of an edition that differ, each stamped, and their list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kanagawa_desk.domain.papers.printed import (
    PrintedBlock,
    PrintedColumn,
    PrintedPaper,
    PrintedTable,
)
from kanagawa_desk.reports.blocks import body_stretches
from kanagawa_desk.reports.flow import Page, fill_pages
from kanagawa_desk.reports.leaves import NumberedPage, pages_as_before
from kanagawa_desk.reports.paper import document_title, front_sheets, lay_out
from kanagawa_desk.reports.preview import look_alike
from kanagawa_desk.reports.setting import Setting
from kanagawa_desk.reports.sheets import to_pdf
from kanagawa_desk.reports.template import Template, template_of

_FRONT = ("cover", "contents")
_COLUMNS = (PrintedColumn(1, "centre"), PrintedColumn(2, "centre"))
_HEAD = (("抜き取る頁",), ("差し込む頁",))


@dataclass(frozen=True, slots=True)
class Leaf:
    """One leaf of paper: what it holds in the edition, and the sheets that take its place."""

    taken_out: tuple[str, ...]
    put_in: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet of the paper as it is now: its number, and its place in the edition's PDF."""

    number: str
    page: Page
    turned: bool
    of_edition: int
    goes_on: bool  # what its sheet of the edition could not hold


def render_replacement(
    before: PrintedPaper, kept: bytes, after: PrintedPaper, stamp: str
) -> tuple[bytes, tuple[Leaf, ...]]:
    """The leaves of the edition `kept` that are not as they were, and which they are.

    The edition's page breaks are kept. Nothing is drawn, and no leaf given, where all of it
    looks as before.
    """
    template = template_of(after.template)
    sheets = list(_sheets(before, after, template))
    fronts = len([each for each in sheets if not each.number])
    unstamped = _pdf(document_title(after), template, sheets, "")
    differ = {
        each.of_edition
        for place, each in enumerate(sheets)
        if each.goes_on or not look_alike(unstamped, place, kept, each.of_edition)
    }
    leaves = [
        group
        for group in _leaves(sheets, fronts)
        if any(each.of_edition in differ for each in group)
    ]
    if not leaves:
        return b"", ()
    told = tuple(
        Leaf(
            tuple(_name(each) for each in group if not each.goes_on),
            tuple(_name(each) for each in group),
        )
        for group in leaves
    )
    title = f"差替え\u3000{document_title(after)}"
    listed = [_Sheet("", page, False, -1, False) for page in _list_pages(after, told, template)]
    chosen = [*_even(listed), *(each for group in leaves for each in _even(group))]
    return _pdf(title, template, chosen, stamp), told


def _sheets(before: PrintedPaper, after: PrintedPaper, template: Template) -> Iterator[_Sheet]:
    """The whole paper anew, where the edition has its page breaks."""
    old = lay_out(before, template_of(before.template)).pages
    blocks = [block for block in after.blocks if block.kind not in _FRONT]
    stretches = body_stretches(blocks, template)[0]
    pages = pages_as_before(before, old, after, stretches, template)
    numbers: dict[str, str] = {}
    for page in pages:
        for _, strip in page.strips:
            numbers.setdefault(strip.block, page.number)
    front = front_sheets(Setting(template), after, numbers)
    for place, sheet in enumerate(front):
        yield _Sheet("", sheet, False, place, False)
    for page in pages:
        yield _numbered(page, len(front))


def _numbered(page: NumberedPage, fronts: int) -> _Sheet:
    goes_on = "-" in page.number
    return _Sheet(page.number, page.strips, page.turned, fronts + page.of_edition, goes_on)


def _leaves(sheets: Sequence[_Sheet], fronts: int) -> Iterator[list[_Sheet]]:
    """Sheets by the leaf that they share: 1 and 2, 3 and 4, and what goes on from them."""
    group: list[_Sheet] = []
    for each in sheets:
        counted = each.of_edition - (fronts if each.number else 0)
        begins = counted % 2 == 0 and not each.goes_on
        if group and begins:
            yield group
            group = []
        group.append(each)
    if group:
        yield group


def _even(sheets: Sequence[_Sheet]) -> list[_Sheet]:
    """The sheets with a blank back where they are odd in number."""
    blank = [_Sheet("", [], False, -1, False)] if len(sheets) % 2 else []
    return [*sheets, *blank]


def _name(sheet: _Sheet) -> str:
    if sheet.number:
        return sheet.number
    return "表紙" if sheet.of_edition == 0 else "目次"


def _list_pages(paper: PrintedPaper, leaves: Sequence[Leaf], template: Template) -> list[Page]:
    rows = tuple((("・".join(leaf.taken_out),), ("・".join(leaf.put_in),)) for leaf in leaves)
    blocks = [
        PrintedBlock("title", "caption", text=f"差替え一覧\u3000{paper.title}"),
        PrintedBlock("list", "table", table=PrintedTable(_COLUMNS, _HEAD, rows)),
        PrintedBlock(
            "note", "note", text="表と裏の2頁で1枚です。提出した資料の同じ枚と入れ替えます。"
        ),
    ]
    strips = body_stretches(blocks, template)[0][0].strips
    return fill_pages(strips, template.depth, template.line_pitch)


def _pdf(title: str, template: Template, sheets: Sequence[_Sheet], stamp: str) -> bytes:
    return to_pdf(
        title,
        template,
        [each.page for each in sheets],
        numbers=[each.number for each in sheets],
        turned={place for place, each in enumerate(sheets) if each.turned},
        stamp=stamp,
        whole=False,
    )
