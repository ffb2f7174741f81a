"""How everything looks: colours by meaning, fonts, icons and the one stylesheet, switchable."""

import json
import weakref
from pathlib import Path
from string import Template

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QImage,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication

_LEAST_ZOOM, _MOST_ZOOM = 70, 200
ICON_SIZE = 16  # px on screen at 100 %
_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}
_PALETTE = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "head",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Link: "accent",
}


class Look(QObject):
    """The theme in force; `changed` tells those who paint by hand or drew a picture by it."""

    changed = Signal()
    zoomed = Signal()  # the grids are to be drawn larger or smaller

    def __init__(self, app: QApplication, resources: Path, choice: str = "system") -> None:
        super().__init__(app)
        self._app = app
        self._folder = resources
        self._colours: dict[str, QColor] = {}
        self._drawings: dict[str, str] = {}
        self._icons: dict[tuple[str, str, str], QIcon] = {}
        self._dressed: list[tuple[weakref.ref[QAbstractButton | QAction], str, str, str]] = []
        self.name = ""
        self.zoom = 100  # % of their size in which grids are drawn
        for file in sorted((resources / "fonts").glob("BIZUD*Gothic*.ttf")):
            QFontDatabase.addApplicationFont(str(file))
        app.setStyle("Fusion")
        app.setFont(ui_font())
        app.setWindowIcon(QIcon(str(resources / "icons" / "app.svg")))
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._apply)
        self.choose(choice)

    def choose(self, choice: str) -> None:
        """Take `light` or `dark`, or follow the `system`."""
        QGuiApplication.styleHints().setColorScheme(_SCHEMES[choice])
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        # A platform without schemes of its own keeps answering Unknown.
        self._apply(_SCHEMES["dark"] if choice == "dark" or dark else _SCHEMES["light"])

    def zoom_grids(self, percent: int) -> None:
        """Draw grids larger or smaller, within what can be read and fits."""
        self.zoom = max(_LEAST_ZOOM, min(percent, _MOST_ZOOM))
        self.zoomed.emit()

    def scaled(self, pixels: int) -> int:
        """A measure of grids as it is now."""
        return round(pixels * self.zoom / 100)

    def colour(self, name: str) -> QColor:
        """A colour by its meaning; raises KeyError for a name that is none."""
        return self._colours[name]

    def icon(self, name: str, tone: str = "text2", checked: str = "") -> QIcon:
        """An icon drawn in the colour `tone`, and in `checked` where its button is checked."""
        key = (name, tone, checked or tone)
        if key not in self._icons:
            ratio = self._app.devicePixelRatio()
            icon = QIcon(self.pixmap(name, tone, ICON_SIZE, ratio))
            if checked:
                shown = self.pixmap(name, checked, ICON_SIZE, ratio)
                icon.addPixmap(shown, QIcon.Mode.Normal, QIcon.State.On)
            self._icons[key] = icon
        return self._icons[key]

    def dress(
        self, target: QAbstractButton | QAction, name: str, tone: str = "text2", checked: str = ""
    ) -> None:
        """Give a button or an action its icon, now and after every change of the theme."""
        target.setIcon(self.icon(name, tone, checked))
        self._dressed.append((weakref.ref(target), name, tone, checked))

    def pixmap(self, name: str, tone: str, size: int, ratio: float = 1.0) -> QPixmap:
        """An icon as a picture of `size` px in the colour `tone`."""
        if name not in self._drawings:
            self._drawings[name] = (self._folder / "icons" / f"{name}.svg").read_text("utf-8")
        drawing = self._drawings[name]
        renderer = QSvgRenderer(drawing.replace("currentColor", self.colour(tone).name()).encode())
        image = QImage(QSize(size, size) * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        image.setDevicePixelRatio(ratio)
        return QPixmap.fromImage(image)

    def _apply(self, scheme: Qt.ColorScheme) -> None:
        name = "dark" if scheme == Qt.ColorScheme.Dark else "light"
        if name == self.name:
            return
        self.name = name
        themes = self._folder / "themes"
        tokens = json.loads((themes / f"{name}.json").read_text("utf-8"))
        self._colours = {token: QColor(value) for token, value in tokens.items()}
        self._icons.clear()
        self._app.setPalette(self._palette())
        template = Template((themes / "window.qss").read_text("utf-8"))
        self._app.setStyleSheet(template.substitute(tokens, theme=name, folder=themes.as_posix()))
        self._dressed = [entry for entry in self._dressed if entry[0]() is not None]
        for reference, icon, tone, checked in self._dressed:
            if (target := reference()) is not None:
                target.setIcon(self.icon(icon, tone, checked))
        self.changed.emit()

    def _palette(self) -> QPalette:
        palette = QPalette()
        for role, token in _PALETTE.items():
            palette.setColor(role, self.colour(token))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("disabled"))
        return palette


def ui_font(pixels: int = 13, bold: bool = False) -> QFont:
    """The proportional face of the interface."""
    return _font("BIZ UDPGothic", pixels, bold)


def number_font(pixels: int = 14, bold: bool = False) -> QFont:
    """The face whose digits all have one width, for number cells."""
    return _font("BIZ UDGothic", pixels, bold)


def _font(family: str, pixels: int, bold: bool) -> QFont:
    font = QFont(family)
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font
