"""Committee papers: what they are made of, show and are checked for."""
