"""Returned values in words, as the lines of a review show them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kanagawa_desk.domain.notation import notation
from kanagawa_desk.domain.records import Metric, Series
from kanagawa_desk.domain.values import Measured, Missing
from kanagawa_desk.domain.writing import EXACT, shown
from kanagawa_desk.services.contexts import field_of
from kanagawa_desk.services.names import Reads, names_of
from kanagawa_desk.services.workbooks.comparison import Finding


@dataclass(frozen=True, slots=True)
class Words:
    """How values of cells are called: names by what is referred to, decimals by series."""

    names: Mapping[str, Mapping[str, str]]
    decimals: Mapping[str, int]

    def text(self, finding: Finding, value: Any) -> str:
        """A value of a finding's cell in words; empty for a blank one."""
        reason = value.missing if isinstance(value, Measured) else None
        if reason is not None:
            return "" if reason is Missing.BLANK else reason.label
        if value is None:
            return ""
        address, field = finding.address, field_of(finding.address)
        decimals = self.decimals.get(address.key[0], 0) if address.record == "observation" else 0
        return shown(field, value, self.names.get(field.refers, {}), decimals, EXACT, finding.unit)

    def tidied(self, finding: Finding) -> str:
        """How a value was read that was written otherwise than usual; empty where it was not."""
        text = self.text(finding, finding.value)
        usual = {text, text.replace(",", ""), notation(finding.value, finding.unit)}
        return "" if finding.raw in usual else f"「{finding.raw}」を {text} と読みました。"


def words_of(reads: Reads, findings: Iterable[Finding]) -> Words:
    """The words for the values of these findings."""
    fields = {(each.address.record, each.address.field): each.address for each in findings}
    referred = {field_of(address).refers for address in fields.values()} - {""}
    metrics = {each.id: each.decimals for each in reads.all(Metric)}
    decimals = {each.id: metrics[each.metric] for each in reads.all(Series)}
    return Words({name: names_of(reads, name) for name in referred}, decimals)
