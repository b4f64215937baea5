"""What is behind the cells of a matrix: touchpoints, content and gaps, each linked."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from journeybook.findings import only
from journeybook.gaps.ledger import Entry, Ledger
from journeybook.handbook.entities import Asset
from journeybook.handbook.index.matrix_facts import CellFacts, Scope
from journeybook.handbook.journeys import Touchpoint
from journeybook.pages.matrix.matrix import Cells, has_panel
from journeybook.pages.matrix.matrix_words import (
    lacking_words,
    people_words,
    source_words,
    state_meaning,
    state_word,
)
from journeybook.pages.parts.entity_parts import Line, joined, titles
from journeybook.pages.parts.ways.links import Here, Link
from journeybook.pages.parts.words.states import (
    feeling_kind,
    gap_state,
    status_kind,
    touchpoint_marks,
)

_SHOWN = 8
"""So many assets are shown behind a cell before the catalogue takes over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """Everything behind one cell."""

    id: str
    title: str
    state: str
    word: str
    meaning: str
    people: str
    touchpoints: tuple[Line, ...]
    content: tuple[Line, ...]
    more: Link | None
    gaps: tuple[Line, ...]


def make_panels(here: Here, scope: Scope, cells: Cells) -> Iterator[Panel]:
    """Give what is behind every cell that has something behind it."""
    return (_panel(here, scope, cell) for cell in cells.values() if has_panel(cell))


def _panel(here: Here, scope: Scope, cell: CellFacts) -> Panel:
    book, say = here.site.handbook, here.site.wording.text
    channel, phase = book.channels[cell.channel], book.phases[cell.phase]
    shown = (*cell.published[:_SHOWN], *cell.coming[:_SHOWN])
    rest = len(cell.published) + len(cell.coming) - len(shown)
    return Panel(
        id=here.site.addresses.cell_anchor(cell.channel, cell.phase),
        title=say("{channel} in {phase}", channel=channel.title, phase=phase.title),
        state=cell.state.value,
        word=state_word(here.site, cell.state),
        meaning=state_meaning(here.site, cell.state),
        people=people_words(here.site, cell) if len(scope.personas) > 1 else "",
        touchpoints=tuple(_touchpoint(here, scope, one) for one in cell.touchpoints),
        content=tuple(_asset(here, scope, cell, one) for one in shown),
        more=_more(here, scope, cell) if rest else None,
        gaps=tuple(_gap(here, one) for one in islice(_gaps(here.site.ledger, scope, cell), _SHOWN)),
    )


def _touchpoint(here: Here, scope: Scope, one: Touchpoint) -> Line:
    who = titles(here, one.personas) if len(scope.personas) > 1 else ""
    kind, feeling = feeling_kind(here.site, one.emotion)
    return Line(
        link=here.statement(one),
        kind=kind,
        note=joined(who, touchpoint_marks(here.site, one)),
        word=feeling,
        moment=one.moment_of_truth,
    )


def _asset(here: Here, scope: Scope, cell: CellFacts, asset: Asset) -> Line:
    kind = here.site.handbook.vocabulary.type_label(asset.type)
    due = here.site.wording.day(asset.due) if asset.due else ""
    return Line(
        link=here.asset(asset),
        kind=status_kind(asset.status),
        note=joined(
            kind,
            "" if asset.is_published else joined(asset.status_label, due),
            lacking_words(here.site, cell, scope, asset),
            source_words(here.site, cell, scope, asset),
        ),
    )


def _more(here: Here, scope: Scope, cell: CellFacts) -> Link:
    text = here.site.wording.text("More in the catalogue")
    filters = {"channel": cell.channel, "phase": cell.phase}
    if persona := only(scope.personas):
        filters["persona"] = persona
    return here.catalogue(text, **filters)


def _gaps(ledger: Ledger, scope: Scope, cell: CellFacts) -> Iterator[Entry]:
    persona = only(scope.personas)
    named = {"persona": persona} if persona else {}
    for entry in ledger.of(channel=cell.channel, phase=cell.phase, **named):
        fits = any(one in scope.personas for one in entry.bearing.personas)
        if fits and scope.journey in (None, entry.finding.journey):
            yield entry


def _gap(here: Here, entry: Entry) -> Line:
    state, word = gap_state(here.site, entry.finding)
    return Line(link=here.gap(entry), kind=state, note=word)
