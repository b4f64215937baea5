"""Nobody owns it.

A persona, a journey, a piece of content that is not retired or an action that is not dropped names
no owner.

What is everybody's is nobody's: questions about it go nowhere, and it is the first to grow stale.

Write under `owner` the team or the role that keeps it up to date; a role outlives people.
"""

from collections.abc import Iterator

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.assembly import UNREAD
from journeybook.handbook.book import Handbook
from journeybook.handbook.vocabulary import Status
from journeybook.rules.engine.about import gap_of_action, gap_of_asset
from journeybook.rules.engine.scope import Place
from journeybook.rules.engine.settings import Settings

CODE = Code.MISSING_OWNER
SEVERITY = Severity.LOW


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the personas, journeys, content and actions without an owner."""
    unread = {one.span.path for one in handbook.mistakes if one.code in UNREAD}
    found = _findings(handbook, settings)
    return (one for one in found if one.span.path not in unread)


def _findings(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    say = settings.wording.text
    hint = say("name the team or the role that keeps it up to date")
    for persona in handbook.personas.values():
        if not persona.owner:
            message = say("The persona {persona} has no owner", persona=persona.title)
            place = Place(personas=(persona.id,))
            yield settings.gap(CODE, message, hint, persona.span, place=place, persona=persona.id)
    for journey in handbook.journeys.values():
        if not journey.owner:
            message = say("The journey “{journey}” has no owner", journey=journey.title)
            place = Place(personas=journey.personas, journeys=(journey.id,))
            yield settings.gap(CODE, message, hint, journey.span, place=place, journey=journey.id)
    yield from _of_things(handbook, settings, hint)


def _of_things(handbook: Handbook, settings: Settings, hint: str) -> Iterator[Finding]:
    say = settings.wording.text
    for asset in handbook.assets.values():
        if not asset.owner and asset.can_say("owner") and asset.status is not Status.RETIRED:
            message = say("“{title}” has no owner", title=asset.title)
            yield gap_of_asset(settings, CODE, asset, message, hint)
    for action in handbook.actions.values():
        if not action.owner and action.status != "dropped":
            message = say("“{title}” has no owner", title=action.title)
            yield gap_of_action(settings, CODE, action, message, hint)
