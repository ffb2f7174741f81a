"""Ranks that follow a new order."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kanagawa_desk.domain.ranks import reranked


def test_what_is_in_order_keeps_its_ranks() -> None:
    assert reranked([1, 5, 9]) == [1, 5, 9]


def test_one_that_is_put_in_takes_free_room_and_the_others_stay() -> None:
    first, new, last = reranked([1000, 0, 9000])
    assert (first, last) == (1000, 9000)
    assert first < new < last


def test_one_that_is_moved_is_the_only_one_to_change() -> None:
    before = [100, 200, 300, 400]
    after = reranked([200, 300, 400, 100])
    assert after[:3] == before[1:]


def test_without_room_all_are_ranked_anew() -> None:
    after = reranked([1, 0, 2, 3])
    assert after == sorted(set(after))
    assert min(b - a for a, b in pairwise(after)) > 1000


def test_a_hundred_lines_written_one_after_another_move_nothing_else() -> None:
    ranks = [65536, 131072]
    for _ in range(100):
        ranks = reranked([*ranks[:-1], 0, ranks[-1]])
    assert (ranks[0], ranks[-1]) == (65536, 131072)


@given(st.lists(st.integers(-100, 100_000)))
def test_ranks_always_rise(ranks: list[int]) -> None:
    after = reranked(ranks)
    assert len(after) == len(ranks)
    assert all(a < b for a, b in pairwise(after))
