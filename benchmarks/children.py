"""What is measured in a process of its own: `python -m benchmarks.children NAME ARGUMENT...`."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any


def bare_window() -> None:
    """A window with one table, to its first paint."""
    _bare(_tell)


def bare_figures(ledger: str) -> None:
    """The bare window, and after its first paint the rows of the bed tables read."""

    def read() -> None:
        import sqlalchemy

        engine = sqlalchemy.create_engine(f"sqlite:///{ledger}")
        with engine.connect() as connection:
            for table in ("area", "bed_type", "bed_set", "bed_standard", "bed_count"):
                connection.exec_driver_sql(f"SELECT * FROM {table}").all()  # noqa: S608
        _tell()

    _bare(read)


def window() -> None:
    """Our window, to its first paint."""
    _ours(lambda window: _when_painted(window, lambda: _end(window)))


def figures() -> None:
    """Our window, until the grid of beds holds the figures of the ledger."""

    def watch(window: Any) -> None:
        page = window.page("beds")  # the window has just made it
        page.pane.loaded.connect(lambda _layout: _end(window))

    _ours(lambda window: window.session.opened.connect(lambda _facts: watch(window)))


def paper(pages: str, target: str) -> None:
    """Our paper as PDF."""
    from benchmarks.paper_material import printed_paper
    from kanagawa_desk.reports.paper import render_paper

    Path(target).write_bytes(render_paper(printed_paper(int(pages))).pdf)


def paper_memory(pages: str) -> None:
    """Our paper as PDF, and the most memory that the process took for it, in megabytes."""
    from benchmarks.paper_material import printed_paper
    from kanagawa_desk.reports.paper import render_paper

    render_paper(printed_paper(int(pages)))
    _tell_memory()


def receipt_memory(ledger: str, *files: str) -> None:
    """Answers received into a ledger, and the most memory that the process took for it."""
    from benchmarks.ledgers import opened
    from kanagawa_desk.services.inquiries.collecting import collect

    received = collect(opened(Path(ledger)), [Path(each) for each in files])
    _tell_memory()
    del received  # kept until here, as the page that shows them keeps them


def reportlab_and_fonts(*fonts: str) -> None:
    """What every cold start with ReportLab takes before a line is set."""
    import reportlab.pdfgen.canvas  # noqa: F401
    from reportlab.pdfbase.ttfonts import TTFont

    for font in fonts:
        TTFont(font, font)


def typst(source: str, target: str, fonts: str) -> None:
    """A paper by Typst, told to do no more than ours: no tags, no search for other fonts."""
    import typst as peer

    peer.compile(
        source, output=target, font_paths=[fonts], ignore_system_fonts=True, pdf_tags=False
    )


def weasyprint(source: str, target: str) -> None:
    """A paper by WeasyPrint."""
    import weasyprint as peer  # type: ignore[import-untyped]

    peer.HTML(source).write_pdf(target)


def _bare(painted: Callable[[], None]) -> None:
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget, QTableWidgetItem

    def then() -> None:
        painted()
        app.quit()

    app = QApplication([])
    window = QMainWindow()
    table = QTableWidget(10, 8)
    for row in range(10):
        for column in range(8):
            table.setItem(row, column, QTableWidgetItem(f"{row * 1000 + column:,}"))
    window.setCentralWidget(table)
    window.resize(1440, 900)
    window.show()
    _when_painted(window, then)
    app.exec()


def _ours(watch: Callable[[Any], object]) -> None:
    """Start the program as it is started without arguments, and watch its window."""
    from kanagawa_desk import bootstrap

    build = bootstrap.build_window

    def watched(*arguments: Any) -> Any:
        window = build(*arguments)
        show = window.show

        def shown() -> None:
            show()
            watch(window)

        window.show = shown  # type: ignore[method-assign]
        return window

    bootstrap.build_window = watched  # type: ignore[assignment]
    bootstrap.run_window()


def _when_painted(window: Any, then: Callable[[], None]) -> None:
    """Call after the first paint of a window that is being shown."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    class Watch(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() == QEvent.Type.Expose:
                window.windowHandle().removeEventFilter(self)
                QTimer.singleShot(0, then)  # the paint is part of handling this event
            return False

    window.windowHandle().installEventFilter(Watch(window))


def _end(window: Any) -> None:
    _tell()
    window.close()


def _tell() -> None:
    """Say that the time is over; what follows is no longer measured."""
    print("done", flush=True)


def _tell_memory() -> None:
    """Print the most memory that this process took, in megabytes."""
    # What getrusage says begins with the memory of whoever started this process.
    status = Path("/proc/self/status").read_text().splitlines()
    print(next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM")))


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
