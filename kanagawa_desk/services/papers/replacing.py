"""差替えページ: the leaves of an edition that are to be exchanged for the paper as it stands."""

from dataclasses import dataclass, replace
from datetime import date

from kanagawa_desk.domain.acting import JAPAN
from kanagawa_desk.domain.eras import long_date
from kanagawa_desk.errors import UserError
from kanagawa_desk.services.papers.editions import as_printed, edition_of, kept_pdf
from kanagawa_desk.services.papers.rendering import printed
from kanagawa_desk.storage.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Replacement:
    """The leaves as PDF; `leaves` are the page numbers of each, before and now."""

    pdf: bytes
    leaves: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]


def replacement_pages(
    ledger: Ledger, paper_id: str, edition: int, day: date | None = None
) -> Replacement:
    """The leaves of an edition that differ from the paper as it stands, stamped with a day.

    Without a day it is today. Raises UserError where no page differs.
    """
    from kanagawa_desk.reports.replacing import render_replacement

    with ledger.reading() as reads:
        kept = edition_of(reads, paper_id, edition)
        before, pdf = as_printed(reads, kept), kept_pdf(reads, kept)
        after = replace(printed(reads, paper_id)[0], draft=False, stamp="")
    day = day or ledger.clock().astimezone(JAPAN).date()
    made, leaves = render_replacement(before, pdf, after, f"差替え\u3000{long_date(day)}")
    if not leaves:
        raise UserError(f"提出版 {edition} と違うページはありません。")
    return Replacement(made, tuple((leaf.taken_out, leaf.put_in) for leaf in leaves))
