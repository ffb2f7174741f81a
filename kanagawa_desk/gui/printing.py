"""Printing a PDF by the system's dialogs: with a preview, two pages a side, in greys."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QRectF, QSizeF, Qt, QTranslator
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPaintEngine, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from kanagawa_desk.services.printing import on_one_side, page_pixels, sheet_sizes

_TRANSLATION = "qtbase_ja"
_PREVIEW_DPI = 110
_MOST_DPI = 600
_KEEP = Qt.AspectRatioMode.KeepAspectRatio


@dataclass(frozen=True, slots=True)
class PrintJob:
    """Which pages of a PDF (from 0) go to the printer, and how."""

    pdf: bytes
    title: str
    sheets: tuple[int, ...]
    two_up: bool = False
    grey: bool = True


def print_whole(parent: QWidget, pdf: bytes, title: str) -> None:
    """Print all pages of a PDF, in greys."""
    print_with_preview(parent, PrintJob(pdf, title, tuple(range(len(sheet_sizes(pdf))))))


def print_with_preview(parent: QWidget, job: PrintJob) -> None:
    """Show what would be printed; printers, copies and both sides are chosen there."""
    _speak_japanese()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    prepare(printer, job)
    dialog = QPrintPreviewDialog(printer, parent)
    dialog.setWindowTitle(f"印刷　{job.title}")
    dialog.paintRequested.connect(lambda asked: paint(asked, job))
    dialog.exec()


def _speak_japanese() -> None:
    """Let Qt's own dialogs be in Japanese, whatever the system speaks."""
    app = QCoreApplication.instance()
    if app is None or app.findChild(QTranslator, _TRANSLATION) is not None:
        return
    translator = QTranslator(app)
    translator.setObjectName(_TRANSLATION)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(_TRANSLATION, folder):
        app.installTranslator(translator)


def prepare(printer: QPrinter, job: PrintJob) -> None:
    """A4, both sides over the long edge, in greys if so asked."""
    printer.setDocName(job.title)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    mode = QPrinter.ColorMode.GrayScale if job.grey else QPrinter.ColorMode.Color
    printer.setColorMode(mode)
    if job.sheets:
        _turn(printer, job, sheet_sizes(job.pdf)[job.sheets[0]])


def paint(printer: QPrinter, job: PrintJob) -> None:
    """Put the pages on paper, those that the dialog asks for."""
    sides = on_one_side(job.sheets, 2 if job.two_up else 1)
    if printer.printRange() == QPrinter.PrintRange.PageRange:
        sides = sides[max(printer.fromPage(), 1) - 1 : printer.toPage() or None]
    if not sides:
        return
    sizes = sheet_sizes(job.pdf)
    _turn(printer, job, sizes[sides[0][0]])
    painter = QPainter(printer)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for number, side in enumerate(sides):
        if number:
            _turn(printer, job, sizes[side[0]])
            printer.newPage()
        _paint_side(painter, printer, job, side)
    painter.end()


def _turn(printer: QPrinter, job: PrintJob, size: tuple[float, float]) -> None:
    """Stand the paper upright or across, as the page that comes is, or across for two."""
    across = job.two_up or size[0] > size[1]
    sort = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    printer.setPageOrientation(sort)


def _paint_side(painter: QPainter, printer: QPrinter, job: PrintJob, side: tuple[int, ...]) -> None:
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    width = paper.width() / (2 if job.two_up else 1)
    for place, sheet in enumerate(side):
        image = _image(job, sheet, _dpi(printer))
        shown = QSizeF(image.size()).scaled(width, paper.height(), _KEEP)
        x = place * width + (width - shown.width()) / 2
        y = (paper.height() - shown.height()) / 2
        painter.drawImage(QRectF(x, y, shown.width(), shown.height()), image)


def _dpi(printer: QPrinter) -> int:
    """A preview records its pages, and needs no more dots than a screen has."""
    if printer.paintEngine().type() == QPaintEngine.Type.Picture:
        return _PREVIEW_DPI
    return min(printer.resolution(), _MOST_DPI)


def _image(job: PrintJob, sheet: int, dpi: int) -> QImage:
    width, height, rows = page_pixels(job.pdf, sheet, dpi, grey=job.grey)
    form = QImage.Format.Format_Grayscale8 if job.grey else QImage.Format.Format_RGB888
    # The image borrows the bytes; a copy owns its own.
    return QImage(rows, width, height, width * (1 if job.grey else 3), form).copy()
