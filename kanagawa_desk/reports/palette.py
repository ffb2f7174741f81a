"""The colours of charts: on light and dark screens, and in greys for a monochrome printer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as #RRGGBB, and the size of labels: pixels on a screen, points on paper.

    `bar`, `surplus` and `shortage` fill bars, their `_light` the value before; `period` and
    `final` fill the bars of plans with `edge` and `final_edge` around them; `hatch` strokes
    what is planned or not yet whole; `marker` stands for a standard, `today` for this day.
    Tiles of areas that lack beds are hatched where `tile_hatch` is a colour.
    """

    text: str
    second: str
    third: str
    grid: str
    axis: str
    band: str
    selection: str
    bar: str
    marker: str
    surplus: str
    surplus_light: str
    surplus_text: str
    shortage: str
    shortage_light: str
    shortage_text: str
    period: str
    edge: str
    hatch: str
    hatch_ground: str
    final: str
    final_edge: str
    final_text: str
    over: str
    today: str
    tile_surplus: str
    tile_shortage: str
    tile_hatch: str = ""
    label_size: float = 11.0


LIGHT = Palette(
    text="#182026",
    second="#47525B",
    third="#626E78",
    grid="#E1E6E9",
    axis="#8C979F",
    band="#EEF1F3",
    selection="#E3F1F3",
    bar="#7DB6C0",
    marker="#182026",
    surplus="#6E9EDB",
    surplus_light="#B9D3F3",
    surplus_text="#1B57A6",
    shortage="#E0A043",
    shortage_light="#F5CF8C",
    shortage_text="#8A4A00",
    period="#BBDCE2",
    edge="#0B6E7F",
    hatch="#0B6E7F",
    hatch_ground="#EAF4F6",
    final="#F5CF8C",
    final_edge="#B9822E",
    final_text="#8A4A00",
    over="#E9EDEF",
    today="#B3261E",
    tile_surplus="#E4EDF9",
    tile_shortage="#FCEFD9",
)

DARK = Palette(
    text="#E6EBEE",
    second="#B4C0C7",
    third="#93A0A9",
    grid="#323B41",
    axis="#76838C",
    band="#2C3439",
    selection="#183A41",
    bar="#3B7985",
    marker="#E6EBEE",
    surplus="#5585C2",
    surplus_light="#2F4C73",
    surplus_text="#93BDF5",
    shortage="#B9822E",
    shortage_light="#6A4F1C",
    shortage_text="#F2BE6C",
    period="#1F4A53",
    edge="#5CBFCE",
    hatch="#5CBFCE",
    hatch_ground="#22343A",
    final="#46350F",
    final_edge="#B9822E",
    final_text="#F2BE6C",
    over="#2D353A",
    today="#FF9E94",
    tile_surplus="#20344F",
    tile_shortage="#46350F",
)

MONO = Palette(
    text="#000000",
    second="#000000",
    third="#404040",
    grid="#D0D0D0",
    axis="#606060",
    band="#E9E9E9",
    selection="#F0F0F0",
    bar="#A8A8A8",
    marker="#000000",
    surplus="#606060",
    surplus_light="#C8C8C8",
    surplus_text="#000000",
    shortage="#606060",
    shortage_light="#C8C8C8",
    shortage_text="#000000",
    period="#DADADA",
    edge="#000000",
    hatch="#000000",
    hatch_ground="#FFFFFF",
    final="#A8A8A8",
    final_edge="#000000",
    final_text="#000000",
    over="#FFFFFF",
    today="#000000",
    tile_surplus="#E9E9E9",
    tile_shortage="#FFFFFF",
    tile_hatch="#D0D0D0",
    label_size=8.0,
)
