"""Numbers that the program gives and a person typed: labels, circled numbers, references."""

import re
from collections.abc import Iterator, Sequence

from kanagawa_desk.domain.numbering import circled
from kanagawa_desk.domain.papers.findings import Finding
from kanagawa_desk.domain.papers.printed import PrintedBlock
from kanagawa_desk.domain.problems import LOOK

_LABEL = r"第[0-9]+|[0-9]+|[ア-ン]|[a-z]′?|[(（](?:[0-9]+|[ア-ン]|[a-z])[)）]"
_TYPED = re.compile(rf"({_LABEL})[　 ．.]+(?=\S)")
_CIRCLED = {circled(number): number for number in range(1, 51)}
_REFERENCE = re.compile(
    r"(?<![0-9a-zA-Zア-ン)])((?:[0-9]+)?(?:\((?:[0-9]+|[ア-ン]|[a-z])\)|[ア-ン](?=\())*"
    r"\((?:[0-9]+|[ア-ン]|[a-z])\))"
    r"(?=のとおり|と同じ|の表|の図|に示|に掲げ|に記|で述べ|を参照|参照)"
)
_TYPED_IN = ("heading", "paragraph", "bullet")


def typed_labels(blocks: Sequence[PrintedBlock]) -> Iterator[Finding]:
    """Labels typed at the beginning of a text, which the program would number itself."""
    for block in blocks:
        found = _TYPED.match(block.text) if block.kind in _TYPED_IN else None
        if found is not None:
            yield Finding(
                block.id,
                "typed_label",
                LOOK,
                f"先頭に番号「{found[1]}」があります。番号は自動で付くので、見出しにするか消してください。",
                block.text,
            )


def circled_gaps(blocks: Sequence[PrintedBlock]) -> Iterator[Finding]:
    """Circled numbers that were typed and leave one out, within a text or from line to line."""
    last = 0
    for block in blocks:
        numbers = [_CIRCLED[sign] for sign in block.text if sign in _CIRCLED]
        if not numbers:
            last = 0
            continue
        expected = last + 1 if numbers[0] != 1 and last else 1
        for number in numbers:
            if number == expected:
                expected += 1
            elif number > expected:
                yield Finding(
                    block.id,
                    "circled_gap",
                    LOOK,
                    f"丸数字の{circled(expected)}がありません。番号を確かめてください。",
                    block.text,
                )
                expected = number + 1
        last = max(numbers)


def references(blocks: Sequence[PrintedBlock]) -> Iterator[Finding]:
    """References to headings, (c)のとおり or 2(2)イ(ア)のとおり, that lead to none."""
    paths = _paths(blocks)
    for block in blocks:
        for found in _REFERENCE.finditer(block.text):
            target = found[1]
            if not any(_leads_to(target, paths[block.id], path) for path in paths.values()):
                yield Finding(
                    block.id,
                    "reference_broken",
                    LOOK,
                    f"「{target}」という見出しがありません。参照先を確かめてください。",
                    f"{block.text}\n{target}",
                )


Path = tuple[str, ...]


def _paths(blocks: Sequence[PrintedBlock]) -> dict[str, Path]:
    """The labels of the headings above each block, its own included."""
    path: list[tuple[int, str]] = []
    paths: dict[str, Path] = {}
    for block in blocks:
        if block.kind == "heading":
            path = [each for each in path if each[0] < block.level] + [(block.level, block.label)]
        paths[block.id] = tuple(label for _, label in path)
    return paths


def _leads_to(target: str, here: Path, path: Path) -> bool:
    """Whether a reference means the heading of a path, as seen from a place in the paper.

    A reference names the end of a path whose beginning it shares with its own place.
    """
    whole = "".join(path)
    if whole == target:
        return True
    shared = whole.removesuffix(target)
    return whole != shared and "".join(here).startswith(shared)
