"""Addresses as the web writes them: of a page, from one page to another, safe for any name."""

from functools import lru_cache
from urllib.parse import quote, quote_plus

# A handbook has some thousand addresses and links to each of them from many pages.
_MANY = 20_000
_plus = lru_cache(_MANY)(quote_plus)


@lru_cache(_MANY)
def quoted(path: str) -> str:
    """Write a path so that none of its signs means anything in an address."""
    return quote(path, safe="/", errors="surrogateescape")


def with_query(href: str, **values: str) -> str:
    """Add to an address what a page should show of itself."""
    query = "&".join([f"{key}={_plus(value)}" for key, value in values.items()])
    return f"{href}?{query}" if query else href


@lru_cache(_MANY)
def page_address(uri: str, *, directories: bool) -> str:
    """Give the address of a page by its path inside the content folder, as MkDocs makes it."""
    stem = uri.removesuffix(".md")
    folder, slash, name = stem.rpartition("/")
    if name in ("index", "README"):
        return quoted(f"{folder}{slash}" if directories else f"{folder}{slash}index.html")
    return quoted(f"{stem}/" if directories else f"{stem}.html")


def relative(here: str, there: str) -> str:
    """Give the way from one address to another."""
    # Pages hold tens of thousands of links; posixpath.relpath, which asks for the working
    # directory at every call, takes five times as long.
    start, target = here.split("/")[:-1], there.split("/")
    shared = 0
    for ours, theirs in zip(start, target[:-1], strict=False):
        if ours != theirs:
            break
        shared += 1
    up = "../" * (len(start) - shared)
    return f"{up}{'/'.join(target[shared:])}" or "./"
