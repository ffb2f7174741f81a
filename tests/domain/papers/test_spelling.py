"""Words that a paper spells in more than one way."""

from kanagawa_desk.domain.papers.spelling import forms, mixed


def test_a_longer_form_is_not_counted_as_the_shorter_one_in_it() -> None:
    (found,) = mixed(["手続／手続き"], {"a": "手続の手続き", "b": "手続"})
    assert found.counts == {"手続": 2, "手続き": 1}
    assert found.places == {"a": ("手続", "手続き"), "b": ("手続",)}


def test_a_word_in_one_form_only_is_not_mixed() -> None:
    assert mixed(["手続／手続き"], {"a": "手続きを手続きし"}) == []


def test_the_form_that_the_group_puts_first_is_the_one_to_keep() -> None:
    (found,) = mixed(["くらし／暮らし"], {"a": "暮らし", "b": "くらし"})
    assert found.kept == "くらし"


def test_a_group_of_one_form_tells_nothing_apart() -> None:
    assert forms("手続／") == ()
    assert forms("手続／手続") == ()
    assert forms("") == ()
