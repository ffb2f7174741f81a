"""What can be done to the blocks of a paper."""

import pytest

from kanagawa_desk.domain.papers import composing
from kanagawa_desk.domain.papers.blocks import Block
from kanagawa_desk.domain.papers.composing import Blocks, GoneBlockError


def paper(*parts: str) -> Blocks:
    """Blocks by their first sign: a digit is the level of a heading, - a bullet, else prose."""
    made = []
    for rank, part in enumerate(parts, start=1):
        kind = "heading" if part[0].isdigit() else "bullet" if part[0] == "-" else "paragraph"
        level = int(part[0]) if kind == "heading" else 0
        made.append(Block(part, "p", kind, level, part, rank=rank * 100))
    return tuple(made)


def ids(blocks: Blocks) -> list[str]:
    return [block.id for block in blocks]


def texts(blocks: Blocks) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in blocks]


TREE = paper("1a", "x", "2b", "y", "2c", "z", "1d", "w")


def test_a_heading_moves_with_its_section() -> None:
    assert ids(composing.move(TREE, "1d", -1)) == ["1d", "w", "1a", "x", "2b", "y", "2c", "z"]
    assert ids(composing.move(TREE, "2b", 1)) == ["1a", "x", "2c", "z", "2b", "y", "1d", "w"]


def test_a_heading_that_moves_on_leaves_its_parent_behind_the_text_of_the_next() -> None:
    assert ids(composing.move(TREE, "2c", 1)) == ["1a", "x", "2b", "y", "1d", "w", "2c", "z"]


def test_a_block_moves_past_its_neighbour() -> None:
    assert ids(composing.move(TREE, "z", -1))[4:6] == ["z", "2c"]


def test_what_is_first_or_last_stays() -> None:
    assert composing.move(TREE, "1a", -1) == TREE
    assert composing.move(TREE, "w", 1) == TREE


def test_a_section_is_not_moved_into_itself() -> None:
    assert composing.move_to(TREE, "1a", "2c") == TREE


def test_a_section_is_moved_to_before_any_block_and_to_the_end() -> None:
    assert ids(composing.move_to(TREE, "2c", "x")) == ["1a", "2c", "z", "x", "2b", "y", "1d", "w"]
    assert ids(composing.move_to(TREE, "1a", ""))[:2] == ["1d", "w"]


def test_levels_shift_with_the_headings_below() -> None:
    shifted = composing.shift(TREE, "1a", 1)
    assert [block.level for block in shifted if block.kind == "heading"] == [2, 3, 3, 1]


def test_no_heading_leaves_the_outline() -> None:
    assert composing.shift(TREE, "1d", -1) == TREE
    deep = paper("6a", "7b")
    assert composing.shift(deep, "6a", 1) == deep


def test_parts_are_reached_in_papers_that_have_them() -> None:
    parts = paper("0a", "1b")
    assert composing.shift(parts, "1b", -1)[1].level == 0


def test_a_bullet_has_two_depths() -> None:
    bullets = paper("-a")
    deeper = composing.shift(bullets, "-a", 1)
    assert deeper[0].level == 2
    assert composing.shift(deeper, "-a", 1) == deeper
    assert composing.shift(deeper, "-a", -1)[0].level == 1


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (0, [("bullet", ""), ("bullet", "-ab")]),
        (2, [("bullet", "-a"), ("bullet", "b")]),
        (3, [("bullet", "-ab"), ("bullet", "")]),
    ],
)
def test_a_bullet_parts_into_bullets(at: int, expected: list[tuple[str, str]]) -> None:
    assert texts(composing.split(paper("-ab"), "-ab", at, "new")) == expected


def test_behind_a_heading_a_paragraph_begins() -> None:
    heading, below = composing.split(paper("2ab"), "2ab", 3, "new")
    assert (below.kind, below.level, heading.id) == ("paragraph", 0, "2ab")


def test_a_heading_parted_in_its_midst_becomes_two_of_its_level() -> None:
    parted = composing.split(paper("2ab"), "2ab", 2, "new")
    assert [(b.kind, b.level, b.text) for b in parted] == [
        ("heading", 2, "2a"),
        ("heading", 2, "b"),
    ]


def test_joining_undoes_parting() -> None:
    blocks = paper("first text")
    parted = composing.split(blocks, "first text", 5, "new")
    assert composing.join(parted, "new") == blocks


def test_what_is_not_prose_is_not_joined() -> None:
    table = Block("t", "p", "table", rank=1)
    blocks = (table, *paper("x"))
    assert composing.join(blocks, "x") == blocks


def test_a_paragraph_made_a_heading_takes_the_level_in_force() -> None:
    made = composing.retype(TREE, "y", "heading")
    assert made[3].level == 2
    assert composing.labelled(made)["y"] == "(2)"


def test_the_trail_names_the_headings_above() -> None:
    assert [block.id for block in composing.path_to(TREE, 5)] == ["1a", "2c"]


def test_a_block_that_is_gone_is_told() -> None:
    with pytest.raises(GoneBlockError):
        composing.change(TREE, "none", text="x")


def test_only_what_is_out_of_order_is_ranked_anew() -> None:
    moved = composing.in_order(composing.move_to(TREE, "w", "x"))
    before = {block.id: block.rank for block in TREE}
    assert [block.id for block in moved if block.rank != before[block.id]] == ["w"]
