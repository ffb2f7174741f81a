"""Papers to PDF, each in a process of its own, against other typesetters."""

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path

from pypdfium2 import PdfDocument

from benchmarks import ledgers, paper_peers
from benchmarks.measuring import (
    Contest,
    Contestant,
    NotMeasurable,
    child,
    most_memory,
    process,
    timed,
)
from benchmarks.paper_material import printed_paper
from kanagawa_desk.domain.papers.blocks import Block, Paper
from kanagawa_desk.reports import blocks
from kanagawa_desk.services.papers import rendering as papers

_FACES = [paper_peers.FONTS / f"BIZUD{face}-Regular.ttf" for face in ("Mincho", "Gothic")]
_ALIKE = 0.15  # by how much their page counts may differ

Peer = Callable[[Path, int], tuple[Contestant, Path]]
"""Puts a paper of so many pages into a folder; the contestant, and the PDF that it writes."""


def against(peer: Peer, pages: int) -> Callable[[Path], Contest]:
    """Our paper against theirs."""
    return lambda folder: _contest(peer, pages, folder, None)


def against_without_start(peer: Peer, pages: int) -> Callable[[Path], Contest]:
    """The same, less what starting Python with ReportLab and the fonts takes."""
    start = process(child("reportlab_and_fonts", *_FACES))
    return lambda folder: _contest(peer, pages, folder, start)


def weasyprint(folder: Path, pages: int) -> tuple[Contestant, Path]:
    """HTML through WeasyPrint."""
    source, target = folder / "paper.html", folder / "weasyprint.pdf"
    source.write_text(paper_peers.html(printed_paper(pages)), "utf-8")
    return process(child("weasyprint", source, target)), target


def typst(folder: Path, pages: int) -> tuple[Contestant, Path]:
    """Markup through Typst."""
    source, target = folder / "paper.typ", folder / "typst.pdf"
    source.write_text(paper_peers.typst(printed_paper(pages)), "utf-8")
    return process(child("typst", source, target, paper_peers.FONTS)), target


def libreoffice(folder: Path, pages: int) -> tuple[Contestant, Path]:
    """A text document through LibreOffice without its window."""
    office = shutil.which("soffice")
    if office is None:
        raise NotMeasurable("LibreOffice is not installed")
    source = folder / "libreoffice.fodt"
    source.write_text(paper_peers.open_document(printed_paper(pages)), "utf-8")
    fonts = folder / "fonts.conf"
    fonts.write_text(f"<fontconfig><dir>{paper_peers.FONTS}</dir></fontconfig>")
    command = [
        office,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(source),
    ]
    env = os.environ | {"FONTCONFIG_FILE": str(fonts)}
    return process(command, env), source.with_suffix(".pdf")


def preview(folder: Path) -> Contest:
    """One block of the sample paper is edited; its page is drawn, or all of them anew."""
    ledger = ledgers.opened(ledgers.sample(folder))
    with ledger.reading() as reads:
        paper = reads.all(Paper)[-1].id
        block = next(each for each in reads.all(Block, paper=paper) if each.kind == "paragraph")
    sheet = papers.render(ledger, paper).sheets[block.id]
    edits = count(1)

    def edited(work: Callable[[], object]) -> Contestant:
        measure = timed(work)

        def run() -> float:
            with ledger.batch("計測") as unit:
                unit.put(replace(block, text=f"{block.text}{next(edits)}"))
            return measure()

        return run

    def whole() -> None:
        blocks.forget_layouts()
        papers.render(ledger, paper)

    return Contest(edited(lambda: papers.render(ledger, paper, {sheet})), edited(whole))


def memory(_folder: Path) -> Contest:
    """The most memory that a process takes for 300 pages, and for 30."""
    ours, theirs = (most_memory(child("paper_memory", pages)) for pages in (300, 30))
    return Contest(ours, theirs)


def _contest(peer: Peer, pages: int, folder: Path, start: Contestant | None) -> Contest:
    target = folder / "ours.pdf"
    ours = process(child("paper", pages, target))
    theirs, other = peer(folder, pages)
    ours()
    theirs()
    counts = [len(PdfDocument(path)) for path in (target, other)]
    if abs(counts[0] / counts[1] - 1) > _ALIKE:
        raise NotMeasurable(f"ours has {counts[0]} pages, theirs {counts[1]}")
    return Contest(ours, theirs, start)
