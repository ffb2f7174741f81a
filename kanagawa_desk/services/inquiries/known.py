"""What is known of running and past inquiries when a file comes back."""

import unicodedata
from collections.abc import Iterator, Sequence

from kanagawa_desk.domain.following_up import age, counting
from kanagawa_desk.domain.inquiries import (
    Inquiry,
    Request,
    RequestEvent,
    Respondent,
    ReturnedFile,
)
from kanagawa_desk.domain.records import Division
from kanagawa_desk.services.names import Reads


class Known:
    """Inquiries, requests, respondents and received files, looked up once for many files."""

    def __init__(self, reads: Reads) -> None:
        self.inquiries = {each.id: each for each in reads.all(Inquiry)}
        self.requests = {each.id: each for each in reads.all(Request)}
        self.respondents = {each.id: each for each in reads.all(Respondent)}
        self.returned: dict[str, ReturnedFile] = {}
        self._files: dict[str, list[ReturnedFile]] = {}
        for each in reads.all(ReturnedFile):
            self.received(each)
        self.sent_back = {each.sha256 for each in reads.all(RequestEvent)} - {""}
        divisions = {each.id: each for each in reads.all(Division)}
        self._names = {
            each.id: tuple(_names(each, divisions.get(each.division)))
            for each in self.respondents.values()
        }

    def files_of(self, request: str) -> Sequence[ReturnedFile]:
        """The files received for a request, in order."""
        return self._files.get(request, ())

    def file_with(self, request: str, sha256: str) -> ReturnedFile | None:
        """A file of a request by its bytes."""
        return next((each for each in self.files_of(request) if each.sha256 == sha256), None)

    def received(self, file: ReturnedFile) -> None:
        """Know of one more file."""
        self.returned[file.id] = file
        self._files.setdefault(file.request, []).append(file)

    def current_of(self, request: str) -> ReturnedFile | None:
        """The file that counts as the answer to a request."""
        counted = counting(self.files_of(request))
        return counted[-1] if counted else None

    def is_standing(self, file: ReturnedFile) -> bool:
        """Whether a file is its request's answer and not yet applied."""
        return self.current_of(file.request) == file and file.stage != "applied"

    def respondent_of(self, request: Request) -> Respondent:
        """Who was asked."""
        return self.respondents[request.respondent]

    def later_round(self, request: Request) -> Inquiry | None:
        """An inquiry that asked the same respondent about the same ledger after this one."""
        own = self.inquiries[request.inquiry]
        later = [
            inquiry
            for each in self.requests.values()
            if each.respondent == request.respondent and each.sent_on is not None
            if (inquiry := self.inquiries[each.inquiry]).about == own.about
            and age(inquiry) > age(own)
        ]
        return max(later, key=age, default=None)

    def says(self, text: str, respondent: str) -> bool:
        """Whether a text names a respondent, by its name or one of its division."""
        return any(name in folded(text) for name in self._names[respondent])

    def named_in(self, text: str) -> Respondent | None:
        """The respondent that a text names; of several the one with the longest name."""
        lengths = {
            each: max((len(name) for name in names if name in folded(text)), default=0)
            for each, names in self._names.items()
        }
        found = max(lengths, key=lambda each: lengths[each], default="")
        return self.respondents[found] if found and lengths[found] else None


def folded(text: str) -> str:
    """A name in one spelling, without regard to width and spaces."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def _names(respondent: Respondent, division: Division | None) -> Iterator[str]:
    yield folded(respondent.name)
    if division is not None:
        yield folded(division.name)
        yield from (folded(each) for each in division.former_names if each)
