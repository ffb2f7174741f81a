"""What stands on the first sheet, 記入要領: what is asked, and the head of the answer."""

from dataclasses import dataclass

GUIDE_TITLE = "記入要領"

HEAD_LABELS = {
    "division": "回答所属",
    "person": "職・氏名",
    "extension": "内線",
    "approved_by": "所属長確認",
    "answer": "回答区分",
}
"""The fields of AnswerHead with the words that stand before them on the sheet."""


@dataclass(frozen=True, slots=True)
class AnswerHead:
    """Who answers: 回答所属, 職・氏名, 内線, 所属長確認; `answer` is a code (changed) or empty."""

    division: str = ""
    person: str = ""
    extension: str = ""
    approved_by: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Guide:
    """The text of 記入要領, one line each; `head` is what is known of the answer beforehand.

    A plain export has no `due`; how cells and marks are to be filled in is said by the sheet
    itself, `instructions` come after that.
    """

    title: str
    asks: tuple[str, ...] = ()
    due: str = ""
    instructions: tuple[str, ...] = ()
    head: AnswerHead = AnswerHead()
