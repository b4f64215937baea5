"""What is behind the cells of a matrix: touchpoints, content and gaps, each linked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

from journeybook.handbook.entities import Asset
from journeybook.handbook.journeys import Touchpoint
from journeybook.views.gap_ledger import Entry, Ledger
from journeybook.views.links import Here, Link
from journeybook.views.matrix import Cells, has_panel, panel_id
from journeybook.views.matrix_facts import CellFacts, Scope
from journeybook.views.matrix_words import state_meaning, state_word
from journeybook.views.states import gap_state
from journeybook.views.touchpoints import feeling_kind, touchpoint_marks

SHOWN = 8
"""So many assets are shown behind a cell before the catalogue takes over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelTouchpoint:
    """A touchpoint behind a cell; `kind` is how it feels."""

    link: Link
    kind: str
    feeling: str
    who: str
    marks: str
    moment_of_truth: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelAsset:
    """An asset behind a cell, with its type and, where it is on its way, its status."""

    link: Link
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelGap:
    """A gap behind a cell."""

    link: Link
    state: str
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """Everything behind one cell."""

    id: str
    title: str
    state: str
    word: str
    meaning: str
    touchpoints: tuple[PanelTouchpoint, ...]
    published: tuple[PanelAsset, ...]
    coming: tuple[PanelAsset, ...]
    more: Link | None
    gaps: tuple[PanelGap, ...]


Gaps = Mapping[tuple[str, str], Sequence[Entry]]


def gaps_by_cell(ledger: Ledger) -> Gaps:
    """Gather gaps by channel and phase, heaviest first."""
    found: dict[tuple[str, str], list[Entry]] = {}
    for entry in ledger.entries:
        for cell in product(entry.bearing.channels, entry.bearing.phases):
            found.setdefault(cell, []).append(entry)
    return found


def make_panels(here: Here, scope: Scope, cells: Cells, gaps: Gaps) -> Iterator[Panel]:
    """Give what is behind every cell that has something behind it."""
    return (_panel(here, scope, cell, gaps) for cell in cells.values() if has_panel(cell))


def _panel(here: Here, scope: Scope, cell: CellFacts, gaps: Gaps) -> Panel:
    book, say = here.site.handbook, here.site.wording.text
    channel, phase = book.channels[cell.channel], book.phases[cell.phase]
    shown = cell.published[:SHOWN], cell.coming[:SHOWN]
    rest = len(cell.published) + len(cell.coming) - len(shown[0]) - len(shown[1])
    return Panel(
        id=panel_id(cell),
        title=say("{channel} in {phase}", channel=channel.title, phase=phase.title),
        state=cell.state.value,
        word=state_word(here.site, cell.state),
        meaning=state_meaning(here.site, cell.state),
        touchpoints=tuple(_touchpoint(here, scope, one) for one in cell.touchpoints),
        published=tuple(_asset(here, one) for one in shown[0]),
        coming=tuple(_asset(here, one) for one in shown[1]),
        more=_more(here, scope, cell) if rest else None,
        gaps=tuple(_gap(here, one) for one in islice(_gaps(scope, cell, gaps), SHOWN)),
    )


def _touchpoint(here: Here, scope: Scope, one: Touchpoint) -> PanelTouchpoint:
    names = [here.site.handbook.personas[each].title for each in one.personas]
    kind, feeling = feeling_kind(here.site, one.emotion)
    return PanelTouchpoint(
        link=here.statement(one),
        kind=kind,
        feeling=feeling,
        who=", ".join(names) if len(scope.personas) > 1 else "",
        marks=touchpoint_marks(here.site, one),
        moment_of_truth=one.moment_of_truth,
    )


def _asset(here: Here, asset: Asset) -> PanelAsset:
    parts = [here.site.handbook.vocabulary.type_label(asset.type)]
    if not asset.is_published:
        parts.append(asset.status_label)
        parts.append(here.site.wording.day(asset.due) if asset.due else "")
    return PanelAsset(link=here.asset(asset), note=" · ".join(part for part in parts if part))


def _more(here: Here, scope: Scope, cell: CellFacts) -> Link:
    count = len(cell.published) + len(cell.coming)
    text = here.site.wording.count(
        "The {n} asset in the catalogue", "All {n} assets in the catalogue", count
    )
    filters = {"channel": cell.channel, "phase": cell.phase}
    if len(scope.personas) == 1:
        filters["persona"] = scope.personas[0]
    return here.catalogue(text, **filters)


def _gaps(scope: Scope, cell: CellFacts, gaps: Gaps) -> Iterator[Entry]:
    for entry in gaps.get((cell.channel, cell.phase), ()):
        fits = any(one in scope.personas for one in entry.bearing.personas)
        if fits and scope.journey in (None, entry.finding.journey):
            yield entry


def _gap(here: Here, entry: Entry) -> PanelGap:
    state, word = gap_state(here.site, entry.finding)
    return PanelGap(link=here.gap(entry.finding, entry.home), state=state, word=word)
