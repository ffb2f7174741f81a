"""The line of a figure's form: which file, and how wide it stands on paper."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSpinBox

from kanagawa_desk.domain.papers.bindings import BrokenBindingError
from kanagawa_desk.domain.papers.image_bindings import (
    LEAST_WIDTH_MM,
    MOST_WIDTH_MM,
    ImageBinding,
    image_text,
    parse_image,
)
from kanagawa_desk.gui import file_dialogs
from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.parts import button, label, row


class ImageLine(QFrame):
    """Asks for a file and a width in mm."""

    picked = Signal(object)  # Path
    sized = Signal(str)  # the binding with another width

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._image: ImageBinding | None = None
        self.pick = button(look, "画像を選ぶ…", self._pick, icon="figure", small=True)
        self._name = label()
        self.width_mm = QSpinBox()
        self.width_mm.setRange(LEAST_WIDTH_MM, MOST_WIDTH_MM)
        self.width_mm.setSuffix(" mm")
        self.width_mm.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.width_mm.setAccessibleName("紙面での幅")
        self.width_mm.valueChanged.connect(self._resize)
        self._sized = QFrame()
        self._sized.setLayout(row(label("幅", "second"), self.width_mm, margins=(0, 0)))
        self.setLayout(row(self.pick, self._name, None, self._sized, margins=(12, 8)))
        self.setFocusProxy(self.pick)

    def begin(self, binding: str) -> str:
        """Show the image of a binding; gives the binding back, empty where it has none."""
        try:
            self._image = parse_image(binding)
        except BrokenBindingError:
            self._image = None
        image = self._image
        self._name.setText(image.name if image else "")
        self._sized.setVisible(image is not None)
        self.width_mm.blockSignals(True)
        self.width_mm.setValue(image.width_mm if image else LEAST_WIDTH_MM)
        self.width_mm.blockSignals(False)
        return image_text(image) if image else ""

    def told(self) -> str:
        """What there is to say about the image."""
        if self._image is None:
            return "PNG・JPEG・SVGの画像を選んでください。"
        return "画像は台帳に入りました。元のファイルは要りません。"

    def _pick(self) -> None:
        path = file_dialogs.image_to_open(self)
        if path is not None:
            self.picked.emit(path)

    def _resize(self, width: int) -> None:
        if self._image is not None:
            self._image = ImageBinding(self._image.sha256, self._image.name, width)
            self.sized.emit(image_text(self._image))
