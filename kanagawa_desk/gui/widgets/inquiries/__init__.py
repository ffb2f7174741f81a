"""The parts of the page 照会."""
