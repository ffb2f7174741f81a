"""Number formats: which of them show a number as a day, and the days that numbers stand for."""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal

# ECMA-376 part 1, 18.8.30, with the formats that Japanese Excel has under 27 to 36 and 50 to 58.
BUILT_IN: Mapping[int, str] = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '"¥"#,##0;"¥"-#,##0',
    6: '"¥"#,##0;[Red]"¥"-#,##0',
    7: '"¥"#,##0.00;"¥"-#,##0.00',
    8: '"¥"#,##0.00;[Red]"¥"-#,##0.00',
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "yyyy/m/d",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy/m/d h:mm",
    27: "[$-411]ge.m.d",
    28: '[$-411]ggge"年"m"月"d"日"',
    29: '[$-411]ggge"年"m"月"d"日"',
    30: "m/d/yy",
    31: 'yyyy"年"m"月"d"日"',
    32: 'h"時"mm"分"',
    33: 'h"時"mm"分"ss"秒"',
    34: 'yyyy"年"m"月"',
    35: 'm"月"d"日"',
    36: "[$-411]ge.m.d",
    37: "#,##0;-#,##0",
    38: "#,##0;[Red]-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;[Red]-#,##0.00",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
    50: "[$-411]ge.m.d",
    51: '[$-411]ggge"年"m"月"d"日"',
    52: 'yyyy"年"m"月"',
    53: 'm"月"d"日"',
    54: '[$-411]ggge"年"m"月"d"日"',
    55: 'yyyy"年"m"月"',
    56: 'm"月"d"日"',
    57: "[$-411]ge.m.d",
    58: '[$-411]ggge"年"m"月"d"日"',
}

_LITERAL = re.compile(r'"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]|General|E[+-]', re.IGNORECASE)


def shows_day(number_format: str) -> bool:
    """Whether a format shows a day: a year, a month or a day of a date, not a time alone."""
    first = _LITERAL.sub("", number_format).partition(";")[0].lower()
    return bool(set("ygeda") & set(first.replace("am/pm", "").replace("a/p", ""))) or (
        "m" in first and not set("hs") & set(first)
    )


def day_of(serial: Decimal, *, since_1904: bool) -> date | datetime | None:
    """The day of Excel's day number; None where it stands for none.

    Excel counts a 29 February 1900, so that its days before March 1900 lie one off.
    """
    whole = int(serial)
    if since_1904:
        start = date(1904, 1, 1)
    else:
        start = date(1899, 12, 30) if whole > 60 else date(1899, 12, 31)
    if not 1 <= whole < (date.max - start).days or (whole == 60 and not since_1904):
        return None
    day = start + timedelta(days=whole)
    seconds = round((serial - whole) * 86_400)
    if not seconds:
        return day
    return datetime(day.year, day.month, day.day) + timedelta(seconds=seconds)
