"""Texts for property tests: the cases, and what slips of the hand make of them."""

from pathlib import Path

from hypothesis import strategies as st

from kanagawa_desk.domain.readers import unescaped

_DATA = Path(__file__).parents[2] / "data" / "readers"

CASE_TEXTS = sorted(
    {
        unescaped(line.split("\t")[1])
        for file in _DATA.glob("*.tsv")
        for line in file.read_text("utf-8").splitlines()
    }
)
_SIGNS = (
    "0123456789０９,，.．、。()（）-－―ー▲△+±約%％床件円千万億百十三〇年度月日末令和平成RHr元"
    "～~から まで予定見込速報現在時点第四半期Q〃…x*※①¹²㎡ \u3000\n\tａ横浜市区県茅ケヶ有無○×"
    "/:T'\"\\¥=#{}|\u200b\U000e0100ｱﾞ自至間"
)


@st.composite
def slips(draw: st.DrawFn) -> str:
    """A case with a few characters put in, taken out or changed."""
    text = draw(st.sampled_from(CASE_TEXTS))
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.integers(0, len(text)))
        taken = draw(st.integers(0, 1))
        text = text[:place] + draw(st.sampled_from(["", *_SIGNS])) + text[place + taken :]
    return text


def any_text() -> st.SearchStrategy[str]:
    """Cases, slips, heaps of the signs that matter, and any Unicode at all."""
    return st.one_of(
        st.sampled_from(CASE_TEXTS),
        slips(),
        st.text(st.sampled_from(_SIGNS), max_size=60),
        st.text(max_size=40),
        st.builds(str.__mul__, st.sampled_from(CASE_TEXTS), st.integers(1, 200)),
    )
