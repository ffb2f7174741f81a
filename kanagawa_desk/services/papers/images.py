"""Images of papers: checked by their content, and kept once each in the ledger."""

from pathlib import Path

from kanagawa_desk.domain.papers.image_bindings import ImageBinding, image_text, usual_width
from kanagawa_desk.domain.papers.images import (
    MOST_BYTES,
    ImageFacts,
    ImageProblem,
    pixel_facts,
)
from kanagawa_desk.domain.papers.svg_images import svg_facts
from kanagawa_desk.errors import UserError
from kanagawa_desk.storage import kept_files
from kanagawa_desk.storage.ledger import Ledger


def add(ledger: Ledger, name: str, content: bytes) -> str:
    """Keep an image; returns the binding that shows it.

    Raises UserError, and keeps nothing, where it is no PNG, JPEG or SVG, broken, too large, or
    where a drawing reaches outside itself.
    """
    try:
        facts = image_facts(content)
    except ImageProblem as problem:
        raise UserError(f"{name}: {problem}") from problem
    with ledger.batch("画像の追加", name) as unit:
        sha256 = kept_files.keep(unit.connection, content)
    return image_text(ImageBinding(sha256, name, usual_width(facts)))


def add_file(ledger: Ledger, path: Path) -> str:
    """Keep the image of a file; raises UserError as add does, and where it cannot be read."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UserError(f"{path.name}: {_too_large()}")
        content = path.read_bytes()
    except OSError as error:
        raise UserError(f"{path} を読めません。ファイルを確かめてください。") from error
    return add(ledger, path.name, content)


def image_facts(content: bytes) -> ImageFacts:
    """What an image is by its content; raises ImageProblem."""
    if len(content) > MOST_BYTES:
        raise ImageProblem(_too_large())
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return svg_facts(content)
    return pixel_facts(content)


def _too_large() -> str:
    return f"画像が大きすぎます。{MOST_BYTES // 1_000_000}MB以下にしてください。"
