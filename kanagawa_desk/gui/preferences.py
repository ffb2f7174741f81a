"""What the window remembers for its user, handed over and stored by whoever started it."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

_RECENT = 8  # ledgers

Store = Callable[[Mapping[str, Any]], None]


class Preferences:
    """Values by name, as the settings have them; each change is stored at once."""

    def __init__(self, values: Mapping[str, Any], store: Store) -> None:
        self._values = dict(values)
        self._store = store

    def __getitem__(self, name: str) -> Any:
        """A remembered value; raises KeyError for a name that is none."""
        return self._values[name]

    def change(self, **values: Any) -> None:
        """Remember other values."""
        if any(self._values[name] != value for name, value in values.items()):
            self._values.update(values)
            self._store(self._values)

    def opened(self, path: Path) -> None:
        """Remember a ledger as the last that was opened."""
        others = [each for each in self["recent_ledgers"] if each != str(path)]
        recent = (str(path), *others[: _RECENT - 1])
        self.change(last_ledger=str(path), recent_ledgers=recent)
