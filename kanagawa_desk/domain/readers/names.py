"""Names of areas, municipalities, divisions and others, by every spelling that is known."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from kanagawa_desk.domain.cells import CellKind, RawCell
from kanagawa_desk.domain.quantities import RowLabel
from kanagawa_desk.domain.readers import doubts
from kanagawa_desk.domain.readers.contents import written
from kanagawa_desk.domain.readers.faults import fault
from kanagawa_desk.domain.readers.folding import fold
from kanagawa_desk.domain.readers.marks import settled
from kanagawa_desk.domain.readers.remarks import without_notes
from kanagawa_desk.domain.reading import Ambiguous, Got, Problem, Reading

LONGEST = 100

_SEPARATORS = dict.fromkeys(map(ord, " \n・·•‧∙⋅･、,/-"))
_SAME_KANJI = str.maketrans("ヶ濱澤﨑髙眞廣嶋瀨國藏邊邉", "ケ浜沢崎高真広島瀬国蔵辺辺")
_TOTAL = re.compile(
    r"(?:[0-9]{0,2}(?:圏域|市町村)|全?県)?(?:合計|総計|計)(?:\([0-9]{1,2}(?:圏域|市町村)\))?|総数"
)
_WHOLE = "県全域"
_WHOLE_WORDS = "全県 県全体 全県域 県内全域 県内全体 県下全域 神奈川県全域 神奈川県全体 全域 県域"
_WHOLE_PREFECTURE = frozenset(_WHOLE_WORDS.split())
_AREA_ENDING = re.compile("(?:(?:二次)?(?:保健)?医療圏域?|圏域?|地域|(?:構想)?区域)$")
_PREFECTURE = "神奈川県"
_COUNTY = re.compile("^.{1,4}郡")


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one kind: what spellings stand for, and the variants that are no doubt."""

    ids: Mapping[str, tuple[str, ...]]  # by folded spelling

    def of(self, *keys: str) -> tuple[str, ...]:
        """The ids that any of these folded spellings stands for."""
        return tuple(dict.fromkeys(id_ for key in keys for id_ in self.ids.get(key, ())))

    def where(self, near: Callable[[str], bool]) -> tuple[str, ...]:
        """The ids of the folded spellings for which `near` holds."""
        return self.of(*filter(near, self.ids))


_KNOWN: dict[int, tuple[Mapping[str, str], Names]] = {}
_MOST_KNOWN = 32


def names_in(spellings: Mapping[str, str]) -> Names:
    """Spellings folded; done once for a mapping, which must not change after."""
    known = _KNOWN.get(id(spellings))
    if known is None or known[0] is not spellings:
        if len(_KNOWN) >= _MOST_KNOWN:
            _KNOWN.clear()
        _KNOWN[id(spellings)] = known = (spellings, _folded(spellings.items()))
    return known[1]


def name_of(identity: str, spellings: Mapping[str, str]) -> str:
    """The first spelling of an id, which is its name."""
    return next((name for name, other in spellings.items() if other == identity), identity)


def read_name(cell: RawCell, spellings: Mapping[str, str], wanted: str) -> Reading:
    """A cell read as a name, the id that it stands for."""
    return _read(cell, spellings, wanted, None)


def read_area(cell: RawCell, spellings: Mapping[str, str]) -> Reading:
    """A cell read as the id of an area; a sum row as RowLabel.TOTAL."""
    return _read(cell, spellings, "区域の一覧", _area_variants)


def read_municipality(cell: RawCell, spellings: Mapping[str, str]) -> Reading:
    """A cell read as the code of a municipality or ward; a sum row as RowLabel.TOTAL."""
    return _read(cell, spellings, "市町村の一覧", _municipality_variants)


@lru_cache(maxsize=8192)
def key_of(name: str) -> str:
    """A name without spaces and separators, its kanji and ケ in one form."""
    return fold(name).translate(_SEPARATORS).translate(_SAME_KANJI)


Variants = Callable[[str, Names], tuple[str, ...]] | None


def _read(cell: RawCell, spellings: Mapping[str, str], wanted: str, vary: Variants) -> Reading:
    content = cell.content
    if cell.kind is CellKind.TEXT:
        exact = spellings.get(content) if isinstance(content, str) else None
        if exact is not None:
            return Got(exact)
        return read_spelling(str(content), spellings, wanted, vary)
    text = written(cell, wanted=wanted)
    if isinstance(text, Problem):
        return text
    return read_spelling(text, spellings, wanted, vary)


def read_spelling(raw: str, spellings: Mapping[str, str], wanted: str, vary: Variants) -> Reading:
    """A text that is no exact name."""
    text = fold(raw)
    known = settled(text, LONGEST)
    if known is not None:
        return known
    key = key_of(without_notes(text))
    if vary is not None and _TOTAL.fullmatch(key):
        return Got(RowLabel.TOTAL, respelt=True)
    names = names_in(spellings)
    found = names.of(key) or (vary(key, names) if vary else ())
    if len(found) == 1:
        return Got(found[0], respelt=True)
    if not found:
        found = names.where(lambda name: _near(key, name))
    if found:
        return Ambiguous(found, doubts.NEAR_NAME)
    return fault("unknown_name", found=text[:20], wanted=wanted)


def _near(key: str, name: str) -> bool:
    if len(key) < 2 or len(name) < 2:
        return False
    shorter = key.startswith(name) or key.endswith(name) or _COUNTY.sub("", key) == name
    return shorter or key in name


def _area_variants(key: str, names: Names) -> tuple[str, ...]:
    if key in _WHOLE_PREFECTURE:
        return names.of(_WHOLE)
    return names.of(_AREA_ENDING.sub("", key))


def _municipality_variants(key: str, names: Names) -> tuple[str, ...]:
    bare = key.removeprefix(_PREFECTURE)
    found = names.of(bare, *(bare + ending for ending in "市町村"))
    if found or not bare.endswith("区"):
        return found
    return names.where(lambda name: name.endswith(bare))


def _folded(spellings: Iterable[tuple[str, str]]) -> Names:
    ids: dict[str, tuple[str, ...]] = {}
    for name, identity in spellings:
        key = key_of(name)
        if identity not in ids.get(key, ()):
            ids[key] = (*ids.get(key, ()), identity)
    return Names(ids)
