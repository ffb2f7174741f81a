"""Every way in which a text is refused: a stable code, and what would be accepted."""

from kanagawa_desk.domain.reading import Problem

_MESSAGES = {
    # the cell
    "cell_error": "セルがエラー値（{found}）です。値を入れ直してください。",
    "no_cached_value": "数式の計算結果がありません。Excelで保存し直すか、値を入力してください。",
    "formula_text": "数式が文字のまま入っています。計算結果を入力してください。",
    "boolean": "TRUE／FALSEではなく、{wanted}を入力してください。",
    "date_in_number": "日付が入っています。{wanted}を入力してください。",
    "number_in_text": "数値が入っています。{wanted}を入力してください。",
    "too_long": "文字数が多すぎます（{limit}字まで）。",
    "control_character": "表示できない制御文字が含まれています。入力し直してください。",
    "several_lines": "1行で入力してください。",
    "refers_elsewhere": "「{found}」では値が分かりません。このセルに値を入力してください。",
    "unbalanced_parenthesis": "括弧の片方がありません。括弧を対にしてください。",
    # numbers
    "not_a_number": "数として読めません。{wanted}を入力してください。",
    "two_values": "値が2つ以上あります。1つだけ入力してください。",
    "bound": "「{found}」は範囲を表します。1つの数を入力してください。",
    "vague": "「{found}」では数が定まりません。数を入力してください。",
    "decimal": "小数は入力できません。{wanted}を入力してください。",
    "negative": "負の数は入力できません。{wanted}を入力してください。",
    "foreign_unit": "単位「{found}」はこの欄の単位と違います。{wanted}を入力してください。",
    "not_a_pair": "上段と、括弧書きの下段の2つの数を入力してください（例：23,608(23,386)）。",
    "not_a_bound": "以上、未満などの範囲を入力してください（例：1,000件以上、5～10）。",
    "empty_range": "下限が上限より大きくなっています。範囲を確かめてください。",
    # time
    "not_a_date": "日付として読めません。R6.4.1や令和6年4月1日のように入力してください。",
    "not_a_month": "年月として読めません。R6.3月や令和6年3月のように入力してください。",
    "not_a_fiscal_year": "年度として読めません。R6や令和6年度のように入力してください。",
    "not_a_period": "期間として読めません。{wanted}のように入力してください。",
    "no_such_day": "{found}という日はありません。日付を確かめてください。",
    "no_such_month": "{found}月という月はありません。1～12月で入力してください。",
    "no_such_quarter": "四半期は第1から第4までです。確かめてください。",
    "year_zero": "{found}0年という年はありません。初年は元年と入力してください。",
    "year_out_of_range": "{found}年は扱えません。年を確かめてください。",
    "weekday_differs": "{found}は{weekday}曜日です。日付か曜日を直してください。",
    "year_differs": "元号と西暦が合いません（{found}）。どちらかを直してください。",
    "as_of_outside": "時点（{found}）がその年度にありません。年度か時点を直してください。",
    "length_differs": "期間は{found}です。書かれた長さと合いません。",
    "reversed": "終わりが始まりより前になっています。期間を確かめてください。",
    "no_base_date": "基準となる日がないため「{found}」を読めません。年を付けて入力してください。",
    # names
    "unknown_name": "「{found}」は{wanted}にありません。一覧の名称で入力してください。",
    "unknown_code": "コード{found}は一覧にありません。5桁か検査数字付き6桁で入力してください。",
    "wrong_check_digit": "コード{found}の検査数字が合いません。コードを確かめてください。",
    "code_and_name_differ": "コードと名称が合いません（{found}）。どちらかを直してください。",
    "total_row": "合計の行には入力できません。",
    "not_yes_or_no": "○か×、または有・無で入力してください。",
    "not_a_choice": "「{found}」は選べません。{wanted}のどれかを入力してください。",
    "unknown_kind": "種類「{found}」はありません。",
}  # fmt: skip


def fault(code: str, **words: object) -> Problem:
    """The problem of this code, its message filled in with `words`."""
    return Problem(code, _MESSAGES[code].format_map(words))
