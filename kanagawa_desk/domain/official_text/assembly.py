"""Units made into blocks: lists gathered, the depth of their items found."""

from collections.abc import Iterator, Sequence

from kanagawa_desk.domain.official_text.circled import circled_blocks
from kanagawa_desk.domain.official_text.draft import DraftBlock, TextProblem
from kanagawa_desk.domain.official_text.faults import problem
from kanagawa_desk.domain.official_text.nesting import Nesting
from kanagawa_desk.domain.official_text.units import Unit

_NESTED = ("bullet", "circle")
_DASHES = dict.fromkeys(map(ord, "‐‑–—−－*+"), "-")

Piece = Unit | DraftBlock


def assemble(pieces: Sequence[Piece]) -> tuple[list[DraftBlock], list[TextProblem]]:
    """The blocks of a text, and what is doubtful in its lists."""
    blocks: list[DraftBlock] = []
    problems: list[TextProblem] = []
    nesting = Nesting()
    above: Piece | None = None
    for group in _groups(pieces):
        first = group[0]
        units = [piece for piece in group if isinstance(piece, Unit)]
        if isinstance(first, DraftBlock):
            blocks.append(first)
            nesting.clear()
        elif _kind(first) == "circled":
            blocks += circled_blocks(units, problems)
            nesting.clear()
        elif _kind(first) == "attachments":
            blocks.append(_attachments(units))
            nesting.clear()
        elif _kind(first) in _NESTED:
            blocks.append(_nested(first, nesting))
        elif nesting.levels and _has_lost_mark(first, above):
            problems.append(problem("mark_lost", first.item.line.number))
            blocks += _alone(first)
        else:
            blocks += _alone(first)
            nesting.clear()
        above = group[-1]
    return blocks, problems


def _groups(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """The pieces one by one, but circled items, and attachments with their bullets, together."""
    index = 0
    while index < len(pieces):
        kind, end = _kind(pieces[index]), index + 1
        inner = {"attachments": "bullet", "circled": "circled"}.get(kind)
        while inner and end < len(pieces) and _kind(pieces[end]) == inner:
            end += 1
        yield pieces[index:end]
        index = end


def _kind(piece: Piece) -> str:
    """The kind of a unit; none for a block, which is finished."""
    if isinstance(piece, DraftBlock):
        return ""
    return "heading" if piece.heading else piece.item.kind


def _has_lost_mark(unit: Unit, above: Piece | None) -> bool:
    """Whether a line right below a bullet, and no further in, has no mark of its own."""
    if unit.heading or not unit.item.plain or unit.item.line.apart:
        return False
    if not isinstance(above, Unit) or above.item.kind not in ("bullet", "paragraph"):
        return False
    return unit.item.line.indent <= above.item.line.indent


def _alone(unit: Unit) -> Iterator[DraftBlock]:
    """The block of a unit that belongs to no list, and of the date behind a caption."""
    item, number = unit.item, unit.item.line.number
    if unit.heading:
        level = unit.heading.place.level
        yield DraftBlock("heading", unit.text, level, marks=unit.marks, line=number)
        return
    yield DraftBlock(item.kind, unit.text, style=item.style, marks=unit.marks, line=number)
    if item.day:
        yield DraftBlock("as_of", item.day, line=number)


def _nested(unit: Unit, nesting: Nesting) -> DraftBlock:
    signs = unit.item.marks.translate(_DASHES).replace("･", "・").split()
    depth = nesting.depth(unit.item.line.indent, signs[-1], doubled=len(signs) > 1)
    return DraftBlock(
        unit.item.kind,
        unit.text,
        depth,
        unit.item.style,
        marks=unit.marks,
        line=unit.item.line.number,
    )


def _attachments(units: Sequence[Unit]) -> DraftBlock:
    """＜別添参考資料＞ with the documents below it; a caption where none is listed."""
    head, documents = units[0], units[1:]
    number = head.item.line.number
    if not documents:
        return DraftBlock("caption", head.marks, line=number)
    marks = "".join(unit.marks for unit in units)
    text = "\n".join(unit.text for unit in documents)
    return DraftBlock("attachments", text, marks=marks, line=number)
