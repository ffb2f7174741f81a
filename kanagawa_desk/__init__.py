"""かながわデスク: the prefecture's health-care planning ledgers and committee papers."""

__version__ = "0.1.0"
