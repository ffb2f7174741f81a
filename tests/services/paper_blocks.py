"""Changes of the sample's paper and ledgers that tests of papers make."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from kanagawa_desk.domain.papers.blocks import Block
from kanagawa_desk.domain.records import BedCount
from kanagawa_desk.domain.values import number
from kanagawa_desk.services.ledgers import Ledger

PAPER = "r6-3"
R6 = date(2024, 4, 1)


def count(ledger: Ledger, beds: int, area: str = "yokohama") -> None:
    """Give an area another count of R6.4.1."""
    with ledger.batch("病床数の入力") as unit:
        stored = unit.get(BedCount, ("general", area, R6))
        assert stored is not None
        unit.put(replace(stored, beds=number(beds)))


def block_of(ledger: Ledger, chosen: Callable[[Block], bool]) -> Block:
    """The first block of the paper that is chosen."""
    with ledger.reading() as reads:
        return next(each for each in reads.all(Block, paper=PAPER) if chosen(each))


def bed_block(ledger: Ledger, bed_type: str = "general") -> Block:
    """The bed table of a type."""
    return block_of(ledger, lambda each: f'"bed_type":"{bed_type}"' in each.binding)


def rewrite(ledger: Ledger, block: Block, **fields: object) -> Block:
    """Store a block with other fields; a binding may be given as what its JSON holds."""
    if isinstance(fields.get("binding"), dict):
        fields["binding"] = json.dumps(fields["binding"])
    changed = replace(block, **fields)  # type: ignore[arg-type]
    with ledger.batch("ブロックの編集") as unit:
        unit.put(changed)
    return changed


def add(ledger: Ledger, kind: str, **fields: object) -> Block:
    """Put a new block at the end of the paper."""
    return rewrite(ledger, Block(f"new-{kind}", PAPER, kind, rank=100_000), **fields)
