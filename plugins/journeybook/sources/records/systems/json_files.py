"""Saved JSON of content systems: lists of posts, pages and entries."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from html import unescape
from typing import Any

from journeybook.sources.document import SourceFile
from journeybook.sources.records.entries import made
from journeybook.sources.records.record import Cell, Kind, LeftOut, Options, Reason, Record, Records
from journeybook.sources.records.systems.contentful import of_contentful
from journeybook.sources.records.systems.hubspot import of_hubspot
from journeybook.sources.records.systems.lines import located, read_with_lines
from journeybook.sources.records.systems.wxr import entry
from journeybook.sources.records.values import flat, put
from journeybook.sources.tables.tables import Unread, read_text

_LISTS = (
    *("results", "items", "entries", "posts", "pages", "data", "objects", "content"),
    *("records", "stories", "nodes"),
)
_NOT_READ = frozenset(("_links", "_embedded", "content", "yoast_head", "yoast_head_json", "guid"))
_TAG = re.compile(r"<[^<>]{0,500}>")


def read_json(file: SourceFile, options: Options) -> Records | Unread:
    """Read a JSON file by what stands in it."""
    try:
        text, encoding = read_text(file.data, options.encoding)
        value, lines = read_with_lines(text, _LISTS)
    except RecursionError:
        return Unread(what="deep")
    except ValueError as error:
        return Unread(what="json", values={"line": str(getattr(error, "lineno", 1))})
    except LookupError:
        return Unread(what="encoding", values={"encoding": options.encoding or ""})
    items = list(_items(value))
    if not any(isinstance(item, dict) for item in items):
        return Unread(what="shape")
    kind = _kind(value, items)
    # Several lists, one behind the other, are counted.
    known = lines if len(lines) == len(items) else ()
    records = made(kind, located(_entries(kind, value, items, options), known))
    guessed = {"": encoding} if encoding else {}
    return records if isinstance(records, Unread) else replace(records, guessed=guessed)


def _kind(value: Any, items: Iterable[Any]) -> Kind:  # noqa: ANN401
    if isinstance(value, dict) and "contentTypes" in value and "entries" in value:
        return "contentful"
    first = next((item for item in items if isinstance(item, dict)), {})
    if isinstance(first.get("title"), dict) and "rendered" in first["title"]:
        return "wordpress-json"
    is_hubspot = first.keys() & {"htmlTitle", "html_title", "currentState", "contentGroupId"}
    return "hubspot" if is_hubspot else "json"


def _named(value: Mapping[str, Any]) -> str | None:
    return next((key for key in _LISTS if isinstance(value.get(key), list)), None)


def _items(value: Any) -> Iterator[Any]:  # noqa: ANN401
    # A list; or what holds one; or several pages of a list, one behind the other.
    if isinstance(value, dict):
        named = _named(value)
        yield from [value] if named is None else value[named]
        return
    for item in value if isinstance(value, list) else ():
        held = isinstance(item, dict) and any(isinstance(item.get(key), list) for key in _LISTS[:2])
        if isinstance(item, list) or held:
            yield from item if isinstance(item, list) else _items(item)
        else:
            yield item


def _entries(
    kind: Kind,
    value: Any,  # noqa: ANN401
    items: Iterable[Any],
    options: Options,
) -> Iterator[Record | LeftOut]:
    if kind == "contentful":
        yield from of_contentful(value, options)
        return
    for row, item in enumerate(items, start=1):
        if not isinstance(item, dict):
            yield LeftOut(row=row, reason=Reason.NOT_READ, text=str(item)[:80])
        elif kind == "wordpress-json":
            yield entry(row, _post(item), options)
        elif kind == "hubspot":
            yield of_hubspot(row, item)
        else:
            yield Record(row=row, cells=flat(item))


def _post(item: Mapping[str, Any]) -> dict[str, Cell]:
    plain = {
        key: _rendered(value["rendered"]) if _is_rendered(value) else value
        for key, value in item.items()
        if key not in _NOT_READ
    }
    named = dict(_terms(item))
    return {**flat({key: plain[key] for key in plain if key not in named}), **named}


def _is_rendered(value: Any) -> bool:  # noqa: ANN401
    return isinstance(value, dict) and isinstance(value.get("rendered"), str)


def _rendered(html: str) -> str:
    return unescape(_TAG.sub("", html)).strip()


def _terms(item: Mapping[str, Any]) -> Iterator[tuple[str, Cell]]:
    # Taxonomies are told by numbers, unless their names were asked for as well.
    embedded = item.get("_embedded")
    groups = embedded.get("wp:term") if isinstance(embedded, dict) else None
    found: dict[str, Cell] = {}
    plural = {"category": "categories", "post_tag": "tags"}
    for group in groups if isinstance(groups, list) else ():
        for term in group if isinstance(group, list) else ():
            if isinstance(term, dict) and isinstance(term.get("taxonomy"), str):
                name = str(term["taxonomy"])
                put(found, plural.get(name, name), unescape(str(term.get("name", ""))))
    yield from found.items()
