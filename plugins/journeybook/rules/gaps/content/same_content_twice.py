"""The same content twice.

Two files of content have the same title and the same address, and neither is retired.

What is one piece counts as two: a place looks better served than it is, and a change is made in one
file and forgotten in the other.

Keep one of the files, let it say all that both say, and delete the other or give it its own
address.
"""

from collections.abc import Iterator

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Asset
from journeybook.handbook.ids import folded
from journeybook.handbook.vocabulary import Status
from journeybook.rules.engine.about import gap_of_asset
from journeybook.rules.engine.settings import Settings

CODE = Code.SAME_CONTENT_TWICE
SEVERITY = Severity.LOW


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find the content that stands in two files."""
    say = settings.wording.text
    first: dict[tuple[str, str], Asset] = {}
    for asset in handbook.assets.values():
        if asset.url is None or asset.status is Status.RETIRED:
            continue
        same = first.setdefault((folded(asset.title), asset.url.rstrip("/")), asset)
        if same is not asset:
            message = say(
                "“{asset}” stands here twice, also in {path}", asset=asset.title, path=same.path
            )
            hint = say("keep one of the two files")
            yield gap_of_asset(settings, CODE, asset, message, hint)
