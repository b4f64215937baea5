"""No next step.

None of the published content that a persona finds in a phase leads on to published content of a
later phase.

People who are convinced look for the next step and find the end of a page.

Name under `next` of one of these assets what the reader should see after it. The last phase of a
journey needs none.
"""

from collections.abc import Iterator

from journeybook.findings import Code, Finding, Severity
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Asset
from journeybook.rules.engine.about import gap_of_stretch
from journeybook.rules.engine.scope import Stretch, stretches
from journeybook.rules.engine.settings import Settings

CODE = Code.NO_NEXT_STEP
SEVERITY = Severity.LOW


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the phases from which no content leads a persona on."""
    own: dict[str, list[Stretch]] = {}
    for stretch in stretches(handbook):
        own.setdefault(stretch.persona.id, []).append(stretch)
    for found in own.values():
        for at, stretch in enumerate(found):
            later = {one.id for after in found[at + 1 :] for one in after.published}
            # Where nothing is published before or behind the step, that is what is missing.
            ahead = later - {one.id for one in stretch.published}
            leads = {identifier for one in stretch.published for identifier in one.next}
            if stretch.published and ahead and not leads & later:
                following = next(
                    one for after in found[at + 1 :] for one in after.published if one.id in ahead
                )
                yield _finding(stretch, following, settings)


def _finding(stretch: Stretch, following: Asset, settings: Settings) -> Finding:
    say = settings.wording.text
    return gap_of_stretch(
        settings,
        CODE,
        stretch,
        say(
            "Nothing leads {persona} on from the phase {phase}",
            persona=stretch.persona.title,
            phase=stretch.phase.title,
        ),
        say("let one of the assets there lead on to “{asset}”", asset=following.title),
    )
