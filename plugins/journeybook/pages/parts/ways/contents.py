"""The table of contents: the sections of the handbook in the order a reader needs them."""

from collections.abc import Callable, Iterable, Mapping

from journeybook.handbook.statements import Entity
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.section import Section
from journeybook.schema.kind import FOLDERS
from journeybook.wording import Wording, by_number, marked

_TITLES: Mapping[str, str] = {
    "journeys": marked("Journeys"),
    "walks": marked("How far they get"),
    "phases": marked("Phases"),
    "gaps": marked("What to write"),
    "coverage": marked("Coverage"),
    "assets": marked("Content"),
    "channels": marked("Channels"),
    "matrix": marked("Channel matrix"),
    "personas": marked("Personas"),
    "research": marked("Research"),
    "actions": marked("Plan"),
    "changes": marked("Changes"),
}

_INNER: Mapping[str, str] = {
    "walks": "journeys",
    "phases": "journeys",
    "coverage": "gaps",
    "matrix": "channels",
    "changes": "actions",
}
"""The sections that stand inside another, by name: a reader chooses from few."""


def contents(site: Site, pages: Iterable[Page]) -> tuple[Section, ...]:
    """Give every section; pages that are not listed, and assets, are left out."""
    made = list(pages)
    hidden = {page.uri for page in made if not page.listed}
    hidden.update(map(site.addresses.page, site.asset_pages))
    hidden.update(site.uri_of(step.path) for _, step in site.handbook.all_steps)
    titles = {page.uri: page.title for page in made}
    uris = {*titles, *site.authored} - hidden
    place, fronts, folders = _places(site), site.addresses.fronts, described(site)

    def pages_of(name: str) -> tuple[str, ...]:
        front = fronts.get(name, f"{name}/index.md")
        inside = (uri for uri in uris if folder_of(uri, folders) == name)

        def key(uri: str) -> tuple[object, ...]:
            return uri != front, place.get(uri, len(place)), by_number(titles.get(uri, "")), uri

        return tuple(sorted({*inside, *({front} & uris)}, key=key))

    return tuple(_section(name, pages_of, site.wording) for name in _TITLES if name not in _INNER)


def _section(name: str, pages_of: Callable[[str], tuple[str, ...]], wording: Wording) -> Section:
    return Section(
        name=name,
        title=wording.text(_TITLES[name]),
        uris=pages_of(name),
        inner=tuple(
            _section(one, pages_of, wording) for one, outer in _INNER.items() if outer == name
        ),
    )


def folder_of(uri: str, folders: Mapping[str, str]) -> str:
    """Name the section of a page: what a file says it is counts before the folder it lies in."""
    return folders.get(uri, uri.partition("/")[0])


def described(site: Site) -> dict[str, str]:
    """Give the section of every page that a file describes."""
    return {
        site.uri_of(entity.path): folder
        for folder, kind in FOLDERS.items()
        for entity in site.handbook.entities[kind].values()
    }


def _places(site: Site) -> dict[str, int]:
    # Phases stand in their order and the newest research comes first; reports of a phase follow
    # the phases too.
    book = site.handbook
    addresses = site.addresses
    first = [addresses.desk, addresses.calendar, addresses.kpis, addresses.lessons]
    first.append(addresses.test_plan)
    ordered: list[Entity] = [*book.phases.values(), *book.newest_research]
    uris = [*first, *(site.uri_of(one.path) for one in ordered)]
    uris.extend(map(site.addresses.gaps_of, book.phases))
    return {uri: at for at, uri in enumerate(uris)}
