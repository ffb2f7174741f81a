"""What staff write, and what a careful clerk makes of it: one line a case.

A line of tests/data/readers/*.tsv is kind, raw text and result, parted by tabs. The result ?
means that nothing may be taken without asking, whatever the question or the problem.
"""

from pathlib import Path

import pytest

from kanagawa_desk.domain.readers import KINDS, read_kind, result_text, typed_cell, unescaped
from kanagawa_desk.domain.reading import Context

DATA = Path(__file__).parents[2] / "data" / "readers"
CASES = [
    tuple(line.split("\t"))
    for file in sorted(DATA.glob("*.tsv"))
    for line in file.read_text("utf-8").splitlines()
]
LEFT_TO_A_PERSON = ("AMBIGUOUS:", "REPEAT:", "ERROR:")


@pytest.mark.parametrize(("kind", "raw", "expected"), CASES)
def test_a_case_is_read_as_a_careful_clerk_would(
    kind: str, raw: str, expected: str, context: Context
):
    result = result_text(kind, read_kind(kind, typed_cell(unescaped(raw)), context))
    if expected == "?":
        assert result.startswith(LEFT_TO_A_PERSON)
    else:
        assert result == expected


def test_there_are_cases_for_every_kind():
    assert {case[0] for case in CASES} >= set(KINDS) - {"division", "text"}


def test_no_case_is_given_twice():
    assert len({case[:2] for case in CASES}) == len(CASES) >= 400
