"""The command line: thin, over services. Names, exit codes and JSON keys are a public contract."""

import logging
from collections.abc import Sequence

from kanagawa_desk.cli import printing
from kanagawa_desk.cli.arguments import PROGRAM, parser
from kanagawa_desk.cli.commands import COMMANDS
from kanagawa_desk.cli.here import FAULT, HAS_PROBLEMS, Here
from kanagawa_desk.errors import EnvironmentFault, UserError

__all__ = ["Here", "main"]

_log = logging.getLogger(__name__)


def main(arguments: Sequence[str], here: Here) -> int:
    """Run one command; returns the exit code: 0 done, 1 a fault, 2 the input has problems."""
    try:
        said = parser().parse_args(arguments)
    except SystemExit as stop:  # argparse has said what is wrong, or shown the help
        return int(stop.code or 0)
    if said.command is None:
        printing.problem(f"{PROGRAM}: 命令を指定してください（--help で一覧を表示します）。")
        return HAS_PROBLEMS
    try:
        return COMMANDS[said.command](here, said)
    except UserError as error:
        printing.problem(str(error))
        return HAS_PROBLEMS
    except EnvironmentFault as error:
        printing.problem(str(error))
        return FAULT
    except BrokenPipeError:
        return FAULT
    except Exception:  # noqa: BLE001 - whatever it is, a person gets one line and the log the rest
        _log.exception("unexpected")
        printing.problem(
            "予期しない不具合が起きました。台帳は変えていません。ログを送ってください。"
        )
        return FAULT
