"""Received files: looked at again, saved again, checked."""

from sqlalchemy import delete, update

from kanagawa_desk.services.edit import Edit, set_cells
from kanagawa_desk.services.inquiries.applying import apply_one
from kanagawa_desk.services.inquiries.collecting import collect
from kanagawa_desk.services.inquiries.received import examine, start_review
from kanagawa_desk.services.verifying import verify
from kanagawa_desk.services.workbooks.comparison import CONFLICT
from kanagawa_desk.storage.tables import KEPT_FILE
from tests.ledgers import TODAY
from tests.services.inquiries.rounds import Round
from tests.services.inquiries.test_applying import CHANGED, REVISED


def test_a_kept_file_is_compared_anew_with_the_ledger_of_now(plans: Round) -> None:
    path = plans.answer("健康増進課", CHANGED)
    (found,) = collect(plans.ledger, [path])
    path.unlink()
    set_cells(plans.ledger, [Edit(REVISED, "R6.5月")], TODAY)
    again = examine(plans.ledger, found.returned)
    assert (again.file, again.respondent) == (path.name, "健康増進課")
    assert [each.kind for each in again.comparison.findings] == [CONFLICT]


def test_a_kept_file_can_be_applied_without_the_one_that_came(plans: Round) -> None:
    path = plans.answer("健康増進課", CHANGED)
    (found,) = collect(plans.ledger, [path])
    path.unlink()
    assert apply_one(plans.ledger, examine(plans.ledger, found.returned)).applied


def test_an_answer_that_is_looked_at_is_in_review(plans: Round) -> None:
    (found,) = collect(plans.ledger, [plans.answer("健康増進課", CHANGED)])
    start_review(plans.ledger, [found.returned])
    assert plans.state("健康増進課") == "reviewing"


def test_verify_finds_a_kept_file_that_was_altered(plans: Round) -> None:
    collect(plans.ledger, [plans.answer("健康増進課", CHANGED)])
    with plans.ledger.batch("改変") as unit:
        unit.connection.execute(update(KEPT_FILE).values(content=b"x"))
    (found,) = verify(plans.ledger)
    assert found.code == "kept_file_altered"


def test_verify_finds_a_kept_file_that_is_gone(plans: Round) -> None:
    collect(plans.ledger, [plans.answer("健康増進課", CHANGED)])
    with plans.ledger.batch("改変") as unit:
        unit.connection.execute(delete(KEPT_FILE))
    (found,) = verify(plans.ledger)
    assert found.code == "kept_file_gone"
