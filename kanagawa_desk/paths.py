"""The only resolver of what ships with the program and of the user's folders."""

import os
from pathlib import Path

HOME_VARIABLE = "KANAGAWA_DESK_HOME"
"""Environment variable that moves every folder of the user below one (tests, USB sticks)."""

_APP_NAME = "kanagawa-desk"
_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """A file or folder below ``resources/``: ``resource("fonts", "OFL.txt")``."""
    return _shipped("resources").joinpath(*parts)


def database(*parts: str) -> Path:
    """A file or folder below ``db/``: ``database("migrations")``, ``database("samples")``."""
    return _shipped("db").joinpath(*parts)


def config_dir() -> Path:
    """The folder of the settings; it may not exist yet."""
    import platformdirs

    return _portable("config") or platformdirs.user_config_path(_APP_NAME, appauthor=False)


def data_dir() -> Path:
    """The folder of what the program keeps for the user (backups, drafts); it may not exist yet."""
    import platformdirs

    return _portable("data") or platformdirs.user_data_path(_APP_NAME, appauthor=False)


def log_dir() -> Path:
    """The folder of the log files; it may not exist yet."""
    import platformdirs

    return _portable("logs") or platformdirs.user_log_path(_APP_NAME, appauthor=False)


def default_ledger() -> Path:
    """Where the ledger lies that is opened when none is named; it may not exist yet.

    It stands in the user's documents, where office machines are backed up, or in the data folder
    on a machine that has no documents folder.
    """
    import platformdirs

    documents = _portable("documents") or platformdirs.user_documents_path()
    if not documents.is_dir():
        documents = data_dir()
    return documents / "かながわデスク" / "台帳.kdesk"


def _shipped(folder: str) -> Path:
    """Inside the package once installed, beside it in a checkout."""
    inside = _PACKAGE / folder
    return inside if inside.is_dir() else _PACKAGE.parent / folder


def _portable(folder: str) -> Path | None:
    home = os.environ.get(HOME_VARIABLE)
    return Path(home).absolute() / folder if home else None
