"""Content counted by type or language, and by phase."""

from collections.abc import Callable
from dataclasses import dataclass

from journeybook.handbook.entities import Asset
from journeybook.handbook.vocabulary import Status
from journeybook.pages.parts.charts import Bubble, BubbleChart, BubbleRow, Key
from journeybook.pages.parts.links import Here
from journeybook.pages.parts.site import Site

UNSAID = ""

Counted = dict[tuple[str, str], dict[str, list[Asset]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountCell:
    """How much is published and on its way; `href` leads to it in the catalogue."""

    published: str
    coming: str
    href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRow:
    """Counts over all phases; `meaning` tells what the label means."""

    label: str
    meaning: str
    cells: tuple[CountCell, ...]
    total: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountTable:
    """Counts of content, by phase in columns."""

    caption: str
    corner: str
    rows: tuple[CountRow, ...]
    file: str


def by_type(here: Here) -> Counted:
    """Gather content by type and phase, the most frequent type first."""
    label = here.site.handbook.vocabulary.type_label
    unsaid = here.site.wording.text("no type")
    return _counted(here, lambda one: (one.type or UNSAID, label(one.type) or unsaid))


def by_language(here: Here) -> Counted:
    """Gather content by language and phase, the most frequent language first."""
    wording = here.site.wording
    unsaid = wording.text("no language")
    return _counted(
        here,
        lambda one: (
            one.language or UNSAID,
            wording.language_name(one.language) if one.language else unsaid,
        ),
    )


def _counted(here: Here, key: Callable[[Asset], tuple[str, str]]) -> Counted:
    # By what they are, then by phase, the most frequent first.
    found: Counted = {}
    for asset in here.site.handbook.assets.values():
        if asset.status is Status.RETIRED:
            continue
        places = found.setdefault(key(asset), {})
        for phase in asset.phases:
            places.setdefault(phase, []).append(asset)
    size = {name: sum(map(len, places.values())) for name, places in found.items()}
    return dict(sorted(found.items(), key=lambda one: (-size[one[0]], one[0][1].casefold())))


def bubble_chart(site: Site, counted: Counted) -> BubbleChart:
    """Draw how much content of each type there is in each phase."""
    say, phases = site.wording.text, site.handbook.phases
    return BubbleChart(
        name="types",
        title=say("Content by type and phase"),
        description=say("A bubble for each type in each phase, as large as there is content."),
        columns=tuple(one.title for one in phases.values()),
        rows=tuple(
            BubbleRow(
                label=label,
                bubbles=tuple(_bubble(places.get(phase, [])) for phase in phases),
            )
            for (_, label), places in counted.items()
        ),
        keys=(
            Key(kind="published", word=say("published")),
            Key(kind="coming", word=say("coming")),
        ),
    )


def _bubble(assets: list[Asset]) -> Bubble:
    live = sum(one.is_published for one in assets)
    return Bubble(published=live, coming=len(assets) - live)


def count_table(here: Here, caption: str, corner: str, counted: Counted, facet: str) -> CountTable:
    """Count content by phase; each count leads to the catalogue."""
    number, phases = here.site.wording.number, here.site.handbook.phases
    meanings = here.site.handbook.vocabulary.definitions()
    rows = []
    for (identifier, label), places in counted.items():
        cells = []
        for phase in phases:
            one = _bubble(places.get(phase, []))
            there = here.catalogue("", **{facet: identifier, "phase": phase}).href
            filled = one.published or one.coming
            cells.append(
                CountCell(
                    published=number(one.published) if one.published else "",
                    coming=f"+{number(one.coming)}" if one.coming else "",
                    href=there if filled and identifier else None,
                )
            )
        every = {asset.id for assets in places.values() for asset in assets}
        rows.append(
            CountRow(
                label=label,
                meaning=meanings.get(label, ""),
                cells=tuple(cells),
                total=number(len(every)),
            )
        )
    file = here.site.addresses.languages if facet == "language" else here.site.addresses.types
    return CountTable(
        caption=caption,
        corner=corner,
        rows=tuple(rows),
        file=here.site.file_href(here.uri, file),
    )
