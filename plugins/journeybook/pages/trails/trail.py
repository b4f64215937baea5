"""Where a page stands: the pages above it, those beside it, and the same for somebody else."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.contents import described, folder_of
from journeybook.pages.parts.ways.links import Here, Link
from journeybook.pages.parts.ways.section import Section


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A page beside the one that is read, or that page itself."""

    link: Link
    is_here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """The links above the title of a page.

    `above` are the pages it belongs to, `beside` the first pages of its section, and `people` the
    same page for every persona.
    """

    above: tuple[Link, ...] = ()
    beside: tuple[Choice, ...] = ()
    people: tuple[Choice, ...] = ()

    @property
    def person(self) -> str:
        """The persona of this page, where it is the page of one."""
        return next((one.link.text for one in self.people if one.is_here), "")


class Trails:
    """Knows the way to every page of a site."""

    def __init__(self, site: Site, sections: Sequence[Section], titles: Mapping[str, str]) -> None:
        """Take the sections, and the title of every page."""
        self._site, self._titles = site, titles
        self._folders = described(site)
        self._outer = {each.name: one for one in sections for each in (one, *one.inner)}
        self._assets = {site.addresses.page(one): one for one in site.asset_pages}
        self._people = {
            uri: pages for pages in (_journeys(site), _walks(site)) for uri in pages.values()
        } | {site.addresses.page(one): _journeys(site) for one in site.handbook.journeys.values()}

    def of(self, uri: str) -> Trail:
        """Give the way to a page; one that belongs to no section has none."""
        here, name = Here(site=self._site, uri=uri), folder_of(uri, self._folders)
        section = self._outer.get(name)
        if section is None:
            return Trail()
        fronts = dict(self._fronts(section))
        people = tuple(self._same_for_others(here))
        if uri not in fronts:
            return Trail(above=tuple(self._above(here, section, name)), people=people)
        beside = tuple(
            Choice(link=here.page(there, text), is_here=there == uri)
            for there, text in fronts.items()
        )
        return Trail(beside=beside if len(beside) > 1 else (), people=people)

    def _fronts(self, section: Section) -> Iterator[tuple[str, str]]:
        addresses = self._site.addresses
        front = addresses.fronts[section.name]
        reports = {
            addresses.journeys: (addresses.compare, addresses.alignment),
            addresses.gaps: (addresses.all_gaps, addresses.what_if, addresses.problems),
            addresses.research: (addresses.test_plan,),
            addresses.actions: (
                addresses.desk,
                addresses.calendar,
                addresses.kpis,
                addresses.lessons,
            ),
        }
        for uri in (front, *reports.get(front, ())):
            if uri in self._titles:
                yield uri, self._titles[uri]
        for inner in section.inner:
            if inner.uris:
                yield inner.uris[0], inner.title

    def _above(self, here: Here, section: Section, name: str) -> Iterator[Link]:
        for one in (section, *section.inner):
            if one.uris and one.name in (section.name, name):
                yield here.page(one.uris[0], one.title)
        asset = self._assets.get(here.uri)
        if asset and asset.type:
            label = self._site.handbook.vocabulary.type_label(asset.type)
            yield here.catalogue(label, type=asset.type)

    def _same_for_others(self, here: Here) -> Iterator[Choice]:
        pages = self._people.get(here.uri, {})
        for persona, there in pages.items() if len(pages) > 1 else ():
            title = self._site.handbook.personas[persona].title
            yield Choice(link=here.page(there, title), is_here=there == here.uri)


def _journeys(site: Site) -> dict[str, str]:
    # Who goes several ways is led to the one they share with the fewest.
    book = site.handbook
    own = {
        persona: min(journeys, key=lambda one: len(one.personas))
        for persona in book.personas
        if (journeys := book.journeys_of(persona))
    }
    return {persona: site.addresses.page(journey) for persona, journey in own.items()}


def _walks(site: Site) -> dict[str, str]:
    return {persona: site.addresses.walk_of(persona) for persona in site.walks}
