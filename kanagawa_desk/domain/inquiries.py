"""Inquiries (照会): who is asked, the workbooks that go out, and the answers that come back."""

from dataclasses import dataclass
from datetime import date

from kanagawa_desk.domain.fields import Kind, described, record
from kanagawa_desk.domain.inquiry_scope import Scope, ledgers_in, scope_of

ABOUT = {
    "beds": "病床数",
    "plans": "計画一覧",
    "metrics": "DX指標",
    "all": "保健医療・DX台帳",
}
LEDGERS = ("beds", "plans", "metrics")
RESPONDENT_KINDS = {
    "division": "所管課",
    "outpost": "出先機関",
    "municipality": "市町村",
    "hospital": "病院",
    "body": "団体",
}
LETTERS = {
    "": "宛先の種類による",
    "internal": "庁内",
    "municipal": "市町村あて",
    "outside": "病院・団体あて",
}
FILE_PATTERN = "{番号}_{回答者}_{件名}"
"""How workbooks are named where an inquiry says nothing else."""

ANSWERS = {"changed": "修正あり", "unchanged": "修正なし", "none": "該当なし"}
STAGES = {
    "received": "受付",
    "reviewing": "確認中",
    "sent_back": "修正依頼",
    "applied": "取込済",
    "older": "古い回答",
}
EVENTS = {
    "due": "回答期限の変更",
    "reminder": "回答のお願い（再）",
    "sent_back": "修正依頼",
}


@record("respondent", "回答者", unique=(("name",),))
@dataclass(frozen=True, slots=True)
class Respondent:
    """Whoever is asked; that of a 所管課 refers to it and follows its name.

    `addressee` is the 宛名 of letters (医療企画課長); empty, it follows from the name.
    """

    id: str = described("記号", Kind.TEXT, key=True)
    name: str = described("回答者", Kind.TEXT, required=True, width=14)
    kind: str = described("種類", Kind.CHOICE, choices=RESPONDENT_KINDS, default="division")
    division: str = described("所管課", Kind.REFERENCE, refers="division", default="")
    addressee: str = described("宛名", Kind.TEXT, default="", width=14)
    contact: str = described("連絡先", Kind.TEXT, default="", width=14)
    rank: int = described("並び", Kind.INTEGER, default=0)


@record("inquiry", "照会")
@dataclass(frozen=True, slots=True)
class Inquiry:
    """A round of workbooks; its id is the number that people call it by.

    With a reference date only the figures of that date are asked for. `scope` narrows what is
    asked for further, in the words of inquiry_scope; `pattern` names its workbooks, and
    `letter` is the template of its cover letters.
    """

    id: str = described("番号", Kind.TEXT, key=True)
    title: str = described("件名", Kind.TEXT, required=True, width=24)
    due: date = described("回答期限", Kind.DATE, required=True)
    created: date = described("作成日", Kind.DATE, required=True)
    about: str = described("台帳", Kind.CHOICE, choices=ABOUT, default="all")
    as_of: date | None = described("基準日", Kind.DATE, default=None)
    instructions: str = described("留意事項", Kind.NOTE, default="")
    scope: tuple[str, ...] = described("範囲", Kind.NAMES, default=())
    pattern: str = described("ファイル名", Kind.TEXT, default="", width=24)
    letter: str = described("照会文", Kind.CHOICE, choices=LETTERS, default="")
    closed_on: date | None = described("終了日", Kind.DATE, default=None)

    @property
    def day(self) -> date:
        """The day that its sheets are laid out for and that 今年度 is read by."""
        return self.as_of or self.created

    @property
    def asks(self) -> Scope:
        """Its scope, part by part."""
        return scope_of(self.scope)

    @property
    def ledgers(self) -> tuple[str, ...]:
        """The ledgers that it asks about."""
        about = LEDGERS if self.about == "all" else (self.about,)
        return ledgers_in(self.asks, about)

    @property
    def about_label(self) -> str:
        """The ledgers that it asks about, in words: 病床数・計画一覧."""
        if self.ledgers == LEDGERS:
            return ABOUT["all"]
        return "・".join(ABOUT[ledger] for ledger in self.ledgers)

    def workbook_of(self, respondent: str) -> str:
        """The name of the workbook of a respondent, without its ending."""
        words = {"番号": self.id, "回答者": respondent, "件名": self.title}
        name = self.pattern or FILE_PATTERN
        for word, text in words.items():
            name = name.replace(f"{{{word}}}", text)
        return name


@record("request", "依頼", unique=(("inquiry", "respondent"),))
@dataclass(frozen=True, slots=True)
class Request:
    """One respondent's workbook of an inquiry; its id stands hidden in the workbook.

    `due` is its own due date where that was put off, `confirmed_by` and `confirmed_on` say
    who confirmed figures that were answered with 修正なし. Its state follows from these, its
    events and its returned files: see following_up.state_of.
    """

    id: str = described("記号", Kind.TEXT, key=True)
    inquiry: str = described("照会", Kind.REFERENCE, refers="inquiry", required=True)
    respondent: str = described("回答者", Kind.REFERENCE, refers="respondent", required=True)
    file: str = described("様式", Kind.TEXT, default="", width=24)
    sent_on: date | None = described("送付日", Kind.DATE, default=None)
    due: date | None = described("延長後の期限", Kind.DATE, default=None)
    confirmed_by: str = described("確認者", Kind.TEXT, default="")
    confirmed_on: date | None = described("確認日", Kind.DATE, default=None)
    rank: int = described("並び", Kind.INTEGER, default=0)


@record("request_event", "経過")
@dataclass(frozen=True, slots=True)
class RequestEvent:
    """Something dated that happened to a request beside its state, with its reason.

    `due` is the new due date of an event of that kind, `sha256` that of a file sent back.
    """

    id: str = described("記号", Kind.TEXT, key=True)
    request: str = described("依頼", Kind.REFERENCE, refers="request", required=True)
    happened_on: date = described("日付", Kind.DATE, required=True)
    kind: str = described("種類", Kind.CHOICE, choices=EVENTS, default="reminder")
    text: str = described("理由", Kind.NOTE, default="")
    due: date | None = described("新しい期限", Kind.DATE, default=None)
    sha256: str = described("SHA-256", Kind.TEXT, default="")
    rank: int = described("並び", Kind.INTEGER, default=0)


@record("returned_file", "回答ファイル")
@dataclass(frozen=True, slots=True)
class ReturnedFile:
    """A file that came back for a request: its bytes are kept under their SHA-256.

    Times are UTC in ISO 8601; `saved_at` is when its author saved it, by the file's own word.
    An older file than one that was received before is kept and does not count. `changes`,
    `conflicts`, `questions` and `faults` count what it held against the ledger when it came.
    """

    id: str = described("記号", Kind.TEXT, key=True)
    request: str = described("依頼", Kind.REFERENCE, refers="request", required=True)
    sha256: str = described("SHA-256", Kind.TEXT, required=True)
    name: str = described("ファイル名", Kind.TEXT, required=True, width=24)
    received_at: str = described("受付日時", Kind.TEXT, required=True)
    saved_at: str = described("保存日時", Kind.TEXT, default="")
    stage: str = described("段階", Kind.CHOICE, choices=STAGES, default="received")
    answer: str = described("回答区分", Kind.CHOICE, choices={"": ""} | ANSWERS, default="")
    division: str = described("回答所属", Kind.TEXT, default="")
    person: str = described("職・氏名", Kind.TEXT, default="")
    extension: str = described("内線", Kind.TEXT, default="")
    approved_by: str = described("所属長確認", Kind.TEXT, default="")
    rank: int = described("並び", Kind.INTEGER, default=0)
    changes: int = described("変更", Kind.INTEGER, default=0)
    conflicts: int = described("双方で変更", Kind.INTEGER, default=0)
    questions: int = described("質問", Kind.INTEGER, default=0)
    faults: int = described("要修正", Kind.INTEGER, default=0)
