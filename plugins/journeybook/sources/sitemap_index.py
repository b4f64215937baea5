"""Which sitemaps the index of a site names, told before anything of it is read as XML."""

import re
from posixpath import basename, dirname, join
from urllib.parse import unquote, urlsplit

from journeybook.sources.document import SourceFile

_HEAD = 2_000
_NAMED = re.compile(rb"<(?:\w+:)?loc>\s*(?:<!\[CDATA\[)?\s*([^<\]]+?)\s*(?:\]\]>)?\s*</")
_MOST = 1_000


def is_index(data: bytes) -> bool:
    """Tell whether a sitemap only names others."""
    return b"<sitemapindex" in data[:_HEAD]


def sitemaps_beside(file: SourceFile) -> tuple[str, ...]:
    """Give the paths under which the sitemaps that an index names may lie beside it."""
    if not is_index(file.data):
        return ()
    addresses = (found.decode("utf-8", "replace") for found in _NAMED.findall(file.data)[:_MOST])
    folder = dirname(file.path)
    return tuple(
        join(folder, name) for address in addresses for name in names_of_sitemap(address) if name
    )


def names_of_sitemap(address: str) -> tuple[str, ...]:
    """Give what a sitemap may be called here: it may have been unpacked, or packed, on its way."""
    try:
        name = basename(unquote(urlsplit(address).path))
    except ValueError:
        return ()
    return (name, name.removesuffix(".gz"), f"{name}.gz") if name else ()
