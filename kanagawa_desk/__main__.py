"""Where the program starts: no argument opens the window, anything else is the command line."""

import sys

EXCHANGE_WORKER = "--exchange-worker"
"""How the bundled program starts its reading child: there is no Python to start it with."""


def main() -> int:
    """Start the program; returns its exit code."""
    arguments = sys.argv[1:]
    if arguments == [EXCHANGE_WORKER]:
        from kanagawa_desk.exchange.worker import main as serve

        return serve()
    from kanagawa_desk import bootstrap

    return bootstrap.run_command(arguments) if arguments else bootstrap.run_window()


if __name__ == "__main__":
    sys.exit(main())
