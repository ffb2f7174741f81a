"""What speaks for and against a labelled line's being a heading, in the measure of outline.py."""

from collections.abc import Collection, Iterator, Sequence

from kanagawa_desk.domain.official_text import marks
from kanagawa_desk.domain.official_text.contents import key
from kanagawa_desk.domain.official_text.draft import CENTRED, FLUSH_RIGHT, DraftBlock
from kanagawa_desk.domain.official_text.items import Item
from kanagawa_desk.domain.official_text.labels import PART, Label
from kanagawa_desk.domain.official_text.outline import Candidate, Place, printed_label

# Against: a sentence (the first of a row; 「1 県は…。」 above all), a long one, one that the line
# above runs into, one without a text.
_SENTENCE, _SENTENCE_BEHIND_1, _SENTENCE_IN_ROW = 1.5, 3.5, 0.2
_LONG_TITLE, _LONG = 80, 1.0
_GOES_ON = 2.0
_NO_TITLE, _IMPOSSIBLE = 1.0, 99.0
_LIST_IN_LINE = 5.0  # ア 促進、イ 対策、ウ 救護
# For: an entry in the contents; a converter's sign, which in a text that has it speaks against
# bare numbers without.
_IN_CONTENTS = 3.0
_SIGNED, _UNSIGNED = 4.0, 3.0

_LINES_OF_ITEM = 2  # at most, in a list that is mere text
_NOTED = {CENTRED: True, FLUSH_RIGHT: False}
"""What stands between 記 and 以上, in a text with an outline, is a list of its own."""

Look = Item | DraftBlock
"""A line by its looks, or what several were read as."""


def candidates(
    looks: Sequence[Look], flowing: Sequence[bool], titles: Collection[str]
) -> Iterator[tuple[int, Candidate]]:
    """The labelled lines that may be headings, each by its index.

    `flowing` says which lines would go on from those above; `titles` are keys of the contents.
    """
    signed = any(isinstance(look, Item) and look.label and "#" in look.marks for look in looks)
    afresh = begun = noted = False
    last: int | None = None
    for index, look in enumerate(looks):
        if not isinstance(look, Item):
            continue
        if look.style in _NOTED:
            noted = begun and _NOTED[look.style]
        elif look.kind == "caption" and marks.APPENDIX.fullmatch(look.text):
            afresh = bool(marks.AFRESH.match(look.text))
        if look.label is None:
            continue
        level = look.label.readings[0].level
        noted = noted and level != PART
        if noted:
            continue
        below = looks[index + 1] if index + 1 < len(looks) else None
        against = _against(look, look.label, below) + (_GOES_ON if flowing[index] else 0.0)
        favour = _IN_CONTENTS if look.title and key(look.title) in titles else 0.0
        if signed and "#" in look.marks:
            favour += _SIGNED
        elif signed and level == 1:
            against += _UNSIGNED
        listed = last is not None and _in_one_list(looks[last:index], look)
        yield index, Candidate(look.label, against, favour, afresh, listed)
        begun, afresh, last = begun or level <= 1, False, index


def _in_one_list(before: Sequence[Look], item: Item) -> bool:
    """Whether a label may continue a list: right below the label before, and alike.

    `before` are the lines from that label on.
    """
    first = before[0]
    near = len(before) <= _LINES_OF_ITEM and not item.line.apart
    return (
        near and isinstance(first, Item) and first.title.endswith("。") == item.title.endswith("。")
    )


def _against(item: Item, label: Label, below: Look | None) -> float:
    """What in its title speaks against a line's being a heading."""
    if not item.title:
        return _NO_TITLE if isinstance(below, Item) and below.plain else _IMPOSSIBLE
    level, number, *_ = label.readings[0]
    following = printed_label(Place(level, number + 1))
    if any(f"{before}{following}{behind}" in item.title for before in "、，" for behind in " 　"):
        return _LIST_IN_LINE
    if item.title.endswith("。"):
        if number > 1:
            return _SENTENCE_IN_ROW
        return _SENTENCE_BEHIND_1 if level == 1 else _SENTENCE
    return _LONG if len(item.title) > _LONG_TITLE else 0.0
