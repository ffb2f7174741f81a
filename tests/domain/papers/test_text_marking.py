"""What changed within a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanagawa_desk.domain.papers.text_marking import Pieces, marked

TEXTS = st.text("県の12,3▲業務アイA。\n", max_size=30)


def told(pieces: Pieces) -> str:
    """The pieces in one text, what is marked in brackets."""
    return "".join(f"[{text}]" if differs else text for text, differs in pieces)


@pytest.mark.parametrize(
    ("before", "after", "old", "new"),
    [
        ("計は1,601床", "計は1,823床", "計は[1,601]床", "計は[1,823]床"),
        ("▲55となった", "55となった", "[▲55]となった", "[55]となった"),
        ("AIを使う", "RPAを使う", "[AI]を使う", "[RPA]を使う"),
        ("システムの改修", "サービスの改修", "[システム]の改修", "[サービス]の改修"),
        ("整備を進める。", "整備を着実に進める。", "整備を進める。", "整備を[着実に]進める。"),
        ("同じ文", "同じ文", "同じ文", "同じ文"),
        ("", "新しい", "", "[新しい]"),
    ],
)
def test_numbers_and_words_change_whole_and_the_rest_by_character(
    before: str, after: str, old: str, new: str
) -> None:
    assert tuple(map(told, marked(before, after))) == (old, new)


@given(TEXTS, TEXTS)
def test_the_pieces_put_together_are_the_texts(before: str, after: str) -> None:
    old, new = marked(before, after)
    assert "".join(text for text, _ in old) == before
    assert "".join(text for text, _ in new) == after


@given(TEXTS, TEXTS)
def test_what_is_not_marked_is_the_same_in_both(before: str, after: str) -> None:
    old, new = (
        "".join(text for text, differs in side if not differs) for side in marked(before, after)
    )
    assert old == new


@given(TEXTS)
def test_a_text_that_did_not_change_has_no_marks(text: str) -> None:
    assert not any(differs for side in marked(text, text) for _, differs in side)
