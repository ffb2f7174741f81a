"""Workbooks that go out, and what comes back in them."""
