"""Lines below the cells whose text is no value yet: why, and what can be done."""

from functools import partial

from PySide6.QtCore import QModelIndex, QObject, QRect, Signal
from PySide6.QtWidgets import QFrame, QWidget

from kanagawa_desk.domain.layout import Address
from kanagawa_desk.gui.models.grid_model import Draft
from kanagawa_desk.gui.widgets.grid.geometry import DRAFT_HEIGHT
from kanagawa_desk.gui.widgets.grid.grid import Grid
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
        """Drop the lines of old drafts; those of new ones are made where they can be seen."""
        drafts = self._grid.cells.drafts
        for address, (draft, strip) in list(self._strips.items()):
            if drafts.get(address) != draft:
                strip.hide()
                strip.deleteLater()
                del self._strips[address]
        self.place()

    def place(self) -> None:
        """Put each line below its cell; a second one in a row stands below the first."""
        grid = self._grid
        visible = set(grid.geometry_.visible_rows()) if grid.cells.drafts else set()
        placed: dict[int, int] = {}
        for address, draft in grid.cells.drafts.items():
            index = grid.cells.find(address)
            seen = index.isValid() and index.row() in visible
            if seen:
                nth = placed.get(index.row(), 0)
                placed[index.row()] = nth + 1
                self._show(address, draft, index, nth)
            elif address in self._strips:
                self._strips[address][1].hide()

    def _show(self, address: Address, draft: Draft, index: QModelIndex, nth: int) -> None:
        if address not in self._strips:
            self._strips[address] = draft, self._strip(address, draft)
        strip = self._strips[address][1]
        cell = self._grid.visualRect(index)
        width = max(_WIDTH, strip.sizeHint().width())
        left = max(0, min(cell.left(), self._grid.viewport().width() - width))
        top = cell.bottom() + 1 + nth * DRAFT_HEIGHT
        strip.setGeometry(QRect(left, top, width, DRAFT_HEIGHT - 1))
        strip.show()

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
