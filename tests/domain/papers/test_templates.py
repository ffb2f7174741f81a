"""書式: which pages can be printed."""

from dataclasses import replace

import pytest

from kanagawa_desk.domain.papers.templates import PaperTemplate, faults

USUAL = PaperTemplate("p")


def test_the_usual_template_can_be_printed() -> None:
    assert faults(USUAL) == ()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"left": 4}, "余白"),
        ({"bottom": 61}, "余白"),
        ({"characters": 38}, "1行の字数は15字から37字まで"),
        ({"characters": 14}, "1行の字数"),
        ({"lines": 60}, "1ページの行数"),
        ({"size": "14", "characters": 37}, "32字まで"),
    ],
)
def test_a_page_that_is_too_full_or_too_narrow_says_what_would_do(
    change: dict[str, object], said: str
) -> None:
    assert any(said in fault for fault in faults(replace(USUAL, **change)))
