"""Colours, contrast and icons."""

import json
import re

import pytest

from kanagawa_desk import paths

THEMES = {
    name: json.loads(paths.resource("themes", f"{name}.json").read_text("utf-8"))
    for name in ("light", "dark")
}
GROUNDS = ("surface", "head", "computed", "row_selected")
TEXT_ON = [
    *((text, ground) for text in ("text", "text2") for ground in (*GROUNDS, "window", "selected")),
    *(("text3", ground) for ground in ("surface", "head")),
    *((text, ground) for text in ("shortage", "excess") for ground in GROUNDS),
    *((tone, f"{tone}_back") for tone in ("shortage", "excess", "error")),
    ("text2", "chrome"),
    ("accent", "surface"),
    ("on_accent", "accent"),
    ("on_accent", "hover"),
    ("ok", "surface"),
    ("surface", "error"),
]


def luminance(colour: str) -> float:
    """WCAG 2.1, relative luminance."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """WCAG 2.1, contrast ratio."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("text", "ground"), TEXT_ON)
def test_every_text_can_be_read_on_its_ground(theme, text, ground):
    tokens = THEMES[theme]
    assert contrast(tokens[text], tokens[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("line", ["control_line", "accent", "changed"])
def test_every_mark_and_border_of_a_control_can_be_seen(theme, line):
    tokens = THEMES[theme]
    # The mock-ups' control border is the palest of them.
    assert contrast(tokens[line], tokens["surface"]) >= (2.9 if line == "control_line" else 3)


def test_both_themes_know_the_same_colours():
    assert THEMES["light"].keys() == THEMES["dark"].keys()


def test_the_stylesheet_uses_known_colours_only():
    used = set(re.findall(r"\$(\w+)", paths.resource("themes", "window.qss").read_text("utf-8")))
    assert used <= THEMES["light"].keys() | {"theme", "folder"}


def test_an_icon_takes_the_colour_of_the_theme(look):
    dots = look.pixmap("tick", "accent", 16).toImage()
    colours = {
        dots.pixelColor(x, y).name()
        for x in range(16)
        for y in range(16)
        if dots.pixelColor(x, y).alpha() == 255
    }
    assert colours == {look.colour("accent").name()}
