"""Committee papers: written, bound, checked, laid out, kept and compared."""
