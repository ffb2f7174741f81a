"""Writing a paper: outline, blocks and the page as it prints, side by side."""
