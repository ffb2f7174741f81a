"""Images for papers, known by their content: which kind they are, how large, and whether whole."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

MOST_BYTES = 10_000_000
MOST_PIXELS = 40_000_000

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_STEP = 1 << 20  # bytes that are unpacked at a time
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # of a PNG's colour types
# Frame headers of JPEG: all of C0 to CF but tables (C4), extensions (C8) and arithmetic (CC).
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_BARE = frozenset(range(0xD0, 0xD9)) | {0x01}  # markers without a length


class ImageProblem(ValueError):
    """Why an image cannot be used, in Japanese."""


@dataclass(frozen=True, slots=True)
class ImageFacts:
    """The kind of an image (png, jpeg, svg) and its size in pixels."""

    kind: str
    width: int
    height: int


def pixel_facts(content: bytes) -> ImageFacts:
    """What a PNG or JPEG is; raises ImageProblem where it is broken, huge or neither."""
    if content.startswith(_PNG):
        return _png(content)
    if content.startswith(_JPEG):
        return _jpeg(content)
    raise ImageProblem("画像はPNG、JPEG、SVGのどれかにしてください。")


def refuse_huge(width: float, height: float) -> None:
    """Raise ImageProblem for a size that is none, or too large to be laid out."""
    if width <= 0 or height <= 0:
        raise ImageProblem("画像の大きさが読めません。別のソフトで保存し直してください。")
    if width * height > MOST_PIXELS:
        raise ImageProblem(
            f"画像が大きすぎます（{width:,.0f}×{height:,.0f}画素）。"
            f"縦×横を{MOST_PIXELS:,}画素以下に縮めてください。"
        )


def broken(kind: str) -> ImageProblem:
    """The problem of an image that does not go to its end."""
    return ImageProblem(f"{kind}の画像が壊れています。元のソフトで保存し直してください。")


def _png(content: bytes) -> ImageFacts:
    facts, expected, packed, ended = None, 0, [], False
    for name, data in _chunks(content):
        if facts is None:
            if name != b"IHDR" or len(data) != 13:
                raise broken("PNG")
            width, height, depth, colour = struct.unpack(">IIBB", data[:10])
            refuse_huge(width, height)
            if colour not in _CHANNELS or depth not in (1, 2, 4, 8, 16):
                raise broken("PNG")
            facts = ImageFacts("png", width, height)
            # A row is led by its filter; interlacing adds less than as much again.
            expected = 2 * height * (1 + (width * _CHANNELS[colour] * depth + 7) // 8)
        elif name == b"IDAT":
            packed.append(data)
        elif name == b"IEND":
            ended = True
    if facts is None or not packed or not ended:
        raise broken("PNG")
    _unpacked(b"".join(packed), expected)
    return facts


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_PNG)
    while at + 12 <= len(content):
        (length,) = struct.unpack(">I", content[at : at + 4])
        name, data = content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        sealed = content[at + 8 + length : at + 12 + length]
        if len(sealed) < 4 or struct.unpack(">I", sealed)[0] != zlib.crc32(name + data):
            raise broken("PNG")
        yield name, data
        if name == b"IEND":
            return
        at += 12 + length
    raise broken("PNG")


def _unpacked(packed: bytes, most: int) -> None:
    """Unpack step by step, so that a small file cannot fill the memory."""
    unpacker = zlib.decompressobj()
    done = 0
    try:
        while packed and not unpacker.eof:
            done += len(unpacker.decompress(packed, _STEP))
            packed = unpacker.unconsumed_tail
            if done > most:
                raise broken("PNG")
    except zlib.error as error:
        raise broken("PNG") from error
    if not unpacker.eof:
        raise broken("PNG")


def _jpeg(content: bytes) -> ImageFacts:
    at, facts = 2, None
    while at + 4 <= len(content):
        if content[at] != 0xFF:
            raise broken("JPEG")
        marker = content[at + 1]
        if marker == 0xFF or marker in _BARE:
            at += 1 if marker == 0xFF else 2
            continue
        (length,) = struct.unpack(">H", content[at + 2 : at + 4])
        if marker in _FRAMES:
            if len(content) < at + 9:
                raise broken("JPEG")
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            refuse_huge(width, height)
            facts = ImageFacts("jpeg", width, height)
        if marker == 0xDA:
            break
        at += 2 + length
    if facts is None or b"\xff\xd9" not in content[at:]:
        raise broken("JPEG")
    return facts
