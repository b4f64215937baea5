"""Persona that rests on assumptions alone.

Research shows nothing of what is said of a persona: no goal and no pain, and nothing in its
journeys.

Whatever is decided for this persona rests on what colleagues think of it.

Talk to three to five of these customers, describe the talks in `research/`, and name them under
`evidence`.
"""

from collections.abc import Iterator

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Persona
from journeybook.handbook.strength import Support
from journeybook.rules.engine.rule import FixKind
from journeybook.rules.engine.scope import Place
from journeybook.rules.engine.settings import Settings

CODE = Code.PERSONA_ON_ASSUMPTIONS
SEVERITY = Severity.MEDIUM
FIX = FixKind.PROCESS


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the personas of which research shows nothing."""
    say = settings.wording.text
    for persona in handbook.personas.values():
        support = tuple(_support(persona, handbook))
        if support and all(one.is_assumption for one in support):
            yield settings.gap(
                CODE,
                say("All that is said of {persona} is assumed", persona=persona.title),
                say("talk to some of these customers, and name the talks as evidence"),
                persona.span,
                place=Place(personas=(persona.id,)),
                persona=persona.id,
                owner=persona.owner,
            )


def _support(persona: Persona, handbook: Handbook) -> Iterator[Support]:
    yield from (one.support for one in (*persona.goals, *persona.pains))
    for step in handbook.steps_of(persona.id):
        yield from (one.support for one in step.statements if persona.id in one.personas)
        yield from (one.support for one in step.emotions if persona.id in one.personas)
