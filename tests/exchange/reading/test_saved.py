"""When a workbook was last saved, by its own word."""

from datetime import UTC, datetime, timedelta

import pytest

from kanagawa_desk.exchange.assembling import read_workbook
from tests.exchange.books import DATA, written
from tests.services.inquiries.rounds import set_saved


@pytest.fixture
def path(tmp_path):
    found = tmp_path / "回答.xlsx"
    found.write_bytes(written())
    return found


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ("2024-10-05T01:02:03Z", datetime(2024, 10, 5, 1, 2, 3, tzinfo=UTC)),
        ("2024-10-05T10:02:03+09:00", datetime(2024, 10, 5, 1, 2, 3, tzinfo=UTC)),
        ("2024-10-05T01:02:03", datetime(2024, 10, 5, 1, 2, 3, tzinfo=UTC)),
        ("きのう", None),
        ("", None),
    ],
)
def test_the_time_is_read_as_the_file_writes_it(path, said, moment):
    set_saved(path, said)
    assert read_workbook(path).saved == moment


def test_what_libreoffice_saved_says_when(tmp_path):
    saved = read_workbook(DATA / "resaved-libreoffice.xlsx").saved
    assert saved is not None
    assert saved.utcoffset() == timedelta(0)
