"""The words of a channel matrix: states, counts and what stands out in a cell."""

from collections.abc import Iterator

from journeybook.handbook.index.matrix_facts import CellFacts, CellState, Scope
from journeybook.pages.parts.site import Site
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
    CellState.SERVED: marked("used, and two or more assets are published"),
    CellState.THIN: marked("used, with one asset, or only content on its way"),
    CellState.MISSING: marked("used, and nothing is published"),
    CellState.WASTED: marked("something is published, and nobody comes"),
    CellState.UNUSED: marked("nobody comes, and nothing is published"),
}
_GROUPS = {
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
    return say(_GROUPS[group]) if group in _GROUPS else say("Of no type")


def supply_words(site: Site, cell: CellFacts) -> str:
    """Say how much is published and on its way; nothing where there is neither."""
    return supply_count(site, len(cell.published), len(cell.coming))


def supply_count(site: Site, published: int, coming: int) -> str:
    """Say two counts of content: what is published and what is on its way."""
    count = site.wording.count
    parts = [count("{n} asset", "{n} assets", published)] if published else []
    if coming:
        parts.append(count("{n} coming", "{n} coming", coming))
    return " · ".join(parts)


def use_words(site: Site, cell: CellFacts, scope: Scope) -> str:
    """Say who comes here: how many personas, or how often the only one."""
    say, count = site.wording.text, site.wording.count
    if len(scope.personas) == 1 and cell.users:
        return count("{n} touchpoint", "{n} touchpoints", len(cell.touchpoints))
    if cell.users:
        return count("used by {n}", "used by {n}", len(cell.users))
    if cell.lookers:
        many = len(scope.personas) > 1
        looked = count("looked at by {n}", "looked at by {n}", len(cell.lookers))
        return looked if many else say("looks here")
    return say("used by nobody") if cell.published else ""


def flags(site: Site, cell: CellFacts, scope: Scope) -> Iterator[tuple[str, str]]:
    """Give what stands out in a cell, each as a mark and its words."""
    say = site.wording.text
    if cell.satisfaction is not None and cell.satisfaction < LOW_SATISFACTION:
        mark = site.wording.number(round(cell.satisfaction, 1))
        yield "pain", say("satisfaction {mark}/5", mark=mark)
    if cell.unserved and cell.published and len(scope.personas) > 1:
        names = [site.handbook.personas[one].title for one in cell.unserved]
        yield "missing", say("nothing for {personas}", personas=site.wording.both(names))
