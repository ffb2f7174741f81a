"""How fast the program is: each figure a ratio to a peer that was measured in the same run."""
