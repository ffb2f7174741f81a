"""What each command does: open the ledger, call a service, print what came of it."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from kanagawa_desk.cli import printing
from kanagawa_desk.cli.here import DONE, HAS_PROBLEMS, Here, reading, writing
from kanagawa_desk.domain.plain_text import layout_text
from kanagawa_desk.domain.problems import MUST
from kanagawa_desk.domain.reading import Vocabulary
from kanagawa_desk.errors import UserError
from kanagawa_desk.services import ledgers


def demo(here: Here, said: Namespace) -> int:
    """Sample ledger → workbook → committee paper, in a folder."""
    from kanagawa_desk.services.demo import make

    folder = (said.out or here.demo_folder).absolute()
    made = make(folder, here.actor, here.clock, printing.progress)
    printing.line(f"台帳　　　　　{made.ledger}")
    printing.line(f"ワークブック　{made.workbook}")
    printing.line(f"委員会資料　　{made.paper}（{made.pages}ページ）")
    return DONE


def new(here: Here, said: Namespace) -> int:
    """A new ledger."""
    ledgers.create(said.file, here.actor, here.clock, sample=said.sample).close()
    printing.line(f"{said.file} を作りました。")
    return DONE


def show(here: Here, said: Namespace) -> int:
    """The figures of a ledger."""
    from kanagawa_desk.services import grids, showing

    with reading(here, said) as ledger:
        today = said.as_of or here.today
        if said.json:
            printing.result(
                {
                    "beds": lambda: showing.beds(ledger, said.as_of),
                    "plans": lambda: showing.plans(ledger, today),
                    "metrics": lambda: showing.metrics(ledger, said.as_of),
                }[said.about]()
            )
            return DONE
        for layout in grids.shown(ledger, said.about, said.as_of, today):
            printing.line(layout_text(layout) + "\n")
    return DONE


def export(here: Here, said: Namespace) -> int:
    """A workbook of a ledger."""
    from kanagawa_desk.services.workbooks.exporting import export as write

    with reading(here, said) as ledger:
        made = write(ledger, said.about, said.out, here.today, said.division, printing.progress)
    printing.line(f"{made.path}（{made.sheets}シート、{made.cells:,}セル）")
    return DONE


def take(here: Here, said: Namespace) -> int:
    """Compare workbooks with the ledger and take in what is decided."""
    from kanagawa_desk.services.workbooks import importing
    from kanagawa_desk.services.workbooks.comparison import as_data

    with (reading if said.dry_run else writing)(here, said) as ledger:
        found = importing.compare(ledger, said.files, here.today, printing.progress)
        found = importing.decided(found, said.accept)
        ready = not (found.problems or found.undecided)
        batch = importing.apply(ledger, found).batch if ready and not said.dry_run else None
    applied = ready and not said.dry_run
    if said.json:
        printing.result(as_data(found) | {"applied": applied, "batch": batch})
    else:
        printing.comparison(found)
        printing.line(_took(batch, applied=applied, ready=ready))
    for problem in found.problems:
        printing.problem(problem.line)
    for each in found.undecided:
        printing.problem(f"{each.file}!{each.sheet}!{each.cell}: {each.reason or each.kind}")
    return DONE if ready else HAS_PROBLEMS


def _took(batch: str | None, *, applied: bool, ready: bool) -> str:
    if batch:
        return f"取り込みました（操作 {batch}）。"
    if applied:
        return "台帳と同じです。変えたところはありません。"
    return "取り込めます。" if ready else "決まらないところがあるため、何も変えていません。"


def paper(here: Here, said: Namespace) -> int:
    """Committee papers: list, render, outline; what makes and keeps them stands elsewhere."""
    from kanagawa_desk.cli.paper_commands import ACTIONS, reprint
    from kanagawa_desk.services.papers import rendering as papers
    from kanagawa_desk.services.workbooks.exporting import write_file

    if said.action == "import":
        return _take_paper(here, said)
    if said.action in ACTIONS:
        return ACTIONS[said.action](here, said)
    if said.action == "render" and said.edition is not None:
        return reprint(here, said)
    with reading(here, said) as ledger:
        if said.action == "list":
            found = papers.papers(ledger)
            if said.json:
                listed = [
                    {"id": p.id, "title": p.title, "date": p.held_on.isoformat(), "stage": p.stage}
                    for p in found
                ]
                printing.result({"papers": listed})
            elif found:
                printing.table([[p.id, p.held_on.isoformat(), p.standing, p.title] for p in found])
            return DONE
        made = papers.render(ledger, papers.find(ledger, said.paper))
    if said.action == "render":
        write_file(said.out, made.pdf)
        printing.line(f"{said.out}（{made.sheet_count}ページ）")
        for each in made.problems:
            printing.problem(f"{each.where}: {each.message}")
        return DONE
    if said.json:
        printing.result(
            [
                {"level": e.level, "label": e.label, "title": e.title, "page": e.page}
                for e in made.outline
            ]
        )
        return DONE
    for entry in made.outline:
        indent = "　" * (entry.level - 1)
        printing.line(f"{indent}{entry.label}　{entry.title}　…… {entry.page}")
    return DONE


def inquiry(here: Here, said: Namespace) -> int:
    """Inquiries: create, collect, status, return."""
    from kanagawa_desk.cli.inquiry_commands import run

    return run(here, said)


def _take_paper(here: Here, said: Namespace) -> int:
    from kanagawa_desk.services.papers import importing as paper_importing

    with writing(here, said) as ledger:
        taken = paper_importing.import_paper(ledger, said.file, here.today, said.title)
    if said.json:
        printing.result(paper_importing.as_data(taken))
        return DONE
    printing.line(f"資料 {taken.paper}（{len(taken.draft.blocks)}ブロック）を作りました。")
    for problem in taken.draft.problems:
        printing.line(f"{said.file.name}!{problem.line}行: {problem.message}")
    return DONE


def read(here: Here, said: Namespace) -> int:
    """How texts are read."""
    from kanagawa_desk.services import reading as readings

    names = _names(here, said)
    base = said.base or here.today
    if said.file is not None:
        for read_line in readings.read_cases(_lines(said.file), said.unit, base, names):
            printing.line(read_line)
        return DONE
    if said.kind not in readings.KINDS:
        kinds = "、".join(readings.KINDS)
        raise UserError(f"種類「{said.kind or ''}」はありません（{kinds}）。")
    found = readings.read_texts(said.kind, said.texts, said.unit, base, names)
    if said.json:
        printing.result({"readings": [readings.as_data(each) for each in found]})
        return DONE
    for each in found:
        explained = readings.explained(each)
        printing.line(f"{each.text}\t{each.result}" + (f"\t{explained}" if explained else ""))
    return DONE


def _names(here: Here, said: Namespace) -> Vocabulary:
    """The names of the ledger, or of the sample where there is no ledger."""
    from kanagawa_desk.services.names import vocabulary
    from kanagawa_desk.services.sample import Sample

    if said.ledger is None and not here.default_ledger.exists():
        return vocabulary(Sample())
    with reading(here, said) as ledger, ledger.reading() as reads:
        return vocabulary(reads)


def _lines(path: Path) -> list[str]:
    try:
        text = path.read_text(encoding="utf-8-sig")
        return text.removesuffix("\n").split("\n")  # other line ends may stand in a text
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{path} を読めません。UTF-8の表を選んでください。") from error


def check(here: Here, said: Namespace) -> int:
    """What has to be mended or looked at."""
    from kanagawa_desk.services.checks import check as find

    with reading(here, said) as ledger:
        problems = find(ledger, here.today)
    if said.json:
        printing.result({"problems": printing.as_json(problems)})
    else:
        printing.found(problems)
    return HAS_PROBLEMS if any(each.severity == MUST for each in problems) else DONE


def history(here: Here, said: Namespace) -> int:
    """Every batch, the latest first; or the files that one of them received, saved again."""
    from kanagawa_desk.services import history as past
    from kanagawa_desk.services.workbooks import evidence

    with reading(here, said) as ledger:
        if said.save is not None:
            for path in evidence.save_again(ledger, said.save, said.out or Path()):
                printing.line(str(path))
            return DONE
        if said.json:
            printing.result(past.as_data(ledger))
            return DONE
        for each in past.batches(ledger):
            undone = "　取消済み" if each.undone else ""
            printing.line(
                f"{each.id:>5}  {each.at:%Y-%m-%d %H:%M}  {each.who}  "
                f"{each.action}（{each.changes}件）{undone}"
            )
    return DONE


def undo(here: Here, said: Namespace) -> int:
    """Take a batch back."""
    from kanagawa_desk.services.undoing import undo as take_back

    with writing(here, said) as ledger:
        done = take_back(ledger, said.batch)
    printing.line(f"{done.text} を取り消しました（操作 {done.batch}）。")
    return DONE


def backup(here: Here, said: Namespace) -> int:
    """A copy that was read again."""
    from kanagawa_desk.services.keeping import back_up

    with reading(here, said) as ledger:
        printing.line(str(back_up(ledger, said.out)))
    return DONE


def restore(here: Here, said: Namespace) -> int:
    """Put a backup in the ledger's place."""
    from kanagawa_desk.services.keeping import restore as put_back

    path = said.ledger or here.default_ledger
    before = put_back(path, said.file, here.actor, here.clock)
    printing.line(f"{path} を {said.file} から復元しました。")
    if before:
        printing.line(f"復元する前の台帳は {before} にあります。")
    return DONE


def verify(here: Here, said: Namespace) -> int:
    """Whether a ledger is sound."""
    from kanagawa_desk.services.verifying import verify as examine

    said.ledger = said.file or said.ledger
    with reading(here, said) as ledger:
        problems = examine(ledger)
    if said.json:
        printing.result({"ok": not problems, "problems": printing.as_json(problems)})
    elif problems:
        printing.found(problems)
    else:
        printing.line("異常はありません。")
    return HAS_PROBLEMS if problems else DONE


COMMANDS: dict[str, Callable[[Here, Namespace], int]] = {
    "demo": demo,
    "new": new,
    "show": show,
    "export": export,
    "import": take,
    "inquiry": inquiry,
    "paper": paper,
    "read": read,
    "check": check,
    "history": history,
    "undo": undo,
    "backup": backup,
    "restore": restore,
    "verify": verify,
}
