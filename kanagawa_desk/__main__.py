"""Where the program starts: no argument opens the window, anything else is the command line."""

import sys

_WORKER = "--exchange-worker"  # see exchange.pool: the bundle has no Python to start a child with


def main() -> int:
    """Start the program; returns its exit code."""
    arguments = sys.argv[1:]
    if arguments == [_WORKER]:
        from kanagawa_desk.exchange.worker import main as serve

        serve()
        return 0
    from kanagawa_desk import bootstrap

    return bootstrap.run_command(arguments) if arguments else bootstrap.run_window()


if __name__ == "__main__":
    sys.exit(main())
