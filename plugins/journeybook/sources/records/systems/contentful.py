"""The export of Contentful: entries of all types, in the language that is asked for."""

from collections.abc import Iterator, Mapping
from typing import Any

from journeybook.sources.records.headings import free_name
from journeybook.sources.records.record import Cell, LeftOut, Options, Reason, Record
from journeybook.sources.records.values import flat, plain

_FIRST = "en-US"


def of_contentful(export: Mapping[str, Any], options: Options) -> Iterator[Record | LeftOut]:
    """Give every entry with its fields; links are told by the titles of what they lead to."""
    reading = _Export(export, options.language)
    for row, entry in enumerate(_dicts(export.get("entries")), start=1):
        kind = reading.kind_of(entry)
        if options.types and kind not in options.types:
            yield LeftOut(row=row, reason=Reason.TYPE, text=reading.title_of(entry) or kind)
        else:
            yield Record(row=row, cells=reading.cells_of(entry))


class _Export:
    # Everything of an export that its entries point to.

    def __init__(self, export: Mapping[str, Any], language: str) -> None:
        locales = _dicts(export.get("locales"))
        default = next((one.get("code") for one in locales if one.get("default")), _FIRST)
        falls = {plain(one.get("code")): plain(one.get("fallbackCode")) for one in locales}
        self.default = plain(default)
        self.order = tuple(_chain(language or self.default, falls, self.default))
        self.shown = {
            _id(one): plain(one.get("displayField")) for one in _dicts(export.get("contentTypes"))
        }
        self.tags = {_id(one): plain(one.get("name")) for one in _dicts(export.get("tags"))}
        self.known = {
            _id(one): one for key in ("entries", "assets") for one in _dicts(export.get(key))
        }

    def kind_of(self, entry: Mapping[str, Any]) -> str:
        return _id(_dict(_dict(_dict(entry.get("sys")).get("contentType"))))

    def title_of(self, entry: Mapping[str, Any]) -> str:
        fields = _dict(entry.get("fields"))
        shown = self.shown.get(self.kind_of(entry), "") or "title"
        return plain(self.value_of(fields.get(shown)))

    def value_of(self, field: Any) -> Any:  # noqa: ANN401 - any JSON
        # What is said in another language alone is said all the same.
        values = _dict(field)
        every = (*self.order, *values)
        return next((values[one] for one in every if values.get(one) is not None), None)

    def cells_of(self, entry: Mapping[str, Any]) -> dict[str, Cell]:
        system, fields = _dict(entry.get("sys")), _dict(entry.get("fields"))
        tongues = {one: None for field in fields.values() for one in _dict(field)}
        told = {
            "id": _id(entry),
            "title": "" if "title" in fields else self.title_of(entry),
            "contentType": self.kind_of(entry),
            "status": _status(system),
            "createdAt": system.get("createdAt"),
            "updatedAt": system.get("updatedAt"),
            "publishedAt": system.get("publishedAt") or system.get("firstPublishedAt"),
            "language": next((one for one in self.order if one in tongues), self.default),
            "languages": list(tongues),
            "tags": [] if "tags" in fields else list(self._tags(entry)),
        }
        told = {name: value for name, value in told.items() if value}
        own = {
            free_name(name, told): self._linked(self.value_of(field))
            for name, field in fields.items()
        }
        return {name: cell for name, cell in flat({**told, **own}).items() if cell}

    def _linked(self, value: Any) -> Any:  # noqa: ANN401
        if isinstance(value, list):
            return [self._linked(one) for one in value]
        if not isinstance(value, dict):
            return value
        if "nodeType" in value:
            # A text with its layout.
            return ""
        name = _id(value)
        to = self.known.get(name)
        # What a link leads to may not be in the export; then it is told by its name alone.
        return (name or value) if to is None else self.title_of(to) or name

    def _tags(self, entry: Mapping[str, Any]) -> Iterator[str]:
        for tag in _dicts(_dict(entry.get("metadata")).get("tags")):
            yield self.tags.get(_id(tag)) or _id(tag)


def _status(system: Mapping[str, Any]) -> str:
    if system.get("archivedVersion"):
        return "archived"
    return "published" if system.get("publishedVersion") else "draft"


def _chain(language: str, falls: Mapping[str, str], default: str) -> Iterator[str]:
    # A language, those that stand in for it, and the site's own.
    seen: set[str] = set()
    while language and language not in seen:
        seen.add(language)
        yield language
        language = falls.get(language, "")
    if default not in seen:
        yield default


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _dicts(value: object) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _id(value: Mapping[str, Any]) -> str:
    return plain(_dict(value.get("sys")).get("id"))
