"""The bindings of a paper: what each shows now, and what changed since it was last settled."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from kanagawa_desk.domain.papers.blocks import Block
from kanagawa_desk.domain.papers.findings import LEDGER_CHANGED, Finding
from kanagawa_desk.domain.problems import LOOK
from kanagawa_desk.services.edit import Written, written
from kanagawa_desk.services.papers.acknowledging import acknowledged
from kanagawa_desk.services.papers.binding_words import BoundThing, bound_things
from kanagawa_desk.services.papers.figures import PaperFigures, paper_of
from kanagawa_desk.services.papers.settled_bindings import WHOLE, Earlier, Settled
from kanagawa_desk.storage.ledger import Ledger, Reader
from kanagawa_desk.storage.unit import Unit

MATCHING, STALE, BROKEN = "matching", "stale", "broken"
# The worst last.
STATES = {MATCHING: "台帳と一致", STALE: "台帳に更新あり", BROKEN: "台帳にない"}


@dataclass(frozen=True, slots=True)
class Difference:
    """A value that changed: its cell in words, before and after; empty where it was not there."""

    cell: str
    before: str
    after: str

    def __str__(self) -> str:
        """横浜　既存病床数 B R6.4.1　23,386 → 23,400."""
        return f"{self.cell}　{self.before or 'なし'} → {self.after or 'なし'}"


@dataclass(frozen=True, slots=True)
class BoundNumber:
    """A number in prose: the text that binds it, what it is called, its value and state."""

    text: str
    label: str
    shown: str
    state: str


@dataclass(frozen=True, slots=True)
class BindingSummary:
    """What a block binds: its name, whether the ledgers still agree, and what changed.

    `state` is the worst of the things that it binds, `since` when it was last settled: 提出版 1,
    確認 or 結び付け; `numbers` are those of prose.
    """

    block: str
    kind: str
    label: str
    state: str
    changed: tuple[Difference, ...]
    since: str
    numbers: tuple[BoundNumber, ...] = ()
    evidence: str = ""

    @property
    def state_label(self) -> str:
        """台帳と一致, 台帳に更新あり, 台帳にない."""
        return STATES[self.state]

    @property
    def told(self) -> str:
        """The first change, and how many more there are; empty where there is none."""
        if len(self.changed) < 2:
            return "".join(map(str, self.changed))
        return f"{self.changed[0]}　ほか{len(self.changed) - 1}か所"


def summaries(ledger: Ledger, paper_id: str) -> Mapping[str, BindingSummary]:
    """The bindings of a paper in order, by block; raises UserError for no paper."""
    with ledger.reading() as reads:
        return _present(reads, paper_id)


def update(ledger: Ledger, paper_id: str, blocks: Collection[str] | None = None) -> Written:
    """Say that the present values are right, of these blocks or of all that changed."""
    with ledger.batch("台帳の値に更新", paper_id) as unit:
        for each in _present(unit, paper_id).values():
            if each.state == STALE and (blocks is None or each.block in blocks):
                unit.put(acknowledged(ledger, paper_id, changed(each)))
    return written(unit)


def changed(binding: BindingSummary) -> Finding:
    """What there is to find in a binding that is stale."""
    message = f"台帳に更新があります（{binding.told}）。比べて更新してください。"
    return Finding(binding.block, LEDGER_CHANGED, LOOK, message, binding.evidence)


def _present(reads: Reader | Unit, paper_id: str) -> dict[str, BindingSummary]:
    paper = paper_of(reads, paper_id)
    return summaries_of(reads, paper_id, PaperFigures(reads, paper.held_on))


def summaries_of(
    reads: Reader | Unit, paper_id: str, figures: PaperFigures
) -> dict[str, BindingSummary]:
    """As summaries, inside a transaction, by the figures of the paper's day."""
    present = {
        block: things
        for block in reads.all(Block, paper=paper_id)
        if (things := bound_things(block, figures))
    }
    since = Settled(reads, paper_id, present)
    earlier = Earlier(reads, figures.held_on, since.first)
    return {
        block.id: _summary(
            block,
            [(each, earlier.values(block, each, since.of(block, each)[0])) for each in things],
            since.of(block, things[0])[1],
        )
        for block, things in present.items()
    }


def _summary(
    block: Block, things: Sequence[tuple[BoundThing, dict[str, str] | None]], since: str
) -> BindingSummary:
    """What a block's things show, each beside the values that it had when it was settled."""
    compared = [(thing, _differences(thing, before)) for thing, before in things]
    states = [
        BROKEN if thing.values is None else STALE if changed else MATCHING
        for thing, changed in compared
    ]
    is_prose = block.kind not in WHOLE
    first = things[0][0]
    return BindingSummary(
        block.id,
        block.kind,
        f"文中の数値 {len(things)}件" if is_prose and len(things) > 1 else first.label,
        max(states, key=list(STATES).index),
        tuple(each for _, changed in compared for each in changed),
        since,
        tuple(
            BoundNumber(thing.text, thing.label, "".join((thing.values or {}).values()), state)
            for (thing, _), state in zip(compared, states, strict=True)
        )
        if is_prose
        else (),
        repr([(thing.text, thing.values) for thing, _ in things]),
    )


def _differences(thing: BoundThing, before: dict[str, str] | None) -> list[Difference]:
    if before is None or thing.values is None:
        return []
    return [
        Difference(cell or thing.label, before.get(cell, ""), thing.values.get(cell, ""))
        for cell in {**before, **thing.values}
        if before.get(cell) != thing.values.get(cell)
    ]
