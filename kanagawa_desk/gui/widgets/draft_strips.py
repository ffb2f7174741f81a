"""Lines below the cells whose text is no value yet: why, and what can be done."""

from functools import partial

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QFrame, QWidget

from kanagawa_desk.domain.layout import Address
from kanagawa_desk.gui.models.grid_model import Draft
from kanagawa_desk.gui.widgets.grid import Grid
from kanagawa_desk.gui.widgets.grid_geometry import DRAFT_HEIGHT
from kanagawa_desk.gui.widgets.parts import button, label, row, set_tone
from kanagawa_desk.gui.widgets.picture import Picture

_WIDTH = 620


class DraftStrips(QObject):
    """Keeps one line for each draft of a grid, where its row leaves room."""

    reason_wanted = Signal(object)  # Address

    def __init__(self, grid: Grid) -> None:
        super().__init__(grid)
        self._grid = grid
        self._strips: dict[Address, tuple[Draft, QFrame]] = {}
        grid.cells.drafts_changed.connect(self.renew)
        grid.laid_out.connect(self.place)

    def renew(self) -> None:
        """Make lines for new drafts, drop those of old ones."""
        drafts = self._grid.cells.drafts
        for address, (draft, strip) in list(self._strips.items()):
            if drafts.get(address) != draft:
                strip.hide()
                strip.deleteLater()
                del self._strips[address]
        for address, draft in drafts.items():
            if address not in self._strips:
                self._strips[address] = draft, self._strip(address, draft)
        self.place()

    def place(self) -> None:
        """Put the lines below their cells; those of cells out of sight are hidden."""
        grid, geometry = self._grid, self._grid.geometry_
        visible = set(geometry.visible_rows()) if self._strips else set()
        placed: dict[int, int] = {}
        for address, (_draft, strip) in self._strips.items():
            index = grid.cells.find(address)
            if index.isValid() and index.row() in visible:
                nth = placed.get(index.row(), 0)
                placed[index.row()] = nth + 1
                cell = grid.visualRect(index)
                width = max(_WIDTH, strip.sizeHint().width())
                left = max(0, min(cell.left(), grid.viewport().width() - width))
                top = cell.bottom() + 1 + nth * DRAFT_HEIGHT
                strip.setGeometry(QRect(left, top, width, DRAFT_HEIGHT - 1))
            strip.setVisible(index.isValid() and index.row() in visible)

    def _strip(self, address: Address, draft: Draft) -> QFrame:
        model, look = self._grid.cells, self._grid.look
        icon = Picture(look, "error" if draft.tone == "error" else "warning", draft.tone)
        choices: list[QWidget] = [
            part
            for number, text in enumerate(draft.choices, start=1)
            for part in (
                button(look, f"{text} にする", partial(model.enter, {address: text}), kind="link"),
                label(f"Alt+{number}", "key"),
            )
        ]
        if draft.needs_reason:
            tell = partial(self.reason_wanted.emit, address)
            choices.append(button(look, "理由を添えて訂正…", tell, kind="link"))
        back = button(look, "元の値に戻す", lambda: model.give_up(address), kind="link")
        strip = QFrame(self._grid.viewport())
        strip.setProperty("kind", "draft")
        strip.setLayout(
            row(
                icon,
                label(draft.problem, tone=draft.tone),
                None,
                *choices,
                back,
                label("Esc", "key"),
                margins=(6, 0),
            )
        )
        strip.setAccessibleName(draft.problem)
        set_tone(strip, draft.tone)
        return strip
