"""An icon that stands by itself, in the colours of the theme in force."""

from PySide6.QtWidgets import QLabel

from kanagawa_desk.gui.theme import Look

SIZE = 14  # px


class Picture(QLabel):
    """Shows an icon; screen readers pass it over."""

    def __init__(self, look: Look, icon: str, tone: str = "text2", size: int = SIZE) -> None:
        super().__init__()
        self._look = look
        self._size = size
        self.show_icon(icon, tone)
        look.changed.connect(self._draw)

    def show_icon(self, icon: str, tone: str = "text2") -> None:
        """Show another icon."""
        self._icon, self._tone = icon, tone
        self._draw()

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        self.setPixmap(self._look.pixmap(self._icon, self._tone, self._size, ratio))
