"""Texts survive the way into XML and back, whatever is in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanagawa_desk.errors import UserError
from kanagawa_desk.exchange.reading.cells import unescaped
from kanagawa_desk.exchange.writing.markup import escaped
from tests.exchange import layouts
from tests.exchange.books import matched, opened, written


def plan_named(name):
    return layouts.plans([("p1", 1, name, *layouts.PLANS[0][3:])])


@given(st.text())
def test_what_xml_cannot_hold_is_escaped_and_comes_back(text):
    xml = escaped(text)
    assert all(sign >= " " or sign in "\t\n" for sign in xml)
    plain = xml.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert unescaped(plain) == text


@pytest.mark.parametrize(
    "name",
    ["a\x08b", "二行\r\n目", "_x0041_", " 前後の空白 ", "<b>&amp;</b>", "𠮷野", "\ttab"],
)
def test_a_text_comes_back_as_it_was(tmp_path, name):
    layout = plan_named(name)
    cell = matched(written(layout), tmp_path, layout).cells["p1", "name"].cell
    assert cell.content == name


def test_what_we_write_is_read_alike_by_others():
    assert opened(written(plan_named("<計画> & 二行\n目")))["計画一覧"]["C5"].value == (
        "<計画> & 二行\n目"
    )


def test_a_text_that_no_cell_can_hold_is_refused_in_words():
    with pytest.raises(UserError, match="32,767 字を超える"):
        written(plan_named("長" * 32_768))
