"""The page of all improvements: impact by term."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from journeybook.handbook.entities import Action
from journeybook.pages.entities.action_page import IMPACTS, KINDS, STATES, TERMS
from journeybook.pages.parts.builder import PageBuilder
from journeybook.pages.parts.entity_parts import Line, Section, joined
from journeybook.pages.parts.figures import progress
from journeybook.pages.parts.filling.renderer import Renderer
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.links import Here

# What is being done stands first, what will not be done last.
_ORDER = ("doing", "planned", "idea", "", "done", "dropped")


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """The improvements of one impact, a cell per term."""

    head: str
    cells: tuple[Section, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionsGrid:
    """The grid, and the improvements that nobody has placed on it yet."""

    columns: tuple[str, ...]
    rows: tuple[GridRow, ...]
    unplaced: Section


def make_actions_grid(site: Site) -> ActionsGrid:
    """Place every improvement of the handbook."""
    here, say = Here(site=site, uri=site.addresses.actions), site.wording.text
    actions = site.handbook.actions.values()
    rows = tuple(
        GridRow(
            head=say(words),
            cells=tuple(
                _section(here, (a for a in actions if (a.impact, a.term) == (impact, term)))
                for term in TERMS
            ),
        )
        for impact, words in IMPACTS.items()
    )
    return ActionsGrid(
        columns=tuple(say(words) for words in TERMS.values()),
        rows=rows,
        unplaced=_section(here, (a for a in actions if not (a.impact and a.term))),
    )


def _section(here: Here, actions: Iterable[Action]) -> Section:
    placed = sorted(actions, key=lambda one: (_ORDER.index(one.status or ""), one.title))
    return Section(title="", lines=tuple(_line(here, one) for one in placed))


def _line(here: Here, action: Action) -> Line:
    status = action.status or ""
    state = here.site.wording.text(STATES[status]) if status in STATES else ""
    return Line(
        link=here.action(action.id),
        kind=KINDS.get(status, "unused"),
        word=state,
        tag=state,
        note=joined(*_notes(here, action)),
    )


def _notes(here: Here, action: Action) -> Iterator[str]:
    say, wording = here.site.wording.text, here.site.wording
    if action.due and action.status not in ("done", "dropped"):
        late = action.due < here.site.handbook.today
        day = wording.day(action.due)
        yield say("was due {day}", day=day) if late else say("due {day}", day=day)
    yield action.owner or say("nobody owns it")
    for figure in action.kpis:
        kpi = progress(here, figure)
        yield say(
            "{kpi}: now {actual}, should be {target}",
            kpi=kpi.name,
            actual=kpi.actual,
            target=kpi.target,
        )


def actions_pages(site: Site, renderer: Renderer) -> Iterator[Page]:
    """Give the page of all improvements, where there are any."""
    if not site.handbook.actions:
        return
    say = site.wording.text
    page = PageBuilder(site, renderer, site.addresses.actions)
    page.prose()
    page.block("grid", "actions/grid.html", make_actions_grid(site), searchable=True)
    yield page.done(
        say("Actions"),
        description=say("All improvements, by what they bring and how soon they can be done."),
    )
