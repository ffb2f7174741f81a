"""The house keeps its plan: imports point down, rooms are small, each says what it is for."""

import ast
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODULES = {file: file.read_text("utf-8") for file in (ROOT / "kanagawa_desk").rglob("*.py")}
LINES = {str(file.relative_to(ROOT)): len(text.splitlines()) for file, text in MODULES.items()}


def test_imports_keep_every_contract():
    lint = (
        "import sys; from importlinter.cli import lint_imports as run; sys.exit(run(no_logo=True))"
    )
    run = subprocess.run(
        [sys.executable, "-c", lint], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr


def test_no_module_is_over_500_lines():
    assert {name: lines for name, lines in LINES.items() if lines > 500} == {}


def test_the_median_module_is_under_150_lines():
    assert statistics.median(LINES.values()) < 150


def test_every_module_says_in_its_first_line_what_it_is_for():
    silent = [
        str(file.relative_to(ROOT))
        for file, text in MODULES.items()
        if "\n" in (ast.get_docstring(ast.parse(text)) or "\n") or not text.startswith('"""')
    ]
    assert silent == []
