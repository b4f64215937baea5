"""Phase without content.

A persona goes through a phase of its journey and finds no published content there at all.

In that phase the persona hears only from others. Whatever the phases before it won may be lost
here.

Publish content for this persona and phase, starting with the types that the phase expects; or
name both under `personas` and `phases` of content that fits already. If the persona does not come
here, narrow the `scope` of its journey.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Family, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.rules.about import gap_of_stretch
from journeybook.rules.scope import Stretch, stretches
from journeybook.rules.settings import Settings, filling

CODE = Code.PHASE_WITHOUT_CONTENT
FAMILY = Family.GAP
SEVERITY = Severity.HIGH


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the phases in which a persona finds nothing."""
    for stretch in stretches(handbook):
        if not stretch.published:
            yield _finding(stretch, handbook, settings)


def _finding(stretch: Stretch, handbook: Handbook, settings: Settings) -> Finding:
    say = settings.wording.text
    label = handbook.vocabulary.type_label
    types = settings.wording.both(label(one) for one in stretch.phase.expects.types)
    hint = (
        say("start with what this phase expects: {types}", types=types)
        if types
        else say("publish a first asset for this persona and phase")
    )
    return gap_of_stretch(
        settings,
        CODE,
        stretch,
        say(
            "{persona} finds nothing of ours in the phase {phase}",
            persona=stretch.persona.title,
            phase=stretch.phase.title,
        ),
        hint,
        being_filled=filling(stretch.coming),
    )
