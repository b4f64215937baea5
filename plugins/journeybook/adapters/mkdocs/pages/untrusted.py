"""What strangers wrote, made harmless: for a preview of a change that nobody has read yet.

Markdown lets an author write any HTML. Here only what Markdown itself makes is kept, and nothing
that runs, covers the page or asks another site for something.
"""

import re
from collections.abc import Iterable

from mkdocs.exceptions import PluginError

from journeybook.pages.parts.writing import as_text

try:
    import nh3
except ModuleNotFoundError:
    nh3 = None  # type: ignore[assignment]  # what only `untrusted` needs is an extra

_KEPT = (
    "a abbr b blockquote br caption center code col colgroup dd del details dfn div dl dt em "
    "figcaption figure h1 h2 h3 h4 h5 h6 hr i img input ins kbd label li mark ol p pre q s samp "
    "small span strong sub summary sup table tbody td tfoot th thead tr u ul var"
)
_TAGS = frozenset(_KEPT.split())
_ATTRIBUTES = {
    "*": {"class", "id", "title"},
    "a": {"href"},
    "details": {"open"},
    "img": {"alt", "height", "src", "width"},
    "input": {"checked", "disabled", "id", "name", "type"},
    "label": {"for"},
    "li": {"value"},
    "ol": {"start", "type"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
}
_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
# Tabs and task lists are made of these.
_INPUTS = frozenset({"checkbox", "radio"})
# What the theme and we use ourselves could cover a page, or take the place of a part of it.
_OWN_CLASSES = ("md-", "jb")
_OWN_IDS = re.compile(r"__(?!tabbed_|codelineno)|jb-")
_ELSEWHERE = re.compile(r"[\x00-\x20]*(?:[a-z][a-z0-9+.-]*:|[/\\]{2})", re.IGNORECASE)


def need_cleaner() -> None:
    """See whether strangers' text can be made harmless.

    Raises:
        PluginError: when the package that does it is not installed.
    """
    if nh3 is None:
        raise PluginError("journeybook: untrusted: needs nh3: pip install nh3")


def harmless(html: str, markers: Iterable[str]) -> str:
    """Keep what Markdown makes of a page; the `markers` hold the places of our own blocks.

    What is left open before a marker ends there, so that no part of ours goes into it.
    """
    ours = sorted(markers, key=len, reverse=True)
    if not ours:
        return _cleaned(html)
    parts = re.split(f"({'|'.join(map(re.escape, ours))})", html)
    return "".join(part if at % 2 else _cleaned(part) for at, part in enumerate(parts))


def _cleaned(html: str) -> str:
    return nh3.clean(
        html, tags=_TAGS, attributes=_ATTRIBUTES, attribute_filter=_filtered, url_schemes=_SCHEMES
    )


def _filtered(tag: str, attribute: str, value: str) -> str | None:
    match tag, attribute:
        case _, "class":
            kept = (name for name in value.split() if not name.startswith(_OWN_CLASSES))
            return " ".join(kept) or None
        case _, "id" | "name":
            return None if _OWN_IDS.match(value) else value
        case _, "title":
            # The theme shows a tooltip as HTML.
            return as_text(value)
        case "img", "src":
            return None if _ELSEWHERE.match(value) else value
        case "input", "type":
            return value if value in _INPUTS else "checkbox"
        case _:
            return value
