"""What makes a site of Markdown, and where a page stands in it."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from posixpath import join
from typing import cast

from journeybook.sources.records.record import Shape
from journeybook.sources.records.site_files import shape_by_settings

_SUFFIX = re.compile(r"(?P<stem>.+)\.(?P<language>[a-z]{2}(?:-[A-Za-z]{2,4})?)")
_FOLDER = re.compile(r"[a-z]{2}(?:-[A-Za-z]{2})?")
_TRANSLATED = re.compile(r"(?:.*/)?i18n/(?P<language>[^/]+)/docusaurus-plugin-content-(?P<rest>.*)")
_VERSIONED = re.compile(r"(docs|blog|pages)(?:-[^/]*)?(?:/(?:current|version-[^/]+))?/")
_DOCUSAURUS = re.compile(r"/docusaurus-plugin-content-|(?:^|/)_category_\.json$")
_INDEXES = frozenset(("index", "_index", "readme"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A page inside its site: its folder and name, and the language that its path tells."""

    folder: str
    stem: str
    language: str = ""
    is_marked: bool = False

    @property
    def is_index(self) -> bool:
        """Whether it is the page of its folder."""
        return self.stem.casefold() in _INDEXES

    @property
    def path(self) -> str:
        """Its place, without an ending."""
        return self.folder if self.is_index else join(self.folder, self.stem)


def place_in_site(path: str, shape: Shape, languages: Collection[str], language: str) -> Place:
    """Tell where a page stands in its site, and in which of its languages.

    `language` is that of a page whose path tells none.
    """
    if shape == "docusaurus" and (found := _TRANSLATED.fullmatch(path)):
        inner = place_in_site(_VERSIONED.sub(r"\1/", found["rest"], count=1), shape, (), "")
        return replace(inner, language=found["language"], is_marked=True)
    folder, _, name = path.rpartition("/")
    stem = name.rpartition(".")[0]
    if found := _SUFFIX.fullmatch(stem):
        return Place(folder=folder, stem=found["stem"], language=found["language"], is_marked=True)
    parts = folder.split("/")
    told = next((part for part in parts if part in languages), "")
    if told and shape == "hugo" and parts[0] == told:
        return Place(folder="/".join(parts[1:]), stem=stem, language=told, is_marked=True)
    return Place(folder=folder, stem=stem, language=told or language)


def languages_in(paths: Iterable[str], language: str) -> frozenset[str]:
    """Tell which folders are languages: those of two letters that stand side by side."""
    found: dict[str, set[str]] = {}
    for path in paths:
        parts = path.split("/")[:-1]
        for at, part in enumerate(parts):
            if _FOLDER.fullmatch(part):
                found.setdefault("/".join(parts[:at]), set()).add(part)
    several = (names for names in found.values() if len(names) > 1 or language in names)
    return frozenset(name for names in several for name in names)


def shape_of(paths: Iterable[str], fences: Iterable[str]) -> Shape:
    """Tell what makes a site, by where its pages lie and how they begin."""
    every = tuple(paths)
    if told := shape_by_settings(every):
        return cast(Shape, told)
    if any("/_posts/" in f"/{path}" or "/_drafts/" in f"/{path}" for path in every):
        return "jekyll"
    if any(_DOCUSAURUS.search(path) for path in every):
        return "docusaurus"
    if any("src/content/" in path for path in every):
        return "astro"
    if any(".11tydata." in path for path in every):
        return "eleventy"
    is_hugo = any(path.rpartition("/")[2].startswith("_index.") for path in every)
    return "hugo" if is_hugo or "toml" in fences else "plain"
