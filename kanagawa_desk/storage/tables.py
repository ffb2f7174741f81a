"""The tables of a ledger: one per record type, made from its description, and the history."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

from kanagawa_desk.domain import inquiries, records
from kanagawa_desk.domain.fields import Kind, RecordType, record_type_named, record_types
from kanagawa_desk.domain.papers import blocks as papers
from kanagawa_desk.domain.papers import templates as paper_templates
from kanagawa_desk.storage.columns import checks, columns

METADATA = MetaData()

# Describing modules register their record types when imported.
DESCRIBED_IN = (records, papers, paper_templates, inquiries)

BATCH = Table(
    "batch",
    METADATA,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("account", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("target", Integer),
    Column("change_count", Integer, nullable=False),
    Column("hash", Text, nullable=False),
    ForeignKeyConstraint(["target"], ["batch.seq"], name="fk_batch_target"),
    CheckConstraint("kind IN ('load', 'edit', 'undo', 'redo')", name="ck_batch_kind"),
)

CHANGE = Table(
    "change",
    METADATA,
    Column("batch", Integer, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("record", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("before", Text),
    Column("after", Text),
    Column("file", Text, nullable=False),
    Column("sheet", Text, nullable=False),
    Column("cell", Text, nullable=False),
    PrimaryKeyConstraint("batch", "ordinal", name="pk_change"),
    ForeignKeyConstraint(["batch"], ["batch.seq"], name="fk_change_batch"),
    Index("ix_change_record", "record", "key", "field"),
)

DRAFT = Table(
    "draft",
    METADATA,
    *(
        Column(name, Text, nullable=False)
        for name in ("record", "key", "field", "text", "code", "message", "who", "at")
    ),
    PrimaryKeyConstraint("record", "key", "field", name="pk_draft"),
)

KEPT_FILE = Table(
    "kept_file",
    METADATA,
    Column("sha256", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    PrimaryKeyConstraint("sha256", name="pk_kept_file"),
)

BATCH_FILE = Table(
    "batch_file",
    METADATA,
    Column("batch", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    PrimaryKeyConstraint("batch", "name", "sha256", name="pk_batch_file"),
    ForeignKeyConstraint(["batch"], ["batch.seq"], name="fk_batch_file_batch"),
    ForeignKeyConstraint(["sha256"], ["kept_file.sha256"], name="fk_batch_file_sha256"),
)

REVIEW_CHOICE = Table(
    "review_choice",
    METADATA,
    *(
        Column(name, Text, nullable=False)
        for name in ("returned", "kind", "sheet", "cell", "ours", "choice")
    ),
    Column("value", Text),
    PrimaryKeyConstraint("returned", "kind", "sheet", "cell", name="pk_review_choice"),
)


def _constraints(described: RecordType) -> Iterator[Any]:
    name = described.name
    keys = [field.name for field in described.key_fields]
    yield PrimaryKeyConstraint(*keys, name=f"pk_{name}")
    for field in described.fields:
        yield from checks(name, field)
        if field.kind is Kind.REFERENCE:
            target = record_type_named(field.refers).key_fields[0].name
            yield ForeignKeyConstraint(
                [field.name], [f"{field.refers}.{target}"], name=f"fk_{name}_{field.name}"
            )
    for unique in described.unique:
        yield UniqueConstraint(*unique, name=f"uq_{name}_{'_'.join(unique)}")
    if described.within:
        owner = record_type_named(described.within)
        shared = [field.name for field in owner.key_fields]
        yield ForeignKeyConstraint(
            shared, [f"{owner.name}.{column}" for column in shared], name=f"fk_{name}_{owner.name}"
        )


def _table(described: RecordType) -> Table:
    parts = [column for field in described.fields for column in columns(field)]
    return Table(described.name, METADATA, *parts, *_constraints(described))


TABLES: dict[str, Table] = {described.name: _table(described) for described in record_types()}
