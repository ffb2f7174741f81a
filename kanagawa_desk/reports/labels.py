"""Outline labels as they are set: in a box, so that the texts of a level align."""

from kanagawa_desk.reports.flow import Draw
from kanagawa_desk.reports.fonts import TextStyle
from kanagawa_desk.reports.house_style import digits, label_look
from kanagawa_desk.reports.linebreak import text_width
from kanagawa_desk.reports.pen import Pen
from kanagawa_desk.reports.template import Template


def label_indent(label: str, style: TextStyle) -> float:
    """How far behind the label's beginning its text stands: box and full-width space, in points.

    The box is two characters wide, one for a label without a sign around it (1, ア, a); a
    label that is wider takes the room that it needs.
    """
    box = style.pitch * (1 if label.isalnum() and label[0] != "第" else 2)
    return max(box, text_width(label, style)) + style.pitch


def label_draw(
    plain: str, template: Template, style: TextStyle, x: float, indent: float, height: float
) -> Draw:
    """Draws a label and the space behind it, to be found as the plain label whatever its look."""
    label = digits(label_look(plain, template.labels), template.digits)
    if label[:1] == "（":
        x -= style.pitch / 2  # the white half of the bracket stands outside the box
        indent += style.pitch / 2
    reach = text_width(label, style)

    def draw(pen: Pen, left: float, top: float) -> None:
        middle = top - height / 2
        if label == plain:
            pen.text(left + x, middle, label, style)
        else:
            with pen.standing_for(plain):
                pen.text(left + x, middle, label, style)
        pen.text(left + x + reach, middle, "\u3000", style, indent - reach - style.pitch)

    return draw
