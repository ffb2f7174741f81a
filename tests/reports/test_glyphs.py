"""Characters that the faces lack are looked up before anything is set."""

import pytest

from kanagawa_desk.reports.fonts import GOTHIC, INTERFACE, INTERFACE_BOLD, MINCHO, load
from kanagawa_desk.reports.glyphs import SUBSTITUTE, nearest, printable


def test_text_that_can_be_printed_is_left_alone():
    text = "髙橋、㊿番、▲1,601床（76業務）……㎡"
    assert printable(text) == (text, ())


def test_a_variant_form_gives_way_to_the_usual_one_and_is_named():
    assert printable("𠮷田") == ("吉田", ("𠮷",))


def test_a_character_without_any_form_gives_way_to_the_geta_mark():
    assert printable("A😀B") == (f"A{SUBSTITUTE}B", ("😀",))


def test_a_compatibility_form_gives_way_to_its_plain_one():
    assert nearest("𝟙") == "1"


def test_each_missing_character_is_named_once():
    assert printable("𠮷と𠮷と😀")[1] == ("😀", "𠮷")


@pytest.mark.parametrize("invisible", ["\u200b", "\ufe00", "\U000e0100", "\x07"])
def test_what_cannot_be_seen_is_dropped_without_a_word(invisible):
    assert printable(f"葛{invisible}飾") == ("葛飾", ())


def test_a_mark_typed_apart_joins_its_letter():
    assert printable("か\u3099") == ("が", ())


def test_a_mark_that_joins_no_letter_stands_behind_it():
    assert printable("か\u309a") == ("か゜", ("\u309a",))


def test_a_tab_becomes_a_space():
    assert printable("a\tb") == ("a b", ())


def test_all_faces_hold_the_same_characters():
    held = [set(load(face).face.charToGlyph) for face in (MINCHO, GOTHIC, INTERFACE)]
    assert held[0] == held[1] == held[2]
    assert held[0] <= set(load(INTERFACE_BOLD).face.charToGlyph)
