"""The messages in which a workbook crosses from the child that reads it."""

from collections.abc import Mapping
from typing import Any

Message = Mapping[str, Any]
"""Lists, texts and numbers only, as JSON has them.

The shared texts and the number formats come first, then for each sheet its title, its rows in
pieces, and at its end the ranges that are merged, the cells that are struck through, and remarks.
The hidden sheet may come before the others, so that it is made out while they are read.
"""

HIDDEN_SHEET = "_kdesk"
"""The sheet that says what was sent."""
