"""Returned workbooks under review, cell by cell."""
