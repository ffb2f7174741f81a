"""Which image of the ledger a figure of a paper shows, kept as JSON in its block."""

import json
import re
from dataclasses import dataclass

from kanagawa_desk.domain.papers.bindings import BrokenBindingError, binding_text
from kanagawa_desk.domain.papers.images import ImageFacts

LEAST_WIDTH_MM, MOST_WIDTH_MM = 10, 250
USUAL_WIDTH_MM = 120

_MM_A_PIXEL = 25.4 / 96

_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class ImageBinding:
    """An image by the SHA-256 of its bytes, its file's name, and its width on paper in mm."""

    sha256: str
    name: str
    width_mm: int = USUAL_WIDTH_MM


def parse_image(text: str) -> ImageBinding:
    """The binding of a figure; raises BrokenBindingError."""
    try:
        content = json.loads(text)
        sha256, width = content["image"], content.get("width_mm", USUAL_WIDTH_MM)
        if not _SHA256.fullmatch(sha256) or not LEAST_WIDTH_MM <= width <= MOST_WIDTH_MM:
            raise ValueError(text)
        return ImageBinding(sha256, str(content["name"]), int(width))
    except (ValueError, KeyError, TypeError) as error:
        raise BrokenBindingError(text) from error


def image_text(image: ImageBinding) -> str:
    """A figure's binding as it is kept in a block."""
    return binding_text({"image": image.sha256, "name": image.name, "width_mm": image.width_mm})


def usual_width(facts: ImageFacts) -> int:
    """The width in mm in which an image is first shown: its own, within the lines of a page."""
    return max(LEAST_WIDTH_MM, min(round(facts.width * _MM_A_PIXEL), USUAL_WIDTH_MM))
