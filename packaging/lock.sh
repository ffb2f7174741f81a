#!/bin/sh
# Writes requirements.lock and requirements-bench.lock anew from pyproject.toml.
set -eu
cd "$(dirname "$0")/.."

.venv/bin/python -m venv build/lock
build/lock/bin/python -m pip install --quiet --disable-pip-version-check "uv>=0.9"

compile() {
    build/lock/bin/uv pip compile --quiet --no-config --upgrade --universal --python-version 3.11 \
        --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate \
        --custom-compile-command "make lock" pyproject.toml "$@"
}
compile --extra dev --output-file requirements.lock
compile --extra bench --constraint requirements.lock --output-file requirements-bench.lock
