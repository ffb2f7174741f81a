"""The schema's version: read without Alembic, brought up to date with it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from kanagawa_desk import paths
from kanagawa_desk.errors import EnvironmentFault, UserError
from kanagawa_desk.storage.engine import APPLICATION_ID, engine_for, faults, transaction

SCHEMA_VERSION = "0001"
"""The newest revision below db/migrations; a test holds the two together."""

_MAGIC = b"SQLite format 3\x00"


def version_of(path: Path) -> str:
    """The schema version of a ledger.

    Raises UserError for a file that is no ledger or is newer than this release, and
    EnvironmentFault for one that cannot be read.
    """
    try:
        with path.open("rb") as file:
            head = file.read(len(_MAGIC))
    except FileNotFoundError as error:
        raise UserError(f"{path} がありません。場所と名前を確かめてください。") from error
    except OSError as error:
        raise EnvironmentFault(f"{path} を読めません。権限を確かめてください。") from error
    version = _stated_version(path) if head == _MAGIC else None
    if version is None:
        raise UserError(f"{path} は台帳ではありません。拡張子 .kdesk の台帳を選んでください。")
    if version > SCHEMA_VERSION:
        raise UserError(
            f"{path} は新しい版の「かながわデスク」で作られています。"
            "プログラムを新しくしてから開いてください。"
        )
    return version


def migrate(path: Path) -> None:
    """Bring a ledger (or an empty file) to SCHEMA_VERSION in one transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(paths.database("migrations")))
    # Rebuilding a table with foreign keys on would delete its child rows in silence.
    engine = engine_for(path, read_only=False, foreign_keys=False)
    with engine.connect() as connection, transaction(connection, writing=True), faults():
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
            raise EnvironmentFault(
                "台帳の移行で食い違いが見つかったため、元のままにしました。"
                "バックアップから復元してください。"
            )


def _stated_version(path: Path) -> str | None:
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as raw:
            if raw.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                return None
            row = raw.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.DatabaseError:
        return None
    return str(row[0]) if row else None
