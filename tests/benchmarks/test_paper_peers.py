"""The peers print what our paper prints."""

from html import unescape

import pytest

from benchmarks import paper_peers
from benchmarks.paper_material import printed_paper

PAPER = printed_paper(2)


def unescaped(markup):
    return markup.replace("\\", "")


@pytest.mark.parametrize(
    ("write", "plain"),
    [
        (paper_peers.html, unescape),
        (paper_peers.typst, unescaped),
        (paper_peers.open_document, unescape),
    ],
)
def test_a_peer_gets_every_text_and_figure(write, plain):
    source = plain(write(PAPER))
    texts = [block.text for block in PAPER.blocks if block.kind != "contents"]
    for block in PAPER.blocks:
        if block.table is not None:
            texts += ["".join(cell) for row in block.table.rows for cell in row]
    assert [text for text in texts if text not in source] == []
