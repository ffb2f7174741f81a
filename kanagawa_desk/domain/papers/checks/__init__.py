"""Checks of a paper as it is printed: each gives what it finds, block by block."""
