"""The catalogue of all content, with its filters."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from journeybook.handbook.entities import Asset
from journeybook.handbook.index.freshness import fresh_until
from journeybook.handbook.index.use import usage_of
from journeybook.handbook.vocabulary import Status
from journeybook.pages.catalogue.asset_table import MONTHS
from journeybook.pages.catalogue.facets import FACETS, Cabinet, Facet, facets_of
from journeybook.pages.catalogue.sources import sources
from journeybook.pages.parts.builder import PageBuilder
from journeybook.pages.parts.links import Here, Link, download, foreign, outward
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.renderer import Renderer
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.states import status_kind, yes_or_no
from journeybook.wording import by_number

BATCH = 40
"""So many rows stand together; what is beyond the window is laid out batch by batch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A cell of a row: its words, and what it is sorted by where that is something else."""

    words: str
    order: str = ""
    is_overdue: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueRow:
    """An asset; `keys` holds its values per facet, in the order of the facets.

    `language` is that of its title, where it is another than that of the page; content without a
    page of its own has an `anchor` here.
    """

    anchor: str
    link: Link
    language: str
    kind: str
    status: Field
    fields: tuple[Field, ...]
    keys: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All assets, with what they can be filtered by."""

    uri: str
    title: str
    columns: tuple[str, ...]
    facets: tuple[Facet, ...]
    rows: tuple[CatalogueRow, ...]
    all: str
    some: str
    facet_names: str
    batch: int
    downloads: tuple[Link, ...]


def make_catalogue(site: Site) -> Catalogue:
    """Make the catalogue of a site."""
    here = Here(site=site, uri=site.addresses.catalogue)
    assets = sorted(site.handbook.assets.values(), key=lambda one: by_number(one.title))
    cabinet = Cabinet(site)
    dated = [(asset, _until(site, asset)) for asset in assets]
    filed = [(asset, until, cabinet.filing(asset, until)) for asset, until in dated]
    line = _Line(site=site)
    used = usage_of(assets, site.handbook.today, MONTHS).numbers
    is_audited = any(asset.decision or asset.use for asset in assets)
    say = site.wording.text
    return Catalogue(
        uri=site.addresses.catalogue,
        title=say("Content catalogue"),
        columns=tuple(_columns(site, is_audited=is_audited)),
        facets=tuple(facets_of(site, (filing for _, _, filing in filed))),
        rows=tuple(
            _row(
                here,
                asset,
                filing.row,
                (
                    *line.fields(asset, filing.words, until),
                    *(_audited(site, filing.words, used.get(asset.id)) if is_audited else ()),
                ),
            )
            for asset, until, filing in filed
        ),
        all=site.wording.count("{n} asset", "{n} assets", len(assets)),
        some=say("{shown} of {all} assets", shown="{shown}", all=site.wording.number(len(assets))),
        facet_names=" ".join(FACETS),
        batch=BATCH,
        downloads=download(site, site.addresses.catalogue),
    )


def _columns(site: Site, *, is_audited: bool) -> Iterator[str]:
    say = site.wording.text
    yield from (say("Title"), say("Status"), say("Type"), say("Phases"), say("Personas"))
    # What matters most stands where a laptop shows it without scrolling.
    yield from (say("Channels"), say("Answers"), say("Next review"), say("Owner"))
    yield from (say("Published or due"), say("Gated"), say("Call to action"), say("Language"))
    if is_audited:
        yield from (say("Decision"), say("Use in 12 months"))


def _until(site: Site, asset: Asset) -> date | None:
    return fresh_until(asset, site.handbook.vocabulary) if asset.is_published else None


def _row(here: Here, asset: Asset, keys: str, fields: tuple[Field, ...]) -> CatalogueRow:
    site = here.site
    anchor = site.addresses.entity_anchor(asset)
    return CatalogueRow(
        anchor=anchor,
        link=outward(asset.title, asset.url) if anchor else here.asset(asset),
        language=foreign(asset, site),
        kind=status_kind(asset.status),
        status=_field(asset.status_label, _ORDERS[asset.status]),
        fields=fields,
        keys=keys,
    )


_ORDERS = {status: str(at) for at, status in enumerate(Status)}


@dataclass(frozen=True, kw_only=True)
class _Line:
    """Makes the cells of a row."""

    site: Site

    def fields(
        self, asset: Asset, words: Mapping[str, str], until: date | None
    ) -> tuple[Field, ...]:
        return (
            _field(words["type"]),
            _field(words["phase"], self._first(asset.phases)),
            _field(words["persona"]),
            _field(words["channel"]),
            _field(str(len(asset.answers)) if asset.answers else ""),
            self._day(until, is_review=True),
            _field(asset.owner or ""),
            self._day(asset.published or asset.due),
            _field(yes_or_no(self.site, value=asset.gated)),
            _field(asset.cta.text if asset.cta else ""),
            _field(asset.language or ""),
        )

    def _first(self, phases: Sequence[str]) -> str:
        return str(min((self._places[one] for one in phases), default=len(self._places)))

    def _day(self, day: date | None, *, is_review: bool = False) -> Field:
        known = self._days.get((day, is_review))
        if known is None:
            known = self._days[day, is_review] = self._dated(day, is_review=is_review)
        return known

    def _dated(self, day: date | None, *, is_review: bool) -> Field:
        today = self.site.handbook.today
        if day is None:
            return _field("")
        words = self.site.wording.ago(day, today)
        return _field(words, day.isoformat(), is_overdue=is_review and day < today)

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {phase: at for at, phase in enumerate(self.site.handbook.phases)}

    @cached_property
    def _days(self) -> dict[tuple[date | None, bool], Field]:
        return {}


# Most cells of a long catalogue say what others say.
@lru_cache(10_000)
def _field(words: str, order: str = "", *, is_overdue: bool = False) -> Field:
    return Field(words=words, order=order, is_overdue=is_overdue)


def _audited(site: Site, words: Mapping[str, str], used: int | None) -> tuple[Field, ...]:
    shown = "" if used is None else site.wording.number(used)
    order = "" if used is None else str(used)
    return _field(words["decision"]), _field(shown, order)


def catalogue_pages(site: Site, renderer: Renderer) -> Iterator[Page]:
    """Give the catalogue of all assets."""
    view = make_catalogue(site)
    page = PageBuilder(site, renderer, view.uri)
    lead = page.say("All content, with whom it is for, when, where, and how fresh it is.")
    page.prose(lead)
    page.block("catalogue", "catalogue/catalogue.html", view)
    if told := sources(site):
        page.heading(2, page.say("Content that stands elsewhere"), "elsewhere")
        page.block("sources", "catalogue/sources.html", told)
    yield page.done(view.title, description=lead, wide=True)
