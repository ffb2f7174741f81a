"""The live formulas of computed columns and of total rows, without the = before them."""

from collections.abc import Mapping

from kanagawa_desk.domain.layout import Computation, Formula
from kanagawa_desk.exchange.writing.contents import MARKS, NONE_MARK

_RATES = {Formula.PERCENTAGE: "{left}/{right}", Formula.CHANGE_RATE: "({left}-{right})/{right}"}


def computed(how: Computation, columns: Mapping[str, str], row: int, decimals: int) -> str:
    """A computed column's formula in one row; `columns` are letters by key.

    Like domain.layout.compute it gives no figure unless both sides are figures, nor for a rate
    of 0. Excel rounds half up, as official tables do.
    """
    left, right = f"{columns[how.left]}{row}", f"{columns[how.right]}{row}"
    figures = f"COUNT({left},{right})=2"
    if how.formula is Formula.DIFFERENCE:
        return f'IF({figures},{left}-{right},"")'
    rate = _RATES[how.formula].format(left=left, right=right)
    return f'IF(AND({figures},N({right})<>0),ROUND({rate}*100,{decimals}),"")'


def total(column: str, first: int, last: int) -> str:
    """The sum of a column's rows by the rule of domain.values.total.

    該当なし adds nothing; with any other part that is no figure there is no sum, lest a partial
    one be taken for the whole.
    """
    parts = f"{column}{first}:{column}{last}"
    lacking = f'COUNT({parts})+COUNTIF({parts},"{NONE_MARK}")<ROWS({parts})'
    return f'IF({lacking},"",IF(COUNT({parts})=0,"{NONE_MARK}",SUM({parts})))'


def whole_number_or_mark(cell: str) -> str:
    """What a count may be without a question: a whole number from 0, or one of our marks."""
    marks = ",".join(f'{cell}="{mark}"' for mark in MARKS.values() if mark)
    return f"IF(ISNUMBER({cell}),AND({cell}>=0,INT({cell})={cell}),OR({marks}))"
