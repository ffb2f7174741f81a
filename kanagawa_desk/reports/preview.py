"""Pages of a PDF as pictures: for the preview beside the editor, and for a printer."""

from io import BytesIO

_COMPARED_DPI = 96  # a stroke of a kanji that differs shows


def page_png(pdf: bytes, sheet: int, width: int) -> bytes:
    """One page (counted from 0) as a PNG of this width in pixels; raises IndexError."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        if not 0 <= sheet < len(document):
            raise IndexError(sheet)
        page = document[sheet]
        image = page.render(scale=width / page.get_width()).to_pil()
    finally:
        document.close()
    buffer = BytesIO()
    image.save(buffer, "PNG", compress_level=1)
    return buffer.getvalue()


def sheet_sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Width and height of each page in points."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(document.get_page_size(index) for index in range(len(document)))
    finally:
        document.close()


def page_pixels(pdf: bytes, sheet: int, dpi: int, *, grey: bool) -> tuple[int, int, bytes]:
    """A page (counted from 0): its width, height and rows of one byte a dot, or of three."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        drawn = document[sheet].render(scale=dpi / 72, grayscale=grey, rev_byteorder=True)
        image = drawn.to_pil().convert("L" if grey else "RGB")
    finally:
        document.close()
    return image.width, image.height, image.tobytes()


def look_alike(one: bytes, sheet: int, other: bytes, its_sheet: int) -> bool:
    """Whether two pages of PDFs show the same; a page that is not there is like no other."""
    if its_sheet >= len(sheet_sizes(other)):
        return False
    return page_pixels(one, sheet, _COMPARED_DPI, grey=True) == page_pixels(
        other, its_sheet, _COMPARED_DPI, grey=True
    )
