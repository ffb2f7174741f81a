"""There is no network code at all in the program."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = [file for folder in ("kanagawa_desk", "db") for file in (ROOT / folder).rglob("*.py")]

NETWORK = {
    "aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "nntplib", "poplib", "requests",
    "smtplib", "socket", "socketserver", "ssl", "telnetlib", "urllib", "urllib3", "webbrowser",
    "websockets", "wsgiref", "xmlrpc",
}  # fmt: skip
QT_NETWORK = ("PySide6.QtNetwork", "PySide6.QtWeb", "PySide6.QtHttp", "PySide6.QtGrpc")


def _imports(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _reaches_out(name: str) -> bool:
    return name.partition(".")[0] in NETWORK or name.startswith(QT_NETWORK)


@pytest.mark.parametrize(
    "line",
    [
        "import socket",
        "import urllib.request as r",
        "from http.client import HTTPConnection",
        "from PySide6 import QtNetwork",
        "def f():\n    from PySide6.QtNetwork import QTcpSocket",
    ],
)
def test_the_search_finds_network_code(line: str):
    assert any(map(_reaches_out, _imports(line)))


def test_no_module_imports_network_code():
    found = [
        f"{file.relative_to(ROOT)}: {name}"
        for file in SOURCES
        for name in _imports(file.read_text(encoding="utf-8"))
        if _reaches_out(name)
    ]
    assert SOURCES
    assert found == []
