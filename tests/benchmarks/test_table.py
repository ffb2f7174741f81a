"""The table of what is measured."""

from benchmarks.__main__ import main
from benchmarks.measuring import Contest, NotMeasurable
from benchmarks.papers import against, libreoffice
from benchmarks.rows import ROWS, Row
from benchmarks.table import HEAD, cells


def row(contest, reach=1.0):
    return Row("name", "what", "peer", reach, contest)


def figure_of(ours, theirs, folder, reach=1.0):
    contest = Contest(lambda: ours, lambda: theirs)
    return dict(zip(HEAD, cells(row(lambda _: contest, reach), folder), strict=True))


def test_no_two_rows_have_one_name():
    assert len({row.name for row in ROWS}) == len(ROWS)


def test_a_figure_within_its_reach_is_met(tmp_path):
    found = figure_of(1.0, 2.0, tmp_path)
    assert found["ratio"] == "**0.50**"
    assert found["met"] == "yes"
    assert (found["ours"], found["theirs"]) == ("1,000 ms", "2,000 ms")


def test_a_figure_beyond_its_reach_is_not_met(tmp_path):
    found = figure_of(3.0, 2.0, tmp_path)
    assert found["met"] == "no"


def test_a_figure_without_a_reach_is_only_shown(tmp_path):
    found = figure_of(3.0, 2.0, tmp_path, reach=None)
    assert (found["reach"], found["met"]) == ("", "")


def test_a_row_that_cannot_be_measured_says_why(tmp_path):
    def contest(_folder):
        raise NotMeasurable("the machine has no disk")

    assert "not measured: the machine has no disk" in cells(row(contest), tmp_path)


def test_a_missing_opponent_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    contest = against(libreoffice, 30)
    assert "not measured: LibreOffice is not installed" in cells(row(contest), tmp_path)


def test_a_name_that_is_no_rows_is_refused(capsys):
    assert main(["windows-95"]) == 2
    assert "window, figures" in capsys.readouterr().err
