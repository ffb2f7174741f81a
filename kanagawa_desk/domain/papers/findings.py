"""What is found in a paper: where, how grave, and the mark by which it stays put aside."""

import hashlib
from dataclasses import dataclass

LEDGER_CHANGED = "ledger_changed"


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault found in a block (or in the paper, by its id): see problems.Found.

    `evidence` is what it was found in: while that is the same, it is the same finding.
    """

    block: str
    code: str
    severity: str
    message: str
    evidence: str

    @property
    def fingerprint(self) -> str:
        """The mark of the evidence."""
        return fingerprint(self.evidence)


def fingerprint(evidence: str) -> str:
    """A short mark that tells one evidence from another."""
    return hashlib.sha256(evidence.encode()).hexdigest()[:16]
