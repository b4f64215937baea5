"""The words of a channel matrix: states, counts and what stands out in a cell."""

from collections.abc import Iterator

from journeybook.counts.counted import Counted
from journeybook.counts.within import Within
from journeybook.findings import only
from journeybook.handbook.entities import Asset
from journeybook.handbook.fitting.placements import Source
from journeybook.handbook.index.matrix_facts import CellFacts, CellState, Scope
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.tallies import Tally, tallies
from journeybook.pages.parts.ways.links import Here
from journeybook.rules.engine.lacks import lack_names
from journeybook.wording import marked

LOW_SATISFACTION = 2.5

GROUPS = ("owned", "earned", "paid", "personal")

_STATES = {
    CellState.SERVED: marked("Served"),
    CellState.THIN: marked("Thin"),
    CellState.MISSING: marked("Missing"),
    CellState.WASTED: marked("Wasted"),
    CellState.UNUSED: marked("Not used"),
}
_MEANINGS = {
    CellState.SERVED: marked("used, and two or more assets are published that lack nothing"),
    CellState.THIN: marked(
        "used, with one asset, with content that lacks something, or only with content to come"
    ),
    CellState.MISSING: marked("used, and nothing is published for somebody who comes"),
    CellState.WASTED: marked("something is published, and nobody comes"),
    CellState.UNUSED: marked("nobody comes, and nothing is published"),
}
_SOURCES = {
    Source.FILE: marked("its own file says so"),
    Source.TOUCHPOINT: marked("a touchpoint uses it"),
    Source.ANSWER: marked("it answers a question"),
}
CHANNEL_TYPES = {
    "owned": marked("Owned"),
    "earned": marked("Earned"),
    "paid": marked("Paid"),
    "personal": marked("Personal"),
}


def state_word(site: Site, state: CellState) -> str:
    """Say the state of a cell in a word."""
    return site.wording.text(_STATES[state])


def state_meaning(site: Site, state: CellState) -> str:
    """Say what a state means."""
    return site.wording.text(_MEANINGS[state])


def group_word(site: Site, group: str | None) -> str:
    """Say what kind of channel it is: owned, earned, paid or personal."""
    say = site.wording.text
    return say(CHANNEL_TYPES[group]) if group in CHANNEL_TYPES else say("Of no type")


def within_of(scope: Scope, channel: str | None = None, phase: str | None = None) -> Within:
    """Give where the numbers of a matrix, or of a part of it, are counted."""
    alone = None if scope.journey else only(scope.personas)
    return Within(journey=scope.journey, persona=alone, channel=channel, phase=phase)


def supply(here: Here, within: Within) -> tuple[Tally, ...]:
    """Say how much is published and on its way; nothing where there is neither."""
    return tallies(here, (Counted.PUBLISHED, Counted.COMING), within)


def use(here: Here, cell: CellFacts, scope: Scope) -> tuple[Tally, ...]:
    """Say who comes to a cell: how many personas, or how often the only one."""
    within, many = within_of(scope, cell.channel, cell.phase), len(scope.personas) > 1
    if cell.users:
        return tallies(here, (Counted.USERS if many else Counted.TOUCHPOINTS,), within)
    return tallies(here, (Counted.LOOKERS,), within) if many else ()


def use_words(here: Here, cell: CellFacts, scope: Scope) -> str:
    """Say in words who comes to a cell where there is nothing to count."""
    say, alone = here.site.wording.text, len(scope.personas) == 1
    if cell.users or (cell.lookers and not alone):
        return ""
    if cell.lookers:
        return say("looks here")
    unused = say("does not come here") if alone else say("used by nobody")
    return unused if cell.published else ""


def flags(site: Site, cell: CellFacts, scope: Scope) -> Iterator[tuple[str, str]]:
    """Give what stands out in a cell, each as a mark and its words."""
    say = site.wording.text
    if cell.satisfaction is not None and cell.satisfaction < LOW_SATISFACTION:
        mark = site.wording.number(round(cell.satisfaction, 1))
        yield "pain", say("satisfaction {mark}/5", mark=mark)
    if cell.unserved and cell.published and len(scope.personas) > 1:
        names = [site.handbook.personas[one].title for one in cell.unserved]
        yield "missing", say("nothing for {personas}", personas=site.wording.both(names))


def people_words(site: Site, cell: CellFacts) -> str:
    """Say how each persona who comes here is served, such as `Served: Welder · Missing: CFO`."""
    personas = site.handbook.personas
    groups = []
    for state in CellState:
        names = [personas[one].title for one, served in cell.states.items() if served is state]
        if names:
            groups.append(f"{state_word(site, state)}: {site.wording.both(names)}")
    return " · ".join(groups)


def source_words(site: Site, cell: CellFacts, scope: Scope, asset: Asset) -> str:
    """Say what places content here: its own file, touchpoints, or questions it answers."""
    say, coverage = site.wording.text, site.handbook.coverage
    words: dict[str, None] = {}
    for persona in scope.personas:
        key = (persona, cell.phase, cell.channel)
        for placement in coverage.placements.get(key, ()):
            if placement.asset == asset.id:
                words[_SOURCES[placement.source]] = None
    return site.wording.both(say(one) for one in words)


def lacking_words(site: Site, cell: CellFacts, scope: Scope, asset: Asset) -> str:
    """Name what content here lacks, and for whom where that differs."""
    coverage = site.handbook.coverage
    by_lacks: dict[str, list[str]] = {}
    for persona in scope.personas:
        lacks = coverage.lacks_on(persona, cell.phase, asset) if persona in cell.states else ()
        if lacks and asset.is_published:
            names = lack_names(lacks, site.wording)
            by_lacks.setdefault(names, []).append(site.handbook.personas[persona].title)
    if len(scope.personas) == 1:
        return " · ".join(by_lacks)
    return " · ".join(
        site.wording.text("{lacks} for {personas}", lacks=names, personas=site.wording.both(who))
        for names, who in by_lacks.items()
    )
