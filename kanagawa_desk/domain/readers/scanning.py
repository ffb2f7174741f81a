"""A text taken apart into a number and what stands round it: ▲約1,601床（予定）※1."""

import re
from datetime import date

from kanagawa_desk.domain.readers import doubts
from kanagawa_desk.domain.readers.amounts import Amount
from kanagawa_desk.domain.readers.beside import HEAD, NO_UNIT, TAIL, take
from kanagawa_desk.domain.readers.faults import fault
from kanagawa_desk.domain.readers.numerals import DIGITS, ONLY_SCALE, numeral
from kanagawa_desk.domain.readers.remarks import balanced
from kanagawa_desk.domain.readers.units import WORD, canonical, scaled, spellings
from kanagawa_desk.domain.reading import Problem

_RUN = re.compile(f"[{DIGITS}]+")
_SPACED = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+(?![0-9])")
_BRACKETED = re.compile(r"\(([^()]*)\)")
_SCALE_APART = re.compile(
    "(?<=[0-9]) +(?=[十百千万億兆])|(?<=[万億兆]) +(?=[0-9]{1,4}[千百十万億])"
)
_NOTE_PARENTHESIS = re.compile(r"((?:※|注)[0-9]{1,2})\)$")
_PARTICLE = re.compile("つ?の|つ")
_VAGUE = re.compile("数[十百千万億]|[十百千万億]数|何[十百千万]")


def amount(text: str, unit: str, base: date | None) -> Amount | Problem | None:
    """Take a folded text apart; None where there is no number in it.

    `unit` is the one expected, with its scale (千円); "" where none is known.
    """
    if not balanced(text):
        text = _NOTE_PARENTHESIS.sub(r"\1", text)
        if not balanced(text):
            return fault("unbalanced_parenthesis")
    text = _SCALE_APART.sub("", text.replace("\n", " ").replace("ゼロ", "零"))
    found = Amount()
    bracketed = _BRACKETED.fullmatch(text)
    if bracketed:
        text = bracketed[1].strip()
        found.doubted(doubts.BRACKETED)
    start = 0
    while token := HEAD.match(text, start):
        if problem := take(token, found, base=base):
            return problem
        start = token.end()
    if vague := _VAGUE.match(text, start):
        return fault("vague", found=vague[0])
    end = _read_number(text, start, unit, found)
    if end is None:
        return None
    if problem := _read_tail(text, end, unit, found, base):
        return problem
    if found.sign == "-":
        found.turned()
    if bracketed and not found.sign:
        found.values += tuple(-value for value in found.values)
    return found


def _read_number(text: str, start: int, unit: str, found: Amount) -> int | None:
    """Read the number; where it ends, None where there is none."""
    run = _RUN.match(text, start)
    if run is None:
        return None
    end = run.end()
    if scaled(unit)[0] > 1:  # 1,234千円: the 千 belongs to the unit
        written = text.find(unit, start + 1, end + len(unit))
        end = written if written > start else end
    digits = text[start:end]
    if spaced := _SPACED.match(text, start):
        found.doubted(doubts.SPACED)
        digits, end = spaced[0].replace(" ", ""), spaced.end()
    number = numeral(digits)
    if number is None:
        return None
    found.values, found.worded = number.values, number.worded
    if not (found.approx and number.doubt == ONLY_SCALE):  # 約千件 is a number, 千件 a unit
        found.doubted(number.doubt)
    return end


def _read_tail(
    text: str, place: int, unit: str, found: Amount, base: date | None
) -> Problem | None:
    """Read what stands behind the number."""
    if particle := _PARTICLE.match(text, place):
        found.wordy = True
        place = particle.end()
        found.unit = "" if place < len(text) else particle[0]
    while place < len(text):
        if not found.unit and (written := _expected(text, place, unit)):
            found.unit = unit
            place += len(written)
        elif token := TAIL.match(text, place):
            if problem := take(token, found, unit, base):
                return problem
            place = token.end()
        elif _RUN.match(text, place):
            return fault("two_values")
        else:
            place = _read_word(text, place, found)
    return None


def _read_word(text: str, place: int, found: Amount) -> int:
    """Read a word that may be a unit; where it ends."""
    word = WORD.match(text, place)
    if word is None:
        found.doubted(doubts.MARK)
        return place + 1
    stop = NO_UNIT.search(word[0], 1)
    end = place + stop.start() if stop else word.end()
    if found.unit:
        found.doubted(doubts.MORE_WORDS)
    else:
        found.unit = canonical(text[place:end])
    return end


def _expected(text: str, place: int, unit: str) -> str:
    """How the expected unit is written at a place; empty where it is not."""
    forms = spellings(unit) if unit else ()
    return next((form for form in forms if text.startswith(form, place)), "")
