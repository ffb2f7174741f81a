"""Reading in child processes: the same result, and no harm from what goes wrong there."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from kanagawa_desk.exchange import pool as pool_module
from kanagawa_desk.exchange.assembling import read_workbook
from kanagawa_desk.exchange.pool import ReaderPool
from kanagawa_desk.exchange.unreadable import Unreadable
from kanagawa_desk.exchange.worker import MEMORY
from tests.exchange import layouts
from tests.exchange.books import DATA, written

EDITED = DATA / "edited-libreoffice.xlsx"


@pytest.fixture(scope="module")
def pool():
    with ReaderPool() as pool:
        yield pool


@pytest.mark.parametrize("name", ["edited-libreoffice.xlsx", "dates-libreoffice.xlsx"])
def test_a_child_reads_what_this_process_would(pool, name):
    assert pool.read(DATA / name) == read_workbook(DATA / name)


def test_an_unreadable_file_is_told_and_the_child_goes_on(pool):
    for _ in range(2):
        with pytest.raises(Unreadable) as caught:
            pool.read(DATA / "encrypted.xlsx")
        assert caught.value.code == "encrypted"
    assert pool.read(EDITED).request == "R6-07/kenko"


def test_files_are_read_at_the_same_time_from_several_threads(pool):
    with ThreadPoolExecutor(4) as threads:
        books = list(threads.map(pool.read, [EDITED] * 8))
    assert all(book == books[0] for book in books)


def test_progress_tells_how_many_cells_were_read(pool, tmp_path):
    rows = [(f"p{number}", number, *layouts.PLANS[0][2:]) for number in range(2000)]
    path = tmp_path / "大きな表.xlsx"
    path.write_bytes(written(layouts.plans(rows)))
    told = []
    book = pool.read(path, told.append)
    assert told == sorted(told)
    assert len(told) > 5
    assert told[-1] >= book.counts.cells > 16_000


def test_a_file_that_takes_too_long_is_given_up_and_the_next_is_read():
    with ReaderPool(1, seconds=0) as pool:
        with pytest.raises(Unreadable) as caught:
            pool.read(EDITED)
        assert caught.value.code == "time_out"
        assert "0 秒" in str(caught.value)
        with pytest.raises(Unreadable):
            pool.read(EDITED)


def test_a_file_of_many_cells_may_take_longer(tmp_path, monkeypatch):
    monkeypatch.setattr(pool_module, "LARGE", 0)
    with ReaderPool(1, seconds=5, long_seconds=0) as pool, pytest.raises(Unreadable) as caught:
        pool.read(EDITED)
    assert caught.value.code == "time_out"


@pytest.mark.parametrize("last_words", ["", "print('{\"begun\": true}', flush=True)"])
def test_a_child_that_falls_is_replaced(monkeypatch, last_words):
    with ReaderPool(1) as pool:
        fall = f"import sys; sys.stdin.readline(); {last_words}"
        with monkeypatch.context() as patch:
            patch.setattr(pool_module, "_command", lambda: [sys.executable, "-c", fall])
            with pytest.raises(Unreadable) as caught:
                pool.read(EDITED)
        assert caught.value.code == "stopped"
        assert pool.read(EDITED).request == "R6-07/kenko"


def test_a_closed_pool_has_no_children_and_starts_new_ones_when_asked():
    pool = ReaderPool()
    first = pool.read(EDITED)
    pool.close()
    assert pool.read(EDITED) == first
    pool.close()


def test_a_file_called_json_py_beside_the_workbooks_is_not_run(tmp_path, monkeypatch):
    (tmp_path / "json.py").write_text("raise SystemExit('ran')")
    monkeypatch.chdir(tmp_path)
    with ReaderPool(1) as pool:
        assert pool.read(EDITED).request == "R6-07/kenko"


def test_a_child_loads_neither_window_nor_database_nor_openpyxl():
    code = (
        "import sys, kanagawa_desk.exchange.worker;"
        "print([m for m in ('PySide6', 'sqlalchemy', 'openpyxl', 'reportlab') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sets no such limit")
def test_a_child_cannot_take_more_memory_than_it_may():
    code = (
        "from kanagawa_desk.exchange.worker import limit_memory\n"
        "limit_memory()\n"
        f"try: bytearray({MEMORY})\n"
        "except MemoryError: print('refused')"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "refused"
