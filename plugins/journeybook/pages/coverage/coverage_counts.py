"""Content counted by type or language, and by phase."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from journeybook.counts.counted import Counted
from journeybook.counts.within import Within
from journeybook.handbook.vocabulary import Status
from journeybook.pages.parts.drawing.charts import Bubble, BubbleChart, BubbleRow, Key
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.tallies import Tally, tally
from journeybook.pages.parts.ways.links import Here

Kinds = Mapping[str, Within]
"""Where each kind of content is counted, by its label, the most frequent kind first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountCell:
    """How much is published and on its way; what is published leads to the catalogue."""

    published: Tally
    coming: Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRow:
    """Counts over all phases; `meaning` tells what the label means."""

    label: str
    meaning: str
    cells: tuple[CountCell, ...]
    total: CountCell


@dataclass(frozen=True, slots=True, kw_only=True)
class CountTable:
    """Counts of content, by phase in columns."""

    caption: str
    corner: str
    rows: tuple[CountRow, ...]
    file: str

    @property
    def meanings(self) -> tuple[str, ...]:
        """What the words mean that its rows are called by."""
        return tuple(f"{row.label}: {row.meaning}" for row in self.rows if row.meaning)


def by_type(site: Site) -> Kinds:
    """Give every type of content that is there or coming."""
    label, unsaid = site.handbook.vocabulary.type_label, site.wording.text("no type")
    known = {one.type or "" for one in site.handbook.assets.values()}
    return _frequent(site, {label(one) or unsaid: Within(type=one) for one in known})


def by_language(site: Site) -> Kinds:
    """Give every language of content that is there or coming."""
    name, unsaid = site.wording.language_name, site.wording.text("no language")
    known = {one.language or "" for one in site.handbook.assets.values()}
    return _frequent(site, {name(one) if one else unsaid: Within(language=one) for one in known})


def _frequent(site: Site, kinds: Kinds) -> Kinds:
    sizes = {label: _size(site, within) for label, within in kinds.items()}
    order = sorted(kinds, key=lambda label: (-sizes[label], label.casefold()))
    return {label: kinds[label] for label in order if sizes[label]}


def _size(site: Site, within: Within) -> int:
    return sum(site.counts.of(what, within) for what in (Counted.PUBLISHED, Counted.COMING))


def bubble_chart(site: Site, kinds: Kinds) -> BubbleChart:
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
                bubbles=tuple(_bubble(site, within._replace(phase=phase)) for phase in phases),
            )
            for label, within in kinds.items()
        ),
        keys=(Key(kind="published", word=say("published")), Key(kind="coming", word=say("coming"))),
    )


def _bubble(site: Site, within: Within) -> Bubble:
    return Bubble(
        published=site.counts.of(Counted.PUBLISHED, within),
        coming=site.counts.of(Counted.COMING, within),
    )


def count_table(here: Here, caption: str, corner: str, kinds: Kinds, file: str) -> CountTable:
    """Count content by phase; what is published leads to the catalogue."""
    meanings = here.site.handbook.vocabulary.definitions()
    return CountTable(
        caption=caption,
        corner=corner,
        rows=tuple(
            CountRow(
                label=label,
                meaning=meanings.get(label, ""),
                cells=tuple(_cells(here, within)),
                total=_cell(here, within),
            )
            for label, within in kinds.items()
        ),
        file=here.site.file_href(here.uri, file),
    )


def _cells(here: Here, kind: Within) -> Iterator[CountCell]:
    for phase in here.site.handbook.phases:
        yield _cell(here, kind._replace(phase=phase))


def _cell(here: Here, within: Within) -> CountCell:
    named = dict(within.named)
    there = here.catalogue("", **named, status=Status.PUBLISHED.value).href
    # The catalogue has no filter for what says no type or language.
    leads = all(named.values()) and here.site.counts.of(Counted.PUBLISHED, within)
    return CountCell(
        published=tally(here, Counted.PUBLISHED, within, there if leads else None),
        coming=tally(here, Counted.COMING, within),
    )
