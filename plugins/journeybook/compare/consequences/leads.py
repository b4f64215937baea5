"""The places whose links lead to a page or file of the site, in whichever way they are written."""

import re
from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from journeybook.compare.pair import Pair
from journeybook.findings import Span
from journeybook.sources.prose import prose_lines
from journeybook.sources.settings.site import SiteSettings, read_site
from journeybook.sources.yaml.nodes import Value

_LINK = re.compile(
    r"\]\(\s*<?(?P<inline>[^)\s>]+)"
    r"|(?:href|src)\s*=\s*[\"'](?P<html>[^\"']+)"
    r"|^\s*\[[^\]]+\]:\s*<?(?P<below>[^\s>]+)"
    r"|(?P<bare>https?://[^\s)\"'<>\]]+)"
)
_ENDINGS = re.compile(r"(?:/|\.md|\.html)$")
_FRONT = re.compile(r"(?:^|/)(?:index|README)$")
_FILE = re.compile(r"\.\w+$")

Leads = Mapping[str, tuple[Span, ...]]
"""Places by the page or file that they lead to, as `lead_of` names it."""


def lead_of(path: str) -> str:
    """Name a page or file by its path inside the folder of pages, or by its address."""
    return _FRONT.sub("", _ENDINGS.sub("", path.strip("/")))


def leads_of(pair: Pair) -> Leads:
    """Find all links of the later state, in texts and in the navigation."""
    site = read_site(pair.files[1])
    found: dict[str, list[Span]] = {}
    for path, file in pair.files[1].items():
        if path.endswith(".md"):
            text = file.data.decode("utf-8", "replace")
            for lead, line in _in_text(path, text, _address(site)):
                found.setdefault(lead, []).append(Span(path=file.path, line=line))
    if site:
        for target in _targets(site.values.get("nav")):
            found.setdefault(lead_of(target), []).append(site.span("nav"))
    return {lead: tuple(spans) for lead, spans in found.items()}


def _in_text(path: str, text: str, address: str) -> Iterator[tuple[str, int]]:
    for line, words in enumerate(prose_lines(text), 1):
        for match in _LINK.finditer(words):
            inside = _inside(next(filter(None, match.groups())), path, address)
            if inside is not None:
                yield lead_of(inside), line


def _inside(link: str, path: str, address: str) -> str | None:
    # The path inside the site that a link on a page leads to; none where it leads elsewhere.
    base = urlsplit(address).path.rstrip("/")
    try:
        parts = urlsplit(link)
    except ValueError:
        return None
    target = unquote(parts.path)
    if parts.scheme or parts.netloc:
        return target.removeprefix(base) if address and f"{link}/".startswith(address) else None
    if target.startswith("/"):
        return target.removeprefix(f"{base}/")
    if not target:
        return None
    # Without the ending of a file, it starts from the address of the page, which is a folder.
    around = dirname(path) if _FILE.search(target) else lead_of(path)
    return normpath(join(around, target))


def _address(site: SiteSettings | None) -> str:
    written = site.values.get("site_url") if site else None
    texts = written if isinstance(written, list) else [written]
    found = (one for one in texts if isinstance(one, str) and one.startswith("http"))
    return f"{next(found, '').rstrip('/')}/".removeprefix("/")


def _targets(value: Value) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for one in value:
                yield from _targets(one)
        case dict():
            for one in value.values():
                yield from _targets(one)
