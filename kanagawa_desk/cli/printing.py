"""What commands print: results on stdout, problems a line each on stderr."""

import json
import sys
from collections.abc import Iterable
from typing import Any

from kanagawa_desk.domain.notation import notation
from kanagawa_desk.domain.plain_text import padded, width
from kanagawa_desk.domain.problems import Found
from kanagawa_desk.services.workbooks.comparison import Comparison


def result(content: Any) -> None:
    """One JSON object in UTF-8, whatever the terminal's encoding is."""
    text = json.dumps(content, ensure_ascii=False, indent=1)
    sys.stdout.buffer.write(text.encode() + b"\n")
    sys.stdout.buffer.flush()


def line(text: str) -> None:
    """One line of a result."""
    print(text)


def problem(text: str) -> None:
    """One line that says what is wrong: `where: message`."""
    print(text, file=sys.stderr)


def found(problems: Iterable[Found]) -> None:
    """Faults found, a line each."""
    for each in problems:
        line(f"{each.severity}　{each.where}: {each.message}")


def table(rows: list[list[str]]) -> None:
    """Rows of texts, aligned."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        line("  ".join(map(padded, row, widths)).rstrip())


def comparison(compared: Comparison) -> None:
    """What differs, a line each."""
    for each in compared.findings:
        before, after = notation(each.ours, each.unit), notation(each.value, each.unit)
        where = f"{each.file}!{each.sheet}!{each.cell}"
        reason = f"　{each.reason}" if each.reason else ""
        line(f"{each.kind}　{where}　{each.place}: {before} → {after}{reason}")
    for row in compared.rows_added:
        line(f"行の追加　{row.file}!{row.sheet}!{row.row}: {row.text}")
    for row in compared.rows_missing:
        line(f"行がない　{row.file}!{row.sheet}: {row.text}")
    for note in compared.notes:
        line(f"注意　{note}")


def progress(done: int, of: int) -> None:
    """How far long work has come, on a terminal only."""
    if sys.stderr.isatty():
        print(f"\r{done}/{of}", end="\n" if done == of else "", file=sys.stderr, flush=True)


def as_json(problems: Iterable[Found]) -> list[dict[str, str]]:
    """Faults as `check` and `verify` give them."""
    return [{"code": p.code, "where": p.where, "message": p.message} for p in problems]
