"""Respondents (回答者): whoever can be asked."""

from dataclasses import dataclass, replace
from datetime import date

from kanagawa_desk.domain.inquiries import Request, Respondent
from kanagawa_desk.domain.records import Division
from kanagawa_desk.errors import UserError
from kanagawa_desk.services.edit import Written, new_id, written
from kanagawa_desk.storage.ledger import Ledger
from kanagawa_desk.storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Candidate:
    """Who could be asked: a 所管課 or another respondent, by the record and its id."""

    record: str
    id: str
    name: str


def not_asked(ledger: Ledger, inquiry: str, today: date) -> tuple[Candidate, ...]:
    """Those whom an inquiry does not ask yet: the divisions of today, and all others."""
    with ledger.reading() as reads:
        asked = {each.respondent for each in reads.all(Request, inquiry=inquiry)}
        everyone = reads.all(Respondent)
        done = {each.division for each in everyone if each.id in asked}
        divisions = [
            Candidate("division", each.id, each.name)
            for each in reads.all(Division)
            if each.id not in done and (each.valid_to is None or today <= each.valid_to)
        ]
    others = [
        Candidate("respondent", each.id, each.name)
        for each in everyone
        if not each.division and each.id not in asked
    ]
    return (*divisions, *others)


def respondent_of(unit: Unit, candidate: Candidate) -> Respondent:
    """The respondent that is to be asked; raises UserError where it is gone."""
    if candidate.record == "division":
        division = unit.get(Division, (candidate.id,))
        found = of_division(unit, division) if division else None
    else:
        found = unit.get(Respondent, (candidate.id,))
    if found is None:
        raise UserError(f"{candidate.name}がもうありません。画面を読み直してください。")
    return found


def respondents(ledger: Ledger) -> tuple[Respondent, ...]:
    """Everyone who was ever asked or entered, in order."""
    with ledger.reading() as reads:
        return reads.all(Respondent)


def add(ledger: Ledger, name: str, kind: str, addressee: str = "", contact: str = "") -> Written:
    """Enter an outpost, a municipality, a hospital or a body behind the others."""
    with ledger.batch(f"回答者「{name}」を追加") as unit:
        respondent = Respondent(new_id("respondent"), name, kind, "", addressee, contact)
        unit.put(replace(respondent, rank=_last_rank(unit) + 1))
    return written(unit)


def of_division(unit: Unit, division: Division) -> Respondent:
    """The respondent of a 所管課 by its name of now; made when it is first asked."""
    own = unit.all(Respondent, division=division.id)
    found = next((each for each in own if each.name == division.name), None)
    if found is not None:
        return found
    if own:
        found = replace(own[0], name=division.name)
    else:
        found = Respondent(new_id("respondent"), division.name, division=division.id)
        found = replace(found, rank=_last_rank(unit) + 1)
    unit.put(found)
    return found


def _last_rank(unit: Unit) -> int:
    return max((each.rank for each in unit.all(Respondent)), default=0)
