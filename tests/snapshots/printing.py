"""Writes what comes out as text with a line for each thing, so that a difference is one line."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from pptx import Presentation
from python_calamine import CalamineWorkbook

_LONG, _VERY_LONG, _LONG_JSON = 140, 500, 400
_BETWEEN_TAGS = re.compile(r"(?<=>)(?=<[a-z])")
_BEFORE_A_PART = re.compile(r"(?<=>)(?=<(?:a|dd|div|dt|li|ol|p|section|table|td|th|tr|ul)\b)")
_LOOKS = re.compile(r"<(?:col|pane) [^>]*|<dataValidation .*?(?=</dataValidation>)")
_DRAWN = re.compile(r'(?<=srgbClr val=")\w+|noFill|b="1"|(?<=<a:ln w=")\d+|(?<=<a:pt )[^/]*')
_BEFORE_A_LINE = re.compile(r"(?=<(?:w:(?:p|tbl|tr|tc)|dc:|dcterms:|cp:)[ >])")
_OWN_FILE = 60


def page_texts(page: Any, markdown: str) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - whatever has these parts
    """Write a page by names of files: what is known of it and its Markdown, and its blocks.

    A block that is long has a file of its own.
    """
    facts = {
        "title": page.title,
        "description": page.description,
        "source": page.source,
        "tags": ", ".join(page.tags),
        "wide": page.wide,
        "listed": page.listed,
    }
    head = "".join(f"{name}: {value}".rstrip() + "\n" for name, value in facts.items())
    lines = [head, f"-- Markdown --\n{markdown.strip()}\n"]
    for block in page.blocks:
        mark = " (searchable)" if block.searchable else ""
        text = f"-- {block.name}{mark} {block.comment}".rstrip() + f" --\n{html_text(block.html)}\n"
        if text.count("\n") > _OWN_FILE:
            yield f"-{block.name}.txt", text
        else:
            lines.append(text)
    yield ".txt", "\n".join(lines)


def html_text(html: str) -> str:
    """Break long lines of HTML between tags, the longest at every tag."""
    return "\n".join(_broken(line) for line in html.splitlines())


def _broken(line: str) -> str:
    if len(line) <= _LONG:
        return line
    return (_BETWEEN_TAGS if len(line) > _VERY_LONG else _BEFORE_A_PART).sub("\n", line)


def slides_text(data: bytes) -> str:
    """Write what stands on slides, with its place in inches: left, top, width and height.

    Behind it stand its colours, and the points of a line.
    """
    lines = []
    for at, slide in enumerate(Presentation(BytesIO(data)).slides, start=1):
        lines.append(f"-- slide {at} --")
        for shape in slide.shapes:
            box = (shape.left, shape.top, shape.width, shape.height)
            place = " ".join(f"{one.inches:.2f}" for one in box)
            told = f"{place} {shape.shape_type} {' / '.join(_said(shape))}".rstrip()
            looks = " ".join(_DRAWN.findall(shape.element.xml)).replace('"', "")
            lines.append(f"{told} {looks}".rstrip())
        if slide.has_notes_slide:
            lines.append(slide.notes_slide.notes_text_frame.text)
    return "\n".join(lines)


def _said(shape: Any) -> Iterator[str]:  # noqa: ANN401 - of a library without types
    for paragraph in shape.text_frame.paragraphs if shape.has_text_frame else ():
        size = paragraph.runs[0].font.size if paragraph.runs else None
        said = " ".join(paragraph.text.split())
        yield f"{said} ({size.pt:g} pt)" if size else said


def document_text(data: bytes) -> str:
    """Write what stands in a document for Word, and what is known of it."""
    with ZipFile(BytesIO(data)) as parts:
        body = parts.read("word/document.xml").decode().partition("<w:body>")[2]
        known = parts.read("docProps/core.xml").decode()
    # What stands behind it, and around it, is the library's.
    text = body.partition("<w:sectPr")[0] + known[known.index("<dc:title") :]
    return _BEFORE_A_LINE.sub("\n", text)


def lines_of(data: bytes) -> str:
    """Write each line of a document with its style, and the cells of its table."""
    with ZipFile(BytesIO(data)) as parts:
        body = parts.read("word/document.xml").decode().partition("<w:body>")[2]
    named = re.sub(r'<w:pStyle w:val="(\w+)"/>', r"\1: ", body.replace("</w:p>", "\n"))
    return re.sub(r"<[^>]*>", "", named)


def json_text(value: object) -> str:
    """Write a value as JSON, each record on one line."""
    return "\n".join(_json_lines(value, "")) + "\n"


def _json_lines(value: object, indent: str) -> Iterable[str]:
    short = json.dumps(value, ensure_ascii=False)
    if len(short) + len(indent) <= _LONG_JSON or not isinstance(value, dict | list) or not value:
        yield short
        return
    is_map = isinstance(value, dict)
    yield "{" if is_map else "["
    items: Sequence[tuple[str, object]] = (
        [(f"{json.dumps(key, ensure_ascii=False)}: ", one) for key, one in value.items()]
        if isinstance(value, dict)
        else [("", one) for one in value]
    )
    deeper = f"{indent}  "
    for name, one in items:
        first, *rest = _json_lines(one, deeper)
        yield f"{deeper}{name}{first}"
        yield from rest
    yield f"{indent}}}" if is_map else f"{indent}]"


def workbook_text(data: bytes) -> str:
    """Write every sheet of a workbook: its rows, and how wide and how limited its columns are."""
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    return "\n".join(
        f"-- {name} --\n" + "".join(f"{_row(row)}\n" for row in rows) + looks
        for (name, rows), looks in zip(_sheets(book).items(), _looks(data), strict=True)
    )


def _looks(data: bytes) -> Iterator[str]:
    with ZipFile(BytesIO(data)) as parts:
        names = [name for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
        for name in sorted(names, key=lambda name: int(re.sub(r"\D", "", name))):
            text = parts.read(name).decode()
            yield "".join(f"{found}\n" for found in _LOOKS.findall(text))


def _sheets(book: CalamineWorkbook) -> Mapping[str, list[list[Any]]]:
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def _row(cells: Sequence[object]) -> str:
    return " | ".join(str(cell).replace("\n", " ⏎ ") for cell in cells)
