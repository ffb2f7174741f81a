"""Marks at the head of a line that is being typed."""

import pytest

from kanagawa_desk.domain.numbering import label
from kanagawa_desk.domain.papers.line_marks import Marked, marked


@pytest.mark.parametrize("level", range(8))
@pytest.mark.parametrize("number", [1, 12])
def test_a_label_of_the_outline_names_its_level(level: int, number: int) -> None:
    assert marked(f"{label(level, number)}\u3000計画") == Marked("heading", "計画", level)


@pytest.mark.parametrize(
    ("text", "kind", "style", "rest"),
    [
        ("・項目", "bullet", "", "項目"),
        ("※ 注", "note", "", "注"),
        ("〇項目", "circle", "", "項目"),
        ("①項目", "circled", "", "項目"),
        ("■ 表題", "caption", "■", "表題"),
        ("〔表題〕", "caption", "〔〕", "表題"),
        ("＜別添参考資料＞", "attachments", "", ""),
    ],
)
def test_a_mark_names_its_kind(text: str, kind: str, style: str, rest: str) -> None:
    named = marked(text)
    assert named is not None
    assert (named.kind, named.style, named.text) == (kind, style, rest)


@pytest.mark.parametrize(
    "text", ["", "2 つの", "2つの", "ア イ", "a b", "第8次計画", "(案)", "本文"]
)
def test_words_are_no_marks(text: str) -> None:
    assert marked(text) is None
