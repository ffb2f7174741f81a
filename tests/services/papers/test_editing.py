"""Writing a paper: what is stored, as which batches, and taken back."""

import shutil
import tempfile
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kanagawa_desk.domain.notation import period_text
from kanagawa_desk.domain.papers import composing
from kanagawa_desk.domain.papers.blocks import Block
from kanagawa_desk.domain.papers.composing import Blocks, Operation
from kanagawa_desk.domain.records import Observation
from kanagawa_desk.errors import UserError
from kanagawa_desk.services import history, undoing
from kanagawa_desk.services.ledgers import Ledger
from kanagawa_desk.services.papers import editing as paper_editing
from kanagawa_desk.services.papers import rendering as papers
from kanagawa_desk.services.verifying import verify
from tests.ledgers import opened

PAPER = "r6-3"


def blocks_of(ledger: Ledger, paper: str = PAPER) -> Blocks:
    return paper_editing.composed(ledger, paper).blocks


def first(ledger: Ledger, kind: str) -> Block:
    return next(block for block in blocks_of(ledger) if block.kind == kind)


def test_a_block_is_put_in_behind_another_as_one_batch(sample: Ledger) -> None:
    before = blocks_of(sample)
    new = Block("new", PAPER, text="新しい段落")
    paper_editing.rewrite(
        sample, PAPER, "段落の追加", partial(composing.insert, after=before[4].id, new=[new])
    )
    after = blocks_of(sample)
    assert [block.id for block in after] == [
        *(block.id for block in before[:5]),
        "new",
        *(block.id for block in before[5:]),
    ]
    assert history.batches(sample)[0].action == "段落の追加"


def test_an_edit_of_a_block_that_is_gone_is_refused_and_changes_nothing(sample: Ledger) -> None:
    before = blocks_of(sample)
    with pytest.raises(UserError, match="もうありません"):
        paper_editing.rewrite(sample, PAPER, "x", partial(composing.shift, block="none", by=1))
    assert blocks_of(sample) == before


def test_what_is_written_in_one_visit_is_one_batch_and_one_undo(sample: Ledger) -> None:
    block = first(sample, "paragraph")
    count = len(history.batches(sample))
    visit = paper_editing.keep(sample, block.id, {"text": "書き"}).batch
    paper_editing.keep(sample, block.id, {"text": "書きかけの"}, int(visit or 0))
    paper_editing.keep(sample, block.id, {"text": "書きかけの段落"}, int(visit or 0))
    (change,) = history.changes(sample, str(visit))
    assert len(history.batches(sample)) == count + 1
    assert (change.before, change.after) == (block.text, "書きかけの段落")
    undoing.undo(sample, this_session=True)
    assert first(sample, "paragraph") == block
    assert verify(sample) == ()


def test_what_was_written_and_taken_out_again_in_one_visit_leaves_no_batch(sample: Ledger) -> None:
    block = first(sample, "paragraph")
    count = len(history.batches(sample))
    visit = paper_editing.keep(sample, block.id, {"text": "書き"}).batch
    paper_editing.keep(sample, block.id, {"text": block.text}, int(visit or 0))
    assert len(history.batches(sample)) == count
    assert verify(sample) == ()


def test_a_visit_that_something_else_came_into_goes_on_in_a_batch_of_its_own(
    sample: Ledger,
) -> None:
    block = first(sample, "paragraph")
    visit = paper_editing.keep(sample, block.id, {"text": "前"}).batch
    paper_editing.keep(sample, first(sample, "note").id, {"text": "注"})
    later = paper_editing.keep(sample, block.id, {"text": "前後"}, int(visit or 0)).batch
    assert later != visit
    (change,) = history.changes(sample, str(later))
    assert (change.before, change.after) == ("前", "前後")


def test_a_batch_of_an_earlier_session_is_never_gone_on_with(sample_path: Path) -> None:
    with opened(sample_path) as ledger:
        block = first(ledger, "paragraph")
        visit = paper_editing.keep(ledger, block.id, {"text": "前"}).batch
    with opened(sample_path) as ledger:
        later = paper_editing.keep(ledger, block.id, {"text": "後"}, int(visit or 0)).batch
        assert later != visit


def test_numbers_bound_in_prose_come_with_their_present_values(sample: Ledger) -> None:
    with sample.reading() as reads:
        observation = reads.all(Observation)[0]
    placeholder = f"{{指標:{observation.series}:{period_text(observation.period)}}}"
    paper_editing.keep(sample, first(sample, "paragraph").id, {"text": f"計{placeholder}"})
    assert paper_editing.composed(sample, PAPER).figures[placeholder]


def test_a_new_paper_can_be_printed_as_it_is(sample: Ledger) -> None:
    paper, _ = paper_editing.new_paper(sample, "厚生常任委員会資料", date(2024, 12, 10), "定例会")
    assert [b.kind for b in blocks_of(sample, paper)] == [
        "cover",
        "contents",
        "heading",
        "paragraph",
    ]
    assert papers.render(sample, paper).sheet_count == 3


# Anything at all, taken back and done again.

Step = Callable[[Blocks, int], tuple[str, Operation]]


def pick(blocks: Blocks, number: int) -> str:
    return blocks[number % len(blocks)].id


def put_in(blocks: Blocks, number: int) -> tuple[str, Operation]:
    kind = ("heading", "paragraph", "bullet", "note", "table")[number % 5]
    new = Block(f"new-{number}-{len(blocks)}", PAPER, kind, 1 if kind == "heading" else 0, "新")
    return "追加", partial(composing.insert, after=pick(blocks, number), new=[new])


def take_out(blocks: Blocks, number: int) -> tuple[str, Operation]:
    return "削除", partial(composing.remove, gone={pick(blocks, number), pick(blocks, number // 3)})


def part(blocks: Blocks, number: int) -> tuple[str, Operation]:
    new = f"part-{number}-{len(blocks)}"
    block = pick(blocks, number)
    return "分割", partial(composing.split, block=block, at=number % 9, new=new)


def on_one(name: str, *arguments: Any) -> Step:
    operation = getattr(composing, name)

    def step(blocks: Blocks, number: int) -> tuple[str, Operation]:
        return name, lambda given: operation(given, pick(blocks, number), *arguments)

    return step


STEPS: tuple[Step, ...] = (
    put_in,
    take_out,
    part,
    on_one("join"),
    on_one("move", -1),
    on_one("move", 1),
    on_one("move_to", ""),
    on_one("shift", 1),
    on_one("shift", -1),
    on_one("retype", "heading"),
    on_one("retype", "bullet"),
)


@pytest.fixture(scope="module")
def small_file(sample_file: Path) -> Path:
    """The sample ledger, its paper cut down to what a person reads at once."""
    path = Path(shutil.copy(sample_file, sample_file.with_name("小さい資料.kdesk")))
    with opened(path) as ledger:
        gone = {block.id for block in blocks_of(ledger)[30:]}
        paper_editing.rewrite(ledger, PAPER, "削除", partial(composing.remove, gone=gone))
    return path


@settings(max_examples=6)
@given(st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 10_000)), max_size=25))
def test_undo_of_any_edits_gives_the_blocks_back_and_redo_does_them_again(
    small_file: Path, script: list[tuple[Step, int]]
) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        opened(Path(shutil.copy(small_file, folder))) as ledger,
    ):
        states = [blocks_of(ledger)]
        for step, number in script:
            if not states[-1]:
                break
            action, operation = step(states[-1], number)
            if paper_editing.rewrite(ledger, PAPER, action, operation).batch:
                states.append(blocks_of(ledger))
                expected = [b.id for b in operation(states[-2])]
                assert [b.id for b in states[-1]] == expected
        for state in reversed(states[:-1]):
            undoing.undo(ledger, this_session=True)
            assert blocks_of(ledger) == state
        for state in states[1:]:
            undoing.redo(ledger, this_session=True)
            assert blocks_of(ledger) == state
