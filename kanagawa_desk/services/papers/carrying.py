"""次回へ繰越: the next paper begins as the last one, its bindings moved on to newer figures."""

from dataclasses import dataclass, replace
from datetime import date

from kanagawa_desk.domain.eras import long_date, short_date
from kanagawa_desk.domain.papers.bindings import BedBinding
from kanagawa_desk.domain.papers.blocks import Block, Paper
from kanagawa_desk.domain.papers.carrying import Newest, bound, carried
from kanagawa_desk.domain.papers.chart_bindings import BedChartBinding, TilesBinding
from kanagawa_desk.domain.papers.printed_places import places
from kanagawa_desk.domain.papers.prose_numbers import with_headings
from kanagawa_desk.domain.papers.templates import PaperTemplate
from kanagawa_desk.domain.periods import FiscalYear
from kanagawa_desk.domain.problems import LOOK, Found
from kanagawa_desk.domain.records import BedSet, Observation
from kanagawa_desk.domain.values import BLANK
from kanagawa_desk.errors import UserError
from kanagawa_desk.services.edit import new_id
from kanagawa_desk.services.names import Reads
from kanagawa_desk.services.papers.comparing import unchanged
from kanagawa_desk.services.papers.importing import free_id
from kanagawa_desk.services.papers.rendering import printed
from kanagawa_desk.storage.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Cover:
    """What the new paper's cover says; without a title it keeps the old one."""

    title: str | None
    held_on: date
    session: str = ""


@dataclass(frozen=True, slots=True)
class Carried:
    """The new paper, how many blocks it has and how many of them read as before.

    `moved` are the tables that show other dates or years now, `to_look_at` the texts that
    still name a date that has gone.
    """

    paper: str
    blocks: int
    unchanged: int
    moved: tuple[Found, ...]
    to_look_at: tuple[Found, ...]


def carry_forward(
    ledger: Ledger, paper_id: str, cover: Cover, bed_dates: tuple[date, ...] = ()
) -> Carried:
    """Make the next paper out of one, as one batch that can be taken back.

    Outline and texts stay. Bed tables move on to the newest reference date, or show
    `bed_dates`; tables over fiscal years gain those that have values by the new paper's day.
    Raises UserError where a given date has no figures.
    """
    with ledger.batch("次回へ繰越", paper_id) as unit:
        old = unit.get(Paper, (paper_id,))
        if old is None:
            raise UserError(f"資料「{paper_id}」はありません。")
        _refuse_unknown(unit, bed_dates)
        newest = _newest(unit, cover.held_on)
        others = unit.all(Paper)
        paper = Paper(
            free_id({each.id for each in others}, cover.held_on),
            cover.title or old.title,
            cover.held_on,
            cover.session,
            rank=max(each.rank for each in others) + 1,
            spellings=old.spellings,
        )
        unit.put(paper)
        if (template := unit.get(PaperTemplate, (paper_id,))) is not None:
            unit.put(replace(template, paper=paper.id))
        sources: dict[str, Block] = {}
        blocks = []
        ids = {block.id: new_id("block") for block in unit.all(Block, paper=paper_id)}
        for block in unit.all(Block, paper=paper_id):
            binding = carried(block.binding, newest, bed_dates) if block.binding else ""
            text = with_headings(block.text, ids)
            new = replace(block, id=ids[block.id], paper=paper.id, text=text, binding=binding)
            unit.put(new)
            sources[new.id] = block
            blocks.append(new)
        filled = printed(unit, paper.id)[0]
    where = places(filled)
    moved = [each for each in blocks if each.binding != sources[each.id].binding]
    gone = {day for each in moved for day in _gone(sources[each.id].binding, each.binding)}
    return Carried(
        paper.id,
        len(blocks),
        len(unchanged(ledger, paper.id, paper_id) & sources.keys()),
        tuple(Found("moved", LOOK, where[each.id], _told(each)) for each in moved),
        tuple(
            Found(
                "date_gone",
                LOOK,
                where[each.id],
                f"本文に {long_date(day)} があります。新しい基準日に合わせて直してください。",
            )
            for each in blocks
            for day in sorted(gone)
            if long_date(day) in each.text
        ),
    )


def _refuse_unknown(reads: Reads, bed_dates: tuple[date, ...]) -> None:
    known = {each.as_of for each in reads.all(BedSet)}
    for day in bed_dates:
        if day not in known:
            raise UserError(
                f"{short_date(day)} の病床数は台帳にありません。"
                f"あるのは {'、'.join(map(short_date, sorted(known)))} です。"
            )


def _newest(reads: Reads, held_on: date) -> Newest:
    dates: dict[str, date] = {}
    for each in reads.all(BedSet):
        if each.as_of <= held_on:
            dates[each.bed_type] = max(each.as_of, dates.get(each.bed_type, each.as_of))
    valued = {(each.series, each.period) for each in reads.all(Observation) if each.value != BLANK}
    return Newest(dates, lambda series, year: (series, year) in valued, FiscalYear.of(held_on))


def _bed_dates(binding: str) -> tuple[date, ...]:
    match bound(binding):
        case BedBinding(dates=dates) | BedChartBinding(dates=dates):
            return dates
        case TilesBinding(day=day):
            return (day,)
    return ()


def _gone(before: str, after: str) -> set[date]:
    return set(_bed_dates(before)) - set(_bed_dates(after))


def _told(block: Block) -> str:
    dates = _bed_dates(block.binding)
    if dates:
        return f"基準日を {'、'.join(map(short_date, dates))} にしました。"
    return "年度を加えました。"
