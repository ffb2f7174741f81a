"""SVG images for papers: drawings that stand alone, without scripts and without other files."""

import re
from math import isfinite
from xml.parsers import expat

from kanagawa_desk.domain.papers.images import ImageFacts, ImageProblem, broken, refuse_huge

_REACHING = frozenset(
    {
        "script",
        "foreignobject",
        "iframe",
        "object",
        "embed",
        "audio",
        "video",
        "animate",
        "set",
        "handler",
    }
)
_MOST_ELEMENTS = 50_000
_NO_SIZE = "SVGに大きさ（width と height）がありません。"
_OUTSIDE_URL = re.compile(r"url\(\s*['\"]?\s*(?!#)|@import|expression\(|javascript:", re.IGNORECASE)
_LENGTH = re.compile(r"\s*([0-9]{1,7}(?:\.[0-9]{1,9})?)\s*(px|pt|mm|cm|in|pc|)\s*")
_PIXELS = {"px": 1.0, "": 1.0, "pt": 96 / 72, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96, "pc": 16}


def svg_facts(content: bytes) -> ImageFacts:
    """What an SVG is; raises ImageProblem where it is broken, huge, or reaches outside itself.

    Entities, scripts, event handlers, embedded documents and references to anything but the
    drawing itself are refused.
    """
    reader = _Reader()
    try:
        reader.parser.Parse(content, True)
    except (expat.ExpatError, ValueError, LookupError) as error:  # the last of an encoding
        if isinstance(error, ImageProblem):
            raise
        raise broken("SVG") from error
    if reader.size is None:
        raise ImageProblem("画像はPNG、JPEG、SVGのどれかにしてください。")
    refuse_huge(*reader.size)
    return ImageFacts("svg", round(reader.size[0]), round(reader.size[1]))


class _Reader:
    """Reads the elements of a drawing one by one."""

    def __init__(self) -> None:
        self.size: tuple[float, float] | None = None
        self._count = 0
        self._style = False
        self.parser = expat.ParserCreate()
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.EntityDeclHandler = self._entity
        self.parser.ProcessingInstructionHandler = self._instruction
        self.parser.StartElementHandler = self._begin
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def _doctype(
        self, _name: str, _system: str | None, _public: str | None, internal: bool
    ) -> None:
        if internal:
            raise _reaches("文書型の宣言（DTD）")

    def _entity(self, *_parts: object) -> None:
        raise _reaches("実体の宣言")

    def _instruction(self, target: str, _data: str) -> None:
        raise _reaches(f"処理命令 {target}")

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        plain = name.rpartition(":")[2].lower()
        self._count += 1
        if self._count > _MOST_ELEMENTS:
            raise ImageProblem("SVGの図形が多すぎます。PNGで保存し直してください。")
        if self.size is None:
            if plain != "svg":
                raise ImageProblem("画像はPNG、JPEG、SVGのどれかにしてください。")
            self.size = _size(attributes)
        if plain in _REACHING:
            raise _reaches(f"<{plain}>")
        self._style = plain == "style"
        for attribute, value in attributes.items():
            _refuse_reaching(attribute.rpartition(":")[2].lower(), value)

    def _end(self, _name: str) -> None:
        self._style = False

    def _text(self, text: str) -> None:
        if self._style and _OUTSIDE_URL.search(text):
            raise _reaches("スタイルの参照")


def _refuse_reaching(attribute: str, value: str) -> None:
    if attribute.startswith("on"):
        raise _reaches(f"動作の指定 {attribute}")
    if attribute in ("href", "src") and not value.strip().startswith("#"):
        raise _reaches("ほかのファイルへの参照")
    if _OUTSIDE_URL.search(value):
        raise _reaches("ほかのファイルへの参照")


def _reaches(what: str) -> ImageProblem:
    return ImageProblem(
        f"SVGに{what}が入っているので使えません。PNGで保存し直すか、取り除いてください。"
    )


def _size(attributes: dict[str, str]) -> tuple[float, float]:
    width, height = (_pixels(attributes.get(name, "")) for name in ("width", "height"))
    if width is not None and height is not None:
        return width, height
    try:
        _x, _y, wide, high = map(float, re.split(r"[\s,]+", attributes["viewBox"].strip()))
    except (KeyError, ValueError) as error:
        raise ImageProblem(_NO_SIZE) from error
    if not isfinite(wide * high):
        raise ImageProblem(_NO_SIZE)
    return wide, high


def _pixels(text: str) -> float | None:
    found = _LENGTH.fullmatch(text)
    return float(found[1]) * _PIXELS[found[2]] if found else None
