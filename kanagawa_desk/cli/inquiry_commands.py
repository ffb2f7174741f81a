"""The commands of `inquiry`: create, collect, status, return."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from kanagawa_desk.cli import printing
from kanagawa_desk.cli.here import DONE, HAS_PROBLEMS, Here
from kanagawa_desk.services.ledgers import Ledger, open_ledger, open_to_write

if TYPE_CHECKING:
    from kanagawa_desk.services.inquiries.collected import Collected


def run(here: Here, said: Namespace) -> int:
    """Run one of them; returns the exit code."""
    return {"create": create, "collect": collect, "status": status, "return": send_back}[
        said.action
    ](here, said)


def create(here: Here, said: Namespace) -> int:
    """An inquiry with its workbooks and letters."""
    from kanagawa_desk.services.inquiries.creating import Order
    from kanagawa_desk.services.inquiries.sending import create_and_send

    order = Order(said.title, said.due, said.about, said.as_of)
    with closing(_to_write(here, said)) as ledger:
        sent = create_and_send(ledger, order, said.out, here.today, printing.progress)
    for path in sent.files:
        printing.line(str(path))
    for note in sent.notes:
        printing.problem(f"注意: {note}")
    return DONE


def collect(here: Here, said: Namespace) -> int:
    """Receive the answers in a folder, compare them and, where it is said, apply them."""
    from kanagawa_desk.services.inquiries import applying, collecting
    from kanagawa_desk.services.inquiries.collected import collected_data

    paths = collecting.files_in(said.folder)
    with closing(_to_read(here, said) if said.dry_run else _to_write(here, said)) as ledger:
        found = collecting.collect(
            ledger,
            paths,
            dry_run=said.dry_run,
            inquiry=said.inquiry,
            progress=printing.progress,
        )
        if said.apply and not said.dry_run:
            found = applying.apply(ledger, found, said.accept)
        else:
            found = applying.decided_files(found, said.accept)
    if said.json:
        printing.result(collected_data(found))
    else:
        _print_files(found)
    return HAS_PROBLEMS if _print_problems(found) else DONE


def status(here: Here, said: Namespace) -> int:
    """Who has answered."""
    from kanagawa_desk.services.inquiries.board import as_data, board

    with closing(_to_read(here, said)) as ledger:
        views = board(ledger, here.today)
    if said.json:
        printing.result(as_data(views))
        return DONE
    if not views:
        printing.line("照会はありません。")
    for each in views:
        asked = each.inquiry
        done = f"{each.settled}/{len(each.requests)}"
        printing.line(f"{asked.id}　{asked.title}（{each.about_label}）　期限 {asked.due}　{done}")
        printing.table(
            [
                ["", one.respondent.name, one.state_label, one.answer_label, str(one.due)]
                for one in each.requests
            ]
        )
    return DONE


def send_back(here: Here, said: Namespace) -> int:
    """A workbook to be sent back for correction."""
    from kanagawa_desk.services.inquiries.sending_back import send_back as write

    with closing(_to_write(here, said)) as ledger:
        printing.line(str(write(ledger, said.file, said.out, here.today)))
    return DONE


def _print_files(found: Sequence[Collected]) -> None:
    from kanagawa_desk.services.inquiries.collected import STATUSES

    for each in found:
        sheets, rows, cells = each.read
        whose = f"{each.inquiry} {each.respondent}".strip() or "―"
        held = f"{sheets}シート {rows}行 {cells}セル"
        applied = f"　取り込みました（操作 {each.batch}）" if each.applied else ""
        printing.line(f"{STATUSES[each.status]}　{each.file}　{whose}　{held}{applied}")
        printing.comparison(each.comparison)


def _print_problems(found: Sequence[Collected]) -> bool:
    """Every problem and open question, a line each; whether there was one."""
    any_found = False
    for each in found:
        lines = [problem.line for problem in each.comparison.problems]
        lines += [f"{each.file}: {question}" for question in each.questions]
        lines += [
            f"{one.file}!{one.sheet}!{one.cell}: {one.reason or one.kind}"
            for one in each.comparison.undecided
        ]
        for line in lines:
            printing.problem(line)
        any_found = any_found or bool(lines)
    return any_found


def _to_read(here: Here, said: Namespace) -> Ledger:
    path = said.ledger or here.default_ledger
    return open_ledger(path, here.actor, here.clock, writing=False)


def _to_write(here: Here, said: Namespace) -> Ledger:
    return open_to_write(said.ledger or here.default_ledger, here.actor, here.clock)
