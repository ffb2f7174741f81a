"""The one grid of all ledgers, and what belongs to it alone."""
