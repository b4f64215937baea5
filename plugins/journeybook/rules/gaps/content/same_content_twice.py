"""The same content twice.

Two files of content have the same title in one language, or the same address, and neither is
retired.

What is one piece counts as two: a place looks better served than it is, and a change is made in one
file and forgotten in the other.

Keep one of the files, let it say all that both say, and delete the other; or give each a title and
an address of its own.
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
    titles: dict[tuple[str, str | None], Asset] = {}
    addresses: dict[str, Asset] = {}
    for asset in handbook.assets.values():
        if asset.status is Status.RETIRED:
            continue
        # A translation may well be called the same.
        titled = titles.setdefault((folded(asset.title), asset.language), asset)
        found = addresses.setdefault(asset.url.rstrip("/"), asset) if asset.url else asset
        if titled is not asset or found is not asset:
            other = found if found is not asset else titled
            yield _gap(asset, other, settings, same_address=found is not asset)


def _gap(asset: Asset, other: Asset, settings: Settings, *, same_address: bool) -> Finding:
    say = settings.wording.text
    message = say("“{asset}” stands here twice, also in {path}", asset=asset.title, path=other.path)
    hint = say("keep one of the two files")
    if not same_address:
        hint = say("keep one of the two files, or give each a title of its own")
    elif folded(asset.title) != folded(other.title):
        message = say(
            "“{asset}” has the address of “{other}”", asset=asset.title, other=other.title
        )
        hint = say("give each its own address, or keep one of the two files")
    return gap_of_asset(settings, CODE, asset, message, hint)
