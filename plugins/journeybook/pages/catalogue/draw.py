"""The catalogue of all content, with its filters."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from journeybook.handbook.entities import Asset
from journeybook.handbook.ids import slug, word_of
from journeybook.handbook.index.freshness import fresh_until
from journeybook.handbook.index.use import usage_of
from journeybook.handbook.vocabulary import Status
from journeybook.pages.catalogue.asset_table import MONTHS
from journeybook.pages.catalogue.sources import sources
from journeybook.pages.parts.builder import PageBuilder
from journeybook.pages.parts.links import Here, Link, download, foreign, outward
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.renderer import Renderer
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.states import DECISIONS, status_kind, yes_or_no
from journeybook.wording import by_number

FACETS = (
    "type",
    "status",
    "phase",
    "persona",
    "channel",
    "gated",
    "cta",
    "owner",
    "language",
    "review",
    "decision",
)
"""What the catalogue can be filtered by, in the order of a row's keys."""

BATCH = 40
"""So many rows stand together; what is beyond the window is laid out batch by batch."""

Key = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A value to filter by, with how many assets have it."""

    value: str
    label: str
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """Something to filter by, with its values."""

    name: str
    label: str
    options: tuple[Option, ...]


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
    dated = [(asset, _until(site, asset)) for asset in assets]
    keyed = [(asset, until, _keys(site, asset, until)) for asset, until in dated]
    used = usage_of(assets, site.handbook.today, MONTHS).numbers
    is_audited = any(asset.decision or asset.use for asset in assets)
    say = site.wording.text
    return Catalogue(
        uri=site.addresses.catalogue,
        title=say("Content catalogue"),
        columns=tuple(_columns(site, is_audited=is_audited)),
        facets=tuple(_facets(site, [keys for _, _, keys in keyed])),
        rows=tuple(
            _row(
                here,
                asset,
                keys,
                (
                    *_fields(site, asset, keys, until),
                    *(_audited(site, keys, used.get(asset.id)) if is_audited else ()),
                ),
            )
            for asset, until, keys in keyed
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


def _facets(site: Site, keys: Sequence[Mapping[str, tuple[Key, ...]]]) -> Iterator[Facet]:
    say = site.wording.text
    labels = {
        "type": say("Type"),
        "status": say("Status"),
        "phase": say("Phase"),
        "persona": say("Persona"),
        "channel": say("Channel"),
        "gated": say("Gated"),
        "cta": say("Call to action"),
        "owner": say("Owner"),
        "language": say("Language"),
        "review": say("Review"),
        "decision": say("Decision"),
    }
    for name in FACETS:
        counted = Counter(key for one in keys for key in one[name])
        options = tuple(
            Option(value=value, label=label, count=site.wording.number(count))
            for (value, label), count in sorted(counted.items(), key=_order(site, name))
        )
        if len(options) > 1:
            yield Facet(name=name, label=labels[name], options=options)


def _order(site: Site, name: str) -> Callable[[tuple[Key, int]], tuple[int, str]]:
    # Phases and statuses have an order of their own; all else goes by its label.
    known = {"phase": tuple(map(word_of, site.handbook.phases)), "status": tuple(Status)}
    first = known.get(name, ())

    def order(counted: tuple[Key, int]) -> tuple[int, str]:
        value, label = counted[0]
        return first.index(value) if value in first else len(first), label.casefold()

    return order


def _until(site: Site, asset: Asset) -> date | None:
    return fresh_until(asset, site.handbook.vocabulary) if asset.is_published else None


def _keys(site: Site, asset: Asset, until: date | None) -> dict[str, tuple[Key, ...]]:
    book, say = site.handbook, site.wording.text
    kind = asset.type or ""
    return {
        "type": _one(kind, book.vocabulary.type_label(asset.type)),
        "status": _one(asset.status.value, book.vocabulary.status_label(asset.status)),
        "phase": tuple((word_of(one), book.phases[one].title) for one in asset.phases),
        "persona": tuple((word_of(one), book.personas[one].title) for one in asset.personas),
        "channel": tuple((word_of(one), book.channels[one].title) for one in asset.channels),
        "gated": _one("yes", say("yes")) if asset.gated else _one("no", say("no")),
        "cta": _one("yes", say("yes")) if asset.cta else _one("no", say("no")),
        "owner": _one(slug(asset.owner), asset.owner) if asset.owner else (),
        "language": _one(asset.language or "", site.wording.language_name(asset.language or "")),
        "review": _review(site, until),
        "decision": _one(asset.decision, say(DECISIONS[asset.decision])) if asset.decision else (),
    }


def _one(value: str, label: str) -> tuple[Key, ...]:
    return ((word_of(value), label),) if value else ()


def _review(site: Site, until: date | None) -> tuple[Key, ...]:
    if until is None:
        return ()
    say = site.wording.text
    overdue = until < site.handbook.today
    return _one("overdue", say("overdue")) if overdue else _one("fresh", say("fresh"))


def _row(
    here: Here, asset: Asset, keys: Mapping[str, tuple[Key, ...]], fields: tuple[Field, ...]
) -> CatalogueRow:
    site = here.site
    order = str(tuple(Status).index(asset.status))
    anchor = site.addresses.entity_anchor(asset)
    return CatalogueRow(
        anchor=anchor,
        link=outward(asset.title, asset.url) if anchor else here.asset(asset),
        language=foreign(asset, site),
        kind=status_kind(asset.status),
        status=_field(asset.status_label, order),
        fields=fields,
        keys="|".join(" ".join(value for value, _ in keys[name]) for name in FACETS),
    )


def _fields(
    site: Site, asset: Asset, keys: Mapping[str, tuple[Key, ...]], until: date | None
) -> Iterator[Field]:
    first = list(site.handbook.phases)
    at = min(map(first.index, asset.phases), default=len(first))
    yield _field(_words(keys["type"]))
    yield _field(_words(keys["phase"]), str(at))
    yield _field(_words(keys["persona"]))
    yield _field(_words(keys["channel"]))
    yield _field(str(len(asset.answers)) if asset.answers else "")
    yield _day(site, until, is_overdue=until is not None and until < site.handbook.today)
    yield _field(asset.owner or "")
    yield _day(site, asset.published or asset.due)
    yield _field(yes_or_no(site, value=asset.gated))
    yield _field(asset.cta.text if asset.cta else "")
    yield _field(asset.language or "")


# Most cells of a long catalogue say what others say.
@lru_cache(10_000)
def _field(words: str, order: str = "", *, is_overdue: bool = False) -> Field:
    return Field(words=words, order=order, is_overdue=is_overdue)


def _audited(
    site: Site, keys: Mapping[str, tuple[Key, ...]], used: int | None
) -> tuple[Field, ...]:
    words = "" if used is None else site.wording.number(used)
    order = "" if used is None else str(used)
    return _field(_words(keys["decision"])), _field(words, order)


def _day(site: Site, day: date | None, *, is_overdue: bool = False) -> Field:
    if day is None:
        return _field("")
    words = site.wording.ago(day, site.handbook.today)
    return _field(words, day.isoformat(), is_overdue=is_overdue)


def _words(keys: Iterable[Key]) -> str:
    return ", ".join(label for _, label in keys)


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
