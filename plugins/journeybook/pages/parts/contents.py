"""The table of contents: the sections of the handbook in the order a reader needs them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from journeybook.handbook.statements import Entity
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.site import Site
from journeybook.schema.kind import FOLDERS
from journeybook.wording import marked

_TITLES: Mapping[str, str] = {
    "journeys": marked("Journeys"),
    "walks": marked("How far they get"),
    "gaps": marked("Gaps"),
    "matrix": marked("Channel matrix"),
    "coverage": marked("Coverage"),
    "assets": marked("Content"),
    "personas": marked("Personas"),
    "phases": marked("Phases"),
    "channels": marked("Channels"),
    "research": marked("Research"),
    "actions": marked("Actions"),
    "changes": marked("Changes"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section: the folder it is made of, its title, and its pages in order; it may hold none."""

    name: str
    title: str
    uris: tuple[str, ...]


def contents(site: Site, pages: Iterable[Page]) -> tuple[Section, ...]:
    """Give every section; pages that are not listed, and assets, are left out."""
    made = list(pages)
    hidden = {page.uri for page in made if not page.listed}
    hidden.update(site.uri_of(one.path) for one in site.handbook.assets.values())
    hidden.update(site.uri_of(step.path) for _, step in site.handbook.all_steps)
    titles = {page.uri: page.title for page in made}
    uris = {*titles, *site.authored} - hidden
    place, fronts, described = _places(site), site.addresses.fronts, _described(site)

    def section(name: str) -> tuple[str, ...]:
        front = fronts.get(name, f"{name}/index.md")
        inside = (uri for uri in uris if described.get(uri, uri.partition("/")[0]) == name)

        def key(uri: str) -> tuple[bool, int, str, str]:
            return uri != front, place.get(uri, len(place)), titles.get(uri, "").casefold(), uri

        return tuple(sorted({*inside, *({front} & uris)}, key=key))

    return tuple(
        Section(name=name, title=site.wording.text(title), uris=section(name))
        for name, title in _TITLES.items()
    )


def _described(site: Site) -> dict[str, str]:
    # What a file says it is counts before the folder it lies in.
    return {
        site.uri_of(entity.path): folder
        for folder, kind in FOLDERS.items()
        for entity in site.handbook.entities[kind].values()
    }


def _places(site: Site) -> dict[str, int]:
    # Phases stand in their order and the newest research comes first; reports of a phase follow
    # the phases too.
    book = site.handbook
    dated = [one for one in book.research.values() if one.date]
    undated = [one for one in book.research.values() if not one.date]
    dated.sort(key=lambda one: (one.date or book.today, one.id), reverse=True)
    addresses = site.addresses
    first = [addresses.desk, addresses.calendar, addresses.kpis, addresses.lessons]
    first.append(addresses.test_plan)
    ordered: list[Entity] = [*book.phases.values(), *dated, *undated]
    uris = [*first, *(site.uri_of(one.path) for one in ordered)]
    uris.extend(map(site.addresses.gaps_of, book.phases))
    return {uri: at for at, uri in enumerate(uris)}
