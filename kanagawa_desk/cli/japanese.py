"""argparse in Japanese: headings of help, and what is wrong with a call."""

import argparse
import re
import sys
from typing import NoReturn

_ERRORS: tuple[tuple[str, str], ...] = (
    (r"the following arguments are required: (.+)", r"次の指定が要ります：\1"),
    (r"unrecognized arguments: (.+)", r"知らない指定があります：\1"),
    (r"argument (.+): invalid choice: (.+?) \(choose from (.+)\)", r"\1 に \2 は使えません（\3）"),
    (r"argument (.+): invalid .+ value: (.+)", r"\1 の値 \2 が読めません"),
    (r"argument (.+): expected one argument", r"\1 に値を添えてください"),
    (r"argument (.+): expected at least one argument", r"\1 に値を一つ以上添えてください"),
    (r"argument (.+): not allowed with argument (.+)", r"\1 と \2 は一緒に使えません"),
    (r"argument (.+): (.+)", r"\1：\2"),
)


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Help whose usage line begins in Japanese."""

    def add_usage(self, usage, actions, groups, prefix=None) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
        """As argparse does, with our prefix."""
        super().add_usage(usage, actions, groups, "使い方: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser that speaks Japanese and exits with 2 where the call is wrong."""

    def __init__(self, **options: object) -> None:
        """Make the parser with our headings and our own --help."""
        super().__init__(add_help=False, formatter_class=Formatter, allow_abbrev=False, **options)  # type: ignore[arg-type]
        self._positionals.title = "指定"
        self._optionals.title = "選べる指定"
        self.add_argument("--help", "-h", action="help", help="この説明を表示する")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the call and how it is used."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {translated(message)}\n")


def translated(message: str) -> str:
    """What argparse says, in Japanese; what it may say new stays as it is."""
    for pattern, japanese in _ERRORS:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return found.expand(japanese)
    return message
