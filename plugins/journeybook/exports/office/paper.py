"""A document for Word: lines and a table of two columns on an empty paper, which is made once.

The library that knows the format makes the paper; it takes far longer for a line than a build has.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from io import BytesIO
from typing import Literal
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, RGBColor

from journeybook.exports.office.direction import runs_to_the_left
from journeybook.exports.office.packed import made_on

Style = Literal["", "Title", "Heading1", "ListBullet", "IntenseQuote"]

_STYLES = frozenset(
    (
        *("Normal", "Default Paragraph Font", "Normal Table", "No List", "Title", "Heading 1"),
        *("List Bullet", "Intense Quote", "Table Grid"),
    )
)
_TEXT, _PROPERTIES = "word/document.xml", "docProps/core.xml"
# As wide as the text of a page together, in twentieths of a point.
_COLUMNS = (2300, 6006)
_BOLD_FIRST = ("b", "")
_QUOTED = RGBColor(0x36, 0x5F, 0x91)
# What only Word of 2007 reads, at ten times the size of all else.
_FOR_OLD_WORD = "stylesWithEffects"
# The format has no room for more in what it says of a document.
_LONGEST_TITLE = 255
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAK = re.compile("[\r\n]")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Paper:
    package: bytes
    begin: str
    end: str
    properties: str


def line(text: str, style: Style = "", *, note: str = "") -> str:
    """Write a line, with a note in italics behind it."""
    look = f'<w:pStyle w:val="{style}"/>' if style else ""
    return _paragraph(text, look, f"{_run(text)}{note and _run(note, 'i')}")


def table(rows: Iterable[tuple[str, str]]) -> str:
    """Write a table of labels and words, which stays on one page where it can."""
    columns = "".join(f'<w:gridCol w:w="{one}"/>' for one in _COLUMNS)
    head = (
        f'<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:type="dxa" w:w="{sum(_COLUMNS)}"/>'
        '<w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:firstColumn="1" w:firstRow="0" w:lastColumn="0" w:lastRow="0" '
        f'w:noHBand="0" w:noVBand="1" w:val="0480"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
    )
    whole = "<w:trPr><w:cantSplit/></w:trPr>"
    cells = ("".join(map(_cell, _COLUMNS, row, _BOLD_FIRST)) for row in rows)
    written = (f"<w:tr>{whole}{row}</w:tr>" for row in cells)
    return f"<w:tbl>{head}{''.join(written)}</w:tbl>"


def document(title: str, language: str, day: date, body: Iterable[str]) -> bytes:
    """Put what is written on the paper."""
    return _packed(title, language, day, "".join(body))


# While somebody writes, nearly all stay as they were.
@lru_cache(500)
def _packed(title: str, language: str, day: date, body: str) -> bytes:
    paper = _empty_paper(language, day)
    properties = paper.properties.format(title=_plain(title[:_LONGEST_TITLE]))
    data = BytesIO(paper.package)
    with ZipFile(data, "a", ZIP_DEFLATED) as package:
        # Without a time of its own, so that two runs write the same.
        package.writestr(ZipInfo(_PROPERTIES), properties, ZIP_DEFLATED)
        package.writestr(ZipInfo(_TEXT), f"{paper.begin}{body}{paper.end}", ZIP_DEFLATED)
    return data.getvalue()


def _cell(width: int, text: str, look: str) -> str:
    size = f'<w:tcPr><w:tcW w:type="dxa" w:w="{width}"/></w:tcPr>'
    return f"<w:tc>{size}{_paragraph(text, '<w:keepNext/>', _run(text, look))}</w:tc>"


def _paragraph(text: str, look: str, runs: str) -> str:
    said = f"{look}<w:bidi/>" if runs_to_the_left(text) else look
    return f"<w:p>{said and f'<w:pPr>{said}</w:pPr>'}{runs}</w:p>"


def _run(text: str, look: str = "") -> str:
    lines = _BREAK.sub('</w:t><w:br/><w:t xml:space="preserve">', _plain(text))
    said = f"<w:{look}/>" if look else ""
    if runs_to_the_left(text):
        # What runs this way has its own way of being bold.
        said = f"{said}{said and f'<w:{look}Cs/>'}<w:rtl/>"
    look = said and f"<w:rPr>{said}</w:rPr>"
    return f'<w:r>{look}<w:t xml:space="preserve">{lines}</w:t></w:r>'


def _plain(text: str) -> str:
    # The format refuses what gives orders to a terminal, and halves of letters.
    return escape(_UNWRITABLE.sub("", text))


@cache
def _empty_paper(language: str, day: date) -> _Paper:
    paper = Document()
    for style in tuple(paper.styles):
        if style.name not in _STYLES:
            style.delete()
    for name, relation in tuple(paper.part.rels.items()):
        if relation.reltype.endswith(_FOR_OLD_WORD):
            del paper.part.rels[name]
    properties = paper.core_properties
    properties.title, properties.comments = "{title}", ""
    properties.author, properties.last_modified_by = "", ""
    properties.language = language
    properties.created = properties.modified = made_on(day)
    for sheet in paper.sections:
        sheet.page_width, sheet.page_height = Mm(210), Mm(297)
    # Word's own blue is too light to be read in letters of this size.
    paper.styles["Intense Quote"].font.color.rgb = _QUOTED
    for known in paper.styles.element.iter(qn("w:lang")):
        known.set(qn("w:val"), language)
    data = BytesIO()
    paper.save(data)
    return _taken_apart(data)


def _taken_apart(whole: BytesIO) -> _Paper:
    data = BytesIO()
    with ZipFile(whole) as package, ZipFile(data, "w", ZIP_DEFLATED) as rest:
        for name in package.namelist():
            if name not in (_TEXT, _PROPERTIES):
                rest.writestr(ZipInfo(name), package.read(name), ZIP_DEFLATED)
        begin, body, end = package.read(_TEXT).decode().partition("<w:body>")
        properties = package.read(_PROPERTIES).decode()
    return _Paper(package=data.getvalue(), begin=begin + body, end=end, properties=properties)
