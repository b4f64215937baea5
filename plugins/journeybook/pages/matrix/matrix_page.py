"""A page with a channel matrix: of the handbook, of a persona or of a journey."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from journeybook.findings import RefKind
from journeybook.handbook.book import Handbook
from journeybook.handbook.index.matrix_facts import Scope
from journeybook.handbook.index.matrix_scopes import everybody, of_journey, of_persona
from journeybook.handbook.journeys import Journey
from journeybook.pages.matrix.matrix import make_matrix
from journeybook.pages.matrix.matrix_extras import Extras, make_extras
from journeybook.pages.matrix.matrix_panels import Panel, make_panels
from journeybook.pages.matrix.view import Matrix
from journeybook.pages.parts.builder import PageBuilder
from journeybook.pages.parts.drawing.charts import draw_pairs
from journeybook.pages.parts.filling.renderer import Renderer
from journeybook.pages.parts.page import Drawn, Page
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.journey_titles import journey_title
from journeybook.pages.parts.ways.links import Here, Link, download
from journeybook.pages.parts.ways.near import near


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A link to another matrix, or to the one that is shown."""

    text: str
    href: str | None
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceGroup:
    """The matrices of one kind."""

    title: str
    links: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixPage:
    """A matrix, what is behind its cells, and the way to the other matrices and its files."""

    uri: str
    title: str
    choices: tuple[ChoiceGroup, ...]
    matrix: Matrix
    panels: tuple[Panel, ...]
    downloads: tuple[Link, ...]
    extras: Extras
    supply_file: str = ""
    source: str | None = None


def make_matrix_pages(site: Site) -> Iterator[MatrixPage]:
    """Make the matrix of the handbook, of every persona and of every journey."""
    book, say, addresses = site.handbook, site.wording.text, site.addresses
    yield _page(site, addresses.matrix, say("Channel matrix"), everybody(book))
    for persona in book.personas.values():
        title = say("Channel matrix: {subject}", subject=persona.title)
        scope = of_persona(book, persona.id)
        yield _page(site, addresses.matrix_of(persona.id), title, scope, persona.path)
    for journey in book.journeys.values():
        title = say("Channel matrix of the journey: {subject}", subject=journey.title)
        scope = of_journey(book, journey)
        yield _page(site, addresses.matrix_of_journey(journey.id), title, scope, journey.path)


def _page(site: Site, uri: str, title: str, scope: Scope, about: str = "") -> MatrixPage:
    here = Here(site=site, uri=uri)
    matrix, cells = make_matrix(here, scope, title)
    return MatrixPage(
        uri=uri,
        title=title,
        choices=tuple(_choices(here)),
        matrix=matrix,
        panels=tuple(make_panels(here, scope, cells)),
        downloads=download(site, uri),
        extras=make_extras(here, scope, cells),
        supply_file=site.file_href(uri, site.addresses.supply_beside(uri)),
        source=site.uri_of(about) if about else None,
    )


def _choices(here: Here) -> Iterator[ChoiceGroup]:
    addresses, book, say = here.site.addresses, here.site.handbook, here.site.wording.text
    personas = addresses.reports("matrix", RefKind.PERSONA)
    journeys = addresses.reports("matrix", RefKind.JOURNEY)
    whole = _choice(here, addresses.matrix, say("all of them"))
    names = {one.id: one.title for one in book.personas.values()}
    yield ChoiceGroup(title=say("Persona"), links=(whole, *_chosen(here, personas, names)))
    # The one journey of one persona has what the persona has.
    apart = {
        one: page
        for one, page in journeys.items()
        if page == here.uri or _is_apart(book.journeys[one], book)
    }
    if apart:
        names = {one: journey_title(book.journeys[one], here.site) for one in apart}
        yield ChoiceGroup(title=say("Journey"), links=tuple(_chosen(here, apart, names)))


def _is_apart(journey: Journey, book: Handbook) -> bool:
    return len(journey.personas) > 1 or any(
        len(book.journeys_of(persona)) > 1 for persona in journey.personas
    )


def _chosen(here: Here, pages: Mapping[str, str], titles: Mapping[str, str]) -> Iterator[Choice]:
    for one in near(pages, here.uri, here.site.addresses.matrix):
        yield _choice(here, pages[one], titles[one])


def _choice(here: Here, uri: str, text: str) -> Choice:
    return Choice(text=text, href=here.page(uri, text).href, current=uri == here.uri)


def matrix_pages(site: Site, renderer: Renderer) -> Iterator[Page]:
    """Give a page per matrix: of the handbook, of every persona and of every journey."""
    return (_draw_page(site, renderer, view) for view in make_matrix_pages(site))


def _draw_page(site: Site, renderer: Renderer, view: MatrixPage) -> Page:
    page = PageBuilder(site, renderer, view.uri)
    lead = page.say(
        "Where personas meet us, phase by phase, and whether something is there for them."
    )
    page.prose(lead)
    page.block("matrix", "matrix/matrix.html", view)
    if view.extras.starts:
        page.heading(2, page.say("Where to start"))
        page.block("starts", "matrix/starts.html", view)
    page.heading(2, page.say("Use against supply"))
    chart = Drawn(view=view, drawing=draw_pairs(view.extras.chart))
    page.block("supply", "matrix/supply.html", chart)
    return page.done(view.title, source=view.source, description=lead, wide=True, framed="matrix")
