"""Tells what a plan would change: the figures, and how far each persona gets."""

from collections.abc import Iterator, Sequence

from journeybook.counts.definitions import Counted, words_of
from journeybook.counts.within import EVERYTHING, Within
from journeybook.fixes.fix import Fix
from journeybook.pages.gaps.fix_item import KINDS, people, phases_of, title_of
from journeybook.pages.gaps.words import points_words
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.states import EFFORTS
from journeybook.pages.walks.words import how_far
from journeybook.planning.trial import Trial

_FIGURES = (Counted.OPEN_GAPS, Counted.ANSWERED, Counted.SERVED)


def plan_lines(fixes: Sequence[Fix], site: Site) -> Iterator[str]:
    """Say what is to be done, one line for each fix."""
    say, count = site.wording.text, site.wording.count
    for at, fix in enumerate(fixes, start=1):
        facts = (
            say(KINDS[fix.kind]),
            say("effort {effort}", effort=say(EFFORTS[fix.effort])),
            points_words(fix.value, site),
            count("closes {n} gap", "closes {n} gaps", len(fix.entries)),
            people(fix, site),
            site.wording.both(phases_of(fix, site)),
            fix.owner or say("no owner"),
        )
        told = ", ".join(fact for fact in facts if fact)
        yield f"{at}. {title_of(fix, site)} ({told}) {fix.fingerprint}"


def outcome_lines(before: Site, trial: Trial) -> Iterator[str]:
    """Say what the handbook would be like: all figures, each persona, and each walk."""
    after, say = trial.after.site, before.wording.text
    yield say("What would change:")
    yield from (f"  {line}" for line in _figures(before, after, EVERYTHING))
    for persona in before.handbook.personas.values():
        within = Within(persona=persona.id)
        lines = [*_figures(before, after, within), *_walk(before, after, persona.id)]
        if lines:
            yield f"  {persona.title}"
            yield from (f"    {line}" for line in lines)
    if trial.untold:
        yield say("What comes of these, nobody can tell beforehand:")
        yield from (f"  {title_of(fix, before)}" for fix in trial.untold)


def _figures(before: Site, after: Site, within: Within) -> Iterator[str]:
    for figure in _FIGURES:
        old, new = (_words(figure, site, within) for site in (before, after))
        if old != new:
            yield f"{old} → {new}"


def _words(figure: Counted, site: Site, within: Within) -> str:
    whole = {Counted.ANSWERED: Counted.QUESTIONS, Counted.SERVED: Counted.PLACES}.get(figure)
    number = site.counts.of(figure, within)
    every = site.counts.of(whole, within) if whole else None
    return words_of(figure, number, every, site.wording)


def _walk(before: Site, after: Site, persona: str) -> Iterator[str]:
    old, new = before.walks.get(persona), after.walks.get(persona)
    if old and new and old.length != new.length:
        yield how_far(new, after.handbook, after.wording)
