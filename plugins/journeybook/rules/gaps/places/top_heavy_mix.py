"""Top-heavy mix.

Most of what a persona can find is meant for the first phase of its journey, or nothing at all is
meant for people who are customers already.

Attention is won and then left alone. Buyers and customers need content as much as people who are
still looking around.

Plan the next pieces for later phases. How large the share of the first phase may be, and from how
many pieces on it is judged, can be set in `rules.yml`.
"""

from collections.abc import Iterator, Sequence
from typing import Annotated

from pydantic import Field

from journeybook.codes import Code, Severity
from journeybook.findings import Finding, Ref, RefKind
from journeybook.grouping import grouped
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Persona
from journeybook.rules.engine.scope import Place, Stretch, stretches
from journeybook.rules.engine.settings import Settings
from journeybook.schema.fields import Written

CODE = Code.TOP_HEAVY_MIX
SEVERITY = Severity.LOW


class Parameters(Written):
    """How much of the mix may lie at its beginning."""

    share: Annotated[int, Field(ge=0, le=100)] = Field(
        60, description="The largest share of the first phase, in percent."
    )
    assets: Annotated[int, Field(ge=1)] = Field(
        5, description="From how many published assets of a persona on the share is judged."
    )


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the personas whose content lies mostly at the beginning of their journey."""
    own = grouped((stretch.persona.id, stretch) for stretch in stretches(handbook))
    for found in own.values():
        everything = {one.id for stretch in found for one in stretch.published}
        if everything and len(found) > 1:
            yield from _first_phase(found, len(everything), settings)
            yield from _customers(found, settings)


def _first_phase(
    found: Sequence[Stretch], everything: int, settings: Settings
) -> Iterator[Finding]:
    first = found[0]
    limits = settings.parameters_of(CODE, Parameters, _place(first.persona))
    share = len(first.published) / everything
    if everything >= limits.assets and share * 100 > limits.share:
        say, percent = settings.wording.text, settings.wording.percent
        message = say(
            "{share} of all content for {persona} is meant for the phase {phase}",
            share=percent(share),
            persona=first.persona.title,
            phase=first.phase.title,
        )
        hint = say("plan the next pieces for later phases")
        yield _finding(first.persona, message, hint, "first-phase", settings)


def _customers(found: Sequence[Stretch], settings: Settings) -> Iterator[Finding]:
    customers = [one for one in found if one.phase.stage == "customer"]
    if customers and not any(one.published for one in customers):
        say, persona = settings.wording.text, found[0].persona
        message = say(
            "Nothing is meant for {persona} once they are customers", persona=persona.title
        )
        hint = say("start with the phase {phase}", phase=customers[0].phase.title)
        yield _finding(persona, message, hint, "customers", settings)


def _finding(
    persona: Persona, message: str, hint: str, subject: str, settings: Settings
) -> Finding:
    return settings.gap(
        CODE,
        message,
        hint,
        persona.span,
        place=_place(persona),
        persona=persona.id,
        subject=Ref(kind=RefKind.CONTENT_MIX, id=subject),
        owner=persona.owner,
    )


def _place(persona: Persona) -> Place:
    return Place(personas=(persona.id,))
