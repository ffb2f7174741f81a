"""Where the program looks for what it ships with and for the user's folders."""

from pathlib import Path

import pytest

from kanagawa_desk import paths


def test_fonts_are_found_in_a_checkout():
    assert paths.resource("fonts", "BIZUDMincho-Regular.ttf").is_file()


def test_what_lies_inside_the_package_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    installed = tmp_path / "site-packages" / "kanagawa_desk"
    (installed / "resources").mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", installed)
    assert paths.resource("fonts") == installed / "resources" / "fonts"


def test_what_is_not_in_the_package_lies_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "kanagawa_desk")
    assert paths.database("migrations") == tmp_path / "db" / "migrations"


@pytest.mark.parametrize("folder", [paths.config_dir, paths.data_dir, paths.log_dir])
def test_every_folder_of_the_user_moves_below_the_home_variable(folder, home: Path):
    assert folder().parent == home


def test_resolving_a_folder_does_not_make_it(home: Path):
    paths.config_dir()
    paths.default_ledger()
    assert not home.exists()


def test_the_default_ledger_lies_in_the_documents(home: Path):
    (home / "documents").mkdir(parents=True)
    assert paths.default_ledger() == home / "documents" / "かながわデスク" / "台帳.kdesk"


def test_without_documents_the_default_ledger_lies_in_the_data_folder(home: Path):
    assert paths.default_ledger() == home / "data" / "かながわデスク" / "台帳.kdesk"


def test_a_relative_home_variable_is_taken_from_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(paths.HOME_VARIABLE, "usb")
    assert paths.data_dir() == tmp_path / "usb" / "data"


def test_without_the_home_variable_the_folders_are_those_of_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv(paths.HOME_VARIABLE)
    for variable in ("HOME", "XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, str(tmp_path))
    assert paths.config_dir().name == "kanagawa-desk"
