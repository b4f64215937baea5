"""Phase without content.

A persona goes through a phase of its journey and finds no published content there at all, and
none is on its way.

In that phase the persona hears only from others. Whatever the phases before it won may be lost
here.

Publish content for this persona and phase, starting with the types that the phase expects; or
name both under `personas` and `phases` of content that fits already. If the persona does not come
here, narrow the `scope` of its journey.
"""

from collections.abc import Iterator

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.rules.engine.about import gap_of_stretch
from journeybook.rules.engine.rule import ClosedBy
from journeybook.rules.engine.scope import Stretch, stretches
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.PHASE_WITHOUT_CONTENT
SEVERITY = Severity.HIGH
CLOSED_BY = ClosedBy.WRITING


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the phases in which a persona finds nothing."""
    message = marked("Nothing is published for {persona} in the phase {phase}")
    for stretch in stretches(handbook):
        if not stretch.published and not stretch.coming:
            hint = _hint(stretch, handbook, settings)
            yield gap_of_stretch(settings, CODE, stretch, message, hint)


def _hint(stretch: Stretch, handbook: Handbook, settings: Settings) -> str:
    say, label = settings.wording.text, handbook.vocabulary.type_label
    # What nobody said whom it is for may well be what is missed here.
    if untagged := handbook.untagged_in(stretch.phase.id):
        return settings.wording.count(
            "say first whom {n} piece of this phase is for, which is for nobody yet",
            "say first whom {n} pieces of this phase are for, which are for nobody yet",
            untagged,
        )
    if untagged := handbook.untagged_in(""):
        return settings.wording.count(
            "say first whom {n} piece is for, and in which phase, which nobody has said yet",
            "say first whom {n} pieces are for, and in which phase, which nobody has said yet",
            untagged,
        )
    types = settings.wording.both(label(one) for one in stretch.expects.types)
    if types:
        return say("start with what this phase expects: {types}", types=types)
    return say("publish a first asset for this persona and phase")
