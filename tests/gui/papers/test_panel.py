"""結び付き・点検: what is listed beside a paper, where it leads, and how it is put aside."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from kanagawa_desk.domain.papers.blocks import Block
from kanagawa_desk.domain.records import BedCount
from kanagawa_desk.domain.values import number
from kanagawa_desk.gui.widgets.papers.panel import PaperPanel
from kanagawa_desk.services import ledgers
from tests.gui.grids import press, type_text
from tests.gui.paper_panels import desk_over, shown
from tests.ledgers import ACTOR, SteppingClock, opened

Key = Qt.Key
PAPER = "r6-3"


@pytest.fixture
def panel(look, tasks, sample_path, qtbot) -> PaperPanel:
    """The panel of the sample's paper, after a count was changed."""
    with opened(sample_path) as ledger, ledger.batch("病床数の入力") as unit:
        stored = unit.get(BedCount, ("general", "yokohama", date(2024, 4, 1)))
        unit.put(replace(stored, beds=number(23_400)))
        unit.put(Block("typed", PAPER, "paragraph", text="台数は13,382台", rank=100_000))

    def open_ledger():
        return ledgers.open_to_write(sample_path, ACTOR, SteppingClock())

    made = PaperPanel(desk_over(look, tasks, open_ledger, qtbot))
    shown(made, qtbot)
    made.show_paper(PAPER)
    qtbot.waitUntil(lambda: bool(lines(made.bindings)))
    return made


def lines(listed) -> list[tuple[str, ...]]:
    model = listed.list.model()
    return [line.texts for line in model.lines]


def test_a_stale_table_is_listed_with_what_changed_in_it(panel):
    assert lines(panel.bindings)[0][:2] == ("更新あり", "療養病床・一般病床 R5.4.1・R6.4.1")
    changes = [line.texts for line in panel.bindings.changes.model().lines]
    assert changes[0] == ("横浜　既存病床数 B R6.4.1", "23,386", "23,400")
    assert len(changes) == 4


def test_a_number_of_the_prose_stands_with_its_present_value(panel):
    assert ("一致", "RPA 累計業務数 R6", "76業務") in lines(panel.bindings)


def test_enter_leads_to_the_block(panel, qtbot):
    panel.bindings.list.setFocus()
    with qtbot.waitSignal(panel.block_wanted) as wanted:
        press(Key.Key_Return)
    assert wanted.args == [panel.bindings.list.model().lines[0].subject]


def test_the_present_values_are_called_right_and_the_window_hears_of_it(panel, qtbot):
    with qtbot.waitSignals([panel.wrote, panel.said]):
        panel.bindings.take.click()
    qtbot.waitUntil(lambda: lines(panel.bindings)[0][0] == "一致")
    assert not panel.bindings.take.isEnabled()


def test_the_binding_of_a_block_is_taken_in_hand_and_stays_so(panel, qtbot):
    panel.show_checks()
    block = panel.bindings.list.model().lines[3].subject
    panel.show_binding(block)
    assert panel.bindings.list.currentIndex().row() == 3
    panel.show_paper(PAPER)
    with qtbot.waitSignal(panel.findings.list.model().modelReset):
        pass
    assert panel.bindings.list.currentIndex().row() == 3


def test_the_binding_in_hand_can_be_asked_to_be_changed(panel, qtbot):
    with qtbot.waitSignal(panel.edit_binding_wanted) as wanted:
        panel.bindings.edit.click()
    assert wanted.args == [panel.bindings.list.model().lines[0].subject]


def test_a_finding_is_put_aside_with_a_reason_and_shown_again_on_asking(panel, qtbot):
    panel.show_checks()
    before = len(lines(panel.findings))
    panel.findings.list.setFocus()
    press(Key.Key_Down)
    panel.findings.reason.setFocus()
    type_text("OK")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: len(lines(panel.findings)) == before - 1)
    panel.findings.with_aside.setChecked(True)
    assert [each[0] for each in lines(panel.findings)].count("確認済") == 1


def test_a_stale_binding_found_is_settled_from_the_list(panel, qtbot):
    panel.show_checks()
    assert "台帳に更新" in lines(panel.findings)[0][2]
    panel.findings.take.click()
    qtbot.waitUntil(lambda: lines(panel.bindings)[0][0] == "一致")
    assert "台帳に更新" not in lines(panel.findings)[0][2]


def test_without_a_reason_nothing_is_put_aside_and_the_panel_says_so(panel, qtbot):
    panel.show_checks()
    press(Key.Key_Down)
    before = lines(panel.findings)
    with qtbot.waitSignal(panel.said) as said:
        panel.findings.aside.click()
    assert "理由" in said.args[0].text
    assert lines(panel.findings) == before


def test_a_typed_number_of_the_ledger_is_bound_from_the_list(panel, qtbot):
    panel.show_checks()
    texts = [each[2] for each in lines(panel.findings)]
    at = next(at for at, text in enumerate(texts) if "13,382台" in text)
    panel.findings.list.setCurrentIndex(panel.findings.list.model().index(at, 0))
    panel.findings.bind.click()
    qtbot.waitUntil(lambda: len(lines(panel.findings)) == len(texts) - 1)
    qtbot.waitUntil(lambda: lines(panel.bindings)[-1][1] == "モバイルパソコン整備台数（累計） R5")


def test_another_list_of_spellings_finds_other_words(panel, qtbot):
    panel.show_checks()
    panel.findings.spelling.click()
    panel.findings.spellings.setPlainText("医師／医者")
    panel.findings.list.setFocus()
    qtbot.waitUntil(lambda: not any("表記" in each[2] for each in lines(panel.findings)))


def test_a_ledger_that_cannot_be_written_is_only_looked_at(panel):
    panel.set_writable(False)
    panel.show_checks()
    assert not panel.bindings.edit.isEnabled()
    assert not panel.bindings.take.isEnabled()
    assert not panel.findings.aside.isEnabled()


def test_what_the_list_of_all_checks_says_of_a_paper_leads_to_its_block(window, qtbot):
    press(Key.Key_7, Qt.KeyboardModifier.ControlModifier)
    checks = window.page("checks")
    qtbot.waitUntil(lambda: bool(lines(checks)))
    at = next(at for at, each in enumerate(lines(checks)) if "表記が混ざって" in each[2])
    address = checks.list.model().lines[at].subject
    checks.list.setCurrentIndex(checks.list.model().index(at, 0))
    checks.list.setFocus()
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: window.page("papers").isVisible())
    qtbot.waitUntil(lambda: window.page("papers").composer.blocks.in_hand == address.key[0])


def test_no_paper_shows_nothing(panel, qtbot):
    panel.show_paper("")
    assert (lines(panel.bindings), lines(panel.findings)) == ([], [])
