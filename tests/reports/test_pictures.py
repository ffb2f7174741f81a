"""Figures: pictures of three kinds on paper, and those that cannot be read."""

from io import BytesIO

import pypdfium2
import pytest
from PIL import Image

from kanagawa_desk.domain.papers.images import MOST_PIXELS
from kanagawa_desk.reports.paper import render_paper
from kanagawa_desk.reports.template import DEFAULT
from tests.reports.reading import MM, read
from tests.reports.samples import Draft

BOX = '<rect x="10" y="10" width="80" height="30" fill="#000"/>'


def dots(kind, width=200, height=100, colour="black"):
    buffer = BytesIO()
    Image.new("RGB", (width, height), colour).save(buffer, kind)
    return buffer.getvalue()


def svg(inside, **attributes):
    size = {"width": "100", "height": "50", "viewBox": "0 0 100 50"} | attributes
    said = " ".join(f'{name}="{value}"' for name, value in size.items())
    return f'<svg xmlns="http://www.w3.org/2000/svg" {said}>{inside}</svg>'.encode()


def made_of(image, **fields):
    d = Draft()
    d.add("figure", fields.pop("text", ""), image=image, **fields)
    return render_paper(d.paper())


def dark_box(pdf):
    """The left, top, right and bottom of what is dark on the first page, in points."""
    page = pypdfium2.PdfDocument(pdf)[0]
    image = page.render(scale=2, grayscale=True).to_pil().point(lambda value: 255 * (value < 128))
    return tuple(edge / 2 for edge in image.crop((0, 0, 1190, 1500)).getbbox())


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_is_as_wide_as_it_is_asked_for(kind):
    left, _, right, _ = dark_box(made_of(dots(kind), width_mm=80).pdf)
    assert right - left == pytest.approx(80 * MM, abs=1.5)


def test_a_picture_is_never_wider_than_the_measure():
    left, _, right, _ = dark_box(made_of(dots("PNG", 3000, 300), width_mm=250).pdf)
    assert right - left == pytest.approx(DEFAULT.measure, abs=1.5)


def test_a_tall_picture_leaves_room_for_its_caption_and_keeps_its_shape():
    left, top, right, bottom = dark_box(made_of(dots("PNG", 300, 3000)).pdf)
    assert bottom - top < DEFAULT.depth - 3 * DEFAULT.line_pitch
    assert (bottom - top) / (right - left) == pytest.approx(10, rel=0.05)


def test_the_title_of_a_figure_stands_below_it():
    made = made_of(dots("PNG"), text="図1　連携の流れ")
    assert read(made.pdf)[0].at("図1").top > dark_box(made.pdf)[3] - 20


def test_a_picture_taken_sideways_is_set_upright():
    image = Image.new("RGB", (200, 100), "black")
    exif = image.getexif()
    exif[0x0112] = 6  # turned by a quarter
    buffer = BytesIO()
    image.save(buffer, "JPEG", exif=exif)
    left, top, right, bottom = dark_box(made_of(buffer.getvalue()).pdf)
    assert bottom - top > right - left


@pytest.mark.parametrize(
    "image",
    [
        b"nothing of the kind",
        dots("PNG")[:60],
        dots("JPEG")[:200],
        b"<svg",
        svg("<g>"),
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
    ],
    ids=["text", "cut png", "cut jpeg", "cut svg", "open svg", "entities"],
)
def test_a_picture_that_cannot_be_read_is_a_frame_and_listed(image):
    made = made_of(image, text="連携の流れ")
    assert [problem.code for problem in made.problems] == ["unreadable-picture"]
    assert "連携の流れ" in read(made.pdf)[0].text


def test_a_picture_of_too_many_dots_is_refused_before_it_is_unpacked():
    huge = BytesIO()
    Image.new("1", (MOST_PIXELS // 1000, 1001)).save(huge, "PNG")
    made = made_of(huge.getvalue())
    assert "大きすぎます" in made.problems[0].message


def test_a_vector_picture_stands_in_its_own_size():
    left, top, right, bottom = dark_box(made_of(svg(BOX)).pdf)
    assert right - left == pytest.approx(60, abs=1)  # 80 px at 96 to the inch
    assert bottom - top == pytest.approx(22.5, abs=1)


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M10 10h80v30h-80z"/>',
        '<path d="M 10,10 L90 10 90 40 10 40 Z"/>',
        '<polygon points="10,10 90,10 90,40 10,40"/>',
        '<g transform="translate(10 10)"><rect width="80" height="30"/></g>',
        '<g transform="translate(10,10) scale(2)"><rect width="40" height="15"/></g>',
        '<g transform="rotate(90 50 25)"><rect x="35" y="-15" width="30" height="80"/></g>',
        '<defs><rect id="a" width="80" height="30"/></defs><use href="#a" x="10" y="10"/>',
        '<style>.b{fill:#000}</style><rect class="b" x="10" y="10" width="80" height="30"/>',
        '<line x1="10" y1="25" x2="90" y2="25" stroke="black" stroke-width="30"/>',
        '<ellipse cx="50" cy="25" rx="40" ry="15"/>',
        '<path d="M10 25a40 15 0 1 1 80 0a40 15 0 1 1-80 0"/>',
        '<path d="M10 10Q10 10 90 10V40C90 40 10 40 10 40S10 10 10 10"/>',
    ],
)
def test_parts_of_a_vector_picture_stand_where_they_should(inside):
    made = made_of(svg(inside))
    left, top, right, bottom = dark_box(made.pdf)
    assert (right - left, bottom - top) == pytest.approx((60, 22.5), abs=1.5)
    assert made.problems == ()


def test_the_words_of_a_vector_picture_are_found():
    text = '<text x="50" y="25" font-size="8" text-anchor="middle">庁内<tspan>基盤</tspan></text>'
    place = read(made_of(svg(text)).pdf)[0].at("庁内基盤")
    centre = (DEFAULT.left + (DEFAULT.width - DEFAULT.right)) / 2
    assert (place.left + place.right) / 2 == pytest.approx(centre, abs=1)


def test_what_a_vector_picture_holds_beside_is_named():
    made = made_of(svg(BOX + '<foreignObject/><rect fill="url(#g)" width="9" height="9"/>'))
    (problem,) = made.problems
    assert problem.code == "svg-part-left-out"
    assert "foreignObject、gradient" in problem.message


def test_a_part_that_uses_itself_ends():
    made = made_of(svg('<g id="a"><rect width="9" height="9"/><use href="#a"/></g>'))
    assert "use" in made.problems[0].message
