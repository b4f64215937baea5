"""The pages in front of the sections of personas, phases and channels, the author's words first."""

from collections.abc import Iterable, Iterator

from journeybook.pages.fronts.cards import Group, channel_groups, persona_groups, phase_groups
from journeybook.pages.parts.builder import PageBuilder
from journeybook.pages.parts.filling.renderer import Renderer
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.site import Site
from journeybook.wording import marked


def front_pages(site: Site, renderer: Renderer) -> Iterator[Page]:
    """Give the page in front of each section that has something behind it."""
    book, addresses = site.handbook, site.addresses
    fronts = (
        (book.personas, addresses.personas, marked("Personas"), persona_groups),
        (book.phases, addresses.phases, marked("Phases"), phase_groups),
        (book.channels, addresses.channels, marked("Channels"), channel_groups),
    )
    for entities, uri, title, groups in fronts:
        if entities:
            page = PageBuilder(site, renderer, uri)
            yield _front(page, site.wording.text(title), groups(site))


def _front(page: PageBuilder, title: str, groups: Iterable[Group]) -> Page:
    page.prose()
    for at, group in enumerate(groups, start=1):
        if group.title:
            page.heading(2, group.title)
        page.block(f"cards-{at}", "fronts/cards.html", group, searchable=True)
    return page.done(title, wide=True)
