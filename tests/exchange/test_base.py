"""What was sent, kept in the workbook itself."""

import json

from kanagawa_desk.exchange import base
from tests.exchange import layouts
from tests.exchange.books import edited, form, read, rewritten, written

BEDS, PLANS, METRICS = layouts.beds(), layouts.plans(), layouts.metrics()
REQUEST = "R6-07/kenko"


def forms(workbook):
    return tuple(sent.form for sent in workbook.sent)


def test_what_was_sent_comes_back_word_for_word(tmp_path):
    workbook = read(edited(written(BEDS, PLANS, METRICS)), tmp_path)
    assert forms(workbook) == (form(BEDS), form(PLANS), form(METRICS))


def test_a_workbook_that_lost_its_hidden_sheet_says_nothing_of_what_was_sent(tmp_path):
    workbook = read(edited(written(BEDS), lambda book: book.remove(book["_kdesk"])), tmp_path)
    assert workbook.sent == ()


def test_a_form_that_was_altered_is_not_used(tmp_path):
    def alter(_name, part):
        return part.replace(b'"25209"', b'"25210"')

    assert forms(read(rewritten(written(BEDS), alter), tmp_path)) == (None,)


def test_a_form_under_another_request_is_not_used(tmp_path):
    def alter(book):
        book["_kdesk"]["C1"] = "R6-08/kenko"

    workbook = read(edited(written(BEDS), alter), tmp_path)
    assert workbook.request == "R6-08/kenko"
    assert forms(workbook) == (None,)


def test_a_text_that_is_no_form_is_none_even_under_a_digest_that_fits():
    rows = ("[1,[],[],{}]", '["k",[],["v"],{}]', '["k",[],[],[]]', '["k",[],[],{"9":""}]')
    for text in ("", "{}", "[" * 100_000, *(f"[[],[{row}]]" for row in rows)):
        digest = base._digest(REQUEST, "beds", "beds:general", text)
        row = ["sheet", "表", "beds", "beds:general", digest, text]
        _, _, (sent,) = base.from_hidden_rows([["kdesk", "1", REQUEST], row])
        assert sent == base.Sent("表", "beds", "beds:general", None)


def test_a_figure_that_is_written_as_it_is_kept_is_there_once():
    columns, rows = json.loads(list(base.hidden_rows(REQUEST, [form(METRICS)]))[1][5])
    values, otherwise = next(row[2:] for row in rows if row[0] == "online")
    assert [column[0] for column in columns][3:5] == ["FY2019", "FY2020"]
    assert values[3:8] == ["28.2", "29.7", "44.8", "43.5", "NA:pending"]
    assert otherwise == {"2": "率", "7": "未集計", "8": ""}
