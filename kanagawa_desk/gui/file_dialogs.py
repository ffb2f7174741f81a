"""Which file: asked of a person."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

_LEDGERS = "台帳 (*.kdesk)"
_WORKBOOKS = "Excelブック (*.xlsx *.xlsm)"


def ledger_to_open(parent: QWidget, folder: Path) -> Path | None:
    """A ledger that is there; None when the person gave up."""
    name, _ = QFileDialog.getOpenFileName(parent, "台帳を開く", str(folder), _LEDGERS)
    return Path(name) if name else None


def ledger_to_make(parent: QWidget, suggested: Path) -> Path | None:
    """Where a new ledger is to lie."""
    name, _ = QFileDialog.getSaveFileName(parent, "新しい台帳", str(suggested), _LEDGERS)
    return Path(name).with_suffix(".kdesk") if name else None


def workbooks_to_read(parent: QWidget, folder: Path) -> list[Path]:
    """Workbooks that came back; empty when the person gave up."""
    title = "取り込むExcelファイル"
    names, _ = QFileDialog.getOpenFileNames(parent, title, str(folder), _WORKBOOKS)
    return [Path(name) for name in names]


def file_to_write(parent: QWidget, title: str, suggested: Path) -> Path | None:
    """Where a file of the suggested name's kind is to be written."""
    kind = f"{suggested.suffix[1:].upper()} (*{suggested.suffix})"
    name, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), kind)
    return Path(name).with_suffix(suggested.suffix) if name else None
