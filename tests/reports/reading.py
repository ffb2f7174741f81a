"""PDFs read back: what stands on a page, and where."""

from dataclasses import dataclass

import pypdfium2

MM = 72 / 25.4


@dataclass(frozen=True)
class Found:
    """Where a text stands on its page, in points from the upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self):
        return (self.top + self.bottom) / 2


class Sheet:
    """One page of a PDF."""

    def __init__(self, page):
        self.width, self.height = page.get_size()
        self._page = page.get_textpage()
        self.text = self._page.get_text_range().replace("\r\n", "\n")
        self.lines = [line.strip() for line in self.text.split("\n") if line.strip()]

    def find(self, text):
        """Every place of a text; a text without any is a failure."""
        search = self._page.search(text, match_case=True)
        places = []
        while found := search.get_next():
            boxes = [
                self._page.get_charbox(index, loose=True) for index in range(found[0], sum(found))
            ]
            places.append(
                Found(
                    min(box[0] for box in boxes),
                    self.height - max(box[3] for box in boxes),
                    max(box[2] for box in boxes),
                    self.height - min(box[1] for box in boxes),
                )
            )
        assert places, f"{text} is not in {self.text}"
        return places

    def at(self, text):
        """The first place of a text."""
        return self.find(text)[0]


def read(pdf):
    """The pages of a PDF."""
    document = pypdfium2.PdfDocument(pdf)
    return [Sheet(page) for page in document]
