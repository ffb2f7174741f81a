"""Why a file could not be read as a workbook: one code and one line each."""

from kanagawa_desk.errors import UserError

_SAVE_AGAIN = "Excel で開き、「Excel ブック (.xlsx)」として保存し直してください。"

MESSAGES = {
    "not_found": "ファイルが見つかりません。",
    "locked": "ファイルを開けません。ほかで開いているときは閉じ、読取りの権限を確かめてください。",
    "encrypted": "パスワードで保護されています。パスワードを外したファイルを受け取ってください。",
    "old_xls": f"古い形式（.xls）です。{_SAVE_AGAIN}",
    "not_excel": "Excel のファイルではありません（{}）。Excel の .xlsx で受け取ってください。",
    "damaged": "ファイルが壊れています（{}）。もう一度受け取ってください。",
    "too_large": "大きすぎるため読み込みません（{}）。不要なシートや書式を省いてください。",
    "no_sheets": f"読み取れるシートがありません{{}}。{_SAVE_AGAIN}",
    "doctype": f"Excel が書かない宣言（DTD）が含まれるため読み込みません（{{}}）。{_SAVE_AGAIN}",
    "time_out": "{} 秒で読み終わらないため中止しました。不要なシートや書式を省いてください。",
    "memory": "読み込みに使うメモリーが上限を超えました。不要なシートや書式を省いてください。",
    "stopped": "読み込みの途中で処理が止まりました。ファイルが壊れているおそれがあります。",
}


class Unreadable(UserError):
    """A file that cannot be read; `code` is a key of MESSAGES."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(MESSAGES[code].format(detail))
        self.code = code
        self.detail = detail
