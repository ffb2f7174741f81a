"""What a kind of number accepts: its unit, its sign, whether it is whole."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from kanagawa_desk.domain.readers import doubts
from kanagawa_desk.domain.readers.amounts import Amount
from kanagawa_desk.domain.readers.faults import fault
from kanagawa_desk.domain.readers.fitting import counted, counted_in_any, percent, points
from kanagawa_desk.domain.readers.units import scaled
from kanagawa_desk.domain.reading import Ambiguous, Got, Problem, Reading
from kanagawa_desk.domain.values import Measured, Number
from kanagawa_desk.domain.writing import EXACT, measured_text


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """What a number column accepts.

    `fits` holds the unit that was written against the expected one, and may change the
    values; `plain` is what is read without a closer look; `factor` is what the figures are
    multiplied by (千円 kept in yen).
    """

    unit: str
    wanted: str
    fits: Callable[[Amount, str, str], Problem | None]  # with unit and wanted
    plain: re.Pattern[str]  # sign, digits
    whole: bool = True
    signed: bool = False
    as_int: bool = True
    factor: int = 1


def measured(found: Amount, rule: Rule, raw: str, *, typed: bool) -> Reading:
    """What an amount is under a rule, a Measured; `typed` tells text from a number cell."""
    problem = rule.fits(found, rule.unit, rule.wanted) or _sign(found, rule)
    if problem:
        return problem
    values = [value * rule.factor for value in found.values]
    if not rule.signed:
        values = [value for value in values if value >= 0]
        if not values:
            return fault("negative", wanted=rule.wanted)
    if rule.whole:
        if typed and found.values[0].as_tuple().exponent and not found.worded:
            found.doubted(doubts.POINT)
        whole = [value for value in values if value == value.to_integral_value()]
        if not whole and rule.as_int:
            return fault("decimal", wanted=rule.wanted)
        values = whole or values
    printed = raw.strip() if found.wordy or (found.worded and rule.factor == 1) else ""

    def of(value: Decimal) -> Measured:
        number: Number = int(value) if rule.as_int else value
        return Measured(number, status=found.status, approx=found.approx, printed=printed)

    candidates = tuple(dict.fromkeys(map(of, values)))
    if found.doubt:
        return Ambiguous(candidates, found.doubt)
    ours = (measured_text(candidates[0], unit, style=EXACT) for unit in ("", rule.unit))
    return Got(candidates[0], respelt=typed and raw not in ours)


def _sign(found: Amount, rule: Rule) -> Problem | None:
    zero = not found.values[0]
    if found.sign == "±" and not zero:
        return fault("vague", found="±")
    if found.sign == "-" and zero:
        found.values = tuple(abs(value) for value in found.values)
        found.doubted(doubts.NEGATIVE_ZERO)
    if found.sign == "+" and not rule.signed:
        found.doubted(doubts.PLUS)
    return None


def _plain(unit: str = "", *, signed: bool = True, decimals: bool = False) -> re.Pattern[str]:
    """Figures as most cells hold them, which need no closer look: sign, digits, own unit."""
    sign = "([▲△-]?)" if signed else "()"
    figure = "[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4}|[1-9][0-9]{0,14}"
    if decimals:
        figure = rf"(?:[1-9][0-9]{{0,2}}(?:,[0-9]{{3}}){{0,2}}|0)\.[0-9]{{1,6}}|{figure}"
    return re.compile(f"{sign}({figure})(?:{re.escape(unit)})?")


@lru_cache(maxsize=512)
def count_rule(unit: str) -> Rule:
    """A whole number that is not negative: beds, cases."""
    wanted = f"0以上の整数（例：1,601{unit}）"
    return Rule(unit, wanted, counted, _plain(unit, signed=False))


@lru_cache(maxsize=512)
def difference_rule(unit: str) -> Rule:
    """A whole number with a sign."""
    return Rule(unit, "整数（例：▲1,601）", counted, _plain(unit), signed=True)


@lru_cache(maxsize=512)
def measure_rule(unit: str, decimals: int) -> Rule:
    """A figure of a metric; where it is kept without decimals, those are asked about."""
    if unit in (RATE.unit, RATE_DIFFERENCE.unit):
        return RATE if unit == RATE.unit else RATE_DIFFERENCE
    plain = _plain(unit, decimals=decimals > 0)
    wanted = f"数（例：1,601{unit}）"
    return Rule(unit, wanted, counted, plain, whole=not decimals, signed=True, as_int=False)


@lru_cache(maxsize=64)
def yen_rule(unit: str) -> Rule:
    """An amount of money in yen; `unit` is the column's own (千円)."""
    unit = unit if scaled(unit)[1] == "円" else "円"
    wanted = "金額（例：1,234千円）"
    return Rule(unit, wanted, counted, _plain(unit), signed=True, factor=scaled(unit)[0])


@lru_cache(maxsize=64)
def threshold_rule(unit: str) -> Rule:
    """A number of a threshold, in its unit or any that is counted."""
    fits = percent if unit == "%" else counted if unit else counted_in_any
    return Rule(unit, f"1,000{unit or '件'}以上", fits, _plain(unit), signed=True)


INTEGER = difference_rule("")
ANY_UNIT = Rule("", "数と単位（例：5業務）", counted_in_any, _plain(signed=False))
RATE = Rule(
    "%",
    "率（例：74.4%）",
    percent,
    re.compile(r"([▲△-]?)([1-9]?[0-9](?:\.[0-9]{1,6})?|100(?:\.0{1,6})?)%"),
    whole=False,
    signed=True,
    as_int=False,
)
RATE_DIFFERENCE = Rule(
    "pt",
    "ポイント（例：▲1.3pt）",
    points,
    re.compile(r"([▲△-]?)([1-9]?[0-9](?:\.[0-9]{1,3})?)(?:pt|ポイント)"),
    whole=False,
    signed=True,
    as_int=False,
)
