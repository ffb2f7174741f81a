"""A printed paper in the languages of other typesetters: the same text, page, type and tables."""

import re
from collections.abc import Callable, Mapping
from html import escape

from kanagawa_desk import paths
from kanagawa_desk.domain.papers.printed import PrintedBlock, PrintedPaper, PrintedTable

FONTS = paths.resource("fonts")

Writer = Callable[[PrintedBlock], str]


def html(paper: PrintedPaper) -> str:
    """For WeasyPrint: HTML with the contents and page numbers by page counters."""
    entries = "".join(
        f'<p><a href="#{b.id}">{b.label}　{escape(b.text)}</a></p>' for b in _listed(paper)
    )
    return _HTML.format(fonts=FONTS.as_uri(), contents=entries, body=_body(paper, _HTML_BLOCKS))


def typst(paper: PrintedPaper) -> str:
    """For Typst: markup with its own outline."""
    return _TYPST + _body(paper, _TYPST_BLOCKS)


def open_document(paper: PrintedPaper) -> str:
    """For LibreOffice: a flat text document, whose contents have no page numbers."""
    entries = "".join(_fodt_text("Body", f"{b.label}　{b.text}") for b in _listed(paper))
    return _FODT_HEAD + entries + _body(paper, _FODT_BLOCKS) + _FODT_FOOT


def _body(paper: PrintedPaper, writers: Mapping[str, Writer]) -> str:
    return "".join(writers[b.kind](b) for b in paper.blocks if b.kind in writers)


def _listed(paper: PrintedPaper) -> list[PrintedBlock]:
    return [b for b in paper.blocks if b.kind == "heading" and b.level <= 2]


def _table(block: PrintedBlock) -> PrintedTable:
    if block.table is None:
        raise ValueError(block.id)
    return block.table


def _rows(table: PrintedTable) -> list[list[str]]:
    return [["".join(cell) for cell in row] for row in (table.head, *table.rows)]


# WeasyPrint

_HTML = """<!DOCTYPE html><html lang="ja"><meta charset="utf-8"><style>
@font-face {{ font-family: Mincho; src: url({fonts}/BIZUDMincho-Regular.ttf) }}
@font-face {{ font-family: Gothic; src: url({fonts}/BIZUDGothic-Regular.ttf) }}
@page {{ size: A4; margin: 25mm 20mm 25mm 30mm; @bottom-center {{ content: counter(page) }} }}
body {{ font: 12pt/18.9pt Mincho; line-break: strict }}
p, h1, h2, h3, ul {{ margin: 0; font-size: 12pt; font-weight: normal }}
h1, h2, h3 {{ font-family: Gothic; margin-left: 1em; break-after: avoid }}
h1, h2 {{ margin-top: 18.9pt }}
.text {{ text-indent: 1em; text-align: justify; margin-left: 2em }}
ul {{ margin-left: 3em; padding: 0 0 0 1em; text-align: justify }}
.note {{ font-size: 10.5pt; line-height: 15pt; margin-left: 2em }}
.caption {{ font-family: Gothic; font-size: 11pt; margin-left: 2em; break-after: avoid }}
.unit {{ float: right }}
table {{ border-collapse: collapse; font: 11pt/16pt Gothic; width: 94%; margin-left: 2em }}
th, td {{ border: .5pt solid; text-align: right; font-weight: normal }}
td:first-child {{ text-align: left; width: 33% }} th {{ text-align: center; background: #ddd }}
.contents {{ break-after: page }}
.contents a::after {{ content: leader('.') target-counter(attr(href), page) }}
</style><div class="contents">{contents}</div>{body}</html>"""


def _html_table(block: PrintedBlock) -> str:
    table = _table(block)
    head, *rows = _rows(table)
    lines = "".join(f"<tr>{''.join(f'<td>{cell}' for cell in row)}" for row in rows)
    return (
        f"<p class=unit>{table.unit_note}</p><table><thead><tr>"
        f"{''.join(f'<th>{cell}' for cell in head)}</thead>{lines}</table>"
    )


_HTML_BLOCKS: Mapping[str, Writer] = {
    "heading": lambda b: f"<h{b.level} id='{b.id}'>{b.label}　{escape(b.text)}</h{b.level}>",
    "paragraph": lambda b: f"<p class=text>{escape(b.text)}</p>",
    "bullet": lambda b: f"<ul><li>{escape(b.text)}</ul>",
    "caption": lambda b: f"<p class=caption>{escape(b.text)}</p>",
    "table": _html_table,
    "note": lambda b: f"<p class=note>※　{escape(b.text)}</p>",
}


# Typst

_TYPST = """#set page(paper: "a4", numbering: "1",
  margin: (left: 30mm, right: 20mm, top: 25mm, bottom: 25mm))
#set text(font: "BIZ UDMincho", size: 12pt, lang: "ja", region: "jp",
  top-edge: 0.88em, bottom-edge: -0.12em)
#set par(justify: true, leading: 6.9pt, spacing: 6.9pt, first-line-indent: (amount: 1em, all: true))
#show heading: it => block(above: if it.level < 3 { 25.8pt } else { 6.9pt }, below: 6.9pt,
  inset: (left: 1em), text(font: "BIZ UDGothic", size: 12pt, weight: "regular", it.body))
#let body(it) = block(inset: (left: 2em), it)
#let caption(it) = block(sticky: true, inset: (left: 2em),
  text(font: "BIZ UDGothic", size: 11pt, it))
#let note(it) = block(inset: (left: 2em), text(size: 10.5pt, par(leading: 4.5pt,
  first-line-indent: 0em, it)))
#set table(stroke: 0.5pt, inset: 3pt, align: (x, y) =>
  if y == 0 { center } else if x == 0 { left } else { right })
#show table: set text(font: "BIZ UDGothic", size: 11pt)
#show table: set par(justify: false, first-line-indent: 0em)
#show table: it => pad(left: 2em, it)
#outline(title: [目次], depth: 2)
#pagebreak()
"""
_TYPST_SPECIAL = re.compile(r"[\\#*_`$<>@~\[\]/=+-]")


def _typst_text(text: str) -> str:
    return _TYPST_SPECIAL.sub(r"\\\g<0>", text)


def _typst_table(block: PrintedBlock) -> str:
    table = _table(block)
    columns = ", ".join(f"{column.share}fr" for column in table.columns)
    head, *rows = (", ".join(f"[{cell}]" for cell in row) for row in _rows(table))
    return (
        f"#align(right, text(size: 10.5pt)[{table.unit_note}])\n"
        f"#table(columns: ({columns}), table.header({head}), {', '.join(rows)})\n\n"
    )


_TYPST_BLOCKS: Mapping[str, Writer] = {
    "heading": lambda b: f"{'=' * b.level} {b.label}　{_typst_text(b.text)}\n\n",
    "paragraph": lambda b: f"#body[{_typst_text(b.text)}]\n\n",
    "bullet": lambda b: f"#body[- {_typst_text(b.text)}]\n\n",
    "caption": lambda b: f"#caption[{_typst_text(b.text)}]\n\n",
    "table": _typst_table,
    "note": lambda b: f"#note[※　{_typst_text(b.text)}]\n\n",
}


# LibreOffice

_FODT_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<office:document office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0">
<office:font-face-decls>
<style:font-face style:name="Mincho" svg:font-family="'BIZ UDMincho'"/>
<style:font-face style:name="Gothic" svg:font-family="'BIZ UDGothic'"/>
</office:font-face-decls>
<office:styles>
<style:style style:name="Body" style:family="paragraph">
<style:paragraph-properties fo:line-height="18.9pt" fo:text-align="justify"
 fo:margin-left="24pt" fo:text-indent="12pt"/>
<style:text-properties style:font-name-asian="Mincho" style:font-name="Mincho"
 fo:font-size="12pt" style:font-size-asian="12pt" fo:language="ja" fo:country="JP"
 style:language-asian="ja" style:country-asian="JP"/></style:style>
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Body">
<style:paragraph-properties fo:keep-with-next="always" fo:text-indent="0pt"/>
<style:text-properties style:font-name-asian="Gothic" style:font-name="Gothic"/></style:style>
<style:style style:name="Cell" style:family="paragraph">
<style:paragraph-properties fo:line-height="16pt"/>
<style:text-properties style:font-name-asian="Gothic" style:font-name="Gothic"
 fo:font-size="11pt" style:font-size-asian="11pt"/></style:style>
<style:style style:name="Figure" style:family="paragraph" style:parent-style-name="Cell">
<style:paragraph-properties fo:text-align="end"/></style:style>
</office:styles>
<office:automatic-styles>
<style:style style:name="Rule" style:family="table-cell">
<style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="2pt"/></style:style>
<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="210mm"
 fo:page-height="297mm" fo:margin-left="30mm" fo:margin-right="20mm" fo:margin-top="25mm"
 fo:margin-bottom="15mm"/><style:footer-style><style:header-footer-properties
 fo:min-height="10mm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4">
<style:footer><text:p text:style-name="Cell"><text:page-number/></text:p></style:footer>
</style:master-page></office:master-styles>
<office:body><office:text>
"""
_FODT_FOOT = "</office:text></office:body></office:document>"


def _fodt_text(style: str, text: str) -> str:
    return f'<text:p text:style-name="{style}">{escape(text)}</text:p>'


def _fodt_heading(block: PrintedBlock) -> str:
    return (
        f'<text:h text:style-name="Title" text:outline-level="{block.level}">'
        f"{block.label}　{escape(block.text)}</text:h>"
    )


def _fodt_table(block: PrintedBlock) -> str:
    table = _table(block)
    head, *rows = ("".join(map(_fodt_cell, row)) for row in _rows(table))
    lines = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    return (
        _fodt_text("Figure", table.unit_note) + "<table:table>"
        f'<table:table-column table:number-columns-repeated="{len(table.head)}"/>'
        f"<table:table-header-rows><table:table-row>{head}</table:table-row>"
        f"</table:table-header-rows>{lines}</table:table>"
    )


def _fodt_cell(text: str) -> str:
    style = "Figure" if text[:1].isdecimal() else "Cell"
    return f'<table:table-cell table:style-name="Rule">{_fodt_text(style, text)}</table:table-cell>'


_FODT_BLOCKS: Mapping[str, Writer] = {
    "heading": _fodt_heading,
    "paragraph": lambda b: _fodt_text("Body", b.text),
    "bullet": lambda b: _fodt_text("Body", f"・{b.text}"),
    "caption": lambda b: _fodt_text("Title", b.text),
    "table": _fodt_table,
    "note": lambda b: _fodt_text("Body", f"※　{b.text}"),
}
