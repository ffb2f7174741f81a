"""What the program remembers between two starts."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanagawa_desk import settings
from kanagawa_desk.errors import EnvironmentFault
from kanagawa_desk.settings import Settings


def _store(value: object) -> None:
    file = settings.settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(value), encoding="utf-8")


def test_a_first_start_has_the_defaults():
    assert settings.load() == Settings()


def test_what_is_saved_is_loaded():
    mine = Settings(
        display_name="田中",
        division="医療企画課",
        theme="dark",
        zoom=150,
        last_ledger="台帳.kdesk",
        recent_ledgers=("台帳.kdesk", "昨年度.kdesk"),
        window_geometry="AdnQywAD",
        splitters={"beds": (760, 308)},
        grids={"beds": {"columns": {"order": ("a", "b"), "widths": {"a": 80}}, "views": {}}},
        grid_zoom=80,
        navigation_folded=True,
    )
    settings.save(mine)
    assert settings.load() == mine


def test_an_unknown_key_is_kept_out():
    _store({"display_name": "田中", "colour": "red"})
    assert settings.load() == Settings(display_name="田中")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("display_name", 5),
        ("division", None),
        ("theme", "sepia"),
        ("theme", ["dark"]),
        ("zoom", 99),
        ("zoom", 201),
        ("zoom", "150"),
        ("zoom", True),
        ("recent_ledgers", "台帳.kdesk"),
        ("recent_ledgers", [1]),
        ("window_geometry", {}),
        ("splitters", [760]),
        ("splitters", {"beds": [760.5]}),
        ("grids", []),
        ("grid_zoom", 300),
        ("grid_zoom", True),
        ("navigation_folded", 1),
    ],
)
def test_a_value_that_does_not_fit_leaves_its_default_and_spares_the_rest(name, value):
    _store({"last_ledger": "台帳.kdesk", name: value})
    assert settings.load() == Settings(last_ledger="台帳.kdesk")


@pytest.mark.parametrize("damaged", [b"", b'{"zoom": 1', b"\xff\xfe", b"[]", b'"zoom"'])
def test_a_damaged_file_gives_the_defaults_and_is_kept_aside(damaged: bytes, home: Path):
    file = settings.settings_file()
    file.parent.mkdir(parents=True)
    file.write_bytes(damaged)
    assert settings.load() == Settings()
    assert not file.exists()
    assert (home / "config" / "settings.json.broken").read_bytes() == damaged


def test_a_disk_that_refuses_is_said_in_japanese(home: Path):
    home.write_text("a file where the folder should be")
    with pytest.raises(EnvironmentFault, match="設定を保存できません"):
        settings.save(Settings())


def test_settings_that_cannot_be_read_do_not_keep_the_program_from_starting():
    settings.settings_file().mkdir(parents=True)
    assert settings.load() == Settings()


_texts = st.text(st.characters())  # a path may hold half a surrogate pair


@given(
    st.builds(
        Settings,
        display_name=_texts,
        theme=st.sampled_from(settings.THEMES),
        zoom=st.sampled_from(settings.ZOOM_RANGE),
        recent_ledgers=st.lists(_texts).map(tuple),
        splitters=st.dictionaries(_texts, st.lists(st.integers()).map(tuple)),
    )
)
def test_any_settings_come_back_as_they_were_saved(mine: Settings):
    settings.save(mine)
    assert settings.load() == mine
