"""What can be done with the binding of the block in hand, at the right of its strip."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.parts import button, row

_MATCHING = ""  # the tone of a binding with which the ledger agrees


class BoundButtons(QWidget):
    """Change what is bound, and look at what the ledger has otherwise."""

    changed = Signal()
    compared = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._compare = button(look, "比べて更新…", self.compared.emit, small=True)
        change = button(look, "列と書式", self.changed.emit, icon="columns", small=True)
        self.setLayout(row(self._compare, change, margins=(0, 0)))
        self.show_state(None)

    def show_state(self, strip: tuple[str, str, str] | None) -> None:
        """Offer a comparison where the ledger does not agree."""
        self._compare.setVisible(strip is not None and strip[2] != _MATCHING)
        self.adjustSize()
