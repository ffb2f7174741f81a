"""What the window asks of the services, by subject; the worker thread runs it."""
