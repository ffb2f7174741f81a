"""The commands that make papers from papers: freeze, new, compare."""

from argparse import Namespace
from collections.abc import Callable, Mapping

from kanagawa_desk.cli import printing
from kanagawa_desk.cli.here import DONE, Here, reading, writing


def freeze(here: Here, said: Namespace) -> int:
    """Keep a paper as submitted."""
    from kanagawa_desk.services.papers import editions
    from kanagawa_desk.services.papers import rendering as papers

    with writing(here, said) as ledger:
        paper = papers.find(ledger, said.paper)
        kept = editions.freeze(ledger, paper, said.decided, said.draft_number)
    printing.line(
        f"{paper} を提出版 {kept.edition.number} として保存しました（{kept.sheet_count}ページ）。"
    )
    printing.line(f"SHA-256 {kept.edition.sha256}")
    for each in kept.problems:
        printing.problem(f"{each.where}: {each.message}")
    return DONE


def reprint(here: Here, said: Namespace) -> int:
    """The PDF of an edition, byte for byte."""
    from kanagawa_desk.services.papers import editions
    from kanagawa_desk.services.papers import rendering as papers
    from kanagawa_desk.services.workbooks.exporting import write_file

    with reading(here, said) as ledger:
        pdf = editions.reprint(ledger, papers.find(ledger, said.paper), said.edition)
    write_file(said.out, pdf)
    printing.line(f"{said.out}（提出版 {said.edition}）")
    return DONE


def carry(here: Here, said: Namespace) -> int:
    """A new paper from the last one."""
    from kanagawa_desk.services.papers import carrying
    from kanagawa_desk.services.papers import rendering as papers

    with writing(here, said) as ledger:
        old = papers.find(ledger, said.paper)
        cover = carrying.Cover(said.title, said.date or here.today, said.session)
        made = carrying.carry_forward(ledger, old, cover, tuple(said.bed_dates))
    printing.line(
        f"資料 {made.paper} を作りました"
        f"（{made.blocks}ブロック、うち {old} と変わらないもの {made.unchanged}）。"
    )
    for each in made.moved:
        printing.line(f"時点修正　{each.where}: {each.message}")
    for each in made.to_look_at:
        printing.line(f"{each.severity}　{each.where}: {each.message}")
    return DONE


def compare(here: Here, said: Namespace) -> int:
    """A 新旧対照表, where which of the two is the later one is told; or what is asked instead."""
    from kanagawa_desk.services.papers import comparing as paper_comparing
    from kanagawa_desk.services.workbooks.exporting import write_file

    if said.errata or said.replace:
        return _correct(here, said)
    with reading(here, said) as ledger:
        made = paper_comparing.compare(ledger, said.a, said.b, said.heads)
    write_file(said.out, made.pdf)
    printing.line(f"{said.out}（{made.sheet_count}ページ、{made.changed}か所）")
    printing.line(f"修正後　{made.after}")
    printing.line(f"修正前　{made.before}")
    return DONE


def _correct(here: Here, said: Namespace) -> int:
    """A 正誤表 of an edition, or its 差替えページ."""
    from kanagawa_desk.services.papers import errata as paper_errata
    from kanagawa_desk.services.papers import replacing as paper_replacing
    from kanagawa_desk.services.papers.comparing import edition_against_now
    from kanagawa_desk.services.workbooks.exporting import write_file

    with reading(here, said) as ledger:
        paper, edition = edition_against_now(ledger, said.a, said.b)
        if said.errata:
            sheet = paper_errata.errata_sheet(ledger, paper, edition)
            pdf, told = sheet.pdf, [f"正誤　{sheet.corrections}か所"]
        else:
            made = paper_replacing.replacement_pages(ledger, paper, edition)
            pdf = made.pdf
            told = [f"{'・'.join(old)}頁 → {'・'.join(new)}頁" for old, new in made.leaves]
    write_file(said.out, pdf)
    printing.line(str(said.out))
    for line in told:
        printing.line(line)
    return DONE


ACTIONS: Mapping[str, Callable[[Here, Namespace], int]] = {
    "freeze": freeze,
    "new": carry,
    "compare": compare,
}
