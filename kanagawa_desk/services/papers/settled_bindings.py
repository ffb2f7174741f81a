"""When the bindings of a paper were settled, and what they showed then."""

from collections.abc import Mapping, Sequence
from datetime import date
from operator import itemgetter

from kanagawa_desk.domain import records
from kanagawa_desk.domain.changes import EXISTENCE
from kanagawa_desk.domain.fields import record_types
from kanagawa_desk.domain.notation import encode_key
from kanagawa_desk.domain.papers.blocks import Acknowledged, Block, PaperEdition
from kanagawa_desk.domain.papers.findings import LEDGER_CHANGED
from kanagawa_desk.domain.papers.prose_numbers import figures_in
from kanagawa_desk.services.papers.binding_words import BoundThing, bound_things
from kanagawa_desk.services.papers.figures import PaperFigures
from kanagawa_desk.services.past import Past
from kanagawa_desk.storage import settled
from kanagawa_desk.storage.ledger import Reader
from kanagawa_desk.storage.unit import Unit

WHOLE = ("table", "chart", "figure")
"""Kinds of blocks that bind one thing, by their binding; the others bind numbers in their text."""

_LEDGER_RECORDS = frozenset(
    each.name for each in record_types() if each.entity.__module__ == records.__name__
)


class Settled:
    """After which batch the things of a paper's blocks were last settled, and what that did.

    They are settled when they are bound, when the paper is kept as 提出版, and when a person says
    that the present values are right (docs/decisions/0012).
    """

    def __init__(
        self, reads: Reader | Unit, paper_id: str, things: Mapping[Block, Sequence[BoundThing]]
    ) -> None:
        """Ask the history about these things."""
        connection = reads.connection
        editions = {each.id: each.number for each in reads.all(PaperEdition, paper=paper_id)}
        kept = settled.last_written(connection, "paper_edition", EXISTENCE, editions)
        frozen = ((seq, f"提出版 {editions[key]}") for key, seq in kept.items())
        self._frozen = max(frozen, default=(0, ""))
        self._said: dict[str, int] = {}
        confirmed = {
            encode_key((each.place, each.code, each.fingerprint)): each.place
            for each in reads.all(Acknowledged, paper=paper_id)
            if each.code == LEDGER_CHANGED
        }
        said = settled.last_written(connection, "acknowledged", "at", confirmed)
        for key, seq in sorted(said.items(), key=itemgetter(1)):
            self._said[confirmed[key]] = seq
        blocks = {block.id for block in things}
        self._bound = settled.last_written(connection, "block", "binding", blocks)
        self._numbers: dict[tuple[str, str], int] = {}
        prose = {block.id for block in things if block.kind not in WHOLE}
        for block_id, seq, before, after in settled.texts_written(
            connection, "block", "text", prose
        ):
            there = {text for text, _ in figures_in(before)}
            for text, number in figures_in(after):
                if number is not None and text not in there:
                    self._numbers[block_id, text] = seq
        every = (self.of(block, each) for block, of_block in things.items() for each in of_block)
        self.first = min((seq for seq, _ in every), default=0)

    def of(self, block: Block, thing: BoundThing) -> tuple[int, str]:
        """The batch of one thing, and whether it was bound, called right or kept as 提出版."""
        if block.kind in WHOLE:
            written_in = self._bound.get(block.id, 0)
        else:
            written_in = self._numbers.get((block.id, thing.text), 0)
        said = self._said.get(block.id, 0)
        return max((written_in, "結び付け"), (said, "確認"), self._frozen)


class Earlier:
    """What blocks showed after earlier batches; each state of the ledgers is read once."""

    def __init__(self, reads: Reader | Unit, held_on: date, since: int) -> None:
        """Look back as far as a batch."""
        self._reads = reads
        self._held_on = held_on
        self._changes = list(settled.changes_since(reads.connection, since, _LEDGER_RECORDS))
        self._figures: dict[int, PaperFigures] = {}

    def values(self, block: Block, thing: BoundThing, seq: int) -> dict[str, str] | None:
        """A thing's values after a batch; None where the ledgers have not changed since."""
        later = [change for batch, change in self._changes if batch > seq]
        if not later:
            return None
        if len(later) not in self._figures:
            self._figures[len(later)] = PaperFigures(Past(self._reads, later), self._held_on)
        things = bound_things(block, self._figures[len(later)])
        return next((each.values for each in things if each.text == thing.text), None)
