"""Found lines and expected ones: keys first, then names."""

from hypothesis import given
from hypothesis import strategies as st

from kanagawa_desk.exchange.pairing import Line, pair

AREAS = {"k1": "横浜", "k2": "県央", "k3": "県西"}


def test_keys_say_which_line_is_which():
    pairing = pair([Line(9, "k2", "県央"), Line(4, "k1", "横浜")], AREAS)
    assert pairing.found == {"k2": 9, "k1": 4}


def test_a_name_that_was_edited_does_not_matter_where_there_is_a_key():
    assert pair([Line(1, "k1", "横浜市域")], AREAS).found == {"k1": 1}


def test_without_a_key_the_name_serves():
    pairing = pair([Line(1, "", "横浜")], AREAS)
    assert (pairing.found, pairing.unkeyed) == ({"k1": 1}, ("k1",))


def test_a_key_that_a_sort_left_behind_yields_to_the_name():
    pairing = pair([Line(1, "k1", "県西"), Line(2, "k2", "横浜"), Line(3, "k3", "県央")], AREAS)
    assert pairing.found == {"k3": 1, "k1": 2, "k2": 3}
    assert sorted(pairing.misled) == ["k1", "k2", "k3"]


def test_a_copied_line_that_was_renamed_is_another_line():
    pairing = pair([Line(1, "k1", "横浜"), Line(2, "k1", "新しい圏域")], AREAS)
    assert (pairing.found, pairing.others) == ({"k1": 1}, (2,))


def test_a_line_typed_again_beside_its_original_is_another_line():
    pairing = pair([Line(1, "k1", "横浜"), Line(2, "", "横浜")], AREAS)
    assert (pairing.found, pairing.others) == ({"k1": 1}, (2,))


def test_a_line_that_came_twice_is_taken_from_neither():
    pairing = pair([Line(1, "k1", "横浜"), Line(5, "k1", "横浜")], AREAS)
    assert (pairing.found, pairing.twice) == ({}, {"k1": (1, 5)})


def test_names_that_several_lines_share_tell_nothing():
    same = {"a": "オンライン利用率", "b": "オンライン利用率"}
    pairing = pair([Line(1, "", "オンライン利用率"), Line(2, "b", "オンライン利用率")], same)
    assert (pairing.found, pairing.others) == ({"b": 2}, (1,))


def test_a_key_under_a_name_that_others_share_is_not_trusted():
    lines = {"a": "利用率", "b": "利用率", "c": "件数"}
    assert pair([Line(1, "c", "利用率")], lines).found == {}


def test_lines_that_nobody_knows_are_others():
    assert pair([Line(3, "k9", "どこか"), Line(1, "", "")], AREAS).others == (1, 3)


@given(st.permutations(list(AREAS)), st.sets(st.sampled_from(list(AREAS))))
def test_any_order_with_any_keys_lost_finds_every_line(order, lost):
    lines = [
        Line(number, "" if key in lost else key, AREAS[key]) for number, key in enumerate(order, 10)
    ]
    pairing = pair(lines, AREAS)
    assert pairing.found == {line.key or _key(line.name): line.number for line in lines}
    assert set(pairing.unkeyed) == lost


def _key(name):
    return next(key for key, each in AREAS.items() if each == name)
