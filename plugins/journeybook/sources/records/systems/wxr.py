"""The export of WordPress: every post, page and entry of a type of its own."""

from collections.abc import Collection, Iterator
from html import unescape
from xml.etree.ElementTree import Element

from journeybook.sources.records.headings import free_name
from journeybook.sources.records.record import Cell, LeftOut, Options, Reason, Record
from journeybook.sources.records.systems.markup import elements, local, text_below, text_of
from journeybook.sources.records.values import put

NO_CONTENT = frozenset(
    (
        *("attachment", "nav_menu_item", "custom_css", "customize_changeset", "oembed_cache"),
        *("user_request", "wp_block", "wp_template", "wp_template_part", "wp_global_styles"),
        *("wp_navigation", "wp_font_family", "wp_font_face", "acf-field", "acf-field-group"),
        *("acf-post-type", "acf-taxonomy", "elementor_library", "wpcf7_contact_form"),
        *("shop_order", "shop_coupon", "scheduled-action", "feedback", "mc4wp-form"),
    )
)
"""The types of entry that WordPress and its plugins keep and nobody reads."""

_NOT_THERE = frozenset(("trash", "auto-draft"))
_LONG = frozenset(("content", "comment", "postmeta", "category", "guid", "post_password"))
_NO_DAY = ("0000-00-00", "Wed, 30 Nov -0001", "Mon, 30 Nov -0001")
_PARTS = ("item", "author", "language")


def of_wordpress(data: bytes, options: Options) -> Iterator[Record | LeftOut]:
    """Give every entry with its fields, its taxonomies and the fields of its own.

    The text itself, comments and what plugins keep for themselves stay out.

    Raises:
        ParseError: where it is ill-formed.
    """
    authors: dict[str, str] = {}
    language = ""
    row = 0
    for element in elements(data, _PARTS):
        name = local(element)
        if name == "author":
            authors.update([_author(element)])
        elif name == "language":
            language = text_of(element)
        elif name == "item":
            row += 1
            cells = _cells(element)
            author = authors.get(_text(cells, "creator"), "")
            put(cells, "author", author) if "author" not in cells else None
            put(cells, "language", language) if "language" not in cells else None
            yield entry(row, cells, options)


def entry(row: int, cells: dict[str, Cell], options: Options) -> Record | LeftOut:
    """Tell whether an entry of WordPress is content, by its type and its status."""
    kind = _text(cells, "post_type") or _text(cells, "type")
    if kind == "revision":
        reason = Reason.REVISION
    elif (kind not in options.types) if options.types else (kind in NO_CONTENT):
        reason = Reason.TYPE
    elif _text(cells, "status") in _NOT_THERE:
        reason = Reason.STATUS
    else:
        return Record(row=row, cells=cells)
    return LeftOut(row=row, reason=reason, text=_text(cells, "title") or kind)


def _cells(item: Element) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for part in item:
        name = _name(part)
        if name not in _LONG:
            text = text_of(part)
            put(cells, name, "" if text.startswith(_NO_DAY) else text)
    for part in item:
        if local(part) == "category":
            put(cells, part.get("domain") or "category", unescape(text_of(part)))
    if title := _text(cells, "title"):
        cells["title"] = unescape(title)
    own = dict(_own_fields(item, frozenset(cells)))
    return {**cells, **own}


def _own_fields(item: Element, taken: Collection[str]) -> Iterator[tuple[str, Cell]]:
    # A key that begins with `_` belongs to WordPress or a plugin.
    fields: dict[str, Cell] = {}
    for part in item:
        if local(part) == "postmeta":
            key = text_below(part, "meta_key")
            if key and not key.startswith("_"):
                put(fields, key, text_below(part, "meta_value"))
    return ((free_name(key, taken), value) for key, value in fields.items())


def _name(part: Element) -> str:
    # `excerpt:encoded` and `content:encoded` differ in their namespace alone.
    name = local(part)
    if name != "encoded":
        return name
    return "excerpt" if "excerpt" in part.tag else "content"


def _author(author: Element) -> tuple[str, str]:
    parts = {local(part): text_of(part) for part in author}
    return parts.get("author_login", ""), parts.get("author_display_name", "")


def _text(cells: dict[str, Cell], name: str) -> str:
    value = cells.get(name, "")
    return value if isinstance(value, str) else value[0]
