"""提出版: a paper as submitted is kept whole, and a reprint is the kept PDF itself."""

from dataclasses import dataclass, replace
from datetime import UTC, date

from kanagawa_desk.domain.changes import BatchKind
from kanagawa_desk.domain.papers.blocks import Block, Paper, PaperEdition
from kanagawa_desk.domain.papers.frozen import frozen, thawed
from kanagawa_desk.domain.papers.printed import PrintedPaper
from kanagawa_desk.domain.problems import Found
from kanagawa_desk.errors import UserError
from kanagawa_desk.services.edit import new_id
from kanagawa_desk.services.papers.rendering import FINAL_STAGES, laid_out, printed
from kanagawa_desk.storage import kept_files
from kanagawa_desk.storage.ledger import Ledger, Reader
from kanagawa_desk.storage.unit import Unit

_GONE = "提出版の内容が失われています。verify で台帳を確かめてください。"


@dataclass(frozen=True, slots=True)
class Frozen:
    """A new edition, how many pages it has, and what its layout had to put up with."""

    edition: PaperEdition
    sheet_count: int
    problems: tuple[Found, ...]


def freeze(
    ledger: Ledger, paper_id: str, decided_on: date | None = None, draft_number: str = ""
) -> Frozen:
    """Keep a paper as submitted: its PDF, its blocks and the data that they show.

    Nothing is kept, and UserError raised, where a binding is broken or where nothing changed
    since the last edition. An edition is never taken back.
    """
    with ledger.batch("提出版として保存", paper_id, kind=BatchKind.LOAD) as unit:
        paper = _paper(unit, paper_id)
        if paper.stage not in FINAL_STAGES:
            unit.put(replace(paper, stage="submitted"))
        filled, broken = printed(unit, paper_id)
        if broken:
            raise UserError("\n".join(f"{each.where}: {each.message}" for each in broken))
        made = laid_out(filled, broken)
        content = frozen(filled, unit.all(Block, paper=paper_id))
        sha256 = kept_files.keep(unit.connection, made.pdf)
        earlier = editions(unit, paper_id)
        if earlier and earlier[-1].sha256 == sha256:
            raise UserError(
                f"提出版 {earlier[-1].number} から変わったところがありません。"
                f"刷り直すには --edition {earlier[-1].number} を付けて render してください。"
            )
        edition = PaperEdition(
            new_id("edition"),
            paper_id,
            earlier[-1].number + 1 if earlier else 1,
            ledger.clock().astimezone(UTC).isoformat(timespec="seconds"),
            sha256,
            kept_files.keep(unit.connection, content),
            ledger.actor.label,
            decided_on,
            draft_number,
        )
        unit.put(edition)
    return Frozen(edition, made.sheet_count, made.problems)


def editions(reads: Reader | Unit, paper_id: str) -> tuple[PaperEdition, ...]:
    """The editions of a paper, the first one first."""
    return tuple(sorted(reads.all(PaperEdition, paper=paper_id), key=lambda each: each.number))


def reprint(ledger: Ledger, paper_id: str, number: int) -> bytes:
    """The PDF of an edition as it was kept; raises UserError where there is none."""
    with ledger.reading() as reads:
        return kept_pdf(reads, edition_of(reads, paper_id, number))


def kept_pdf(reads: Reader, edition: PaperEdition) -> bytes:
    """The PDF of an edition; raises UserError where it was lost."""
    return _kept(reads, edition.sha256)


def as_printed(reads: Reader, edition: PaperEdition) -> PrintedPaper:
    """What an edition showed; raises UserError where that was lost."""
    try:
        return thawed(_kept(reads, edition.data_sha256))
    except (ValueError, KeyError, TypeError) as error:
        raise UserError(_GONE) from error


def edition_of(reads: Reader, paper_id: str, number: int) -> PaperEdition:
    """An edition by its number; raises UserError that names those that there are."""
    found = editions(reads, paper_id)
    for each in found:
        if each.number == number:
            return each
    there = "、".join(str(each.number) for each in found)
    known = f"あるのは {there} です。" if there else "まだ提出版として保存していません。"
    raise UserError(
        f"資料「{_paper(reads, paper_id).title}」に提出版 {number} はありません。{known}"
    )


def _paper(reads: Reader | Unit, paper_id: str) -> Paper:
    paper = reads.get(Paper, (paper_id,))
    if paper is None:
        raise UserError(f"資料「{paper_id}」はありません。")
    return paper


def _kept(reads: Reader, sha256: str) -> bytes:
    content = kept_files.content_of(reads.connection, sha256)
    if content is None:
        raise UserError(_GONE)
    return content
