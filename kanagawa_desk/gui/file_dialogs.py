"""Which file: asked of a person."""

from pathlib import Path

from PySide6 import QtWidgets  # QFileDialog is made when it is first named
from PySide6.QtWidgets import QWidget

_LEDGERS = "台帳 (*.kdesk)"
_ANSWERS = "回答ファイル (*.xlsx *.xlsm *.ods *.csv)"
_LISTS = "PDF (*.pdf);;Excelブック (*.xlsx)"
_TEXTS = "テキスト (*.txt)"
_WORKBOOKS = "Excelブックなど (*.xlsx *.xlsm *.ods *.csv)"
_IMAGES = "画像 (*.png *.jpg *.jpeg *.svg)"


def ledger_to_open(parent: QWidget, folder: Path) -> Path | None:
    """A ledger that is there; None when the person gave up."""
    name, _ = QtWidgets.QFileDialog.getOpenFileName(parent, "台帳を開く", str(folder), _LEDGERS)
    return Path(name) if name else None


def ledger_to_make(parent: QWidget, suggested: Path) -> Path | None:
    """Where a new ledger is to lie."""
    name, _ = QtWidgets.QFileDialog.getSaveFileName(parent, "新しい台帳", str(suggested), _LEDGERS)
    return Path(name).with_suffix(".kdesk") if name else None


def workbooks_to_read(parent: QWidget, folder: Path) -> list[Path]:
    """Workbooks that came back; empty when the person gave up."""
    title = "取り込むExcelファイル"
    names, _ = QtWidgets.QFileDialog.getOpenFileNames(parent, title, str(folder), _WORKBOOKS)
    return [Path(name) for name in names]


def image_to_open(parent: QWidget) -> Path | None:
    """An image for a paper."""
    name, _ = QtWidgets.QFileDialog.getOpenFileName(parent, "図の画像", "", _IMAGES)
    return Path(name) if name else None


def answers_to_read(parent: QWidget, folder: Path) -> list[Path]:
    """Files that came back for an inquiry; empty when the person gave up."""
    title = "回答ファイル"
    names, _ = QtWidgets.QFileDialog.getOpenFileNames(parent, title, str(folder), _ANSWERS)
    return [Path(name) for name in names]


def folder(parent: QWidget, title: str, suggested: Path) -> Path | None:
    """A folder to read from or to write into; None when the person gave up."""
    name = QtWidgets.QFileDialog.getExistingDirectory(parent, title, str(suggested))
    return Path(name) if name else None


def list_to_write(parent: QWidget, title: str, suggested: Path) -> Path | None:
    """Where a list is to be written, as PDF or for Excel by its ending."""
    name, kind = QtWidgets.QFileDialog.getSaveFileName(parent, title, str(suggested), _LISTS)
    if not name:
        return None
    path = Path(name)
    return path if path.suffix in kind else path.with_suffix(".xlsx" if "xlsx" in kind else ".pdf")


def text_to_read(parent: QWidget) -> Path | None:
    """A text file with a paper in it; None when the person gave up."""
    name, _ = QtWidgets.QFileDialog.getOpenFileName(parent, "取り込むテキスト", "", _TEXTS)
    return Path(name) if name else None


def file_to_write(parent: QWidget, title: str, suggested: Path) -> Path | None:
    """Where a file of the suggested name's kind is to be written."""
    kind = f"{suggested.suffix[1:].upper()} (*{suggested.suffix})"
    name, _ = QtWidgets.QFileDialog.getSaveFileName(parent, title, str(suggested), kind)
    return Path(name).with_suffix(suggested.suffix) if name else None
