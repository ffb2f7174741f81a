"""A chart's SVG as Qt paints it."""

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from kanagawa_desk.reports.charts import draw, to_svg
from kanagawa_desk.reports.palette import LIGHT
from tests.reports.test_charts import SPECS


@pytest.mark.parametrize("spec", SPECS.values(), ids=SPECS)
def test_a_chart_is_painted_on_its_ground_and_not_black(qapp, spec):
    renderer = QSvgRenderer(QByteArray(to_svg(draw(spec, LIGHT, 270.0, 120.0))))
    image = QImage(270, 120, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    colours = [image.pixelColor(x, y).name() for x in range(270) for y in range(120)]
    assert renderer.isValid()
    assert colours.count("#000000") < len(colours) / 100
    assert len(set(colours)) > 3
