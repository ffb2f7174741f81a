"""Words of a paper that are spelt in more than one way."""

from collections.abc import Iterator, Sequence

from kanagawa_desk.domain.papers.findings import Finding
from kanagawa_desk.domain.papers.printed import PrintedBlock
from kanagawa_desk.domain.papers.spelling import mixed
from kanagawa_desk.domain.problems import LOOK


def mixed_spellings(blocks: Sequence[PrintedBlock], groups: Sequence[str]) -> Iterator[Finding]:
    """Forms beside the one that the paper's list puts first, where the paper uses both."""
    texts = {block.id: "\n".join((block.text, *block.items)) for block in blocks}
    for found in mixed(groups, texts):
        told = "、".join(f"「{form}」{count}か所" for form, count in found.counts.items())
        for place, used in found.places.items():
            others = [form for form in used if form != found.kept]
            if others:
                yield Finding(
                    place,
                    "mixed_spelling",
                    LOOK,
                    f"表記が混ざっています（{told}）。「{found.kept}」にそろえてください。",
                    f"{found.kept}：{'、'.join(others)}：{texts[place]}",
                )
