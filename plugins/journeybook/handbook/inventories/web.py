"""Addresses as other tools write them: which of them mean the same page, and an id made of one."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from urllib.parse import parse_qsl, unquote, urlsplit

from journeybook.handbook.entities import Asset
from journeybook.handbook.ids import slug
from journeybook.handbook.outward import can_be_linked
from journeybook.handbook.vocabulary import Status
from journeybook.schema.asset import Asset as Written

_TRACKING = re.compile(r"utm_.*|gclid|fbclid|msclkid|_hs(?:enc|mi|fp)|__hs\w+|mc_[ce]id")
_ENDING = re.compile(r"(?:/index)?\.(?:html?|php|aspx?)$|/index$")
# Most addresses say where a page is and nothing else.
_PLAIN = re.compile(r"https?://(?:www\.)?([a-z0-9][a-z0-9.-]*)((?:/[\w.~-]+)*)/?", re.ASCII)
_part = lru_cache(20_000)(slug)
_IN_TEXT = re.compile(
    r"https?://(?:(?![,;|]\s*https?://)[^\s\"'<>{}\[\]|])+", re.IGNORECASE | re.ASCII
)
# A mailbox, a place on a disk, or a file that nothing says more of.
_ELSEWHERE = re.compile(
    r"(?:mailto|tel|file):|\\\\|[^/]+\.(?:pdf|docx?|pptx?|xlsx?|csv|txt|png|jpe?g|gif|mp4|zip)$",
    re.IGNORECASE,
)
_WITH_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def whole_address(text: str, base: str | None) -> str:
    """Write an address so that it can be followed: with its host, and with its scheme.

    What begins with a word that is no host is a path inside the site.
    """
    plain = "".join(text.split())
    if plain and "." not in plain.split("/")[0] and not _WITH_SCHEME.match(plain):
        plain = f"/{plain.lstrip('/')}" if not plain.startswith("//") else plain
    if plain.startswith("/") and not plain.startswith("//"):
        return f"{base.rstrip('/')}{plain}" if base else plain
    if plain and not _WITH_SCHEME.match(plain):
        plain = f"https://{plain.removeprefix('//')}"
    return plain


def address_in(text: str) -> str:
    """Give the only address in a text such as `[Prices](https://…)` or a formula, else the text."""
    found = [] if text.startswith("http") else _IN_TEXT.findall(text)
    if len(found) != 1:
        return text
    is_in_brackets = found[0].count(")") > found[0].count("(")
    return str(found[0].rstrip(".,;").removesuffix(")" if is_in_brackets else ""))


def is_address(text: str) -> bool:
    """Tell whether a text may be an address that is linked, rather than words that lead to one."""
    if _PLAIN.fullmatch(text):
        return True
    if len(_IN_TEXT.findall(text)) > 1 or _ELSEWHERE.match(text):
        return False
    if _WITH_SCHEME.match(text.strip()):
        return can_be_linked("".join(text.split()))
    return " " not in text.strip().partition("/")[0]


def can_be_followed(address: str) -> bool:
    """Tell whether an address can stand under `url`."""
    return bool(address) and not address.startswith("/") and can_be_linked(address)


@lru_cache(20_000)
def page_of(address: str) -> str:
    """Bring an address to the form by which pages are told apart.

    Its scheme, `www.`, case of the host, a last slash and what only tracks people do not matter.
    """
    if plain := _PLAIN.fullmatch(address):
        return f"{plain[1]}{plain[2]}"
    try:
        parts = urlsplit(address.strip())
        query = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        return address.strip()
    asked = "&".join(f"{key}={value}" for key, value in query if not _TRACKING.fullmatch(key))
    host = parts.netloc.casefold().removeprefix("www.")
    path = unquote(parts.path).rstrip("/")
    return f"{host}{path}{'?' if asked else ''}{asked}"


def old_pages(asset: Asset | Written) -> Iterator[str]:
    """Give the pages at which content stood before; a path is one of the host where it is now."""
    if not asset.old_addresses:
        return iter(())
    base = host_of(asset.url or "")
    return (page_of(whole_address(one, base)) for one in asset.old_addresses)


def host_of(address: str) -> str | None:
    """Give the beginning of an address, up to its path; None where it has no host."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme and parts.netloc else None


def id_of(address: str) -> str:
    """Make an id of the path of an address; that of the first page is `home`."""
    page = page_of(address)
    path, mark, asked = page.partition("?")
    host, _, inside = path.partition("/")
    named = _ENDING.sub("", f"/{inside}").strip("/") if "." in host or not host else path
    parts = [_part(part) for part in named.split("/") if part]
    if mark:
        parts = [*parts[:-1], slug(f"{parts[-1] if parts else 'home'}-{asked}")]
    return "/".join(parts) or "home"


def same_old_addresses(assets: Iterable[Asset]) -> Iterator[tuple[Asset, int, Asset]]:
    """Find old addresses of content at which other content stands, or stood: which of them."""
    live = [one for one in assets if one.status is not Status.RETIRED]
    taken = {page_of(one.url): one for one in live if one.url}
    for asset in live:
        for at, page in enumerate(old_pages(asset)):
            other = taken.setdefault(page, asset)
            if other is not asset:
                yield asset, at, other
