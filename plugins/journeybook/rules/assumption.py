"""Assumption.

A statement about customers, a feeling included, that no research shows.

Assumptions are fine to start with. Decisions that rest on them may turn out wrong, so they should
be known and tested, the most important ones first.

Ask customers, describe the research in `research/`, and name it under `evidence` of the
statement. A statement that a persona inherits is reported once, where it is written.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Statement
from journeybook.handbook.journeys import Emotion
from journeybook.rules.about import Said, gap_of_statement
from journeybook.rules.place import Place
from journeybook.rules.settings import Settings

CODE = Code.ASSUMPTION
FAMILY = Family.GAP
SEVERITY = Severity.LOW


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the statements and feelings that no research shows."""
    say = settings.wording.text
    hint = say("test it, and name the research that shows it")
    for journey, step in handbook.steps:
        everything: tuple[Statement | Emotion, ...] = (*step.statements, *step.emotions)
        for one in everything:
            if one.is_assumption and _text(one):
                message = say(
                    "Nothing shows yet that this is so: “{statement}”", statement=_text(one)
                )
                said = Said(journey=journey, step=step, statement=one)
                yield gap_of_statement(settings, CODE, said, message, hint)
    for persona in handbook.personas.values():
        for one in (*persona.goals, *persona.pains):
            if one.is_assumption and one.inherited_from is None:
                message = say(
                    "Nothing shows yet that this is so: “{statement}”", statement=one.text
                )
                yield settings.gap(
                    CODE,
                    message,
                    hint,
                    one.span,
                    place=Place(personas=(persona.id,)),
                    persona=persona.id,
                    subject=one.id,
                    owner=persona.owner,
                )


def _text(one: Statement | Emotion) -> str:
    if isinstance(one, Statement):
        return one.text
    return one.label or ("" if one.score is None else f"{one.score:+}")
