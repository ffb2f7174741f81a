"""Rounds of inquiries for tests."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ledgers import opened
from tests.services.inquiries.rounds import Round, sent_copy


@pytest.fixture(scope="session")
def sent_plans(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample ledger after its plans were asked about, sent once for all tests."""
    return sent_copy(sample_file, tmp_path_factory.mktemp("照会"))


@pytest.fixture
def plans(sent_plans: Path, tmp_path: Path) -> Iterator[Round]:
    """The sixteen plans of the sample, asked of their five divisions."""
    folder = Path(shutil.copytree(sent_plans, tmp_path / "照会"))
    with opened(folder / "台帳.kdesk") as ledger:
        yield Round(ledger, "R6-01", folder / "計画の時点更新", folder / "計画の時点更新の回答")
