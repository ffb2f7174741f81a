"""Number, sum and average of selected cells, as the status bar tells them."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from kanagawa_desk.domain.values import Measured, Missing, rounded
from kanagawa_desk.domain.writing import number_text


@dataclass(frozen=True, slots=True)
class Statistics:
    """How many cells are selected, and the figures among them."""

    cells: int
    numbers: tuple[Decimal, ...]
    lacking: int = 0  # figures that are not there; 該当なし lacks nothing

    @property
    def text(self) -> str:
        """4セルを選択　合計 1,234　平均 411.3　値のない1セルを除く."""
        parts = [f"{self.cells}セルを選択"]
        if len(self.numbers) > 1:
            total = sum(self.numbers, Decimal())
            mean = rounded(total / len(self.numbers), 1)
            parts += [f"合計 {number_text(total)}", f"平均 {number_text(mean)}"]
            if self.lacking:
                parts.append(f"値のない{self.lacking}セルを除く")
        return "　".join(parts)


def statistics(values: Iterable[object]) -> Statistics:
    """The statistics of the values of selected cells."""
    cells = list(values)
    numbers = tuple(
        Decimal(value.number)
        for value in cells
        if isinstance(value, Measured) and value.number is not None
    )
    reasons = [value.missing for value in cells if isinstance(value, Measured)]
    lacking = sum(reason not in (None, Missing.NONE) for reason in reasons)
    return Statistics(len(cells), numbers, lacking)
