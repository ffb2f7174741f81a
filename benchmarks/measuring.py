"""Two contestants measured turn and turn about, and what comes of it: a median of ratios."""

import gc
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from threading import Timer
from time import perf_counter

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 7
LIMIT = 120.0  # seconds that a process may take

Contestant = Callable[[], float]
"""Does its work once; returns the seconds that count."""


class NotMeasurable(Exception):
    """A contest that cannot be held on this machine; the text says why."""


@dataclass(frozen=True, slots=True)
class Contest:
    """Ours and theirs; what `less` takes is measured in each round too and taken off ours."""

    ours: Contestant
    theirs: Contestant
    less: Contestant | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """Ours divided by theirs, round by round; `ours` and `theirs` are medians in seconds."""

    ratios: tuple[float, ...]
    ours: float
    theirs: float

    @property
    def ratio(self) -> float:
        """The median of the rounds."""
        return median(self.ratios)


def measured(contest: Contest, rounds: int = ROUNDS) -> Figure:
    """Hold a contest; a round before those that count warms the caches of both.

    Who begins changes from round to round, so that neither always runs behind the other.
    """
    ours, theirs = [], []
    for number in range(rounds + 1):
        if number % 2:
            our, their = _ours(contest), contest.theirs()
        else:
            their, our = contest.theirs(), _ours(contest)
        if number:
            ours.append(our)
            theirs.append(their)
    ratios = tuple(our / their for our, their in zip(ours, theirs, strict=True))
    return Figure(ratios, median(ours), median(theirs))


def _ours(contest: Contest) -> float:
    less = contest.less() if contest.less else 0.0
    return contest.ours() - less


def timed(work: Callable[[], object]) -> Contestant:
    """A contestant in this process, which begins without garbage of the one before."""

    def run() -> float:
        gc.collect()
        began = perf_counter()
        work()
        return perf_counter() - began

    return run


def process(command: Sequence[str], env: Mapping[str, str] | None = None) -> Contestant:
    """A contestant that is a process, from its start to its end."""
    return lambda: _run(command, env, until_line=False)


def until_told(command: Sequence[str], env: Mapping[str, str]) -> Contestant:
    """A contestant that is a process, from its start to the first line that it prints."""
    return lambda: _run(command, env, until_line=True)


def most_memory(command: Sequence[str]) -> Contestant:
    """A contestant that is a process and prints the megabytes that it took at most."""
    if not Path("/proc/self/status").exists():
        raise NotMeasurable("this system does not tell a process its peak of memory")

    def run() -> float:
        said = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
        return float(said.stdout)

    return run


def _run(command: Sequence[str], env: Mapping[str, str] | None, *, until_line: bool) -> float:
    began = perf_counter()
    with subprocess.Popen(
        command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        watchdog = Timer(LIMIT, running.kill)
        watchdog.start()
        told = running.stdout.readline() if until_line and running.stdout else b""
        took = perf_counter() - began
        _, errors = running.communicate()
        watchdog.cancel()
    if running.returncode or (until_line and not told):
        said = errors.decode(errors="replace").strip().splitlines()
        why = said[-1] if said else f"exit code {running.returncode}"
        if perf_counter() - began > LIMIT:
            why = f"did not end within {LIMIT:g} s"
        raise NotMeasurable(f"{' '.join(command[1:4])}: {why}")
    return took if until_line else perf_counter() - began


def child(name: str, *arguments: object) -> list[str]:
    """The command that runs a function of the module children in a process of its own."""
    return [sys.executable, "-m", "benchmarks.children", name, *map(str, arguments)]
