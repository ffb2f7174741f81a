"""書式: the page, type and house rules of one paper, as an office chooses them."""

from dataclasses import dataclass
from decimal import Decimal

from kanagawa_desk.domain.fields import Kind, described, record

SIZES = {size: f"{size}ポイント" for size in ("10.5", "11", "12", "13", "14")}
LABEL_LOOKS = {"plain": "(ア)", "wide": "（ア）", "narrow": "(ｱ)"}
DIGIT_LOOKS = {"typed": "入力どおり", "half": "すべて半角", "mixed": "1桁は全角"}
SIGNS = {"▲": "▲", "△": "△"}

_PAGE_MM = (210, 297)
_POINT_MM = Decimal("25.4") / 72
_LEAST_LEADING = Decimal("1.1")  # from one line to the next, in its characters


@record("paper_template", "書式")
@dataclass(frozen=True, slots=True)
class PaperTemplate:
    """How a paper is printed; what is not said is what the prefecture's papers look like.

    Margins are in mm on an upright A4 page, `characters` full-width ones in a line and `lines`
    on a page.
    """

    paper: str = described("委員会資料", Kind.REFERENCE, refers="paper", key=True)
    left: int = described("左余白", Kind.INTEGER, unit="mm", default=30)
    right: int = described("右余白", Kind.INTEGER, unit="mm", default=20)
    top: int = described("上余白", Kind.INTEGER, unit="mm", default=25)
    bottom: int = described("下余白", Kind.INTEGER, unit="mm", default=25)
    size: str = described("文字の大きさ", Kind.CHOICE, choices=SIZES, default="12")
    characters: int = described("1行の字数", Kind.INTEGER, default=37)
    lines: int = described("1ページの行数", Kind.INTEGER, default=37)
    labels: str = described("見出し番号の形", Kind.CHOICE, choices=LABEL_LOOKS, default="plain")
    digits: str = described("数字", Kind.CHOICE, choices=DIGIT_LOOKS, default="typed")
    negative: str = described("不足の記号", Kind.CHOICE, choices=SIGNS, default="▲")
    hanging: bool = described("句読点のぶら下げ", Kind.YES_NO, default=True)
    mirrored: bool = described("両面とじ（偶数ページは余白を左右逆に）", Kind.YES_NO, default=False)
    odd_sections: bool = described("章を奇数ページから始める", Kind.YES_NO, default=False)

    @property
    def measure(self) -> Decimal:
        """The width of the text area in points."""
        return (_PAGE_MM[0] - self.left - self.right) / _POINT_MM

    @property
    def depth(self) -> Decimal:
        """The height of the text area in points."""
        return (_PAGE_MM[1] - self.top - self.bottom) / _POINT_MM


def faults(template: PaperTemplate) -> tuple[str, ...]:
    """Why a template cannot be printed by, each with what would do."""
    size = Decimal(template.size)
    found = []
    margins = (template.left, template.right, template.top, template.bottom)
    if not all(5 <= margin <= 60 for margin in margins):
        return ("余白は5mmから60mmまでにしてください。",)
    most_characters = int(template.measure / size)
    if not 15 <= template.characters <= most_characters:
        found.append(f"1行の字数は15字から{most_characters}字までにしてください。")
    most_lines = int(template.depth / (size * _LEAST_LEADING))
    if not 10 <= template.lines <= most_lines:
        found.append(f"1ページの行数は10行から{most_lines}行までにしてください。")
    return tuple(found)
