"""確認済: a finding that a person put aside, until what it was found in changes."""

from datetime import UTC

from kanagawa_desk.domain.papers.blocks import Acknowledged
from kanagawa_desk.domain.papers.findings import Finding
from kanagawa_desk.errors import UserError
from kanagawa_desk.services.edit import Written, written
from kanagawa_desk.storage.ledger import Ledger


def acknowledged(ledger: Ledger, paper_id: str, finding: Finding, reason: str = "") -> Acknowledged:
    """What is kept of putting a finding aside, now and by whoever acts."""
    at = ledger.clock().astimezone(UTC).isoformat(timespec="seconds")
    return Acknowledged(
        finding.block,
        finding.code,
        finding.fingerprint,
        paper_id,
        reason,
        ledger.actor.label,
        at,
    )


def put_aside(ledger: Ledger, paper_id: str, finding: Finding, reason: str) -> Written:
    """Call a finding 確認済; raises UserError for no reason."""
    if not reason.strip():
        raise UserError("確認済にする理由を書いてください。")
    with ledger.batch("点検の確認済", paper_id) as unit:
        unit.put(acknowledged(ledger, paper_id, finding, reason.strip()))
    return written(unit)


def take_up(ledger: Ledger, paper_id: str, finding: Finding) -> Written:
    """Show a finding again that was put aside."""
    with ledger.batch("確認済の取りやめ", paper_id) as unit:
        found = unit.get(Acknowledged, (finding.block, finding.code, finding.fingerprint))
        if found is not None:
            unit.delete(found)
    return written(unit)
