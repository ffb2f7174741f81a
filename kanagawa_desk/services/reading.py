"""What a text would be read as, outside any ledger."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kanagawa_desk.domain.questions import question
from kanagawa_desk.domain.readers import KINDS, read_kind, result_text, typed_cell, unescaped
from kanagawa_desk.domain.reading import Context, Reading, Vocabulary

__all__ = ["KINDS", "ReadText", "as_data", "explained", "read_cases", "read_texts"]


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text, how it was read, and that in the notation of results."""

    kind: str
    text: str
    reading: Reading
    result: str


def read_texts(
    kind: str, texts: Iterable[str], unit: str, base: date | None, vocabulary: Vocabulary
) -> list[ReadText]:
    """Each text, or typed cell as {n:0.744|fmt:0.0%}, read as a value of a kind."""
    context = Context(unit=unit, base=base, vocabulary=vocabulary)
    return [_read(kind, text, text, context) for text in texts]


def read_cases(
    lines: Iterable[str], unit: str, base: date | None, vocabulary: Vocabulary
) -> Iterator[str]:
    r"""Lines of kind, tab and raw text (with \n, \x20, \u3000 and \\) with the result behind.

    Blank lines are left out; what stands behind a second tab is not looked at.
    """
    context = Context(unit=unit, base=base, vocabulary=vocabulary)
    for line in lines:
        kind, _, rest = line.rstrip("\r\n").removeprefix("\ufeff").partition("\t")
        raw = rest.split("\t", 1)[0]
        if kind.strip():
            read = _read(kind.strip(), raw, unescaped(raw), context)
            yield f"{kind}\t{raw}\t{read.result}"


def explained(read: ReadText) -> str:
    """What is to be said about a reading; empty where there was no doubt."""
    return question(read.reading)


def as_data(read: ReadText) -> dict[str, str]:
    """A reading as `read --json` gives it."""
    message = explained(read)
    return {"kind": read.kind, "raw": read.text, "result": read.result, "message": message}


def _read(kind: str, raw: str, text: str, context: Context) -> ReadText:
    reading = read_kind(kind, typed_cell(text), context)
    return ReadText(kind, raw, reading, result_text(kind, reading))
