"""Faults found in input or data, as data."""

from dataclasses import dataclass

from kanagawa_desk.domain.layout import Address

MUST = "要修正"
LOOK = "要確認"


@dataclass(frozen=True, slots=True)
class Found:
    """A fault: its stable code, whether it must be mended, where it is and what to do."""

    code: str
    severity: str
    where: str
    message: str
    address: Address | None = None
