"""Help and usage errors speak Japanese."""

import re

import pytest

from kanagawa_desk.cli.arguments import parser
from kanagawa_desk.cli.japanese import Parser, translated
from tests.cli.conftest import Run


def commands(of: Parser) -> dict[str, Parser]:
    found = {}
    for action in of._actions:
        if not isinstance(action.choices, dict):
            continue
        for name, sub in action.choices.items():
            found[name] = sub
            found |= {f"{name} {inner}": each for inner, each in commands(sub).items()}
    return found


@pytest.mark.parametrize("name", ["", *commands(parser())])
def test_every_command_explains_itself_in_japanese(run: Run, name: str) -> None:
    ran = run(*name.split(), "--help")
    assert ran.code == 0
    assert ran.out.startswith("使い方: kanagawa-desk")
    assert not re.search(r"usage|positional|options|show this help", ran.out)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["export", "beds"], "次の指定が要ります"),
        (["show", "hospitals"], "使えません"),
        (["show", "beds", "--wat"], "知らない指定"),
        (["export", "beds", "-o"], "値を添えてください"),
        (["show", "beds", "--as-of", "R6.4.31"], "日付が読めません"),
        (["fly"], "使えません"),
        (["paper"], "次の指定が要ります"),
    ],
)
def test_a_wrong_call_exits_with_2_and_says_what_is_wrong(
    run: Run, arguments: list[str], says: str
) -> None:
    ran = run(*arguments)
    assert ran.code == 2
    assert says in ran.err


def test_what_argparse_may_say_one_day_is_passed_on_as_it_is() -> None:
    assert translated("something new") == "something new"
