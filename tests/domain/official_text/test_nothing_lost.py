"""Whatever the text: nothing is raised, and every sign of it stands somewhere in the draft."""

from hypothesis import example, given
from hypothesis import strategies as st

from kanagawa_desk.domain.official_text.reading import read_official_text
from kanagawa_desk.domain.papers.blocks import BLOCK_KINDS
from tests.domain.official_text.drafts import kept_signs, paper, signs

PIECES = st.sampled_from([
    "第1", "第２　", "1 ", "１．", "(1) ", "（１）", "⑴", "ア ", "(ア)", "(7)", "(I)", "I ",
    "a ", "(a) ", "a'", "a′", "Ⅰ　", "①", "②", "❸", "・", "- ", "- ・", "- (a) ", "  - ",
    "○", "□", "■", "◆", "※", "※1", "（注）", "〔", "〕", "【", "】", "＜別添参考資料＞",
    "目次", "目", "次", "ページ", "……3", "記", "令和6年10月4日", "令和0年4月1日",
    "第3回定例会", "委員会資料", "令和6年8月末時点", "（単位：人）", "以上", "別紙1", "図1 あ",
    "D F F T", "A I", "- 3 -", "3/5", "---", "1,234", "▲5", "74.4%", "(12)", "―", "。", "、",
    "を", "について", "医療", "県は、計画を改めた。", "このため", "**", "# ", "🙂", "𠮷", "｜",
    "│", "├──┤", "─", "①あ ②い\n", "| a | b |\n", "|---|---|\n",
])  # fmt: skip
SPACES = st.sampled_from([
    "\t", "\t\t", "  ", "　", "\xa0", "\n", "\n", "\n", "\n\n", "\r\n", "\r", "\f", "\x0b",
    "\u2028", "\ufeff", "\u200b", "\x00", "\ud800",
])  # fmt: skip
PARTS = st.one_of(PIECES, SPACES)
LOOKALIKES = st.lists(PARTS, max_size=60).map("".join)


@st.composite
def damaged_papers(draw: st.DrawFn) -> str:
    """A passage of a committee paper in which something was overwritten."""
    lines = paper(draw(st.sampled_from(["recognised.txt", "typed.txt", "copied.txt"]))).split("\n")
    first = draw(st.integers(0, len(lines) - 1))
    text = "\n".join(lines[first : first + draw(st.integers(1, 40))])
    for piece in draw(st.lists(PARTS, max_size=6)):
        place = draw(st.integers(0, len(text)))
        text = text[:place] + piece + text[place + draw(st.integers(0, 3)) :]
    return text


@given(st.one_of(LOOKALIKES, damaged_papers(), st.text(max_size=80)))
@example("")
@example("| ①甲 |\n②乙 | ③丙 |\n")
@example("- ④丁\n\nア 見出し\n\n- ⑤戊")
def test_every_sign_is_found_again_and_none_is_added(text: str):
    assert kept_signs(read_official_text(text)) == signs(text)


@given(st.one_of(LOOKALIKES, damaged_papers()))
def test_every_block_is_one_that_a_paper_can_hold(text: str):
    draft = read_official_text(text)
    lines = text.count("\n") + text.count("\r") + 1
    for block in draft.blocks:
        assert block.kind in BLOCK_KINDS
        assert 0 <= block.level <= 7 or block.kind != "heading"
        assert (block.kind == "table") == bool(block.table) == bool(block.binding)
        assert len({len(row) for row in block.table}) <= 1
        assert block.columns >= 1
        assert 1 <= block.line <= lines
    for found in (*draft.problems, *draft.set_aside):
        assert 1 <= found.line <= lines


def test_the_papers_keep_every_sign():
    for name in ("recognised.txt", "typed.txt", "copied.txt"):
        assert kept_signs(read_official_text(paper(name))) == signs(paper(name))
