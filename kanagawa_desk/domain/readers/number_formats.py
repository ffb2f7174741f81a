"""Excel number formats: what a cell shows of the number that it holds."""

import re
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import lru_cache

from kanagawa_desk.domain.values import rounded

_EXCEL = Context(prec=15)  # a cell holds no more digits; what lies beyond is float noise
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|(?P<blank>_.)|\*.|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>General|G/標準|標準|@)|(?P<digit>[0#?])|(?P<mark>[.,%])|(?P<literal>.)",
    re.IGNORECASE | re.DOTALL,
)
_COLOUR = re.compile(
    "black|blue|cyan|green|magenta|red|white|yellow|color ?[0-9]+|[黒青緑赤白黄色水紫].*",
    re.IGNORECASE,
)
_CURRENCY = re.compile(r"\$([^-]*)(?:-.*)?")
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_SIGNS = set("-−－▲△▼()")
_LONGEST_CODE = 255
_LONG = 3  # so many digits more than are shown: a quotient, not a figure that somebody typed


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a format: what stands round the digits, and how they are shown."""

    before: str = ""
    after: str = ""
    digits: bool = False
    places: int | None = 0
    grouped: bool = False
    shift: int = 0  # powers of ten: 2 for a percentage, −3 for thousands
    coloured: bool = False


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """The sections for positive, negative and zero."""

    positive: Section
    negative: Section | None
    zero: Section | None
    plain: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """What a number looks like: in full, and rounded where the format hides digits."""

    text: str
    short: str = ""
    quotient: bool = False


@lru_cache(maxsize=512)
def number_format(code: str) -> NumberFormat:
    """A format by its code, cut where it is longer than Excel allows."""
    sections = [_section(part) for part in _split(code[:_LONGEST_CODE] or "General")]
    positive = sections[0]
    negative = sections[1] if len(sections) > 1 else None
    zero = sections[2] if len(sections) > 2 else None
    return NumberFormat(positive, negative, zero, _is_plain(positive, negative, zero))


@lru_cache(maxsize=512)
def date_parts(code: str) -> str:
    """Which of year, month and day a format shows, as y, m, d; empty for a number format."""
    bare = _QUOTED.sub("", code[:_LONGEST_CODE].split(";")[0])
    if re.search("general|標準|[0#?%]", bare, re.IGNORECASE):
        return ""
    bare = re.sub("mm?(?=[:s])|(?<=[:h])mm?", "", bare.lower())
    parts = (("y", "[yeg]"), ("m", "m"), ("d", "d"))
    return "".join(part for part, letters in parts if re.search(letters, bare))


def without_noise(number: Decimal) -> Decimal:
    """A number to the fifteen digits that Excel keeps."""
    return _EXCEL.plus(number) if len(number.as_tuple().digits) > _EXCEL.prec else number


def shown(number: Decimal, code: str = "") -> Shown:
    """What a cell with this format shows of a finite number."""
    form = number_format(code)
    section, sign = form.positive, ""
    if number < 0 and form.negative is not None:
        section = form.negative
        bare = not _SIGNS & set(section.before + section.after)
        sign = "-" if "(" in section.before or (bare and section.coloured) else ""
    elif number < 0:
        sign = "-"
    elif number == 0 and form.zero is not None:
        section = form.zero
    if not section.digits:
        return Shown(section.before + section.after)
    before, after = section.before, section.after
    if "(" in before and number < 0:
        before, after = before.replace("(", ""), after.replace(")", "")
    value = abs(number).scaleb(section.shift).normalize(_EXCEL)
    places = max(-int(value.as_tuple().exponent), 0)
    text = f"{sign}{before}{_digits(value, places, section)}{after}"
    if section.places is None or places <= section.places:
        return Shown(text)
    short = _digits(rounded(value, section.places), section.places, section)
    if Decimal(short.replace(",", "")) == value:
        return Shown(f"{sign}{before}{short}{after}")
    return Shown(text, f"{sign}{before}{short}{after}", places - section.places > _LONG)


def _digits(value: Decimal, places: int, section: Section) -> str:
    least = max(places, section.places or 0)
    return f"{value:,.{least}f}" if section.grouped else f"{value:.{least}f}"


def _split(code: str) -> list[str]:
    return re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', code)


def _section(code: str) -> Section:
    literals = ["", ""]
    digits = general = coloured = pointed = grouped = False
    places = shift = commas = 0
    for token in _TOKEN.finditer(code):
        kind, found = token.lastgroup, token[token.lastgroup or 0]
        if kind == "digit":
            grouped, commas = grouped or commas > 0, 0
            digits = True
            places += pointed
        elif kind == "general":
            digits = general = True
        elif kind == "mark" and found == "." and digits:
            pointed = True
        elif kind == "mark" and found == "," and digits:
            commas += 1
        elif kind == "bracket":
            coloured = coloured or bool(_COLOUR.fullmatch(found))
            currency = _CURRENCY.fullmatch(found)
            literals[digits] += currency[1] if currency else ""
        elif kind in ("quoted", "escaped", "literal", "mark"):
            literals[digits] += found
            shift += 2 * (kind == "mark" and found == "%")
        elif kind == "blank":
            literals[digits] += " "
    return Section(
        literals[0].strip(),
        literals[1].strip(),
        digits,
        None if general else places,
        grouped,
        shift - 3 * commas,
        coloured,
    )


def _is_plain(positive: Section, negative: Section | None, zero: Section | None) -> bool:
    """Whether every whole number is shown as it is, a negative one with a sign."""
    upright = all(
        section.digits and not (section.before or section.after or section.shift)
        for section in (positive, zero)
        if section is not None
    )
    if negative is None or not upright:
        return upright
    around = set(negative.before + negative.after)
    signed = bool(around) or negative.coloured
    return negative.digits and not negative.shift and signed and around <= _SIGNS
