"""Respondents (回答者): whoever can be asked."""

from dataclasses import replace

from kanagawa_desk.domain.inquiries import Respondent
from kanagawa_desk.domain.records import Division
from kanagawa_desk.services.edit import Written, new_id, written
from kanagawa_desk.storage.ledger import Ledger
from kanagawa_desk.storage.unit import Unit


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
