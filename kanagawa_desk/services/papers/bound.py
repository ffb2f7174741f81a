"""Bound blocks filled in: the tables, charts, images and numbers that a paper shows."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from kanagawa_desk.domain.chart_specs import ChartSpec
from kanagawa_desk.domain.papers.bindings import BrokenBindingError, parse_binding
from kanagawa_desk.domain.papers.blocks import Block
from kanagawa_desk.domain.papers.chart_bindings import figures_of, parse_chart
from kanagawa_desk.domain.papers.image_bindings import parse_image
from kanagawa_desk.domain.papers.printed import Lines, PrintedTable
from kanagawa_desk.domain.papers.printed_tables import ABSENT
from kanagawa_desk.domain.papers.prose_numbers import ProseNumber, figures_in
from kanagawa_desk.domain.problems import MUST, Found
from kanagawa_desk.services.papers.bound_charts import chart_spec
from kanagawa_desk.services.papers.bound_numbers import number_text
from kanagawa_desk.services.papers.figures import PaperFigures
from kanagawa_desk.services.papers.sources import preliminary_dates, unapproved
from kanagawa_desk.storage import kept_files
from kanagawa_desk.storage.ledger import Reader
from kanagawa_desk.storage.unit import Unit

T = TypeVar("T")


class Bound:
    """What the blocks of a paper of a date show; problems are gathered on the way."""

    def __init__(self, reads: Reader | Unit, held_on: date) -> None:
        """Read the figures once."""
        self._connection = reads.connection
        self.figures = PaperFigures(reads, held_on)
        self._preliminary = preliminary_dates(reads)
        self.problems: list[Found] = []

    def table(self, block: Block, place: str) -> PrintedTable | None:
        """The table that a block is bound to; None, with a problem, where it is broken."""
        message = "表の結び付きが台帳にありません。表を入れ直してください。"
        return self._shown(lambda: self.figures.table(parse_binding(block.binding)), place, message)

    def chart(self, block: Block, place: str) -> ChartSpec | None:
        """The chart that a block is bound to; None, with a problem where it is broken."""
        message = "グラフの結び付きが台帳にありません。グラフを入れ直してください。"
        if not block.binding:
            return None
        return self._shown(lambda: self._chart(block.binding), place, message)

    def image(self, block: Block, place: str) -> bytes | None:
        """The bytes of a figure's image; None where it has none, with a problem if it was lost."""
        if not block.binding:
            return None
        message = "図の画像が台帳にありません。画像を入れ直してください。"
        return self._shown(lambda: self._image(block.binding), place, message)

    def notes(self, block: Block) -> Lines:
        """The ※ notes that a table's or chart's figures ask for: 速報 ones until they are 確定."""
        dates = unapproved(block, self._preliminary)
        if not dates:
            return ()
        names = "及び".join(filter(None, ("、".join(dates[:-1]), dates[-1])))
        return (f"{names}現在の既存病床数は、速報値である。",)

    def prose(self, text: str, place: str) -> str:
        """Prose with the numbers that are bound in it."""
        if "{" not in text:
            return text
        return "".join(
            piece if number is None else self._number(number, place)
            for piece, number in figures_in(text)
        )

    def _chart(self, binding: str) -> ChartSpec:
        chart = parse_chart(binding)
        self.figures.table(figures_of(chart))  # which knows what the ledgers lack
        return chart_spec(chart, self.figures)

    def _image(self, binding: str) -> bytes:
        image = parse_image(binding)
        content = kept_files.content_of(self._connection, image.sha256)
        if content is None:
            raise BrokenBindingError(image.name)
        return content

    def _number(self, number: ProseNumber, place: str) -> str:
        message = "文中の数値が台帳にありません。入れ直してください。"
        return self._shown(lambda: number_text(number, self.figures), place, message) or ABSENT

    def _shown(self, show: Callable[[], T], place: str, message: str) -> T | None:
        try:
            return show()
        except BrokenBindingError:
            self.problems.append(Found("broken_binding", MUST, place, message))
            return None
