"""Letters of an inquiry (照会文, 回答のお願い): who writes to whom, in which words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kanagawa_desk.domain.acting import Actor
from kanagawa_desk.domain.eras import long_date
from kanagawa_desk.domain.inquiries import Inquiry, Request, Respondent

_PREFECTURE = "神奈川県"
_WEEKDAYS = "月火水木金土日"
_HEADED = "課室局部所署院市区町村"  # an office whose name ends so is headed by its 長

_FILLING_IN = (
    "色のついたセルの値を確かめ、変わったところを入力してください。",
    "直すところがないときも、回答区分に「修正なし」を選んで提出してください。",
    "当てはまるものがないときは、回答区分に「該当なし」を選んで提出してください。",
    "数値がないときは空欄にせず、「記入要領」にある記号で理由を入力してください。",
)


@dataclass(frozen=True, slots=True)
class Template:
    """The words of a cover letter: what stands before the items, and before the sender's name."""

    opening: str
    sender_prefix: str


INTERNAL = Template(
    "このことについて、下記のとおり照会しますので、期限までに回答してください。",
    sender_prefix="",
)
MUNICIPAL = Template(
    "本県の保健医療行政の推進につきましては、日頃から御協力をいただき、感謝申し上げます。\n"
    "このことについて、下記のとおり照会しますので、御多用のところ恐れ入りますが、期限までに"
    "御回答くださるようお願いします。",
    sender_prefix=_PREFECTURE,
)
OUTSIDE = Template(
    "日頃から本県の保健医療行政に格別の御理解と御協力を賜り、厚くお礼申し上げます。\n"
    "このことについて、下記のとおりお伺いしますので、御多用のところ誠に恐縮ですが、期限までに"
    "御回答くださいますようお願い申し上げます。",
    sender_prefix=_PREFECTURE,
)
TEMPLATES: Mapping[str, Template] = {
    "internal": INTERNAL,
    "municipal": MUNICIPAL,
    "outside": OUTSIDE,
}
"""庁内, 市町村あて, 病院・団体あて."""

_TEMPLATE_FOR = {
    "division": "internal",
    "outpost": "internal",
    "municipality": "municipal",
    "hospital": "outside",
    "body": "outside",
}


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered item below 記; of several lines each has a number of its own."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """A cover letter, without the 文書番号, which is written in by hand.

    An empty `sender` leaves its line free for the same.
    """

    written_on: date
    addressee: str
    sender: str
    title: str
    opening: tuple[str, ...]
    items: tuple[Item, ...]
    contact: tuple[str, ...]


def cover_letter(
    inquiry: Inquiry, request: Request, respondent: Respondent, actor: Actor, today: date
) -> Letter:
    """The letter that goes with a request's workbook."""
    template = TEMPLATES[inquiry.letter or _TEMPLATE_FOR[respondent.kind]]
    return Letter(
        today,
        addressee_of(respondent),
        f"{template.sender_prefix}{head_of(actor.division)}" if actor.division else "",
        subject(inquiry),
        tuple(template.opening.split("\n")),
        (
            Item("照会事項", (matter_of(inquiry),)),
            Item("様式", (f"別添のワークブック「{request.file}」",)),
            Item("回答期限", (weekday_date(request.due or inquiry.due),)),
            Item("提出先", (actor.label,)),
            Item("留意事項", (*_FILLING_IN, *notes_of(inquiry))),
        ),
        (f"担当　{actor.label}", "電話　　　　　　　　　　"),
    )


def reminder(
    inquiry: Inquiry, request: Request, respondent: Respondent, actor: Actor, today: date
) -> str:
    """回答のお願い（再）, as text to be copied into a mail."""
    due = request.due or inquiry.due
    sent = f"{long_date(request.sent_on)}付けで照会した" if request.sent_on else "照会した"
    waiting = (
        f"回答期限（{weekday_date(due)}）を過ぎましたが、まだ回答を確認できていません。"
        if due < today
        else f"回答期限は{weekday_date(due)}です。まだ回答を確認できていません。"
    )
    return "\n".join(
        (
            addressee_of(respondent),
            "",
            f"「{inquiry.title}」について（回答のお願い（再））",
            "",
            f"{sent}このことについて、{waiting}",
            f"様式「{request.file}」に入力し、{actor.label}へ提出してください。",
            "直すところがないときも、回答区分を「修正なし」として提出してください。",
            "行き違いで既に提出されている場合は、御容赦ください。",
            "",
            f"照会番号　{inquiry.id}",
            f"担当　　　{actor.label}",
        )
    )


def correction(inquiry: Inquiry, respondent: Respondent, actor: Actor, file: str) -> str:
    """修正依頼 (再照会 outside the prefecture), as text to be copied into a mail."""
    inside = _TEMPLATE_FOR[respondent.kind] == "internal"
    word = "修正依頼" if inside else "再照会"
    return "\n".join(
        (
            addressee_of(respondent),
            "",
            f"「{inquiry.title}」について（{word}）",
            "",
            "提出された回答に、確かめていただきたいところがあります。",
            f"別添のワークブック「{file}」の赤いセルと、1枚目の一覧を見てください。",
            f"入力を直したワークブックを、{actor.label}へ再度提出してください。",
            "",
            f"照会番号　{inquiry.id}",
            f"担当　　　{actor.label}",
        )
    )


def matter_of(inquiry: Inquiry) -> str:
    """What is asked about: 病床数（令和6年4月1日現在）."""
    day = f"（{long_date(inquiry.as_of)}現在）" if inquiry.as_of else ""
    return f"{inquiry.about_label}{day}"


def notes_of(inquiry: Inquiry) -> tuple[str, ...]:
    """The instructions of an inquiry, line by line."""
    return tuple(filter(None, map(str.strip, inquiry.instructions.split("\n"))))


def subject(inquiry: Inquiry) -> str:
    """The 標題 of letters about an inquiry: …について（照会）."""
    title = inquiry.title.removesuffix("（照会）").removesuffix("について")
    return f"{title}について（照会）"


def weekday_date(day: date) -> str:
    """令和6年10月18日（金）."""
    return f"{long_date(day)}（{_WEEKDAYS[day.weekday()]}）"


def addressee_of(respondent: Respondent) -> str:
    """The 宛名 with its honorific: 様 for whoever heads an office, 御中 for the office itself."""
    name = respondent.addressee or head_of(respondent.name)
    if name == respondent.name and not respondent.addressee:
        return f"{name}　御中"
    return f"{name}　様"


def head_of(office: str) -> str:
    """医療企画課長; the name itself where nobody can tell what its head is called."""
    return f"{office}長" if office[-1:] in _HEADED else office
