"""ホーム: what is to be done today, the figures of the latest dates, and what was done last."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kanagawa_desk.domain.acting import JAPAN
from kanagawa_desk.domain.following_up import STATES_TO_LOOK_AT
from kanagawa_desk.domain.layout import Address
from kanagawa_desk.domain.papers.blocks import STAGES, Paper
from kanagawa_desk.domain.periods import FiscalYear
from kanagawa_desk.domain.plans import REVISION_DUE, edition_in_force, plan_state
from kanagawa_desk.domain.problems import MUST, Found
from kanagawa_desk.domain.records import Division, Plan, PlanEdition
from kanagawa_desk.services.checks import findings
from kanagawa_desk.services.home_figures import BedFigures, bed_figures
from kanagawa_desk.services.inquiries.board import InquiryView, inquiry_views
from kanagawa_desk.storage import history
from kanagawa_desk.storage.ledger import Ledger, Reader

_RECENT = 12  # batches
_CLOSED = ("submitted", "replaced")  # stages of papers that nobody works on any more
OVERDUE, TO_REVIEW, TO_REVISE, TO_CHECK = "照会", "回答", "計画", "点検"


@dataclass(frozen=True, slots=True)
class Task:
    """Something to be done: who answers for it, until when, and the place where it is done.

    `who` are names with 、 between them. Without an address it is done on 点検, which lists all
    that it stands for.
    """

    group: str
    text: str
    remark: str
    who: str
    due: date | None
    address: Address | None
    must: bool = False


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper with how many things were found in it."""

    id: str
    title: str
    held_on: date
    stage: str
    found: int


@dataclass(frozen=True, slots=True)
class Change:
    """One of the last user actions; `at` is Japanese time."""

    at: datetime
    who: str
    action: str
    source: str


@dataclass(frozen=True, slots=True)
class Home:
    """All that the first page shows; `division` is that of the acting person."""

    division: str
    tasks: tuple[Task, ...]
    beds: BedFigures | None
    papers: tuple[PaperLine, ...]
    changes: tuple[Change, ...]


def home(ledger: Ledger, today: date) -> Home:
    """What the ledger has to say today, from one read."""
    with ledger.reading() as reads:
        found = findings(reads, today)
        inquiries = inquiry_views(reads, today)
        return Home(
            ledger.actor.division,
            (
                *_overdue(inquiries),
                *_to_review(inquiries),
                *_to_revise(reads, today),
                *_to_check(found),
            ),
            bed_figures(reads),
            tuple(_papers(reads, found)),
            tuple(
                Change(each.at.astimezone(JAPAN), each.who, each.action, each.source)
                for each in history.batches(reads.connection, limit=_RECENT)
            ),
        )


def _overdue(inquiries: Sequence[InquiryView]) -> Iterator[Task]:
    """One task for each inquiry whose answers are late, the latest first."""
    for view in inquiries:
        late = [r for r in view.requests if r.days_left is not None and r.days_left < 0]
        if late and view.inquiry.closed_on is None:
            names = "、".join(each.respondent.name for each in late)
            yield Task(
                OVERDUE,
                f"{view.inquiry.id} {view.inquiry.title}",
                f"未回答 {len(late)}",
                names,
                min(each.due for each in late),
                Address("inquiry", (view.inquiry.id,), "title"),
                must=True,
            )


def _to_review(inquiries: Sequence[InquiryView]) -> Iterator[Task]:
    for view in inquiries:
        if not view.to_look_at:
            continue
        for each in view.requests:
            if each.state in STATES_TO_LOOK_AT:
                yield Task(
                    TO_REVIEW,
                    f"{view.inquiry.id} {view.inquiry.title}",
                    each.holds or each.answer_label,
                    each.respondent.name,
                    each.due,
                    Address("request", (each.id,), "file"),
                )


def _to_revise(reads: Reader, today: date) -> Iterator[Task]:
    editions: dict[str, list[PlanEdition]] = {}
    for edition in reads.all(PlanEdition):
        editions.setdefault(edition.plan, []).append(edition)
    divisions = {each.id: each.name for each in reads.all(Division)}
    for plan in reads.all(Plan):
        current = edition_in_force(editions.get(plan.id, ()), today)
        if current is None or not plan.listed:
            continue
        if plan_state(current.period, current.next_revision, today) == REVISION_DUE:
            due = current.next_revision.day if current.next_revision else None
            yield Task(
                TO_REVISE,
                f"No.{plan.rank} {plan.name}",
                "今年度に改定",
                divisions.get(plan.division, ""),
                due or FiscalYear.of(today).end,
                Address("plan_edition", (current.id,), "next_revision"),
            )


def _to_check(found: Sequence[Found]) -> Iterator[Task]:
    """One task for each kind of fault; several of a kind lead to the list of all."""
    of_code: dict[str, list[Found]] = {}
    for each in found:
        of_code.setdefault(each.code, []).append(each)
    for same in of_code.values():
        first = same[0]
        several = len(same) > 1
        yield Task(
            TO_CHECK,
            first.message if several else f"{first.where}　{first.message}",
            f"ほか{len(same) - 1}か所" if several else "",
            "",
            None,
            None if several else first.address,
            must=first.severity == MUST,
        )


def _papers(reads: Reader, found: Sequence[Found]) -> Iterator[PaperLine]:
    """The papers that are being worked on, else the last; with what was found in each."""
    papers = sorted(reads.all(Paper), key=lambda paper: paper.held_on)
    in_hand = [each for each in papers if each.stage not in _CLOSED]
    for each in in_hand or papers[-1:]:
        mine = sum(one.where.startswith(f"{each.title}　") for one in found)
        yield PaperLine(each.id, each.title, each.held_on, STAGES[each.stage], mine)
