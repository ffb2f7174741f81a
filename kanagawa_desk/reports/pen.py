"""Putting lines of text and rules on the pages of a PDF."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from reportlab.pdfgen.canvas import Canvas

from kanagawa_desk.reports.fonts import TextStyle, load
from kanagawa_desk.reports.kinsoku import CLOSING
from kanagawa_desk.reports.linebreak import IN_NUMBER, Line

_RUN = re.compile("[!-~]+")
_CLOSING = re.compile(f"[{''.join(sorted(CLOSING))}]")
_CENTRE = 0.38  # of the size: how far the middle of a character lies above the baseline
_UNDERLINE = 0.55  # of the size: how far an underline lies below that middle
_UNDERLINE_THICKNESS = 0.6  # in points


class Pen:
    """Draws on one page after another; heights are measured from the page's foot, in points.

    Text is gathered and set when the page ends, above all rules and fills. What is not
    `navigable` has no outline and no links, which must not lead to a page that is not drawn.
    """

    def __init__(self, canvas: Canvas, navigable: bool = True) -> None:
        self.canvas = canvas
        self._navigable = navigable
        self._depth = -1
        self._begin_text()

    def end_page(self) -> None:
        """Finish this page and begin the next."""
        self.canvas.drawText(self._text)
        self.canvas.showPage()
        self._begin_text()

    def line(self, x: float, middle: float, line: Line, style: TextStyle) -> None:
        """Set a line whose characters are centred on the height `middle`."""
        self._place(x, middle, style)
        if style.underlined:
            self.underline(x, x + line.width, middle, style)
        tracking = style.pitch - style.size
        if line.gap or tracking or line.squeeze or IN_NUMBER.search(line.text):
            for text, spacing in _spaced(line, tracking, style.tightening):
                self._show(text, spacing)
        else:
            self._show(line.text, 0.0)

    def text(
        self, x: float, middle: float, text: str, style: TextStyle, spacing: float = 0.0
    ) -> None:
        """Set a short text as it is, with `spacing` between its characters."""
        self._place(x, middle, style)
        self._show(text, spacing)

    def underline(self, left: float, right: float, middle: float, style: TextStyle) -> None:
        """Draw a rule below characters that are centred on the height `middle`."""
        below = middle - _UNDERLINE * style.size
        self.rule(left, below, right, below, _UNDERLINE_THICKNESS)

    @contextmanager
    def standing_for(self, plain: str) -> Iterator[None]:
        """Let what is set within be found and copied as `plain` (PDF's ActualText)."""
        self.canvas.drawText(self._text)
        code = plain.encode("utf-16-be").hex()
        self.canvas.addLiteral(f"/Span <</ActualText <FEFF{code}>>> BDC")
        self._begin_text()
        yield
        self.canvas.drawText(self._text)
        self.canvas.addLiteral("EMC")
        self._begin_text()

    def bookmark(self, key: str, title: str, level: int, top: float) -> None:
        """Enter a heading at the height `top` in the document's outline."""
        if not self._navigable:
            return
        # A reader's outline must not skip a level, a paper's may.
        self._depth = min(level - 1, self._depth + 1)
        self.canvas.bookmarkPage(key, fit="XYZ", left=0, top=top)
        self.canvas.addOutlineEntry(title, key, self._depth)

    def link(self, key: str, left: float, right: float, top: float, bottom: float) -> None:
        """Make an area lead to the heading of this key."""
        if self._navigable:
            self.canvas.linkRect("", key, (left, bottom, right, top))

    def rule(self, x1: float, y1: float, x2: float, y2: float, thickness: float) -> None:
        """Draw a straight rule."""
        self.canvas.setLineWidth(thickness)
        self.canvas.line(x1, y1, x2, y2)

    def frame(self, x: float, y: float, width: float, height: float, thickness: float) -> None:
        """Draw the outline of a rectangle whose lower left corner is given."""
        self.canvas.setLineWidth(thickness)
        self.canvas.rect(x, y, width, height)

    def fill(self, x: float, y: float, width: float, height: float, grey: float) -> None:
        """Fill a rectangle; grey is 0 for black, 1 for white."""
        self.canvas.setFillGray(grey)
        self.canvas.rect(x, y, width, height, stroke=0, fill=1)
        self.canvas.setFillGray(0)

    def dots(self, x1: float, x2: float, y: float, step: float, size: float) -> None:
        """Draw a row of dots from x2 back to x1, so that rows of one page stand in line."""
        self.canvas.saveState()
        self.canvas.setLineWidth(size)
        self.canvas.setLineCap(1)
        self.canvas.setDash([0, step])
        self.canvas.line(x2, y, x1, y)
        self.canvas.restoreState()

    def _begin_text(self) -> None:
        self._text = self.canvas.beginText()
        self._style: TextStyle | None = None
        self._spacing = 0.0

    def _place(self, x: float, middle: float, style: TextStyle) -> None:
        if style != self._style:
            load(style.face)
            self._text.setFont(style.face, style.size)
            self._style = style
        self._text.setTextOrigin(x, middle - _CENTRE * style.size)

    def _show(self, text: str, spacing: float) -> None:
        if spacing != self._spacing:
            self._text.setCharSpace(spacing)
            self._spacing = spacing
        self._text.textOut(text)


def _spaced(line: Line, tracking: float, tightening: float) -> Iterator[tuple[str, float]]:
    """A line in pieces, each with the space that follows its characters.

    Words and numbers keep together: the gap of a spread line stands behind their last
    character only, and half-width characters take half the tracking.
    """
    text, full, half = line.text, line.gap + tracking, tracking / 2
    end = 0
    for run in _RUN.finditer(text):
        if run.start() > end:
            yield from _closed_up(text[end : run.start()], full, line.squeeze)
        start, last = run.start(), run.end() - 1
        for sign in IN_NUMBER.finditer(text, start, run.end()):
            yield text[start : sign.start()], half
            yield sign.group(), half - tightening
            start = sign.end()
        if start < last:
            yield text[start:last], half
        yield text[last], line.gap + half
        end = run.end()
    if end < len(text):
        yield from _closed_up(text[end:], full, line.squeeze)


def _closed_up(text: str, spacing: float, squeeze: float) -> Iterator[tuple[str, float]]:
    """Full-width characters, each closing sign drawn nearer to what follows it."""
    if not squeeze:
        yield text, spacing
        return
    end = 0
    for sign in _CLOSING.finditer(text):
        if sign.start() > end:
            yield text[end : sign.start()], spacing
        yield sign.group(), spacing - squeeze
        end = sign.end()
    if end < len(text):
        yield text[end:], spacing
