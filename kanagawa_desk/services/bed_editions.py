"""Another period of the plan that sets the standards of a bed type (第7次 beside 第8次)."""

from kanagawa_desk.domain.periods import FiscalPeriod
from kanagawa_desk.domain.records import BedStandard, PlanEdition
from kanagawa_desk.errors import UserError
from kanagawa_desk.services.adding import add_edition
from kanagawa_desk.services.edit import Written
from kanagawa_desk.storage.ledger import Ledger


def add_bed_edition(
    ledger: Ledger, bed_type: str, period: FiscalPeriod, ordinal: str = ""
) -> tuple[str, Written]:
    """Add a period to the plan that counts of a type are compared with; gives its id back.

    A type without standards takes the plan of the other types. Raises UserError where no plan
    has standards yet, and for a period that the plan has already.
    """
    with ledger.reading() as reads:
        editions = {each.id: each for each in reads.all(PlanEdition)}
        standards = reads.all(BedStandard)
        own = [each for each in standards if each.bed_type == bed_type] or list(standards)
        plans = {editions[each.edition].plan for each in own}
    if not plans:
        raise UserError("基準病床数を定める計画がありません。計画一覧で計画を追加してください。")
    plan = min(plans)
    if any(each.plan == plan and each.period == period for each in editions.values()):
        raise UserError(f"計画期間 {period.short} はもうあります。")
    made = add_edition(ledger, plan, period, ordinal)
    with ledger.reading() as reads:
        (edition,) = (each for each in reads.all(PlanEdition, plan=plan) if each.period == period)
    return edition.id, made
