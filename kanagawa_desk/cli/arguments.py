"""Every command with its arguments and its help."""

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from kanagawa_desk.cli.japanese import Parser
from kanagawa_desk.domain.cells import typed
from kanagawa_desk.domain.readers import read_kind
from kanagawa_desk.domain.reading import Context, Got

PROGRAM = "kanagawa-desk"
ABOUT = ("beds", "plans", "metrics")

DESCRIPTION = """\
かながわデスク：保健医療計画とDXの台帳、照会、委員会資料。
何も指定しなければ画面を開きます。

終了コード：0 できた、1 プログラムか機械の不具合、2 入力に問題がある（何も変えていない）
"""


def parser() -> Parser:
    """The parser of the whole command line."""
    top = Parser(prog=PROGRAM, description=DESCRIPTION)
    _ledger_option(top, default=None)
    commands = top.add_subparsers(dest="command", metavar="命令", title="命令")

    demo = _add(commands, "demo", "見本の台帳、ワークブック、委員会資料のPDFを作る")
    demo.add_argument("--out", type=Path, metavar="DIR", help="作る場所")

    new = _add(commands, "new", "新しい台帳を作る")
    new.add_argument("file", type=Path, metavar="FILE", help="台帳（.kdesk）")
    new.add_argument("--sample", action="store_true", help="令和6年10月の見本を入れる")

    show = _add(commands, "show", "台帳の数値を表示する")
    show.add_argument("about", choices=ABOUT, help="beds 病床数、plans 計画、metrics DX指標")
    show.add_argument("--as-of", type=_day, metavar="DATE", help="この日の時点（R6.4.1 など）")
    _json_option(show)

    export = _add(commands, "export", "台帳をExcelのワークブックに出す")
    export.add_argument("about", choices=(*ABOUT, "all"), help="出す台帳")
    export.add_argument("-o", "--out", type=Path, required=True, metavar="FILE.xlsx", help="出力先")
    export.add_argument("--division", metavar="NAME", help="この所管課の分だけ出す")

    take = _add(commands, "import", "ワークブックを台帳と比べて取り込む")
    take.add_argument("files", type=Path, nargs="+", metavar="FILE.xlsx", help="取り込むファイル")
    take.add_argument("--dry-run", action="store_true", help="比べるだけで取り込まない")
    _accept_option(take)
    _json_option(take)

    paper = _add(commands, "paper", "委員会資料")
    papers = paper.add_subparsers(dest="action", metavar="操作", title="操作", required=True)
    _json_option(_add(papers, "list", "資料の一覧"))
    taken = _add(papers, "import", "公用文の文字ファイルを資料にする")
    taken.add_argument("file", type=Path, metavar="FILE.txt", help="文字ファイル")
    taken.add_argument("--title", metavar="T", help="標題（なければ本文の表紙から）")
    _json_option(taken)
    render = _add(papers, "render", "資料をPDFにする")
    _paper_argument(render)
    render.add_argument("--edition", type=int, metavar="N", help="提出版 N をそのまま刷り直す")
    render.add_argument("-o", "--out", type=Path, required=True, metavar="FILE.pdf", help="出力先")
    outline = _add(papers, "outline", "資料の見出しとページ")
    _paper_argument(outline)
    _json_option(outline)
    _paper_stage_commands(papers)

    _inquiry_commands(_add(commands, "inquiry", "所管課への照会"))

    read = _add(commands, "read", "文字列がどう読まれるかを表示する")
    read.add_argument("kind", nargs="?", metavar="KIND", help="int_beds、date などの種類")
    read.add_argument("texts", nargs="*", metavar="TEXT", help="読ませる文字列")
    read.add_argument("--unit", default="", help="列の単位")
    read.add_argument("--base", type=_day, metavar="DATE", help="基準にする日")
    read.add_argument("--file", type=Path, metavar="CASES.tsv", help="種類と文字列の表を読む")
    _json_option(read)

    _json_option(_add(commands, "check", "台帳と資料を点検する"))
    history = _add(commands, "history", "変更履歴を表示する")
    history.add_argument(
        "--save", metavar="BATCH", help="この操作が受け取ったファイルを、届いたままもう一度保存する"
    )
    history.add_argument(
        "-o", "--out", type=Path, metavar="DIR", help="保存する場所（なければ今の場所）"
    )
    _json_option(history)
    undo = _add(commands, "undo", "操作を取り消す")
    undo.add_argument("batch", nargs="?", metavar="BATCH", help="操作の番号（なければ最後の操作）")

    backup = _add(commands, "backup", "バックアップを取る")
    backup.add_argument("-o", "--out", type=Path, metavar="FILE", help="作る場所")
    restore = _add(commands, "restore", "バックアップから復元する")
    restore.add_argument("file", type=Path, metavar="FILE", help="バックアップ")
    verify = _add(commands, "verify", "台帳が壊れていないか確かめる")
    verify.add_argument("file", type=Path, nargs="?", metavar="FILE", help="台帳")
    _json_option(verify)
    return top


def _paper_stage_commands(papers: Any) -> None:
    freeze = _add(papers, "freeze", "資料を提出版として保存する")
    _paper_argument(freeze)
    freeze.add_argument("--decided", type=_day, metavar="DATE", help="決裁日（なければ空欄）")
    freeze.add_argument(
        "--draft-number", default="", metavar="番号", help="起案番号（なければ空欄）"
    )
    carry = _add(papers, "new", "前の資料を次回へ繰り越す")
    carry.add_argument("--from", dest="paper", required=True, metavar="PAPER", help="前の資料")
    carry.add_argument("--title", metavar="T", help="標題（なければ前と同じ）")
    carry.add_argument("--date", type=_day, metavar="DATE", help="日付（なければ今日）")
    carry.add_argument("--session", default="", metavar="S", help="会議名（なければ空欄）")
    carry.add_argument(
        "--bed-dates",
        type=_day,
        nargs="+",
        default=(),
        metavar="DATE",
        help="病床数の表の基準日、上段から（なければ前の最後の日と最新の日）",
    )
    compare = _add(papers, "compare", "二つの資料の新旧対照表をPDFにする")
    for name in ("a", "b"):
        compare.add_argument(
            name, metavar=name.upper(), help="資料、又はその提出版（PAPER@1 のように）"
        )
    compare.add_argument("-o", "--out", type=Path, required=True, metavar="FILE.pdf", help="出力先")
    compare.add_argument(
        "--heads",
        choices=("papers", "ordinances"),
        default="papers",
        help="papers 修正後・修正前、ordinances 改正後・現行",
    )
    instead = compare.add_mutually_exclusive_group()
    instead.add_argument(
        "--errata", action="store_true", help="代わりに正誤表を作る（片方は PAPER@1 のように）"
    )
    instead.add_argument(
        "--replace",
        action="store_true",
        help="代わりに差替えページを作る（片方は PAPER@1 のように）",
    )


def _inquiry_commands(inquiry: Parser) -> None:
    actions = inquiry.add_subparsers(dest="action", metavar="操作", title="操作", required=True)
    create = _add(actions, "create", "照会を作り、様式と照会文を書き出す")
    create.add_argument("--title", required=True, metavar="T", help="件名")
    create.add_argument("--due", type=_day, required=True, metavar="DATE", help="回答期限")
    create.add_argument("--about", choices=ABOUT, required=True, help="照会する台帳")
    create.add_argument("--as-of", type=_day, metavar="DATE", help="この基準日の値だけを照会する")
    create.add_argument("--out", type=Path, required=True, metavar="DIR", help="書き出す場所")
    collect = _add(actions, "collect", "回答ファイルを受け取り、台帳と比べる")
    collect.add_argument("folder", type=Path, metavar="DIR", help="回答ファイルのある場所")
    collect.add_argument("--dry-run", action="store_true", help="比べるだけで受け取らない")
    collect.add_argument("--apply", action="store_true", help="決まったファイルを台帳に取り込む")
    _accept_option(collect)
    collect.add_argument(
        "--inquiry", default="", metavar="番号", help="この照会の回答だけを受け取る"
    )
    _json_option(collect)
    _json_option(_add(actions, "status", "照会ごとの回答の状況"))
    back = _add(actions, "return", "直すところに印を付け、修正依頼のファイルを書き出す")
    back.add_argument("file", type=Path, metavar="FILE", help="回答ファイル")
    back.add_argument("-o", "--out", type=Path, required=True, metavar="DIR", help="書き出す場所")


def _accept_option(to: Parser) -> None:
    to.add_argument(
        "--accept",
        choices=("theirs", "ours"),
        help="決まらないセルを決める（theirs ワークブックの値、ours 台帳の値）",
    )


def _add(commands: Any, name: str, help_text: str) -> Parser:
    added: Parser = commands.add_parser(name, help=help_text, description=help_text)
    # After the command too, where people put it; the one that stands there counts.
    _ledger_option(added, default=argparse.SUPPRESS)
    return added


def _ledger_option(to: Parser, *, default: Any) -> None:
    to.add_argument("--ledger", type=Path, metavar="FILE", default=default, help="台帳")


def _json_option(to: Parser) -> None:
    to.add_argument("--json", action="store_true", help="結果をJSONで出す")


def _paper_argument(to: Parser) -> None:
    to.add_argument("paper", metavar="PAPER", help="資料の番号か標題")


def _day(text: str) -> date:
    """A day in any form that the readers take without doubt."""
    reading = read_kind("date", typed(text), Context())
    if isinstance(reading, Got) and isinstance(reading.value, date):
        return reading.value
    raise argparse.ArgumentTypeError("日付が読めません（2024-04-01、R6.4.1 のように）")
