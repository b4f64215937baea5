"""Decision that waits.

An audit decided that content is brought up to date, merged with other content or removed, and its
file still says so. Content that is to be merged or removed counts until it is retired.

What was decided and not done costs the audit twice: the work waits, and the next audit finds the
same.

Carry it out. Then delete the `decision`, and write the day under `reviewed`; or set the status to
retired.
"""

from collections.abc import Iterator, Mapping

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.handbook.vocabulary import Status
from journeybook.rules.engine.about import gap_of_asset
from journeybook.rules.engine.rule import FixKind
from journeybook.rules.engine.settings import Settings
from journeybook.wording import marked

CODE = Code.OPEN_DECISION
SEVERITY = Severity.MEDIUM
FIX = FixKind.UPDATE

_WORDS: Mapping[str, tuple[str, str]] = {
    "update": (
        marked("“{asset}” is to be brought up to date"),
        marked("do it, write the day under 'reviewed', and delete the decision or the status"),
    ),
    "merge": (
        marked("“{asset}” is to be merged with other content"),
        marked("let one file say all of it, and retire the other"),
    ),
    "remove": (
        marked("“{asset}” is to be removed"),
        marked("take it away, lead its address on and set its status to retired"),
    ),
}


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find content of which something was decided that is not done."""
    say = settings.wording.text
    for asset in handbook.assets.values():
        words = _WORDS.get(asset.decision or "")
        if words and asset.status is not Status.RETIRED:
            message, hint = words
            yield gap_of_asset(settings, CODE, asset, say(message, asset=asset.title), say(hint))
