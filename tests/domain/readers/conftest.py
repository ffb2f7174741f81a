"""What the readers know in these tests: the areas, municipalities and divisions, and the day."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kanagawa_desk.domain.reading import Context, Vocabulary

DATA = Path(__file__).parents[2] / "data" / "readers"
PAPER_DAY = date(2024, 10, 4)


def _spellings(name: str) -> Iterator[tuple[str, str]]:
    for line in (DATA / "vocabulary" / f"{name}.tsv").read_text("utf-8").splitlines():
        identity, *spellings = line.split("\t")
        yield from ((spelling, identity) for spelling in spellings)


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    """Names as the prefecture's ledgers hold them."""
    return Vocabulary(
        divisions=dict(_spellings("division")),
        areas=dict(_spellings("area")),
        municipalities=dict(_spellings("municipality")),
        others={"plan": {"神奈川県がん対策推進計画": "cancer"}},
    )


@pytest.fixture(scope="session")
def context(vocabulary: Vocabulary) -> Context:
    """The context of a cell read for the paper of 4 October 2024."""
    return Context(base=PAPER_DAY, vocabulary=vocabulary)
