"""The controls that pages are made of."""
