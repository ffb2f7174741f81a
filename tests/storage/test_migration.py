"""Migrations: what they make is what the program describes."""

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import CheckConstraint, MetaData

from kanagawa_desk import paths
from kanagawa_desk.services.ledgers import Ledger
from kanagawa_desk.storage.migration import SCHEMA_VERSION
from kanagawa_desk.storage.tables import METADATA


def test_the_newest_migration_is_the_version_that_the_program_expects() -> None:
    config = Config()
    config.set_main_option("script_location", str(paths.database("migrations")))
    assert ScriptDirectory.from_config(config).get_current_head() == SCHEMA_VERSION


def test_a_migrated_ledger_has_the_tables_that_the_program_describes(sample: Ledger) -> None:
    with sample.reading() as reads:
        found = compare_metadata(MigrationContext.configure(reads.connection), METADATA)
    assert found == []


def test_a_migrated_ledger_has_the_checks_that_the_program_describes(sample: Ledger) -> None:
    reflected = MetaData()
    with sample.reading() as reads:
        reflected.reflect(reads.connection)
    for name, table in METADATA.tables.items():
        assert _checks(reflected.tables[name].constraints) == _checks(table.constraints)


def _checks(constraints: object) -> dict[object, str]:
    return {
        each.name: str(each.sqltext).replace("\n", " ")
        for each in constraints  # type: ignore[attr-defined]
        if isinstance(each, CheckConstraint)
    }
