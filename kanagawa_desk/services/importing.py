"""Taking workbooks back: compared cell by cell, applied all or nothing as one batch."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from kanagawa_desk.domain.cells import RawCell
from kanagawa_desk.domain.changes import Origin
from kanagawa_desk.domain.layout import Address, Layout
from kanagawa_desk.domain.merge import Verdict, compare as compare_cell, same
from kanagawa_desk.domain.notation import decode
from kanagawa_desk.domain.reading import Ambiguous, Problem, Repeat
from kanagawa_desk.exchange.matching import Matched, match_sheet
from kanagawa_desk.services.comparison import (
    CHANGE,
    CONFLICT,
    QUESTION,
    Comparison,
    FileProblem,
    Finding,
    RowNote,
)
from kanagawa_desk.services.contexts import Contexts, field_of
from kanagawa_desk.services.edit import Written, put_values, written
from kanagawa_desk.services.exporting import Progress
from kanagawa_desk.services.grids import layouts
from kanagawa_desk.services.naming import Places
from kanagawa_desk.services.outcomes import read_cell
from kanagawa_desk.storage.ledger import Ledger
