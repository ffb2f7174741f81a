"""Everything that is reported of a text: a stable code, and what was done or has to be seen to."""

from kanagawa_desk.domain.official_text.draft import TextProblem

_MESSAGES = {
    # labels
    "label_mended": "番号「{old}」を、前後の並びから「{new}」に改めました。",
    "label_renumbered": (
        "番号「{old}」は、前の見出しから続けて「{new}」になります。"
        "抜けた見出しがないか確かめてください。"
    ),
    "label_kept": (
        "「{old}」は前後の並びに合わないため、見出しにせず本文に残しました。"
        "見出しであれば改めてください。"
    ),
    # lists
    "number_mended": "丸数字「{old}」を、並びから「{new}」に改めました。",
    "mark_lost": (
        "箇条の続きに行頭の記号のない行があります。「・」が抜けていないか確かめてください。"
    ),
    # words
    "letters_joined": "「{old}」を「{new}」に改めました。",
    "unseen": "表示されない文字を{count}字除きました。",
    # tables
    "columns_unclear": (
        "列の位置がそろわないため、表にせず、空白を保ったまま残しました。"
        "表であれば作り直してください。"
    ),
    "columns_guessed": (
        "列の位置がそろわないため、近い列に入れて表にしました。表を確かめてください。"
    ),
    # cover and contents
    "no_such_date": "「{old}」という日はありません。資料の日付を確かめてください。",
    "entry_without_heading": "目次の「{entry}」が、本文の見出しにありません。",
    "heading_without_entry": "見出し「{heading}」が、目次にありません。",
    "entry_differs": "目次の「{entry}」は、本文では「{heading}」です。",
}


def problem(code: str, line: int, **details: object) -> TextProblem:
    """The problem of this code at a line; its message takes the details."""
    return TextProblem(line, code, _MESSAGES[code].format(**details))
