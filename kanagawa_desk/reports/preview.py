"""Pages of a PDF as pictures, for the preview beside the editor."""

from io import BytesIO


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
