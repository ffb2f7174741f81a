"""What is made of a paper, asked for in its page: every form leads to what it says."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from kanagawa_desk.domain.papers.blocks import Block
from kanagawa_desk.gui import file_dialogs
from kanagawa_desk.gui.pages.desk import Desk
from kanagawa_desk.gui.printing import PrintJob, paint, prepare
from kanagawa_desk.gui.tasks import Tasks
from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.papers.outputs import PaperOutputs
from kanagawa_desk.services import ledgers, printing
from kanagawa_desk.services.ledgers import Ledger
from kanagawa_desk.services.papers import rendering as papers
from tests.ledgers import ACTOR, TODAY, SteppingClock
from tests.pdf_text import pages, squeezed

PAPER = "r6-3"


@pytest.fixture
def outputs(look: Look, tasks: Tasks, sample_path: Path, qtbot: QtBot) -> PaperOutputs:
    """The outputs of the sample paper."""
    with qtbot.waitSignal(tasks.opened):
        tasks.open(lambda: ledgers.open_to_write(sample_path, ACTOR, SteppingClock()), str)
    made = PaperOutputs(Desk(look, tasks, lambda: TODAY))
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    made.set_paper(PAPER)
    return made


def choose(outputs: PaperOutputs, words: str) -> None:
    next(action for action in outputs.actions() if action.text() == words).trigger()


def fields(outputs: PaperOutputs) -> list[QLineEdit]:
    return outputs.ask_bar.findChildren(QLineEdit)


def asked(outputs: PaperOutputs, words: str, qtbot: QtBot) -> None:
    choose(outputs, words)
    qtbot.waitUntil(outputs.ask_bar.isVisible)


def answer(outputs: PaperOutputs) -> None:
    QTest.keyClick(outputs.ask_bar, Qt.Key.Key_Return)


def freeze(outputs: PaperOutputs, qtbot: QtBot) -> None:
    asked(outputs, "提出版として保存…", qtbot)
    with qtbot.waitSignal(outputs.wrote):
        answer(outputs)


def rewrite(tasks: Tasks, qtbot: QtBot, old: str, new: str) -> None:
    def call(ledger: Ledger) -> None:
        with ledger.batch("試し") as unit:
            for block in unit.all(Block, paper=PAPER):
                if old in block.text:
                    unit.put(replace(block, text=block.text.replace(old, new)))

    with qtbot.waitCallback() as done:
        tasks.ask(call, then=done)


def test_without_a_paper_nothing_can_be_made(outputs: PaperOutputs) -> None:
    outputs.set_paper("")
    assert not any(action.isEnabled() for action in outputs.actions())


def test_a_day_that_cannot_be_read_keeps_the_form_open(outputs: PaperOutputs, qtbot: QtBot) -> None:
    asked(outputs, "提出版として保存…", qtbot)
    QTest.keyClicks(fields(outputs)[0], "R6.13.45")
    answer(outputs)
    assert outputs.ask_bar.isVisible()


def test_an_edition_is_kept_and_opened_as_it_was(outputs: PaperOutputs, qtbot: QtBot) -> None:
    freeze(outputs, qtbot)
    asked(outputs, "提出版を開く…", qtbot)
    answer(outputs)
    qtbot.waitUntil(lambda: outputs.viewer.sheet_view.is_shown)
    assert outputs.viewer.isVisible()


def test_without_an_edition_its_forms_say_what_to_do_first(
    outputs: PaperOutputs, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(outputs.said) as told:
        choose(outputs, "正誤表…")
    assert "提出版として保存" in told.args[0].text


@pytest.mark.parametrize("words", ["新旧対照表…", "正誤表…", "差替えページ…"])
def test_what_changed_since_an_edition_is_shown(
    outputs: PaperOutputs, tasks: Tasks, qtbot: QtBot, words: str
) -> None:
    freeze(outputs, qtbot)
    rewrite(tasks, qtbot, "33市町村", "三十三の市町村")
    asked(outputs, words, qtbot)
    answer(outputs)
    qtbot.waitUntil(lambda: outputs.viewer.sheet_view.is_shown)


def test_what_is_shown_can_be_written_to_a_file(
    outputs: PaperOutputs, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    freeze(outputs, qtbot)
    asked(outputs, "提出版を開く…", qtbot)
    answer(outputs)
    qtbot.waitUntil(lambda: outputs.viewer.sheet_view.is_shown)
    target = tmp_path / "提出版.pdf"
    monkeypatch.setattr(file_dialogs, "file_to_write", lambda *_: target)
    with qtbot.waitSignal(outputs.said):
        outputs.viewer.write()
    assert "神奈川県保健医療計画" in squeezed("".join(pages(target.read_bytes())))


def test_the_next_paper_is_made_and_named(outputs: PaperOutputs, qtbot: QtBot) -> None:
    asked(outputs, "次回へ繰越…", qtbot)
    fields(outputs)[2].setText("R7.2.20")
    with qtbot.waitSignal(outputs.carried) as made:
        answer(outputs)
    assert made.args == ["20250220-1"]


def test_a_template_that_cannot_be_printed_is_not_taken(
    outputs: PaperOutputs, qtbot: QtBot
) -> None:
    form = outputs.template_form
    choose(outputs, "書式…")
    qtbot.waitUntil(form.isVisible)
    margin = form.findChildren(QSpinBox)[0]
    margin.selectAll()
    QTest.keyClicks(margin, "99")
    with qtbot.assertNotEmitted(form.chosen):
        QTest.keyClick(form, Qt.Key.Key_Return)


def test_a_section_is_turned_to_landscape(
    outputs: PaperOutputs, tasks: Tasks, qtbot: QtBot
) -> None:
    asked(outputs, "紙の向き…", qtbot)
    with qtbot.waitSignal(outputs.wrote):
        answer(outputs)
    with qtbot.waitCallback() as done:
        tasks.ask(lambda ledger: papers.render(ledger, PAPER).pdf, then=done)
    sizes = printing.sheet_sizes(done.args[0])
    assert any(width > height for width, height in sizes)


def test_another_template_is_stored(outputs: PaperOutputs, qtbot: QtBot) -> None:
    form = outputs.template_form
    choose(outputs, "書式…")
    qtbot.waitUntil(form.isVisible)
    QTest.keyClick(form.findChildren(QSpinBox)[0], Qt.Key.Key_Up)
    with qtbot.waitSignal(outputs.wrote):
        QTest.keyClick(form, Qt.Key.Key_Return)
    assert form.values().left == 31


def printed_on(tmp_path: Path, job: PrintJob) -> pypdfium2.PdfDocument:
    """What comes out of a printer that prints into a PDF."""
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    prepare(printer, job)
    paint(printer, job)
    return pypdfium2.PdfDocument(tmp_path / "out.pdf")


def dark(page: pypdfium2.PdfPage) -> int:
    """How many dots of a page are not white."""
    return sum(value < 128 for value in page.render(scale=0.5, grayscale=True).to_pil().tobytes())


def test_chosen_pages_come_out_of_the_printer(sample: Ledger, qapp: object, tmp_path: Path) -> None:
    pdf = papers.render(sample, PAPER).pdf
    out = printed_on(tmp_path, PrintJob(pdf, "資料", printing.chosen_sheets("3-4,6", 22)))
    assert len(out) == 3
    assert all(page.get_width() < page.get_height() and dark(page) for page in out)


def test_two_pages_share_a_side_across(sample: Ledger, qapp: object, tmp_path: Path) -> None:
    pdf = papers.render(sample, PAPER).pdf
    out = printed_on(tmp_path, PrintJob(pdf, "資料", (2, 3, 4), two_up=True))
    assert len(out) == 2
    assert all(page.get_width() > page.get_height() and dark(page) for page in out)
