"""Texts pasted cleaned: no outer space, no line ends, no marks of notes."""

import re

from kanagawa_desk.domain.readers.remarks import NOTE_DIGITS, without_notes

_BROKEN_WORDS = re.compile(r"(?<=[A-Za-z])[^\S\n]*\n\s*(?=[A-Za-z])")
_LINE_END = re.compile(r"[^\S\n]*\n\s*")
_FOOTNOTE = re.compile(rf"(?<=[0-9０-９%％床件人]){NOTE_DIGITS.pattern}$")
_NARROW = str.maketrans("（）＊", "()*")


def cleaned(text: str) -> str:
    """A cell's text in one line, without what refers to a note: ※1, （注2）, 1,601².

    >>> cleaned(" 1,601\\n床（注2） ")
    '1,601床'
    """
    line = _LINE_END.sub("", _BROKEN_WORDS.sub(" ", text.replace("\r", "\n"))).strip()
    line = _FOOTNOTE.sub("", line)
    # Both have one length, so that what is cut off the one is cut off the other.
    return line[: len(without_notes(line.translate(_NARROW)))].rstrip()
