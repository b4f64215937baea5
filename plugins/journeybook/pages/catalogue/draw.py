"""The catalogue of all content, with its filters."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from journeybook.handbook.entities import Asset
from journeybook.handbook.fitting.freshness import fresh_until
from journeybook.handbook.fitting.use import usage_of
from journeybook.pages.catalogue.asset_table import MONTHS
from journeybook.pages.catalogue.cells import Line
from journeybook.pages.catalogue.facets import FACETS, Cabinet, Facet, facets_of
from journeybook.pages.catalogue.sources import sources
from journeybook.pages.parts.builder import PageBuilder
from journeybook.pages.parts.escaping import as_html
from journeybook.pages.parts.filling.renderer import Renderer
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.links import Here, Link, download, foreign, outward

BATCH = 40
"""So many rows stand together; what is beyond the window is laid out batch by batch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueRow:
    """An asset; `keys` holds its values per facet, in the order of the facets.

    `language` is that of its title, where it is another than that of the page; content without a
    page of its own has an `anchor` here.
    """

    anchor: str
    link: Link
    language: str
    cells: Markup
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
    assets = site.handbook.assets_by_title
    cabinet = Cabinet(site)
    dated = [(asset, _until(site, asset)) for asset in assets]
    filed = [(asset, until, cabinet.filing(asset, until)) for asset, until in dated]
    line = Line(site=site)
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
                    *line.cells(asset, filing.words, until),
                    *(line.audited(filing.words, used.get(asset.id)) if is_audited else ()),
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


def _row(here: Here, asset: Asset, keys: str, cells: tuple[str, ...]) -> CatalogueRow:
    site = here.site
    anchor = site.addresses.entity_anchor(asset)
    return CatalogueRow(
        anchor=anchor,
        link=outward(asset.title, asset.url) if anchor else here.asset(asset),
        language=foreign(asset, site),
        cells=as_html("".join(cells)),
        keys=keys,
    )


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
