"""How deep the items of a nested list stand: by their indent, else by the order of their marks."""

from dataclasses import dataclass, field
from typing import NamedTuple

from kanagawa_desk.domain.official_text.marks import DOTS

_DEEPER = 2  # columns of indent that mean a level of their own
_DASH = "-"
_RINGS = "◎◉●○〇◯□"  # none of them stands below a dot


class _Level(NamedTuple):
    indent: int
    mark: str
    doubled: bool


@dataclass(slots=True)
class Nesting:
    """The open levels of a list, the outermost first; `indented` once an indent opened one."""

    levels: list[_Level] = field(default_factory=list)
    indented: bool = False

    def depth(self, indent: int, mark: str, *, doubled: bool) -> int:
        """The depth (from 1) of the next item.

        Where indents do not tell, a mark not seen yet opens a level below. A converter puts a
        dash before every item and keeps the mark of some (`doubled`), so that dash and mark may
        stand side by side.
        """
        level = _Level(indent, mark, doubled)
        while self.levels and self.levels[-1].indent >= indent + _DEEPER:
            self.levels.pop()
        if not self.levels:
            self.levels.append(level)
        elif indent >= self.levels[-1].indent + _DEEPER:
            self.levels.append(level)
            self.indented = True
        elif mark != self.levels[-1].mark:
            self._change(level)
        return len(self.levels)

    def clear(self) -> None:
        """End the list."""
        self.levels.clear()
        self.indented = False

    def _change(self, level: _Level) -> None:
        """Another mark at about the same indent."""
        top = self.levels[-1]
        marks = [known.mark for known in self.levels]
        shifted = level.indent > top.indent
        if level.mark in marks and not shifted:
            del self.levels[marks.index(level.mark) + 1 :]
        elif self.indented and not shifted:
            self.levels[-1] = level
        elif shifted or not _alike(top, level):
            while self.levels and _outranks(level, self.levels[-1]):
                self.levels.pop()
            self.levels.append(level)


def _outranks(one: _Level, other: _Level) -> bool:
    return one.mark in _RINGS and other.mark in (*DOTS, _DASH) and one.indent <= other.indent


def _alike(one: _Level, other: _Level) -> bool:
    return (one.doubled and other.mark == _DASH) or (other.doubled and one.mark == _DASH)
