BIN := .venv/bin

.PHONY: run test bench lock format setup

# The window; where there is no screen, the demonstration on the command line.
run: setup
	@if [ "$$(uname)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; \
	then $(BIN)/python -m kanagawa_desk demo; else $(BIN)/python -m kanagawa_desk; fi

test: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/pytest -q -n auto

bench: setup
	@packaging/setup.sh bench
	$(BIN)/python -m benchmarks

# Renews both lock files; the packages in use change with the next `make run`.
lock: setup
	@packaging/lock.sh

format: setup
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

setup:
	@packaging/setup.sh
