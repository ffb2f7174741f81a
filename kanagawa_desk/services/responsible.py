"""Which rows of the ledgers a 所管課 answers for."""

from kanagawa_desk.domain.records import Division, Metric, Plan, Series
from kanagawa_desk.errors import UserError
from kanagawa_desk.services.names import Reads
from kanagawa_desk.storage.ledger import Ledger


def rows_of(reads: Reads, name: str) -> set[str]:
    """The keys of the plans and series of a division; raises UserError where there is none such.

    Bed counts belong to no division: they are the planning division's own.
    """
    divisions = {each.name: each.id for each in reads.all(Division)}
    if name not in divisions:
        known = "、".join(divisions)
        raise UserError(f"所管課「{name}」はありません（{known}）。")
    identity = divisions[name]
    metrics = {each.id for each in reads.all(Metric) if each.division == identity}
    plans = {each.id for each in reads.all(Plan) if each.division == identity}
    return plans | {each.id for each in reads.all(Series) if each.metric in metrics}


def rows_of_division(ledger: Ledger, name: str) -> set[str]:
    """As rows_of, in a transaction of its own."""
    with ledger.reading() as reads:
        return rows_of(reads, name)
