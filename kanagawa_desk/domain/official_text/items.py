"""What each line is by its looks: bullet, caption, note, date, or a line that has a label."""

import re
from dataclasses import dataclass, replace

from kanagawa_desk.domain.official_text import marks
from kanagawa_desk.domain.official_text.draft import CENTRED, FLUSH_RIGHT
from kanagawa_desk.domain.official_text.labels import Label, split_label
from kanagawa_desk.domain.official_text.lines import Line
from kanagawa_desk.domain.plain_text import width

_LONGEST_CAPTION = 45  # characters
_SPACE = " \t\u3000"


@dataclass(frozen=True, slots=True)
class Item:
    """A line by its looks.

    `kind` is one of papers.BLOCK_KINDS: a paragraph where the line has no mark. `marks` is what
    was taken off before `text`. `label` is set where the text begins with one, so that the line
    may be a heading besides. `numbers` are those of a circled list, one for each line of `text`.
    `day` is an as-of date that stands behind a caption.
    """

    line: Line
    kind: str
    text: str
    marks: str = ""
    style: str = ""
    label: Label | None = None
    numbers: tuple[int, ...] = ()
    day: str = ""

    @property
    def plain(self) -> bool:
        """Whether it has neither mark nor label, so that it may go on from the line above."""
        return self.kind == "paragraph" and not (self.marks or self.style or self.label)

    @property
    def title(self) -> str:
        """The text behind the label."""
        typed = self.label.typed if self.label else ""
        return self.text[len(typed) :].lstrip(_SPACE)

    @property
    def text_at(self) -> int:
        """The column where the text behind marks and label begins."""
        return self.line.end - width(self.title)


def look_at(line: Line) -> Item:
    """What a line is by its looks alone."""
    text, sign = line.text, ""
    if found := marks.STRONG.fullmatch(text):
        text, sign = found[1], "****"
    doubled = _doubled(text)
    if found := doubled or marks.HEAD_SIGNS.match(text):
        text, sign = text[found.end() :], sign + found[0]
    for look in _LOOKS:
        if item := look(line, text):
            return replace(item, marks=sign + item.marks) if sign else item
    labelled = split_label(text)
    kind = "bullet" if doubled else "paragraph"
    return Item(line, kind, text, sign, label=labelled[0] if labelled else None)


def _doubled(text: str) -> re.Match[str] | None:
    """The dash of a converter before a mark or label that the line has besides."""
    found = marks.LIST_DASH.match(text)
    if found is None:
        return None
    behind = text[found.end() :]
    label = split_label(behind)
    own = (
        behind[0] in marks.CIRCLED
        or marks.BULLET.match(behind)
        or marks.MARK.match(behind)
        or (label and not label[0].typed[0].isalnum())
    )
    return found if own else None


def _circled(line: Line, text: str) -> Item | None:
    if text[0] not in marks.CIRCLED:
        return None
    found = list(marks.CIRCLED_ITEM.finditer(text))
    if not found:
        return None
    numbers = [marks.CIRCLED[each[1]] for each in found]
    if numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        found, numbers = found[:1], numbers[:1]
    starts = [each.end() for each in found]
    ends = [*(each.start() for each in found[1:]), len(text)]
    texts = [text[start:end].strip(_SPACE) for start, end in zip(starts, ends, strict=True)]
    signs = "".join(each[1] for each in found)
    return Item(line, "circled", "\n".join(texts), signs, numbers=tuple(numbers))


def _titled(line: Line, text: str) -> Item | None:
    """A line in brackets: the head of the attachments, or a caption."""
    if marks.ATTACHED.fullmatch(text):
        return Item(line, "attachments", "", text)
    if found := marks.TORTOISE.fullmatch(text):
        return Item(line, "caption", found[1].strip(_SPACE), "〔〕", "〔〕")
    return Item(line, "caption", text) if marks.BRACKETED.fullmatch(text) else None


def _dated(line: Line, text: str) -> Item | None:
    return Item(line, "as_of", text) if marks.AS_OF.fullmatch(text) else None


def _note(line: Line, text: str) -> Item | None:
    if not (found := marks.NOTE.match(text)):
        return None
    return Item(line, "note", text[found.end() :], found[1], "" if found[1] == "※" else found[1])


def _bullet(line: Line, text: str) -> Item | None:
    found = marks.BULLET.match(text)
    return Item(line, "bullet", text[found.end() :], found[0].strip(_SPACE)) if found else None


def _marked(line: Line, text: str) -> Item | None:
    """A short title behind a mark is a caption; a ring or a sentence behind any is an item."""
    found = marks.MARK.match(text)
    if found is None or marks.PLACEHOLDER.match(text):
        return None
    sign, behind = found[1], text[found.end() :]
    style = marks.RINGS.get(sign, sign)
    short = len(behind) <= _LONGEST_CAPTION and not behind.endswith("。")
    if not style or style not in marks.CAPTION_MARKS or not short:
        return Item(line, "circle", behind, sign, style)
    if dated := marks.CAPTION_AND_DAY.fullmatch(behind):
        return Item(line, "caption", dated[1], sign, style, day=dated[2])
    return Item(line, "caption", behind, sign, style)


def _alone(line: Line, text: str) -> Item | None:
    """記, 以上, 別紙1, 表1 …: lines that stand for themselves."""
    if text == "記":
        return Item(line, "paragraph", text, style=CENTRED)
    if text.replace(" ", "").replace("\u3000", "") == "以上":
        return Item(line, "paragraph", text, style=FLUSH_RIGHT)
    if found := marks.NUMBERED_CAPTION.fullmatch(text):
        return Item(line, "figure" if found[1] == "図" else "caption", text)
    return Item(line, "caption", text) if marks.APPENDIX.fullmatch(text) else None


_LOOKS = (_circled, _titled, _dated, _note, _bullet, _marked, _alone)
