"""正誤表: what an edition of a paper says wrongly, and how the paper has it now."""

from dataclasses import dataclass

from kanagawa_desk.domain.acting import JAPAN
from kanagawa_desk.domain.papers.errata import errata
from kanagawa_desk.errors import UserError
from kanagawa_desk.services.papers.editions import as_printed, edition_of
from kanagawa_desk.services.papers.rendering import printed
from kanagawa_desk.storage.ledger import Ledger


@dataclass(frozen=True, slots=True)
class ErrataSheet:
    """The 正誤表 as PDF, on how many sheets, and how many corrections it lists."""

    pdf: bytes
    sheet_count: int
    corrections: int


def errata_sheet(ledger: Ledger, paper_id: str, edition: int) -> ErrataSheet:
    """The 正誤表 of an edition against the paper as it stands.

    Raises UserError where nothing differs, or there is no such edition.
    """
    from kanagawa_desk.reports.errata import render_errata

    with ledger.reading() as reads:
        before = as_printed(reads, edition_of(reads, paper_id, edition))
        after = printed(reads, paper_id)[0]
    found = errata(before, after)
    if not found:
        raise UserError(f"提出版 {edition} から変わったところがありません。")
    day = ledger.clock().astimezone(JAPAN).date()
    pdf, sheets = render_errata(before, found, day)
    return ErrataSheet(pdf, sheets, len(found))
