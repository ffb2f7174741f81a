"""The form of a binding: what to choose, what it makes, and what that shows now."""

from collections.abc import Mapping
from dataclasses import dataclass

from kanagawa_desk.domain.papers.binding_forms import (
    ALL_OF,
    WORDED,
    Answers,
    Question,
    SeriesNames,
    answers_of,
    binding_of,
)
from kanagawa_desk.domain.papers.bindings import BrokenBindingError, parse_binding
from kanagawa_desk.domain.papers.blocks import Paper
from kanagawa_desk.domain.papers.chart_bindings import figures_of, parse_chart
from kanagawa_desk.domain.papers.printed import PrintedTable
from kanagawa_desk.domain.papers.prose_numbers import figures_in
from kanagawa_desk.services.names import Reads
from kanagawa_desk.services.papers.binding_choices import Choices
from kanagawa_desk.services.papers.binding_offers import Offers
from kanagawa_desk.services.papers.bound_charts import MixedUnits, chart_spec
from kanagawa_desk.services.papers.bound_numbers import number_text
from kanagawa_desk.services.papers.figures import PaperFigures, paper_of
from kanagawa_desk.storage.ledger import Ledger


@dataclass(frozen=True, slots=True)
class FormState:
    """The questions with their answers, the binding that they make, and what it shows.

    Without a binding, `fault` says what is still to be chosen. `worded` is handed back with
    the next answers, so that the words of a table that is there are kept.
    """

    questions: tuple[Question, ...]
    binding: str
    shown: str
    fault: str = ""
    worded: tuple[str, ...] = ()


def begin(ledger: Ledger, paper_id: str, kind: str, binding: str) -> FormState:
    """The form of a binding that is there, or of a new one; raises UserError for no paper.

    For a number `binding` may be one that was typed (60,253床): the form begins with the value
    of the ledgers that it most likely is.
    """
    with ledger.reading() as reads:
        paper = paper_of(reads, paper_id)
        if kind == "number" and binding and "{" not in binding:
            offers = Offers(reads, PaperFigures(reads, paper.held_on)).of(binding, asked=True)
            binding = next((each.choices[0].text for each in offers), "")
        return _state(reads, paper, kind, answers_of(kind, binding))


def answer(ledger: Ledger, paper_id: str, kind: str, answers: Answers) -> FormState:
    """The form after these answers; raises UserError for no paper."""
    with ledger.reading() as reads:
        return _state(reads, paper_of(reads, paper_id), kind, answers)


def _state(reads: Reads, paper: Paper, kind: str, answers: Answers) -> FormState:
    asked = tuple(Choices(reads, paper, kind, answers).asked)
    worded = answers.get(WORDED, ())
    for question in asked:
        if not question.chosen:
            lacking = "を選んでください。" if question.options else "がありません。"
            return FormState(asked, "", "", question.label + lacking, worded)
    figures = PaperFigures(reads, paper.held_on)
    binding = binding_of(kind, {**_given(asked), WORDED: worded}, _names(figures))
    try:
        return FormState(asked, binding, _shown(figures, kind, binding), worded=worded)
    except MixedUnits as mixed:
        return FormState(asked, "", "", str(mixed), worded)
    except BrokenBindingError:
        return FormState(asked, "", "", "この組合せの数値は台帳にありません。", worded)


def _given(asked: tuple[Question, ...]) -> Mapping[str, tuple[str, ...]]:
    """The answers to what was asked; all of what can be narrowed is left unsaid."""
    return {
        each.name: ()
        if each.name in ALL_OF and len(each.chosen) == len(each.options)
        else each.chosen
        for each in asked
    }


def _names(figures: PaperFigures) -> SeriesNames:
    return SeriesNames(
        {one: metric.name for one, metric in figures.metrics.metrics.items()},
        {one: each.name for one, each in figures.series.items()},
    )


def _shown(figures: PaperFigures, kind: str, binding: str) -> str:
    if kind == "number":
        return "".join(
            number_text(number, figures) for _, number in figures_in(binding) if number is not None
        )
    if kind == "table":
        return _size(figures.table(parse_binding(binding)))
    chart = parse_chart(binding)
    chart_spec(chart, figures)
    return _size(figures.table(figures_of(chart)))


def _size(table: PrintedTable) -> str:
    """10行 × 4列: 二次保健医療圏、基準病床数 A…"""
    heads = "、".join("".join(lines) for lines in table.head if any(lines))
    return f"{len(table.rows)}行 × {len(table.columns)}列　{heads}"
