"""Figures: pictures kept in the ledger, scaled to the measure, with their title below."""

from io import BytesIO
from typing import Any

from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader

from kanagawa_desk.domain.papers.images import MOST_PIXELS
from kanagawa_desk.domain.papers.printed import PrintedBlock
from kanagawa_desk.reports.flow import Draw, Strip
from kanagawa_desk.reports.linebreak import break_lines
from kanagawa_desk.reports.pen import Pen
from kanagawa_desk.reports.setting import LayoutProblem, Setting

_UNREADABLE = "図の画像が壊れているか、PNG・JPEG・SVGではありません。入れ直してください。"
_LEADING = 1.43  # of the title, in its characters
_LINES_BESIDE = 4  # of a page that stay free for caption, title and notes
_UPRIGHT = (None, 1)  # EXIF: how the camera was held


class UnreadablePicture(Exception):
    """A picture that cannot be printed; the text says why and what to do."""


def picture_strip(setting: Setting, block: PrintedBlock, indent: float) -> Strip:
    """A figure as wide as it is asked for, no wider than the measure, and its title below.

    Where no width is asked for it is as large as its dots at 72 to the inch. Raises
    UnreadablePicture.
    """
    template = setting.template
    wide, high, paint = _drawing(setting, block)
    style = template.plain(template.small_size)
    room = template.measure - indent
    title = "".join(setting.words(block.id, block.text))
    lines = break_lines(title, style, room, justify=False) if title else []
    leading = _LEADING * style.size
    most = template.depth - _LINES_BESIDE * template.line_pitch - len(lines) * leading
    asked = block.width_mm * mm / wide if block.width_mm else 1.0
    scale = min(room / wide, most / high, asked)
    width, height = wide * scale, high * scale

    def draw(pen: Pen, left: float, top: float) -> None:
        canvas = pen.canvas
        canvas.saveState()
        canvas.translate(left + indent + (room - width) / 2, top - height)
        canvas.scale(scale, scale)
        paint(pen, 0.0, 0.0)
        canvas.restoreState()
        for number, line in enumerate(lines):
            middle = top - height - (number + 0.7) * leading
            pen.line(left + indent + (room - line.width) / 2, middle, line, style)

    return Strip(block.id, height + len(lines) * leading, draw, text=title)


def _drawing(setting: Setting, block: PrintedBlock) -> tuple[float, float, Draw]:
    """The width and height of a picture in points, and what paints it from its lower left."""
    content = block.image or b""
    if _is_svg(content):
        return _vector(setting, block.id, content)
    picture, width, height = _dots(content)

    def paint(pen: Pen, left: float, foot: float) -> None:
        pen.canvas.drawImage(picture, left, foot, width, height, mask="auto")

    return float(width), float(height), paint


def _is_svg(content: bytes) -> bool:
    return content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<" and b"<svg" in content[:4096]


def _vector(setting: Setting, block: str, content: bytes) -> tuple[float, float, Draw]:
    """An SVG; what of it cannot be drawn becomes a problem."""
    # Most papers have no drawing, and ReportLab's graphics double the start.
    from reportlab.graphics import renderPDF

    from kanagawa_desk.reports.vector import UnreadableSvg, read_svg

    try:
        drawing, lacking = read_svg(content)
    except UnreadableSvg as error:
        raise UnreadablePicture(_UNREADABLE) from error
    if lacking:
        names = "、".join(lacking)
        setting.problems.append(
            LayoutProblem(
                "svg-part-left-out",
                block,
                f"図の一部（{names}）を描けません。PNGにして入れ直してください。",
            )
        )

    def paint(pen: Pen, left: float, foot: float) -> None:
        renderPDF.draw(drawing, pen.canvas, left, foot)

    return drawing.width, drawing.height, paint


def _dots(content: bytes) -> tuple[ImageReader, int, int]:
    """A PNG or JPEG with its width and height in dots."""
    from PIL import Image, ImageOps

    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as image:
            width, height = image.size
            if width * height > MOST_PIXELS:
                raise UnreadablePicture(
                    f"図の画像が大きすぎます（{width:,}×{height:,}）。縮めてから入れてください。"
                )
            upright = image.getexif().get(0x0112) in _UPRIGHT
            turned: Any = ImageOps.exif_transpose(image)
            turned.load()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise UnreadablePicture(_UNREADABLE) from error
    # A JPEG goes into the PDF as it is; one taken sideways is set upright first.
    reader = ImageReader(BytesIO(content) if upright else turned)
    return reader, turned.width, turned.height
