"""Readers: what staff really type, as values, or as a question, or as a problem."""

from kanagawa_desk.domain.readers.fields import read_field
from kanagawa_desk.domain.readers.kinds import KINDS, read_kind, result_text
from kanagawa_desk.domain.readers.notations import typed_cell, unescaped

__all__ = ["KINDS", "read_field", "read_kind", "result_text", "typed_cell", "unescaped"]
