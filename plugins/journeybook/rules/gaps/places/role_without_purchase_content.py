"""Buying role without content in the purchase phase.

No persona that plays some part in the buying group, such as the decider, finds published
content in the phase in which the choice is made: the last phase in which people are still buyers.

A group buys together. Whoever in it gets no answer holds the others up, or says no.

Publish something for that persona and phase, even if it is one page. A persona whose journey
covers the phase is reported there, and not here.
"""

from collections.abc import Iterator, Sequence

from journeybook.codes import Code, Severity
from journeybook.findings import Finding, Ref, RefKind, only
from journeybook.grouping import grouped
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Persona, Phase
from journeybook.handbook.fitting.coverage import coming
from journeybook.rules.engine.asking import ROLES
from journeybook.rules.engine.rule import ClosedBy
from journeybook.rules.engine.scope import Place, stretches
from journeybook.rules.engine.settings import Settings, filling

CODE = Code.ROLE_WITHOUT_PURCHASE_CONTENT
SEVERITY = Severity.MEDIUM
CLOSED_BY = ClosedBy.WRITING


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the parts in the buying group that the purchase phase has nothing for."""
    phase = handbook.deciding_phase
    if phase is None:
        return
    told = {one.persona.id for one in stretches(handbook) if one.phase.id == phase.id}
    people = handbook.personas.values()
    by_role = grouped((role, persona) for persona in people for role in persona.roles)
    for role, personas in by_role.items():
        served = any(handbook.coverage.reaching(one.id, phase.id) for one in personas)
        if not served and not any(one.id in told for one in personas):
            yield _finding(role, personas, phase, handbook, settings)


def _finding(
    role: str, personas: Sequence[Persona], phase: Phase, handbook: Handbook, settings: Settings
) -> Finding:
    say = settings.wording.text
    ids = tuple(one.id for one in personas)
    assets = tuple(one for persona in ids for one in handbook.coverage.assets_at(persona, phase.id))
    return settings.gap(
        CODE,
        say(
            "The {role} in the buying group finds nothing in the phase {phase}: {personas}",
            role=say(ROLES[role]),
            phase=phase.title,
            personas=settings.wording.both(one.title for one in personas),
        ),
        say("publish one page for them, or name them in content that fits"),
        personas[0].span,
        place=Place(personas=ids, phases=(phase.id,)),
        persona=only(ids),
        phase=phase.id,
        subject=Ref(kind=RefKind.ROLE, id=role),
        owner=personas[0].owner,
        being_filled=filling(coming(assets)),
    )
