"""Assumption.

A statement about customers, a feeling included, that no research shows.

Assumptions are fine to start with. Decisions that rest on them may turn out wrong, so they should
be known and tested, the most important ones first.

Ask customers, describe the research in `research/`, and name it under `evidence` of the
statement. A statement that a persona inherits is reported once, where it is written.
"""

from collections.abc import Iterator

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Persona
from journeybook.rules.engine.about import Said, gap_of_statement
from journeybook.rules.engine.rule import FixKind
from journeybook.rules.engine.scope import Place
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.ASSUMPTION
SEVERITY = Severity.LOW
FIX = FixKind.PROCESS
BUTTON = marked("Add evidence")
IS_MARK = True

MESSAGE = marked("Nothing shows yet that this is so: “{statement}”")
HINT = marked("test it, and name the research that shows it")


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the statements and feelings that no research shows."""
    say = settings.wording.text
    for journey, step in handbook.steps:
        for statement in step.statements:
            if statement.is_assumption:
                said = Said(journey=journey, step=step, statement=statement)
                message = say(MESSAGE, statement=statement.text)
                yield gap_of_statement(settings, CODE, said, message, say(HINT))
        for emotion in step.emotions:
            feeling = emotion.label or (f"{emotion.score:+}" if emotion.score is not None else "")
            if emotion.is_assumption and feeling:
                said = Said(journey=journey, step=step, statement=emotion)
                message = say("Nothing shows yet that it feels “{feeling}” here", feeling=feeling)
                yield gap_of_statement(settings, CODE, said, message, say(HINT))
    for persona in handbook.personas.values():
        yield from _of_persona(persona, settings)


def _of_persona(persona: Persona, settings: Settings) -> Iterator[Finding]:
    say = settings.wording.text
    for one in (*persona.goals, *persona.pains):
        if one.is_assumption and one.inherited_from is None:
            yield settings.gap(
                CODE,
                say(MESSAGE, statement=one.text),
                say(HINT),
                one.span,
                place=Place(personas=(persona.id,)),
                persona=persona.id,
                subject=one.ref,
                owner=persona.owner,
            )
