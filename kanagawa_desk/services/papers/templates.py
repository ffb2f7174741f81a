"""書式 of a paper: as it is, and changed."""

from kanagawa_desk.domain.papers.templates import PaperTemplate, faults
from kanagawa_desk.errors import UserError
from kanagawa_desk.storage.ledger import Ledger, Reader
from kanagawa_desk.storage.unit import Unit


def template_of(reads: Reader | Unit, paper: str) -> PaperTemplate:
    """The template of a paper, or the usual one."""
    return reads.get(PaperTemplate, (paper,)) or PaperTemplate(paper)


def set_template(ledger: Ledger, template: PaperTemplate) -> str | None:
    """Store a paper's template as one batch; returns it. Raises UserError for a page too full."""
    if found := faults(template):
        raise UserError("\n".join(found))
    with ledger.batch("書式の変更", template.paper) as unit:
        if template != template_of(unit, template.paper):
            unit.put(template)
    return str(unit.batch.seq) if unit.batch else None
