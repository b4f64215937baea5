"""Picks pages that together show everything there is to see on a site."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.browser.serving import Site

# What opening and asking about any page costs, in bytes of HTML that take as long to ask about.
_OPENING = 20_000
_TAG = re.compile(r"<(\w+)([^>]*)>")
_CLASSES = re.compile(r'\bclass="([^"]*)"')
_ROLE = re.compile(r'\brole="([^"]*)"')
_NUMBER = re.compile(r"-\d+$")


def kinds(site: Site) -> tuple[str, ...]:
    """The paths of few pages on which every kind of address and of element occurs.

    A kind of element is a tag, a role or a class of ours, so that a part which exists on one page
    only has that page picked; classes that only count, such as the columns of a map, are one kind.
    Small pages are preferred, since they are asked about sooner.
    """
    pages = {path: _read(site, path) for path in site.paths()}
    features = {path: frozenset(_features(path, html)) for path, html in pages.items()}
    costs = {path: _OPENING + len(html) for path, html in pages.items()}
    return tuple(sorted(_needed(tuple(_cover(features, costs)), features, costs)))


def _needed(
    paths: Sequence[str], features: Mapping[str, frozenset[str]], costs: Mapping[str, int]
) -> set[str]:
    # What was taken early may be seen on what had to be taken later.
    needed = set(paths)
    for path in sorted(paths, key=lambda path: -costs[path]):
        if features[path] <= frozenset().union(*(features[one] for one in needed - {path})):
            needed.remove(path)
    return needed


def _cover(features: Mapping[str, frozenset[str]], costs: Mapping[str, int]) -> Iterator[str]:
    missing = set[str]().union(*features.values())
    while missing:
        path = max(features, key=lambda path: len(features[path] & missing) / costs[path])
        yield path
        missing -= features[path]


def _features(path: str, html: str) -> Iterator[str]:
    section, _, rest = path.strip("/").partition("/")
    yield f"a page in {section}" if rest else f"the page {section}"
    for tag, attributes in _TAG.findall(html.partition("<main")[2]):
        yield tag
        yield from (f"role {role}" for role in _ROLE.findall(attributes))
        for classes in _CLASSES.findall(attributes):
            ours = (name for name in classes.split() if name.startswith("jb-"))
            yield from (_NUMBER.sub("", name) for name in ours)


def _read(site: Site, path: str) -> str:
    return Path(site.folder, path.strip("/"), "index.html").read_text("utf-8")
