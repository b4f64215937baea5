"""What if: how the handbook would stand after some fixes, or once all that is planned is out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from journeybook.counts.counted import Counted
from journeybook.counts.counting import Counts
from journeybook.counts.definitions import DEFINITIONS
from journeybook.counts.within import EVERYTHING, Within
from journeybook.handbook.book import Handbook
from journeybook.handbook.index.matrix_facts import CellFacts
from journeybook.handbook.index.walk import Walk
from journeybook.pages.briefs.trial import Trial, after_fixes, after_publishing
from journeybook.pages.gaps.fix_words import loud_fixes, title_of
from journeybook.pages.matrix.matrix_words import state_word
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.links import Here, Link
from journeybook.pages.walks.words import how_far

FIRST = 3
"""How many of the first fixes are tried."""

_MOST_NAMED = 12
_OF_PERSONAS = (Counted.ANSWERED, Counted.SERVED)
_FIGURES = (Counted.ANSWERED, Counted.LACKING, Counted.SERVED, Counted.MISSING, Counted.PUBLISHED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A figure, or the state of a place, as it is today and as it would be."""

    name: str
    before: str
    after: str

    @property
    def moves(self) -> bool:
        """Whether it would be another."""
        return self.before != self.after


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonaOutlook:
    """A persona: the figures that change, and how far it gets today and would get then."""

    persona: Link
    figures: tuple[Change, ...]
    walk: Change

    @property
    def moves(self) -> bool:
        """Whether anything of it would be another."""
        return bool(self.figures) or self.walk.moves


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What would change: the coverage, the walk of each persona, and the channel matrix."""

    figures: tuple[Change, ...]
    personas: tuple[PersonaOutlook, ...]
    places: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """Something that may be done: what it is, what comes of it, and what nobody can foresee."""

    anchor: str
    title: str
    done: tuple[Link, ...]
    more: str
    untold: tuple[Link, ...]
    outlook: Outlook


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """The page: what may be done first, and what is planned."""

    uri: str
    title: str
    lead: str
    scenarios: tuple[Scenario, ...]


def what_if(site: Site) -> WhatIf:
    """Try the first fixes, and then all that is planned."""
    say, here = site.wording.text, Here(site=site, uri=site.addresses.what_if)
    return WhatIf(
        uri=here.uri,
        title=say("What if"),
        lead=say(
            "What would change if the first fixes were done, or all that is planned came out. "
            "Both were tried on a copy of the handbook, which was judged anew; the command "
            "journeybook plan tries any other fixes."
        ),
        scenarios=tuple(_scenarios(here)),
    )


def _scenarios(here: Here) -> Iterator[Scenario]:
    site, count = here.site, here.site.wording.count
    fixes = loud_fixes(site.fixes.all)[:FIRST]
    if fixes:
        trial = after_fixes(site, fixes)
        names = {fix.fingerprint: here.gap(fix.entries[0], title_of(fix, site)) for fix in fixes}
        yield Scenario(
            anchor="first",
            title=count("After the first fix", "After the first {n} fixes", len(fixes)),
            done=tuple(names.values()),
            more="",
            untold=tuple(names[fix.fingerprint] for fix in trial.untold),
            outlook=outlook(trial, here),
        )
    coming = [one for one in site.handbook.assets.values() if one.status.is_coming]
    if coming:
        yield Scenario(
            anchor="planned",
            title=site.wording.text("Once all that is planned is published"),
            done=tuple(here.asset(one) for one in coming[:_MOST_NAMED]),
            more=site.wording.and_more(len(coming) - _MOST_NAMED),
            untold=(),
            outlook=outlook(after_publishing(site), here),
        )


def outlook(trial: Trial, here: Here) -> Outlook:
    """Hold the handbook as it would be against that of today."""
    return Outlook(
        figures=tuple(_figures(trial, EVERYTHING)),
        personas=tuple(_personas(trial, here)),
        places=tuple(_places(trial)),
    )


def _figures(trial: Trial, within: Within) -> Iterator[Change]:
    site = trial.before
    for figure in _FIGURES if within == EVERYTHING else _OF_PERSONAS:
        old, new = (_number(figure, counts, within, site) for counts in (site.counts, trial.counts))
        yield Change(name=site.wording.text(DEFINITIONS[figure].name), before=old, after=new)
    if within == EVERYTHING:
        yield _through(trial)


def _number(figure: Counted, counts: Counts, within: Within, site: Site) -> str:
    number, whole = site.wording.number(counts.of(figure, within)), counts.whole_of(figure, within)
    if whole is None:
        return number
    return site.wording.text("{part} of {n}", part=number, n=site.wording.number(whole))


def _through(trial: Trial) -> Change:
    site, say, number = trial.before, trial.before.wording.text, trial.before.wording.number
    old, new = (
        say(
            "{part} of {n}",
            part=number(sum(walk.broken is None for walk in walks.values())),
            n=number(len(walks)),
        )
        for walks in (site.walks, trial.walks)
    )
    return Change(name=say("Personas who get all the way"), before=old, after=new)


def _personas(trial: Trial, here: Here) -> Iterator[PersonaOutlook]:
    site = here.site
    for persona in site.handbook.personas.values():
        figures = _figures(trial, Within(persona=persona.id))
        yield PersonaOutlook(
            persona=here.page(site.addresses.gaps_of_persona(persona.id), persona.title),
            figures=tuple(one for one in figures if one.moves),
            walk=Change(
                name=persona.title,
                before=_walked(persona.id, site.walks, site.handbook, site),
                after=_walked(persona.id, trial.walks, trial.handbook, site),
            ),
        )


def _walked(persona: str, walks: Mapping[str, Walk], book: Handbook, site: Site) -> str:
    if persona not in walks:
        return site.wording.text("{persona} has no journey.", persona=book.personas[persona].title)
    return how_far(walks[persona], book, site.wording)


def _places(trial: Trial) -> Iterator[Change]:
    """Give the cells of the channel matrix in which anything changes, as the matrix names them."""
    site = trial.before
    then = {(one.channel, one.phase): one for one in trial.counts.cells(EVERYTHING)}
    for cell in site.counts.cells(EVERYTHING):
        channel = site.handbook.channels[cell.channel].title
        change = Change(
            name=f"{channel} · {site.handbook.phases[cell.phase].title}",
            before=_state(cell, site),
            after=_state(then[cell.channel, cell.phase], site),
        )
        if change.moves:
            yield change


def _state(cell: CellFacts, site: Site) -> str:
    return site.wording.text(
        "{state}, {part} of {n} served",
        state=state_word(site, cell.state),
        part=site.wording.number(len(cell.served)),
        n=site.wording.number(len(cell.states)),
    )
