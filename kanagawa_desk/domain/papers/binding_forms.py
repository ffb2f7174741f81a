"""A binding as questions with answers, for a form that asks for it piece by piece."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kanagawa_desk.domain.papers.bindings import binding_text
from kanagawa_desk.domain.papers.prose_numbers import figures_in, number_in_prose, parts_of, written

Answers = Mapping[str, tuple[str, ...]]
"""What was chosen for each question, by its name."""

KINDS = {
    "table": "台帳の表",
    "chart": "台帳のグラフ",
    "figure": "図の画像",
    "number": "文中の数値・見出し番号",
}
ALL_OF = ("areas", "divisions")  # where all are chosen, those that come later are shown too


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its options as (value, word), and which of them are chosen.

    Of `many` questions several options may be chosen, in the order of the options.
    """

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    chosen: tuple[str, ...]
    many: bool = False


@dataclass(frozen=True, slots=True)
class SeriesNames:
    """What the rows and columns of metric tables are called: by series, its metric and line."""

    metrics: Mapping[str, str]
    lines: Mapping[str, str]


WORDED = "worded"
"""The answer that nobody is asked for: how a table that is there words its rows and heads."""


def answers_of(kind: str, binding: str) -> dict[str, tuple[str, ...]]:
    """The answers that a binding gives to its form; none where it cannot be understood."""
    if kind == "number":
        return _number_answers(binding)
    try:
        content = json.loads(binding)
        if kind == "table" and content.get("ledger") == "metrics":
            return _metric_answers(content)
        return {name: _texts(value) for name, value in content.items()}
    except (ValueError, AttributeError, TypeError, KeyError):
        return {}


def binding_of(kind: str, answers: Answers, names: SeriesNames) -> str:
    """The binding that answers make: JSON, or the text of a number in prose.

    Answers to a question that was not asked are left out by the caller.
    """
    one = {name: values[0] for name, values in answers.items() if values}
    if kind == "number":
        parts = [one[name] for name in parts_of(one["word"]) if one.get(name)]
        return written(number_in_prose(one["word"], *parts))
    content: dict[str, Any] = {}
    for name, values in answers.items():
        if name == WORDED:
            continue
        if name in _LISTS:
            content[name] = list(values)
        elif name == "transposed":
            content[name] = values == ("yes",)
        else:
            content[name] = one.get(name, "")
    if content.get("ledger") == "metrics":
        content = _metric_content(content, names, answers.get(WORDED, ()))
    return binding_text({name: value for name, value in content.items() if value})


_MADE = ("rows", "columns")  # of a metric table, which follow from its series
_LISTS = ("dates", "columns", "areas", "divisions", "series", "periods")


def _texts(value: Any) -> tuple[str, ...]:
    if isinstance(value, bool):
        return ("yes" if value else "no",)
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),)


def _metric_answers(content: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    series: list[str] = []
    worded = [content["form"]]
    heads = content.get("columns", [""])
    for row in content["rows"]:
        of_row = row["series"] if isinstance(row["series"], list) else [row["series"]]
        series += of_row
        for one, head in zip(of_row, heads, strict=True):
            worded.append("\t".join((one, row.get("label", ""), head)))
    kept = {name: _texts(value) for name, value in content.items() if name not in _MADE}
    return kept | {"series": tuple(series), WORDED: tuple(worded)}


def _metric_content(
    content: dict[str, Any], names: SeriesNames, worded: Sequence[str]
) -> dict[str, Any]:
    """Rows are series, or lines (神奈川県, 全国) with a column for each metric."""
    series = content.pop("series")
    words = dict(_words(worded[1:])) if worded[:1] == (content["form"],) else {}
    if content["form"] == "by_period":
        several = len(series) > 1
        rows: list[dict[str, Any]] = []
        for one in series:
            usual = f"{names.metrics[one]} {names.lines[one]}".strip() if several else ""
            rows.append({"label": words.get(one, (usual, ""))[0], "series": one})
        return content | {"rows": rows}
    lines: dict[str, list[str]] = {}
    heads: dict[str, None] = {}
    for one in series:
        line, head = words.get(one, (names.lines[one], names.metrics[one]))
        lines.setdefault(line, []).append(one)
        heads[head] = None
    rows = [{"label": line, "series": of_line} for line, of_line in lines.items()]
    return content | {"rows": rows, "columns": list(heads)}


def _words(worded: Sequence[str]) -> Iterator[tuple[str, tuple[str, str]]]:
    for each in worded:
        series, row, head = each.split("\t")
        yield series, (row, head)


def _number_answers(text: str) -> dict[str, tuple[str, ...]]:
    number = next((each for _, each in figures_in(text) if each is not None), None)
    if number is None:
        return {}
    parts = text.strip("{}").split(":")[1:]
    answers = dict(zip(parts_of(number.word), ((part,) for part in parts), strict=False))
    return {"word": (number.word,), **answers}
