"""A brief as a document for Word, for writers who work there."""

from collections.abc import Iterator

from journeybook.exports.office.paper import document, line, table
from journeybook.gaps.ledger import Entry
from journeybook.pages.briefs.story import Point
from journeybook.pages.gaps.brief_page import BriefPage, make_brief_page
from journeybook.pages.parts.entity_parts import Fact
from journeybook.pages.parts.site import Site
from journeybook.wording import Wording


def write_brief(entry: Entry, site: Site) -> bytes:
    """Write what the page of a brief says, in headings, lists and a table of Word's own styles."""
    view = make_brief_page(entry, site)
    return document(
        view.title, site.wording.language, site.handbook.today, _body(view, site.wording)
    )


def _body(view: BriefPage, wording: Wording) -> Iterator[str]:
    yield line(view.title, "Title")
    beginning = (" · ".join(view.tags), view.lede, view.stake, view.place)
    yield from (line(text) for text in beginning if text)
    if view.story:
        yield line(view.story, "IntenseQuote")
    for part in view.parts:
        yield line(part.title, "Heading1")
        yield from (_point(point) for point in part.points)
    if view.why_open:
        yield line(wording.text("Not behind a form: {reason}.", reason=view.why_open))
    yield table(_facts(view, wording))


def _point(point: Point) -> str:
    text = f"{point.text} ({point.strength.word})" if point.strength else point.text
    return line(text, "ListBullet", note=point.note and f" – {point.note}")


def _facts(view: BriefPage, wording: Wording) -> Iterator[tuple[str, str]]:
    place = wording.text("How its place is worked out")
    for fact in (*view.facts, Fact(label=place, text=" · ".join(view.reasons))):
        if words := [text for text in (fact.text, *(one.text for one in fact.links)) if text]:
            yield fact.label, ", ".join(words)
