"""Recognising a returned file: whose answer it is, to which inquiry, and whether it counts."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from kanagawa_desk.domain.acting import JAPAN
from kanagawa_desk.domain.following_up import age
from kanagawa_desk.domain.inquiries import Inquiry, Request, ReturnedFile
from kanagawa_desk.services.inquiries.known import Known

NEW, RESENT, OLDER = "new", "resent", "older"
OTHER_ROUND, OTHER_RESPONDENT = "other_round", "other_respondent"
UNKNOWN, UNREADABLE = "unknown", "unreadable"

RECEIVED = (NEW, RESENT, OLDER)
"""Those of a file that is an answer to its request, if not always the one that counts."""

_UNKNOWN = (
    "どの照会への回答か分かりません。送付した様式に記入したファイルを受け取るか、"
    "「記入要領」の回答所属を記入してもらってください。"
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a file says about whose it is: its name, bytes and time, what its sheets hold.

    `request` is the id hidden in it, `division` the 回答所属; `of_others` says that the rows on
    its sheets are those of others; `fits` tells whether it has the sheets of an inquiry.
    """

    file: str
    sha256: str
    saved: datetime | None
    request: str
    division: str
    of_others: bool
    fits: Callable[[Inquiry], bool]


@dataclass(frozen=True, slots=True)
class Recognised:
    """A file's request, if it has one, and its status; `message` says why it is not taken.

    `question` is what a person has to confirm before the file counts as this answer.
    """

    status: str
    request: Request | None = None
    message: str = ""
    question: str = ""


def recognise(evidence: Evidence, known: Known, inquiry: str = "") -> Recognised:
    """What a workbook is, by the request hidden in it, else by the name of who answers.

    With `inquiry` only that one is collected for; a file of any other is of another round.
    """
    request = known.requests.get(evidence.request)
    question = ""
    if request is None:
        request = _by_name(evidence, known, inquiry)
        if request is None:
            return Recognised(UNKNOWN, message=_UNKNOWN)
        question = (
            f"照会の目印が失われています。名前から、照会 {request.inquiry} の"
            f"{known.respondent_of(request).name}の回答とみました。"
        )
    found = (
        _other_round(request, known, inquiry)
        or _other_respondent(request, evidence, known)
        or _by_time(request, evidence, known)
    )
    return replace(found, request=request, question=question)


def recognise_as(request: Request, evidence: Evidence, known: Known) -> Recognised:
    """A workbook as the answer to the request that a person says it answers."""
    return replace(_by_time(request, evidence, known), request=request)


def _by_name(evidence: Evidence, known: Known, inquiry: str) -> Request | None:
    """The latest running request of the respondent that 回答所属, else the file, names."""
    for text in (evidence.division, Path(evidence.file).stem):
        respondent = known.named_in(text)
        if respondent is None:
            continue
        running = [
            each
            for each in known.requests.values()
            if each.respondent == respondent.id
            and each.sent_on is not None
            and known.inquiries[each.inquiry].closed_on is None
            and (not inquiry or each.inquiry == inquiry)
        ]
        running.sort(key=lambda each: age(known.inquiries[each.inquiry]), reverse=True)
        return next(
            (each for each in running if evidence.fits(known.inquiries[each.inquiry])), None
        )
    return None


def _other_round(request: Request, known: Known, inquiry: str) -> Recognised | None:
    own = known.inquiries[request.inquiry]
    what = f"照会 {own.id}「{own.title}」のファイルです。"
    if inquiry and own.id != inquiry:
        return Recognised(OTHER_ROUND, message=f"{what}照会 {inquiry} には取り込みません。")
    if own.closed_on is not None:
        return Recognised(OTHER_ROUND, message=f"{what}この照会は終了しています。")
    later = known.later_round(request)
    if later is not None and not inquiry:
        newer = f"照会 {later.id}「{later.title}」"
        return Recognised(OTHER_ROUND, message=f"{what}{newer}の様式で受け取ってください。")
    return None


def _other_respondent(request: Request, evidence: Evidence, known: Known) -> Recognised | None:
    own = known.respondent_of(request)
    said = evidence.division
    if said and not known.says(said, own.id) and known.named_in(said) is not None:
        message = f"{own.name}への様式ですが、回答所属が「{said}」です。"
        return Recognised(OTHER_RESPONDENT, message=message)
    if evidence.of_others:
        message = f"{own.name}への様式ですが、送った行が一つもなく、ほかの所属の行があります。"
        return Recognised(OTHER_RESPONDENT, message=message)
    return None


def _by_time(request: Request, evidence: Evidence, known: Known) -> Recognised:
    if evidence.sha256 in known.sent_back:
        return Recognised(RESENT, message="修正依頼として書き出したままのファイルです。")
    same = known.file_with(request.id, evidence.sha256)
    if same is not None:
        message = f"{_day(same)}に受け取った「{same.name}」と同じです。"
        return Recognised(RESENT, message=message)
    for each in reversed(known.files_of(request.id)):
        if _saved_after(each, evidence.saved):
            message = f"先に受け取った「{each.name}」より前に保存されたものです。取り込みません。"
            return Recognised(OLDER, message=message)
    return Recognised(NEW)


def _saved_after(file: ReturnedFile, moment: datetime | None) -> bool:
    if moment is None or not file.saved_at:
        return False
    return datetime.fromisoformat(file.saved_at) > moment


def _day(file: ReturnedFile) -> str:
    at = datetime.fromisoformat(file.received_at).astimezone(JAPAN)
    return f"{at.month}月{at.day}日"
