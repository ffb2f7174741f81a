"""How places in a ledger are called in messages and histories."""

from kanagawa_desk.domain.changes import EXISTENCE, Change
from kanagawa_desk.domain.fields import RecordType, key_of, record_type_named
from kanagawa_desk.domain.inquiries import Request
from kanagawa_desk.domain.inquiry_scope import scope_text
from kanagawa_desk.domain.notation import decode, decode_key, encode_key
from kanagawa_desk.domain.papers.blocks import Acknowledged, Paper, PaperEdition
from kanagawa_desk.domain.records import PlanEdition, Series
from kanagawa_desk.domain.writing import shown
from kanagawa_desk.services.names import Reads, names_of


class Places:
    """Names of records and fields; each list of names is looked up once."""

    def __init__(self, reads: Reads) -> None:
        """Look names up in this transaction."""
        self._reads = reads
        self._names: dict[str, dict[str, str]] = {}

    def record(self, name: str, key: str) -> str:
        """既存病床数 療養病床・一般病床 横浜 R6.4.1."""
        described = record_type_named(name)
        own = self._of(name).get(key)
        if own is not None:
            return f"{described.label} {own}"
        parts = decode_key(described.key_fields, key)
        texts = (
            shown(field, part, self._of(field.refers))
            for field, part in zip(described.key_fields, parts, strict=True)
        )
        return " ".join((described.label, *texts))

    def value(self, name: str, field: str, text: str | None) -> str:
        """A kept text of a field as it is shown; empty for a record that is not there."""
        if text is None or field == EXISTENCE:
            return ""
        described = record_type_named(name).field(field)
        if (name, field) == ("inquiry", "scope"):
            return scope_text(decode(described, text), self._of)
        return shown(described, decode(described, text), self._of(described.refers))

    def _of(self, refers: str) -> dict[str, str]:
        if not refers:
            return {}
        if refers not in self._names:
            self._names[refers] = self._found(record_type_named(refers))
        return self._names[refers]

    def _found(self, described: RecordType) -> dict[str, str]:
        if described.name == "series":
            metrics = names_of(self._reads, "metric")
            lines = self._reads.all(Series)
            return {one.id: f"{metrics[one.metric]} {one.name}".strip() for one in lines}
        if described.name == "plan_edition":
            plans = names_of(self._reads, "plan")
            editions = self._reads.all(PlanEdition)
            return {one.id: f"{plans[one.plan]} {one.period.short}" for one in editions}
        if described.name == "request":
            asked = names_of(self._reads, "respondent")
            requests = self._reads.all(Request)
            return {one.id: f"{one.inquiry} {asked[one.respondent]}" for one in requests}
        if described.name == "acknowledged":
            titles = {one.id: one.title for one in self._reads.all(Paper)}
            said = self._reads.all(Acknowledged)
            return {encode_key(key_of(one)): titles[one.paper] for one in said}
        if described.name == "paper_edition":
            titles = {one.id: one.title for one in self._reads.all(Paper)}
            editions_of = self._reads.all(PaperEdition)
            return {one.id: f"{titles[one.paper]} {one.number}" for one in editions_of}
        return names_of(self._reads, described.name)


def change_label(change: Change) -> str:
    """The field's label, or 追加 and 削除 for a record that came or went."""
    if change.field == EXISTENCE:
        return "追加" if change.before is None else "削除"
    return record_type_named(change.record).field(change.field).label
