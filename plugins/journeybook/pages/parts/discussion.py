"""Links that open a new issue on the code host, filled in with the place to talk about."""

from urllib.parse import quote

from journeybook.findings import Span
from journeybook.pages.parts.site import Site

FIELDS = ("title", "body", "path", "line")
"""What the pattern of an address may leave open, each between curly brackets."""

_LONGEST = 100


def discussion_link(site: Site, span: Span, about: str, fingerprint: str = "") -> str | None:
    """Give the address that opens an issue about a place; None where the site has no pattern.

    The issue is called what it is about, shortened, and names the file, the line and the gap.
    """
    address = site.shape.discuss
    if address is None:
        return None
    values = {
        "title": _shortened(about),
        "body": _body(site, span, fingerprint),
        "path": span.path,
        "line": str(span.line),
    }
    # What is filled in holds no bracket of its own, so the order does not matter.
    for name in FIELDS:
        address = address.replace(f"{{{name}}}", quote(values[name], safe="/:"))
    return address


def _body(site: Site, span: Span, fingerprint: str) -> str:
    say, place = site.wording.text, f"{span.path}:{span.line}"
    if fingerprint:
        return say("About {place}, gap {fingerprint}", place=place, fingerprint=fingerprint)
    return say("About {place}", place=place)


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
