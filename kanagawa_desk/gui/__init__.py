"""The window: pages, grids and panes over the services."""
