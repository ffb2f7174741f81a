"""`python -m benchmarks [NAME...]`: measures every row, or those whose names begin so."""

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks import machine
from benchmarks.measuring import ROOT, ROUNDS
from benchmarks.rows import ROWS
from benchmarks.table import HEAD, cells, line
from kanagawa_desk.paths import HOME_VARIABLE


def main(names: Sequence[str]) -> int:
    """Print the machine and the table, as Markdown; returns 2 for a name that is no row's."""
    unknown = [name for name in names if not any(row.name.startswith(name) for row in ROWS)]
    if unknown:
        known = ", ".join(row.name for row in ROWS)
        print(f"no row {', '.join(unknown)}; there are {known}", file=sys.stderr)
        return 2
    # An installed program has its bytecode; without it only ours would be compiled each time.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    cache = ROOT / ".cache"
    cache.mkdir(exist_ok=True)
    print(*(f"- {fact}" for fact in machine.facts(cache)), sep="\n")
    print(f"- load at the start {machine.load()}; {ROUNDS} rounds\n")
    print(line(HEAD), line(["---"] * len(HEAD)), sep="\n", flush=True)
    for row in ROWS:
        if not names or row.name.startswith(tuple(names)):
            with tempfile.TemporaryDirectory(dir=cache, ignore_cleanup_errors=True) as folder:
                os.environ[HOME_VARIABLE] = folder  # nothing of the user's own is touched
                print(line(cells(row, Path(folder))), flush=True)
    print(f"\nLoad at the end {machine.load()}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
