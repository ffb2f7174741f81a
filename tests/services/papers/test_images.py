"""Images of papers: checked, kept once, and refused without a trace."""

from pathlib import Path

import pytest

from kanagawa_desk.domain.papers.image_bindings import parse_image
from kanagawa_desk.errors import UserError
from kanagawa_desk.services.ledgers import Ledger
from kanagawa_desk.services.papers import images as paper_images
from kanagawa_desk.storage import kept_files
from tests.domain.papers.test_images import jpeg, png, svg


def kept(ledger: Ledger, sha256: str) -> bytes | None:
    with ledger.reading() as reads:
        return kept_files.content_of(reads.connection, sha256)


@pytest.mark.parametrize("content", [png(), jpeg(), svg()], ids=["png", "jpeg", "svg"])
def test_an_image_is_kept_as_it_is(sample: Ledger, content: bytes) -> None:
    image = parse_image(paper_images.add(sample, "図", content))
    assert kept(sample, image.sha256) == content


def test_the_same_image_under_another_name_is_kept_once(sample: Ledger) -> None:
    one, other = (parse_image(paper_images.add(sample, name, png())) for name in ("a", "b"))
    assert (one.sha256, one.name, other.name) == (other.sha256, "a", "b")


def test_an_image_first_stands_in_its_own_width_within_the_lines(sample: Ledger) -> None:
    widths = [
        parse_image(paper_images.add(sample, "図", png(width, 1))).width_mm
        for width in (2, 378, 4000)
    ]
    assert widths == [10, 100, 120]


def test_a_file_is_read_by_its_content_and_not_by_its_name(sample: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "図.jpg"
    path.write_bytes(png())
    assert parse_image(paper_images.add_file(sample, path)).name == "図.jpg"


def test_what_is_no_image_is_refused_by_name_and_not_kept(sample: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "図.png"
    path.write_bytes(b"MZ" + b"\0" * 100)
    with pytest.raises(UserError, match=r"図\.png: 画像はPNG、JPEG、SVG"):
        paper_images.add_file(sample, path)
    with sample.reading() as reads:
        assert list(kept_files.altered(reads.connection)) == []


def test_a_file_too_large_is_refused_before_it_is_read(sample: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "図.png"
    with path.open("wb") as file:
        file.truncate(10_000_001)
    with pytest.raises(UserError, match="10MB"):
        paper_images.add_file(sample, path)


def test_a_file_that_is_not_there_is_named(sample: Ledger, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="無い"):
        paper_images.add_file(sample, tmp_path / "無い.png")
