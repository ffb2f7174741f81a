"""Images are known by their content, whatever they are called."""

import contextlib
import struct
import zlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kanagawa_desk.domain.papers.images import MOST_PIXELS, ImageFacts, ImageProblem, pixel_facts
from kanagawa_desk.domain.papers.svg_images import svg_facts


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int = 2, height: int = 3, rows: bytes | None = None) -> bytes:
    """A grey image."""
    packed = zlib.compress((b"\0" + b"\x80" * width) * height if rows is None else rows)
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", packed), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def jpeg(width: int = 2, height: int = 3) -> bytes:
    """The frame of a JPEG, with scan data that nobody decodes here."""
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, height, width, 1) + b"\x01\x11\x00"
    scan = b"\xff\xda" + struct.pack(">H", 8) + b"\x01\x01\x00\x00\x3f\x00" + b"\x12\x34"
    return b"\xff\xd8\xff\xe0" + struct.pack(">H", 4) + b"ab" + frame + scan + b"\xff\xd9"


def svg(inner: str = '<path d="M0 0h9"/>', head: str = 'width="20" height="10"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {head}>{inner}</svg>'.encode()


def test_a_png_tells_its_size() -> None:
    assert pixel_facts(png()) == ImageFacts("png", 2, 3)


def test_a_jpeg_tells_its_size() -> None:
    assert pixel_facts(jpeg()) == ImageFacts("jpeg", 2, 3)


@pytest.mark.parametrize("content", [png(), jpeg()], ids=["png", "jpeg"])
def test_an_image_cut_off_anywhere_is_refused(content: bytes) -> None:
    for end in range(4, len(content) - 1):
        with pytest.raises(ImageProblem):
            pixel_facts(content[:end])


def test_a_png_with_a_flipped_bit_is_refused() -> None:
    content = bytearray(png())
    content[45] ^= 1
    with pytest.raises(ImageProblem, match="壊れて"):
        pixel_facts(bytes(content))


def test_a_png_that_unpacks_to_more_than_its_size_is_refused() -> None:
    with pytest.raises(ImageProblem):
        pixel_facts(png(2, 3, b"\0" * 5_000_000))


def test_a_huge_image_is_refused_with_what_is_allowed() -> None:
    with pytest.raises(ImageProblem, match=f"{MOST_PIXELS:,}"):
        pixel_facts(png(100_000, 100_000, b""))


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"%PDF-1.7", b"BM" + b"\0" * 60])
def test_another_kind_of_file_is_refused(content: bytes) -> None:
    with pytest.raises(ImageProblem, match="PNG、JPEG、SVG"):
        pixel_facts(content)


def test_a_drawing_that_stands_alone_tells_its_size() -> None:
    assert svg_facts(svg()) == ImageFacts("svg", 20, 10)


def test_a_drawing_without_width_takes_the_size_of_its_view() -> None:
    assert svg_facts(svg(head='viewBox="0 0 30 40"')) == ImageFacts("svg", 30, 40)


def test_a_drawing_may_refer_to_its_own_parts() -> None:
    inner = '<g id="a"/><use href="#a" fill="url(#b)"/>'
    assert svg_facts(svg(inner)).kind == "svg"


@pytest.mark.parametrize(
    "inner",
    [
        "<script>alert(1)</script>",
        '<image href="file:///etc/passwd"/>',
        '<image href="http://192.0.2.1/a.png"/>',
        '<image xmlns:x="http://www.w3.org/1999/xlink" x:href="other.png"/>',
        '<rect onclick="go()"/>',
        '<rect style="fill:url(http://192.0.2.1/a)"/>',
        "<style>@import 'a.css';</style>",
        "<foreignObject/>",
        "<?xml-stylesheet href='a.css'?>",
    ],
)
def test_a_drawing_that_reaches_outside_itself_is_refused(inner: str) -> None:
    with pytest.raises(ImageProblem):
        svg_facts(svg(inner))


def test_a_drawing_with_entities_is_refused() -> None:
    bomb = b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + svg("<text>&b;</text>")
    with pytest.raises(ImageProblem):
        svg_facts(bomb)


@pytest.mark.parametrize("content", [b"<svg", b"<svg></svgg>", b"<html/>", svg(head="")])
def test_what_is_no_whole_drawing_is_refused(content: bytes) -> None:
    with pytest.raises(ImageProblem):
        svg_facts(content)


@given(
    st.sampled_from([png(), jpeg(), svg()]),
    st.lists(st.tuples(st.integers(0, 200), st.binary(max_size=3)), max_size=4),
)
@example(b'<?xml version="1.0" encoding="nonsense"?><svg width="1" height="1"/>', [])
@example(svg(head='viewBox="0 0 nan 1"'), [])
@example(svg(head='viewBox="0 0 1e999 1"'), [])
def test_whatever_the_bytes_are_an_image_is_known_or_refused(
    content: bytes, changes: list[tuple[int, bytes]]
) -> None:
    for at, new in changes:
        content = content[:at] + new + content[at + len(new) :]
    for facts in (pixel_facts, svg_facts):
        with contextlib.suppress(ImageProblem):
            found = facts(content)
            assert found.width * found.height <= MOST_PIXELS
