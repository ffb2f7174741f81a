"""新旧対照表: two papers, or a paper and what was submitted of it, side by side."""

from dataclasses import dataclass
from math import inf

from kanagawa_desk.domain.eras import long_date
from kanagawa_desk.domain.papers.comparison import WORDINGS, compare_papers
from kanagawa_desk.domain.papers.printed import PrintedPaper
from kanagawa_desk.errors import UserError
from kanagawa_desk.services.papers.editions import as_printed, edition_of
from kanagawa_desk.services.papers.rendering import PaperView, find, papers, printed
from kanagawa_desk.storage.ledger import Ledger

_EDITION_MARK = "@"


@dataclass(frozen=True, slots=True)
class Version:
    """A paper as it stands now, or an edition of it by its number."""

    paper: str
    edition: int | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """The comparison as PDF, how many changes it tells, and what was compared."""

    pdf: bytes
    sheet_count: int
    changed: int
    after: str
    before: str


def compare(ledger: Ledger, one: str, other: str, heads: str = "papers") -> Compared:
    """Compare two versions, each named by a paper or by PAPER@N, in whatever order.

    The later one is 修正後: of one paper the later edition, or the paper as it stands; of two
    papers the one of the later day. `heads` is one of paper_comparison.WORDINGS. Raises
    UserError for a name that is none.
    """
    from kanagawa_desk.reports.comparison import render_comparison

    versions = [_version(ledger, name) for name in (one, other)]
    views = {view.id: view for view in papers(ledger)}
    before, after = sorted(versions, key=lambda each: _age(each, views))
    old, new = (_as_printed(ledger, each) for each in (before, after))
    found = compare_papers(old, new)
    names = (_name(after, new), _name(before, old))
    if names[0] == names[1]:
        names = (f"{names[0]}（{after.paper}）", f"{names[1]}（{before.paper}）")
    pdf, sheets = render_comparison(*names, found.rows, WORDINGS[heads])
    return Compared(pdf, sheets, found.changed, *names)


def unchanged(ledger: Ledger, paper: str, earlier: str) -> frozenset[str]:
    """The blocks of a paper that read as in an earlier one."""
    new, old = (_as_printed(ledger, Version(each)) for each in (paper, earlier))
    return compare_papers(old, new).unchanged


def edition_against_now(ledger: Ledger, one: str, other: str) -> tuple[str, int]:
    """The paper and edition where one name is PAPER@N and the other that PAPER.

    Raises UserError for any other two names.
    """
    versions = {_version(ledger, name) for name in (one, other)}
    editions = [each for each in versions if each.edition is not None]
    if len(editions) == 1 and Version(editions[0].paper) in versions:
        return editions[0].paper, editions[0].edition or 0
    raise UserError("資料とその提出版を一つずつ選んでください（PAPER と PAPER@1 のように）。")


def _version(ledger: Ledger, name: str) -> Version:
    title, mark, number = name.rpartition(_EDITION_MARK)
    known = {word for view in papers(ledger) for word in (view.id, view.title)}
    if name in known or not mark:
        return Version(find(ledger, name))
    if not number.isdecimal():
        raise UserError(f"「{name}」の版が読めません。PAPER@1 のように書いてください。")
    return Version(find(ledger, title), int(number))


def _age(version: Version, views: dict[str, PaperView]) -> tuple[object, ...]:
    order = list(views)
    edition = inf if version.edition is None else version.edition
    return (views[version.paper].held_on, order.index(version.paper), edition)


def _as_printed(ledger: Ledger, version: Version) -> PrintedPaper:
    with ledger.reading() as reads:
        if version.edition is None:
            return printed(reads, version.paper)[0]
        return as_printed(reads, edition_of(reads, version.paper, version.edition))


def _name(version: Version, paper: PrintedPaper) -> str:
    edition = "" if version.edition is None else f"（提出版 {version.edition}）"
    return "　".join(filter(None, (long_date(paper.held_on), paper.session, paper.title))) + edition
