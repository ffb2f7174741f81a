"""結び付きの入力: chosen by keys, checked by the ledger, given as it is kept."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from kanagawa_desk.domain.papers.image_bindings import parse_image
from kanagawa_desk.gui import file_dialogs
from kanagawa_desk.gui.widgets.papers.binding_form import BindingForm
from kanagawa_desk.services import ledgers
from tests.domain.papers.test_images import png
from tests.gui.grids import press
from tests.gui.paper_panels import desk_over, shown
from tests.ledgers import ACTOR, SteppingClock

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
PAPER = "r6-3"


@pytest.fixture
def form(look, tasks, sample_path, qtbot) -> BindingForm:
    def open_ledger():
        return ledgers.open_to_write(sample_path, ACTOR, SteppingClock())

    made = BindingForm(desk_over(look, tasks, open_ledger, qtbot))
    shown(made, qtbot)
    return made


def begun(form: BindingForm, qtbot, kind: str, binding: str = "") -> BindingForm:
    form.begin(PAPER, kind, binding)
    qtbot.waitUntil(lambda: taken(form).isEnabled())
    return form


def taken(form: BindingForm) -> QPushButton:
    return next(b for b in form.findChildren(QPushButton) if b.text() in ("入れる", "更新する"))


def told(form: BindingForm) -> str:
    return form.accessibleDescription()


def test_enter_takes_the_usual_table_and_the_first_field_has_the_keys(form, qtbot):
    begun(form, qtbot, "table")
    qtbot.waitUntil(lambda: form.field("ledger").hasFocus())
    with qtbot.waitSignal(form.chosen) as chosen:
        press(Key.Key_Return)
    assert json.loads(chosen.args[0])["dates"] == ["2023-04-01", "2024-04-01"]


def test_escape_gives_up(form, qtbot):
    begun(form, qtbot, "table")
    qtbot.waitUntil(lambda: form.field("ledger").hasFocus())
    with qtbot.waitSignal(form.cancelled):
        press(Key.Key_Escape)


def test_another_ledger_asks_other_questions_and_says_what_is_to_be_chosen(form, qtbot):
    begun(form, qtbot, "table")
    qtbot.waitUntil(lambda: form.field("ledger").hasFocus())
    press(Key.Key_Down)
    press(Key.Key_Down)
    qtbot.waitUntil(lambda: told(form) == "指標を選んでください。")
    assert not taken(form).isEnabled()
    with qtbot.assertNotEmitted(form.chosen):
        press(Key.Key_Return)


def test_options_are_ticked_with_the_space_bar(form, qtbot):
    begun(form, qtbot, "table")
    form.field("columns").setFocus()
    press(Key.Key_End)
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: told(form).startswith("10行 × 5列"))
    assert form.field("columns").hasFocus()
    with qtbot.waitSignal(form.chosen) as chosen:
        press(Key.Key_Return)
    assert json.loads(chosen.args[0])["columns"][-1] == "sufficiency"


def test_the_first_metric_that_is_ticked_brings_its_years(form, qtbot):
    begun(form, qtbot, "chart", '{"chart":"metric","series":["rpa_cum"],"periods":["FY2024"]}')
    form.field("series").setFocus()
    rpa = form.field("series").answer()
    press(Key.Key_A, CTRL)
    press(Key.Key_A, CTRL)
    qtbot.waitUntil(lambda: told(form) == "指標を選んでください。")
    listed = form.field("series").list
    listed.setCurrentItem(listed.findItems("RPA 累計業務数", Qt.MatchFlag.MatchExactly)[0])
    press(Key.Key_Space)
    qtbot.waitUntil(taken(form).isEnabled)
    assert form.field("series").answer() == rpa
    assert len(form.field("periods").answer()) == 6


def test_all_are_ticked_or_none_at_once(form, qtbot):
    begun(form, qtbot, "table")
    form.field("dates").setFocus()
    press(Key.Key_A, CTRL)
    qtbot.waitUntil(lambda: told(form) == "基準日を選んでください。")
    press(Key.Key_A, CTRL)
    qtbot.waitUntil(taken(form).isEnabled)


def test_a_long_list_is_narrowed_by_typing(form, qtbot):
    begun(form, qtbot, "chart", '{"chart":"metric","series":["rpa_cum"],"periods":["FY2024"]}')
    field = form.field("series")
    field.sought.setText("電子決裁")
    items = [field.list.item(at) for at in range(field.list.count())]
    assert [each.text() for each in items if not each.isHidden()] == ["電子決裁率（全庁平均）"]
    assert field.answer() == ("rpa_cum",)


def test_a_number_is_given_as_the_text_to_insert_with_its_value_told(form, qtbot):
    begun(form, qtbot, "number", "{病床数:general:total:2024-04-01}")
    assert told(form) == "60,253床"
    with qtbot.waitSignal(form.chosen) as chosen:
        taken(form).click()
    assert chosen.args == ["{病床数:general:total:2024-04-01}"]


def test_an_image_is_kept_and_its_width_can_be_set(form, qtbot, tmp_path, monkeypatch):
    path = tmp_path / "体制図.png"
    path.write_bytes(png(200, 100))
    monkeypatch.setattr(file_dialogs, "image_to_open", lambda _parent: path)
    form.begin(PAPER, "figure", "")
    press(Key.Key_Space)
    qtbot.waitUntil(taken(form).isEnabled)
    form.findChild(type(form.image.width_mm)).setValue(80)
    with qtbot.waitSignal(form.chosen) as chosen:
        taken(form).click()
    image = parse_image(chosen.args[0])
    assert (image.name, image.width_mm) == ("体制図.png", 80)


def test_what_is_no_image_is_refused_in_the_form(form, qtbot, tmp_path, monkeypatch):
    path = Path(tmp_path / "図.png")
    path.write_bytes(b"MZ")
    monkeypatch.setattr(file_dialogs, "image_to_open", lambda _parent: path)
    form.begin(PAPER, "figure", "")
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: "PNG、JPEG、SVG" in told(form) and "図.png" in told(form))
    assert not taken(form).isEnabled()
