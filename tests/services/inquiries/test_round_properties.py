"""Whatever is changed on either side: nothing is lost, and undoing brings back every byte."""

import json
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kanagawa_desk.domain.layout import Address
from kanagawa_desk.domain.notation import notation
from kanagawa_desk.domain.records import BedCount
from kanagawa_desk.exchange.assembling import read_workbook
from kanagawa_desk.services import showing, undoing
from kanagawa_desk.services.edit import Edit, set_cells
from kanagawa_desk.services.inquiries.applying import apply, take_some
from kanagawa_desk.services.inquiries.collected import Collected
from kanagawa_desk.services.inquiries.collecting import collect, receive
from kanagawa_desk.services.inquiries.examining import Examiner
from kanagawa_desk.services.ledgers import Ledger
from kanagawa_desk.services.verifying import verify
from kanagawa_desk.services.workbooks.comparison import CHANGE, CONFLICT
from tests.ledgers import START, TODAY, opened
from tests.services.inquiries.rounds import GENERAL, fill_in, sent_round

DAY = date(2024, 4, 1)
AREAS = ("yokohama", "kawasaki_north", "sagamihara", "kensei")
MARKS = {"該当なし": "NA:none", "未集計": "NA:pending", "不詳": "NA:unknown"}

texts = st.one_of(st.sampled_from(["0", "5", "5910"]), st.sampled_from(list(MARKS)))
edits = st.dictionaries(st.sampled_from(AREAS), texts)
fast = settings(
    max_examples=12,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(scope="module")
def sent_file(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger whose general beds of one date are being asked for, with its workbook beside it."""
    folder = tmp_path_factory.mktemp("照会")
    path = Path(shutil.copy(sample_file, folder / "台帳.kdesk"))
    with opened(path) as ledger:
        sent_round(ledger, folder, "beds", DAY, scope=("bed_type:general",))
    return path


def everything(ledger: Ledger) -> bytes:
    """All that `show --json` prints."""
    shown = [showing.beds(ledger), showing.plans(ledger, TODAY), showing.metrics(ledger)]
    return json.dumps(shown, ensure_ascii=False).encode()


def counts(ledger: Ledger) -> dict[str, str]:
    """The counts of these areas, as results write them."""
    with ledger.reading() as reads:
        found = reads.all(BedCount, bed_type="general", as_of=DAY)
    return {each.area: notation(each.beds) for each in found if each.area in AREAS}


def enter(ledger: Ledger, values: Mapping[str, str]) -> None:
    cells = [
        Edit(Address("bed_count", ("general", area, DAY), "beds"), text)
        for area, text in values.items()
    ]
    if cells:
        set_cells(ledger, cells, TODAY)


def answer(sent: Path, target: Path, values: Mapping[str, str]) -> Path:
    (source,) = sent.parent.glob("計画の時点更新/*.xlsx")
    cells = {
        (area, f"beds@{DAY}"): int(text) if text.isdecimal() else text
        for area, text in values.items()
    }
    fill_in(source, target, cells, sheet=GENERAL, answer="修正あり")
    return target


def compared(
    sent: Path, folder: Path, ours: Mapping[str, str], theirs: Mapping[str, str]
) -> Collected:
    """How a workbook compares with a ledger that was changed meanwhile."""
    path = Path(shutil.copy(sent, folder / "写し.kdesk"))
    returned = answer(sent, folder / "回答.xlsx", theirs)
    with opened(path) as ledger:
        enter(ledger, ours)
        read = read_workbook(returned), returned.read_bytes()
        with ledger.reading() as reads:
            return receive(Examiner(reads), None, returned.name, read, START)


def areas(found: Collected, kind: str) -> set[str]:
    return {each.address.key[1] for each in found.comparison.of(kind)}


@fast
@given(edits, edits)
def test_swapping_the_sides_leaves_the_conflicts_and_swaps_the_changes(
    sent_file: Path, tmp_path: Path, ours: dict[str, str], theirs: dict[str, str]
) -> None:
    there = compared(sent_file, tmp_path, ours, theirs)
    back = compared(sent_file, tmp_path, theirs, ours)
    assert there.comparison.problems == back.comparison.problems == ()
    assert areas(there, CONFLICT) == areas(back, CONFLICT)
    assert areas(there, CHANGE).isdisjoint(areas(back, CHANGE))


@fast
@given(edits, edits, st.sampled_from(["theirs", "ours"]))
def test_every_value_of_either_side_is_in_the_ledger_unless_the_other_was_chosen(
    sent_file: Path, tmp_path: Path, ours: dict[str, str], theirs: dict[str, str], accept: str
) -> None:
    path = Path(shutil.copy(sent_file, tmp_path / "写し.kdesk"))
    returned = answer(sent_file, tmp_path / "回答.xlsx", theirs)
    with opened(path) as ledger:
        sent = counts(ledger)
        enter(ledger, ours)
        here, came = (
            counts(ledger),
            sent | {each: MARKS.get(text, text) for each, text in theirs.items()},
        )
        before = everything(ledger)
        found = collect(ledger, [returned])
        assert everything(ledger) == before
        (done,) = apply(ledger, found, accept)
        assert done.applied
        for area, now in counts(ledger).items():
            if here[area] == sent[area] or (accept == "theirs" and came[area] != sent[area]):
                assert now == came[area]
            else:
                assert now == here[area]
        undoing.undo(ledger, done.batch)
        assert everything(ledger) == before
        assert verify(ledger) == ()


@settings(fast, max_examples=6)
@given(edits, edits, st.sets(st.sampled_from(AREAS)))
def test_what_a_person_chose_goes_in_and_nothing_else_and_undoing_brings_back_every_byte(
    sent_file: Path,
    tmp_path: Path,
    ours: dict[str, str],
    theirs: dict[str, str],
    chosen: set[str],
) -> None:
    path = Path(shutil.copy(sent_file, tmp_path / "写し.kdesk"))
    returned = answer(sent_file, tmp_path / "回答.xlsx", theirs)
    with opened(path) as ledger:
        enter(ledger, ours)
        (found,) = collect(ledger, [returned])
        here, before = counts(ledger), everything(ledger)
        findings = [each for each in found.comparison.findings if each.address.key[1] in chosen]
        done = take_some(ledger, found, findings)
        taken = {each.address.key[1]: notation(each.value) for each in findings}
        assert counts(ledger) == here | taken
        undoing.undo(ledger, done.batch)
        assert everything(ledger) == before
        assert verify(ledger) == ()
