"""The address at which a page of a site made of Markdown will stand, and those where it stood."""

import re
from collections.abc import Callable, Iterator, Mapping
from posixpath import join, normpath
from typing import Any

from journeybook.sources.records.record import Shape
from journeybook.sources.records.sites.place import Place
from journeybook.sources.records.values import plain

_DATED = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)-(?P<title>.+)")
_DAY_OF_NAME = re.compile(r"/(\d{4})[-/](\d\d)[-/](\d\d)[-/]")
_DAYS_IN_NAMES = frozenset(("jekyll", "docusaurus", "eleventy"))
_NUMBERED = re.compile(r"\d+\s*[-_.]+\s*(?=[^\W\d])")
_JEKYLL = "/:categories/:year/:month/:day/:title.html"
_STYLES = {
    "date": _JEKYLL,
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title.html",
    "none": "/:categories/:title.html",
}

Values = Mapping[str, Any]


def address_of(place: Place, values: Values, shape: Shape, *, permalink: str, language: str) -> str:
    """Give the address of a page inside its site; `permalink` is what the site says for posts.

    The `language` of the site itself has no folder.
    """
    given = _given(values, shape)
    address = given if given else _ADDRESSES[shape](place, values, permalink)
    absolute = address if address.startswith(("/", "http://", "https://")) else f"/{address}"
    is_other = place.is_marked and place.language != language
    if is_other and not absolute.startswith(("http", f"/{place.language}/")):
        return f"/{place.language}{absolute}"
    return absolute


def day_in_name(path: str, shape: Shape) -> str:
    """Give the day that the name of a post tells, in the generators that read it from there."""
    found = _DAY_OF_NAME.search(f"/{path}") if shape in _DAYS_IN_NAMES else None
    return "-".join(found.groups()) if found else ""


def old_addresses(values: Values, address: str, shape: Shape) -> tuple[str, ...]:
    """Give the addresses at which a page stood before; elsewhere `aliases` are other names."""
    aliases = [one for one in _texts(values.get("aliases")) if _is_address(one, shape)]
    given = (*aliases, *_texts(values.get("redirect_from")), *_texts(values.get("old_addresses")))
    around = address.rstrip("/").rpartition("/")[0] or "/"
    moved = (one if "://" in one else normpath(join(around, one)) for one in given)
    ended = (f"{one}/" if old.endswith("/") else one for one, old in zip(moved, given, strict=True))
    return tuple(dict.fromkeys(ended))


def other_names(values: Values, shape: Shape) -> tuple[str, ...]:
    """Give the `aliases` of a page that are no addresses."""
    return tuple(one for one in _texts(values.get("aliases")) if not _is_address(one, shape))


def _is_address(alias: str, shape: Shape) -> bool:
    return shape == "hugo" or alias.startswith(("/", "http"))


def _given(values: Values, shape: Shape) -> str:
    for key in ("url", "permalink", "path"):
        value = plain(values.get(key)) if shape != "docusaurus" else ""
        # With a sign of a template in it, nobody but the generator knows what comes out.
        if (
            value
            and value not in _STYLES
            and "{" not in value
            and ":" not in value.replace("://", "")
        ):
            return value if key != "path" or value.startswith("/") else ""
    slug = plain(values.get("slug"))
    return slug if slug.startswith("/") and shape != "docusaurus" else ""


def _hugo(place: Place, values: Values, _permalink: str) -> str:
    slug = plain(values.get("slug"))
    folder = place.folder
    if slug and place.stem == "index":
        return f"/{_urlized(join(folder.rpartition('/')[0], slug))}/"
    path = join(folder, slug) if slug and not place.is_index else place.path
    return _ended(_urlized(path))


def _jekyll(place: Place, values: Values, permalink: str) -> str:
    parts = place.folder.split("/")
    own = next((part for part in parts if part.startswith("_")), "")
    dated = _DATED.fullmatch(place.stem)
    title = plain(values.get("slug")) or (dated["title"] if dated else place.stem)
    if own not in ("_posts", "_drafts"):
        folder = place.folder.replace("_", "", 1) if own else place.folder
        if place.is_index:
            return _ended(folder)
        is_pretty = permalink.endswith("/") or permalink == "pretty"
        return f"/{join(folder, title)}" + ("/" if is_pretty else ".html")
    day = plain(values.get("date"))[:10].split("-") if values.get("date") else []
    if len(day) != len(("year", "month", "day")):
        day = [dated["year"], dated["month"], dated["day"]] if dated else ["", "", ""]
    above = [part for part in parts[: parts.index(own)] if part]
    named = _words(values.get("categories")) or _words(values.get("category"))
    pattern = plain(values.get("permalink")) or permalink or _JEKYLL
    filled = _STYLES.get(pattern, pattern)
    for sign, value in (
        (":categories", "/".join(_urlized(one) for one in (*above, *named))),
        *((":year", day[0]), (":month", day[1]), (":day", day[2])),
        *((":i_month", day[1].lstrip("0")), (":i_day", day[2].lstrip("0"))),
        *((":title", title), (":slug", title)),
    ):
        filled = filled.replace(sign, value)
    return re.sub("/{2,}", "/", filled)


def _eleventy(place: Place, _values: Values, _permalink: str) -> str:
    dated = _DATED.fullmatch(place.stem)
    stem = dated["title"] if dated else place.stem
    return _ended(place.folder if place.is_index else join(place.folder, stem))


def _docusaurus(place: Place, values: Values, _permalink: str) -> str:
    parts = [_NUMBERED.sub("", part) for part in place.folder.split("/") if part]
    top = parts[0] if parts else ""
    slug = plain(values.get("slug"))
    if top == "blog":
        dated = _DATED.fullmatch(place.stem) or _DATED.fullmatch("/".join(parts[1:]))
        days = [dated[key] for key in ("year", "month", "day", "title")] if dated else []
        own = [slug.strip("/")] if slug else days or [*parts[1:], place.stem]
        return "/" + "/".join(["blog", *own])
    if top == "src" and parts[1:2] == ["pages"]:
        return "/" + "/".join([*parts[2:], *([] if place.is_index else [place.stem])])
    if slug.startswith("/"):
        return f"/{top}{slug}".rstrip("/") if top == "docs" else slug
    stem = slug or plain(values.get("id")) or _NUMBERED.sub("", place.stem)
    is_folder = not slug and (place.is_index or (parts and stem.casefold() == parts[-1].casefold()))
    return normpath("/" + "/".join([*parts, *([] if is_folder else [stem])]))


def _astro(place: Place, values: Values, _permalink: str) -> str:
    slug = plain(values.get("slug"))
    # Starlight publishes its `docs` at the top.
    folder = re.sub(r"^(?:src/)?(?:content/docs|content|pages|data)(?:/|$)", "", place.folder)
    if slug:
        return _ended(join(folder.partition("/")[0], slug))
    return _ended(folder if place.is_index else join(folder, _urlized(place.stem)))


def _plain(place: Place, values: Values, _permalink: str) -> str:
    slug = plain(values.get("slug"))
    return _ended(join(place.folder, slug) if slug and not place.is_index else place.path)


_ADDRESSES: Mapping[Shape, Callable[[Place, Values, str], str]] = {
    "hugo": _hugo,
    "jekyll": _jekyll,
    "eleventy": _eleventy,
    "docusaurus": _docusaurus,
    "astro": _astro,
    "plain": _plain,
}


def _urlized(path: str) -> str:
    return re.sub(r"\s+", "-", path.strip().lower())


def _ended(path: str) -> str:
    return f"/{path.strip('/')}/" if path.strip("/") else "/"


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401 - any value there is
    for one in value if isinstance(value, list) else [value]:
        if text := plain(one):
            yield text


def _words(value: Any) -> list[str]:  # noqa: ANN401
    return plain(value).split() if isinstance(value, str) else list(_texts(value))
