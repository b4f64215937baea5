"""The way from a handbook that is judged to its pages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.pages.book import draw_pages, render_book
from journeybook.pages.parts.filling.renderer import Renderer
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.contents import contents
from journeybook.pages.parts.ways.section import Section
from journeybook.pages.trails.draw import with_trail, with_trails
from journeybook.pages.trails.trail import Trails
from journeybook.pipeline import Judged
from journeybook.schema import Entity
from journeybook.sources.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Compilation:
    """Everything a site needs from us; `documents` by their path inside the content folder."""

    handbook: Handbook
    site: Site
    pages: tuple[Page, ...]
    sections: tuple[Section, ...]
    findings: tuple[Finding, ...]
    documents: Mapping[str, Document[Entity]]


def render_handbook(judged: Judged) -> Compilation:
    """Make the pages of a handbook that has been judged."""
    resources = judged.bench.settings.resources
    site = judged.site
    pages = tuple(render_book(site, resources.templates, resources.areas))
    sections = contents(site, pages)
    renderer = Renderer(resources.templates, site.wording)
    return Compilation(
        handbook=judged.handbook,
        site=site,
        pages=tuple(with_trails(pages, sections, site, renderer)),
        sections=sections,
        findings=judged.findings,
        documents=documents_of(judged),
    )


def render_pages(
    judged: Judged, pages: Iterable[Page], sections: Sequence[Section], titles: Mapping[str, str]
) -> Iterator[Page]:
    """Make pages of another state of a handbook as they are in this one, if they are there still.

    They lead through the `sections` of that state, and to its pages by their `titles`.
    """
    site = judged.site
    renderer = Renderer(judged.bench.settings.resources.templates, site.wording)
    trails = Trails(site, sections, titles)
    for page in draw_pages(site, renderer, pages):
        yield with_trail(page, trails, renderer)


def documents_of(judged: Judged) -> Mapping[str, Document[Entity]]:
    """Give the files that describe something, by their path inside the content folder."""
    return {judged.site.uri_of(one.path): one for one in judged.documents}
