"""A brief as a document for Word, for writers who work there."""

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO

from docx import Document
from docx.document import Document as Paper

from journeybook.exports.packed import CREATED, same_each_time
from journeybook.gaps.ledger import Entry
from journeybook.pages.briefs.story import Part, Point
from journeybook.pages.gaps.brief_page import BriefPage, make_brief_page
from journeybook.pages.parts.entity_parts import Fact
from journeybook.pages.parts.site import Site

_STYLES = frozenset(
    (
        *("Normal", "Default Paragraph Font", "Normal Table", "No List", "Title", "Heading 1"),
        *("List Bullet", "Intense Quote", "Table Grid"),
    )
)
# The format has no room for more in what it says of a document.
_LONGEST_TITLE = 255
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write_brief(entry: Entry, site: Site) -> bytes:
    """Write what the page of a brief says, in headings, lists and a table of Word's own styles."""
    view, paper = make_brief_page(entry, site), Document(BytesIO(_empty_paper()))
    properties = paper.core_properties
    properties.title = _plain(view.title)[:_LONGEST_TITLE]
    properties.author, properties.last_modified_by = "", ""
    properties.language, properties.comments = site.wording.language, ""
    properties.created = properties.modified = CREATED
    _begin(paper, view)
    for part in view.parts:
        _add_part(paper, part)
    say = site.wording.text
    if view.why_open:
        paper.add_paragraph(_plain(say("Not behind a form: {reason}.", reason=view.why_open)))
    reasons = Fact(label=say("How its place is worked out"), text=" · ".join(view.reasons))
    _add_facts(paper, [one for one in (*view.facts, reasons) if one.text or one.links])
    data = BytesIO()
    paper.save(data)
    return same_each_time(data)


@cache
def _empty_paper() -> bytes:
    # The library's own paper has 160 styles, and it looks through all of them for every line.
    paper = Document()
    for style in tuple(paper.styles):
        if style.name not in _STYLES:
            style.delete()
    data = BytesIO()
    paper.save(data)
    return data.getvalue()


def _begin(paper: Paper, view: BriefPage) -> None:
    paper.add_heading(_plain(view.title), 0)
    for text in _lines(view):
        paper.add_paragraph(_plain(text))
    if view.story:
        paper.add_paragraph(_plain(view.story), style="Intense Quote")


def _lines(view: BriefPage) -> Iterator[str]:
    lines = (" · ".join(view.tags), view.lede, view.stake, view.place)
    return (line for line in lines if line)


def _add_part(paper: Paper, part: Part) -> None:
    paper.add_heading(_plain(part.title), 1)
    for point in part.points:
        line = paper.add_paragraph(_plain(_words(point)), style="List Bullet")
        if point.note:
            line.add_run(f" – {_plain(point.note)}").italic = True


def _words(point: Point) -> str:
    return f"{point.text} ({point.strength.word})" if point.strength else point.text


def _add_facts(paper: Paper, facts: list[Fact]) -> None:
    table = paper.add_table(rows=0, cols=2, style="Table Grid")
    for fact in facts:
        label, words = table.add_row().cells
        label.text = _plain(fact.label)
        words.text = _plain(", ".join(filter(None, (fact.text, *(one.text for one in fact.links)))))


def _plain(text: str) -> str:
    # The format refuses what gives orders to a terminal, and halves of letters.
    return _UNWRITABLE.sub("", text)
