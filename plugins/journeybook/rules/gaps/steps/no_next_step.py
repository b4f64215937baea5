"""No next step.

None of the published content that a persona finds in a phase leads on to published content of a
later phase; or what it leads to is not published yet.

People who are convinced look for the next step and find the end of a page.

Name under `next` of one of these assets what the reader should see after it. The last phase of a
journey needs none.
"""

from collections.abc import Iterator, Sequence

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.grouping import grouped
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Asset
from journeybook.handbook.fitting.coverage import coming
from journeybook.rules.engine.about import gap_of_stretch
from journeybook.rules.engine.rule import FixKind
from journeybook.rules.engine.scope import Stretch, stretches
from journeybook.rules.engine.settings import Settings, filling
from journeybook.wording import marked

CODE = Code.NO_NEXT_STEP
SEVERITY = Severity.LOW
FIX = FixKind.LINK


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the phases from which no content leads a persona on."""
    own = grouped((stretch.persona.id, stretch) for stretch in stretches(handbook))
    for found in own.values():
        for at, stretch in enumerate(found):
            if stretch.published:
                yield from _from(stretch, found[at + 1 :], handbook, settings)


def _from(
    stretch: Stretch, ahead: Sequence[Stretch], handbook: Handbook, settings: Settings
) -> Iterator[Finding]:
    here = {asset.id for asset in stretch.published}
    later = {asset.id: asset for after in ahead for asset in after.published}
    leads = {asset.id: asset for asset in _leads(stretch, handbook)}
    is_untold = bool(here) and not stretch.tells("next")
    if is_untold or leads.keys() & later.keys():
        return
    # Where nothing is published before or behind the step, that is what is missing.
    following = next((asset for asset in later.values() if asset.id not in here), None)
    hoped = coming(leads.values())
    if following or (ahead and hoped):
        yield _finding(stretch, following, hoped, settings)


def _leads(stretch: Stretch, handbook: Handbook) -> Iterator[Asset]:
    return (handbook.assets[after] for asset in stretch.published for after in asset.next)


def _finding(
    stretch: Stretch, following: Asset | None, hoped: tuple[Asset, ...], settings: Settings
) -> Finding:
    say = settings.wording.text
    message, hint = marked("Nothing leads {persona} on from the phase {phase}"), ""
    if following:
        hint = say("let one of the assets there lead on to “{asset}”", asset=following.title)
    if hoped:
        message = marked("What leads {persona} on from the phase {phase} is not published yet")
        hint = say("publish “{asset}”, to which content there leads", asset=hoped[0].title)
    return gap_of_stretch(settings, CODE, stretch, message, hint, being_filled=filling(hoped))
