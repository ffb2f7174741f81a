"""Words that a paper writes in one form only, and where it mixes them."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

SEPARATOR = "／"
"""A group is one line of forms, the one to keep first: 手続／手続き."""

# Nouns of which official documents take the first form, and words that offices often mix.
USUAL_SPELLINGS = (
    "手続／手続き",
    "取組／取組み／取り組み",
    "くらし／暮らし",
    "子ども／子供／こども",
    "障がい／障害",
    "申込み／申込／申し込み",
    "問合せ／問い合わせ",
    "受入れ／受け入れ",
    "打合せ／打ち合わせ",
    "及び／および",
    "又は／または",
    "並びに／ならびに",
    "すべて／全て",
    "ウェブ／Web／WEB",
    "サーバ／サーバー",
    "ユーザ／ユーザー",
    "か月／ヶ月／カ月／ケ月",
    "か所／ヶ所／カ所／箇所",
)


@dataclass(frozen=True, slots=True)
class Mixed:
    """A group of which a paper uses several forms: how often each, and where which stand."""

    counts: Mapping[str, int]
    places: Mapping[str, tuple[str, ...]]

    @property
    def kept(self) -> str:
        """The form that comes first in the group."""
        return next(iter(self.counts))


def forms(group: str) -> tuple[str, ...]:
    """The forms of a group; none where there is nothing to tell apart."""
    found = tuple(filter(None, (form.strip() for form in group.split(SEPARATOR))))
    return found if len(set(found)) > 1 else ()


def mixed(groups: Iterable[str], texts: Mapping[str, str]) -> list[Mixed]:
    """The groups of which these texts, by the id of their block, use more than one form."""
    whole = "\n".join(texts.values())
    possible = (group for group in map(forms, groups) if sum(form in whole for form in group) > 1)
    counted = [_counted(group, texts) for group in possible]
    return [found for found in counted if len(found.counts) > 1]


def _counted(group: tuple[str, ...], texts: Mapping[str, str]) -> Mixed:
    longest_first = sorted(group, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, longest_first)))
    counts: Counter[str] = Counter()
    places: dict[str, tuple[str, ...]] = {}
    for place, text in texts.items():
        found = Counter(pattern.findall(text))
        if found:
            counts += found
            places[place] = tuple(form for form in group if form in found)
    return Mixed({form: counts[form] for form in group if form in counts}, places)
