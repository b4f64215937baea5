"""Addresses that lead out of a handbook: which of them become links."""

import re
from functools import lru_cache

_ALLOWED = frozenset({"http", "https", "mailto", "tel"})
_WEB = frozenset({"http", "https"})
# A browser passes over these when it reads an address, and so must we.
_PASSED_OVER = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060-\u2064\ufeff]+")
_WITHOUT_SCHEME = re.compile(
    r"(?:www\.|https?/|(?:[\w-]+\.)+(?:be|com|de|eu|fr|info|io|net|nl|org|uk)(?:[/?#]|$))",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
# Most addresses are no more than that.
_PLAIN = re.compile(r"https?://[\w./~-]+", re.ASCII)
_LOCAL = re.compile(r"[A-Za-z]:[\\/]|\\\\|file:", re.IGNORECASE)


def no_address(text: str) -> str:
    """Tell why a text is no link: it has angle brackets or blanks, is local, or not of the web."""
    if text.startswith("<"):
        return "angle"
    if _LOCAL.match(text):
        return "local"
    return "blank" if _is_several(text) else "web"


@lru_cache(20_000)
def can_be_linked(address: str) -> bool:
    """Tell whether an address may become a link: one of the web, of mail or telephone, or relative.

    Anything else could run a program in the reader's browser, or leads nowhere as `www.example.com`
    does, so it is shown as text.
    """
    if _PLAIN.fullmatch(address):
        return True
    if _is_several(address):
        return False
    plain = _PASSED_OVER.sub("", address)
    scheme = _SCHEME.match(plain)
    if scheme is None:
        return not _WITHOUT_SCHEME.match(plain) and not plain.startswith("<")
    has_host = plain.startswith("//", scheme.end())
    return scheme[1].casefold() in _ALLOWED and (has_host or scheme[1].casefold() not in _WEB)


def _is_several(text: str) -> bool:
    # The name of a file of this site may have blanks in it; an address of the web has none.
    return bool(_SCHEME.match(text)) and "//" in text and len(text.split()) > 1
