"""What the settings keep of grids: their columns, and views under a name, by kind of ledger."""

from typing import Any

from PySide6.QtCore import QObject

from kanagawa_desk.gui.models.view import (
    Columns,
    View,
    as_data,
    columns_as_data,
    columns_from,
    view_from,
)
from kanagawa_desk.gui.preferences import Preferences
from kanagawa_desk.gui.widgets.grid.columns import GridColumns


class GridMemory(QObject):
    """Brings the columns of a grid back at the next start; keeps, gives and drops its views."""

    def __init__(self, arrangement: GridColumns) -> None:
        super().__init__(arrangement)
        self._arrangement = arrangement
        self._preferences: Preferences | None = None
        self._kind = ""
        self.usual = Columns()  # as the page arranges its columns by itself
        arrangement.arranged.connect(self._keep_columns)

    def remember_in(self, preferences: Preferences) -> None:
        """Use the settings of this user; until then nothing is remembered."""
        self._preferences = preferences

    def begin(self, kind: str) -> None:
        """A ledger of this kind is about to be shown: arrange its columns as last time."""
        if kind == self._kind:
            return
        if not self._kind:
            self.usual = self._arrangement.columns
        self._kind = kind
        kept = self._kept().get("columns")
        self._arrangement.arrange(columns_from(kept) if kept else self.usual)

    def names(self) -> list[str]:
        """The names of the views that are kept."""
        return list(self._views())

    def view(self, name: str) -> View:
        """The view of a name."""
        return view_from(self._views().get(name))

    def keep(self, name: str, view: View) -> None:
        """Keep a view under a name; an older one of that name is replaced."""
        self._store("views", {**self._views(), name: as_data(view)})

    def drop(self, name: str) -> None:
        """Keep a view no longer."""
        self._store("views", {each: view for each, view in self._views().items() if each != name})

    def _keep_columns(self) -> None:
        if self._kind:
            self._store("columns", columns_as_data(self._arrangement.columns))

    def _views(self) -> dict[str, Any]:
        views = self._kept().get("views")
        return dict(views) if isinstance(views, dict) else {}

    def _kept(self) -> dict[str, Any]:
        kept = self._preferences["grids"].get(self._kind) if self._preferences else None
        return dict(kept) if isinstance(kept, dict) else {}

    def _store(self, name: str, value: Any) -> None:
        if self._preferences is not None:
            grids = self._preferences["grids"]
            self._preferences.change(grids={**grids, self._kind: {**self._kept(), name: value}})
