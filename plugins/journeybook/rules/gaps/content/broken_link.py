"""Address that leads nowhere.

The `url` of an asset points to a file or a page of this handbook that does not exist. Addresses
elsewhere on the web are looked at only by `journeybook check --links`.

Whoever follows the link finds an error page in place of the answer.

Correct the address, or put the file where it points. An address may be written as seen from the
asset's own file, or from the content folder with a `/` in front.
"""

import posixpath
from collections.abc import Iterator
from urllib.parse import SplitResult, unquote, urlsplit

from journeybook.codes import Code, Severity
from journeybook.findings import Finding
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Asset
from journeybook.handbook.outward import can_be_linked
from journeybook.handbook.vocabulary import Status
from journeybook.rules.engine.about import gap_of_asset
from journeybook.rules.engine.rule import FixKind
from journeybook.rules.engine.settings import Settings

CODE = Code.BROKEN_LINK
SEVERITY = Severity.HIGH
FIX = FixKind.UPDATE


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find addresses of content that lead to nothing in this handbook."""
    say = settings.wording.text
    for asset in handbook.assets.values():
        if asset.url is None or asset.status is Status.RETIRED:
            continue
        if asset.url in handbook.dead or _is_missing(asset.url, asset, handbook):
            message = say("“{asset}” is not at its address {url}", asset=asset.title, url=asset.url)
            hint = (
                say("write / where it has \\")
                if "\\" in asset.url
                else say("correct the address, or put the file there")
            )
            yield gap_of_asset(settings, CODE, asset, message, hint)


def _is_missing(url: str, asset: Asset, handbook: Handbook) -> bool:
    if url.startswith(("https://", "http://")):
        return False
    parts = _split(url) if can_be_linked(url) else None
    if parts is None or parts.scheme or parts.netloc or not parts.path:
        return False
    folder = asset.path.partition("/")[0]
    path = unquote(parts.path)
    around = folder if path.startswith("/") else posixpath.dirname(asset.path)
    place = posixpath.normpath(posixpath.join(around, path.lstrip("/")))
    forms = (place, f"{place}/index.md", f"{place.removesuffix('.html')}.md")
    return not any(form in handbook.paths for form in forms)


def _split(url: str) -> SplitResult | None:
    try:
        return urlsplit(url)
    except ValueError:
        return None
