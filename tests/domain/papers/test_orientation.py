"""Sections on landscape pages: turned and turned back, and nothing else with them."""

from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from kanagawa_desk.domain.papers.blocks import Block
from kanagawa_desk.domain.papers.orientation import orientation, turned
from kanagawa_desk.domain.papers.printed import LANDSCAPE, PORTRAIT

LEVELS = {"1": 1, "2": 2}


def blocks(shape: str) -> tuple[Block, ...]:
    """A heading for each figure, a paragraph for each dot."""
    return tuple(
        Block(f"{index}", "p", "heading" if sign in LEVELS else "paragraph", LEVELS.get(sign, 0))
        for index, sign in enumerate(shape)
    )


def turn(paper: tuple[Block, ...], heading: str, to: str = LANDSCAPE) -> tuple[Block, ...]:
    numbers = count(len(paper))
    return turned(paper, heading, to, lambda: f"break{next(numbers)}")


def shown(paper: tuple[Block, ...]) -> str:
    """How each block stands: ー across, ｜ upright."""
    return "".join(
        "ー" if orientation(paper, index) == LANDSCAPE else "｜"
        for index, block in enumerate(paper)
        if block.kind != "page_break"
    )


def test_a_section_is_turned_with_all_below_it_and_no_other() -> None:
    assert shown(turn(blocks("1.2.1."), "2")) == "｜｜ーー｜｜"
    assert shown(turn(blocks("1.2.1."), "0")) == "ーーーー｜｜"


def test_the_last_section_needs_no_break_behind_it() -> None:
    assert [block.kind for block in turn(blocks("1.1."), "2")][-1] == "paragraph"


def test_a_section_that_stands_so_already_stays_as_it_is() -> None:
    paper = turn(blocks("1.1."), "2")
    assert turn(paper, "2") == paper
    assert turn(blocks("1."), "0", PORTRAIT) == blocks("1.")


def test_turning_back_leaves_no_break_behind() -> None:
    before = blocks("1.2.1.")
    assert turn(turn(before, "2"), "2", PORTRAIT) == before


def test_a_part_of_a_turned_section_can_be_turned_back() -> None:
    assert shown(turn(turn(blocks("1.2.2.1."), "0"), "2", PORTRAIT)) == "ーー｜｜ーー｜｜"


@given(
    st.text("12.", min_size=1, max_size=8),
    st.lists(st.tuples(st.integers(0, 7), st.sampled_from((LANDSCAPE, PORTRAIT))), max_size=5),
)
def test_turning_a_section_changes_its_blocks_alone(
    shape: str, turns: list[tuple[int, str]]
) -> None:
    paper = blocks(shape)
    for index, to in turns:
        if index < len(shape) and shape[index] in LEVELS:
            before = shown(paper)
            paper = turn(paper, str(index), to)
            deeper = (n for n in range(index + 1, len(shape)) if shape[n] in LEVELS)
            ends = (n for n in deeper if LEVELS[shape[n]] <= LEVELS[shape[index]])
            end = next(ends, len(shape))
            mark = "ー" if to == LANDSCAPE else "｜"
            assert shown(paper) == before[:index] + mark * (end - index) + before[end:]
