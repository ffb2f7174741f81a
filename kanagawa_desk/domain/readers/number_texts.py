"""Numbers in texts: plain ones at once, the rest by what stands round them."""

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache

from kanagawa_desk.domain.readers.faults import fault
from kanagawa_desk.domain.readers.folding import fold
from kanagawa_desk.domain.readers.marks import as_measured, elsewhere, mark
from kanagawa_desk.domain.readers.remarks import STATUS
from kanagawa_desk.domain.readers.rules import Rule, measured
from kanagawa_desk.domain.readers.scanning import amount
from kanagawa_desk.domain.reading import Got, Problem, Reading
from kanagawa_desk.domain.values import BLANK, Measured, Missing, Number

LONGEST = 120

_BLANK = Got(BLANK)
_KANJI_DIGITS = str.maketrans("一二三四五六七八九", "123456789")
_STATED_MARK = re.compile(r"([^()]+)\(([^()]+)\)")
_SHARES = re.compile("(約?)([0-9])割(?:([0-9])分)?(?:([0-9])厘)?")


def read_number_text(rule: Rule, text: str, base: date | None) -> Reading:
    """A text read as a number under a rule, a Measured."""
    plain = rule.plain.fullmatch(text)
    if plain is None:
        return read_closely(rule, text, base)
    digits = plain[2].replace(",", "")
    value: Number = int(digits) * rule.factor if rule.as_int else Decimal(digits)
    if plain[1] and not value:
        return read_closely(rule, text, base)
    return Got(Measured(-value if plain[1] else value))


@lru_cache(maxsize=8192)
def read_closely(rule: Rule, raw: str, base: date | None, *, typed: bool = True) -> Reading:
    """The same for any text; `typed` is false for what a number cell shows."""
    text = fold(raw)
    if not text:
        return _BLANK
    if len(text) > LONGEST:
        return fault("too_long", limit=LONGEST)
    known = mark(text) or _stated_mark(text)
    if known is not None:
        return as_measured(known)
    if text.startswith("="):
        return fault("formula_text")
    if rule.unit == "%" and (share := _SHARES.fullmatch(text.translate(_KANJI_DIGITS))):
        text = f"{share[1]}{share[2]}{share[3] or 0}{'.' + share[4] if share[4] else ''}%"
    found = amount(text, rule.unit, base)
    if isinstance(found, Problem):
        return found
    if found is None:
        return elsewhere(text) or fault("not_a_number", wanted=rule.wanted)
    return measured(found, rule, raw, typed=typed)


def _stated_mark(text: str) -> Reading | None:
    """未集計（予定）: no number, with a status beside it."""
    parts = _STATED_MARK.fullmatch(text)
    status = STATUS.get(parts[2]) if parts else None
    if parts is None or status is None:
        return None
    match mark(parts[1]):
        case Got(Missing() as reason):
            return Got(Measured(missing=reason, status=status))
    return None
