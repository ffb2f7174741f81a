"""Which sheets a person asks for."""

import pytest

from kanagawa_desk.errors import UserError
from kanagawa_desk.services.printing import chosen_sheets, on_one_side


@pytest.mark.parametrize(
    ("text", "sheets"),
    [
        ("", (0, 1, 2, 3, 4)),
        ("2", (1,)),
        ("1-3,5", (0, 1, 2, 4)),
        ("１－２、５", (0, 1, 4)),
        ("4～5", (3, 4)),
    ],
)
def test_sheets_are_named_by_numbers_and_ranges(text: str, sheets: tuple[int, ...]) -> None:
    assert chosen_sheets(text, 5) == sheets


@pytest.mark.parametrize("text", ["0", "6", "3-2", "二", "1-"])
def test_what_names_no_sheet_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="1から5まで"):
        chosen_sheets(text, 5)


def test_two_sheets_share_a_side_and_the_last_may_be_alone() -> None:
    assert on_one_side((0, 1, 4), 2) == [(0, 1), (4,)]
