"""Where the links of a page lead, so that a kept page is taken only while they lead there still."""

from collections.abc import Mapping
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from markdown.util import AMP_SUBSTITUTE
from mkdocs.structure.files import File, Files

from journeybook.pages.parts.writing import led_to_steps

Steps = Mapping[str, tuple[str, str]]


def led(href: str, file: File, files: Files, steps: Steps) -> str | None:
    """Tell where a link in the Markdown of a file leads; None when the engine has a say about it.

    What it says, it must say at every build.
    """
    address = led_to_steps(href, file.src_uri, steps)
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme or parts.netloc or AMP_SUBSTITUTE in address:
        return address
    if address.startswith(("/", "\\")):
        return None
    if not parts.path:
        return address
    target = files.get_file_from_path(
        normpath(join(dirname(file.src_uri), unquote(parts.path)).lstrip("/"))
    )
    if target is None or target.inclusion.is_excluded():
        return None
    return f"{address} {target.src_uri} {target.url}"
