"""The files of a site made of Markdown: its pages, what speaks for them, and where it stands."""

import re
from collections.abc import Iterable
from posixpath import basename, dirname

from journeybook.sources.document import SourceFile

PAGES = (".md", ".markdown", ".mdx")
"""The endings of pages."""

MARKED = (".html", ".htm", ".njk", ".liquid", ".mdoc", ".adoc", ".org", ".rst", ".astro")
"""The endings of what is a page where it begins with front matter, and else none that is read."""

PROGRAMS = (".11tydata.js", ".11tydata.cjs", ".11tydata.mjs")
"""What says things of pages by running, which only its own generator can do."""

_SETTINGS = {
    "hugo": ("hugo.toml", "hugo.yaml", "hugo.yml", "config.toml"),
    "jekyll": ("_config.yml", "_config.yaml"),
    "docusaurus": ("docusaurus.config.js", "docusaurus.config.ts", "docusaurus.config.mjs"),
    "astro": ("astro.config.mjs", "astro.config.ts", "astro.config.js"),
    "eleventy": ("eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs"),
}
BESIDE = (".json", *(name for names in _SETTINGS.values() for name in names), *PROGRAMS)
"""What says things of all pages beside it."""

_HOST = re.compile(
    r"""(?:^|[{,])[ \t]*['"]?(?:baseURL|base_url|url|site)['"]?[ \t]*[:=][ \t]*['"]?(https?://[^\s'",]+)""",
    re.MULTILINE | re.IGNORECASE,
)
_LANGUAGE = re.compile(
    r"""(?:^|[{,])[ \t]*['"]?(?:defaultContentLanguage|defaultLocale|default_language)['"]?"""
    r"""[ \t]*[:=][ \t]*['"]?([a-z]{2}(?:-[a-z]{2,4})?)\b""",
    re.MULTILINE | re.IGNORECASE,
)
_INSIDE = re.compile(
    r"""(?:^|[{,])[ \t]*['"]?(?:baseurl|base)['"]?[ \t]*[:=][ \t]*['"]?(/[^\s'",]+)""",
    re.MULTILINE | re.IGNORECASE,
)


def is_of_site(path: str) -> bool:
    """Tell whether a file is a page, or says something of the pages beside it."""
    return path.casefold().endswith((*PAGES, *MARKED, *BESIDE))


def settings_of(shape: str, paths: Iterable[str]) -> str | None:
    """Find the settings of a generator among files, those that lie highest."""
    found = (path for path in paths if basename(path) in _SETTINGS.get(shape, ()))
    return min(found, key=lambda path: (path.count("/"), path), default=None)


def shape_by_settings(paths: Iterable[str]) -> str | None:
    """Tell the generator of a site by its settings."""
    every = tuple(paths)
    found = {shape: path for shape in _SETTINGS if (path := settings_of(shape, every))}
    return min(found, key=lambda shape: found[shape].count("/"), default=None)


def address_of_site(files: Iterable[SourceFile]) -> str:
    """Give where a site stands, as far as the settings of its generator say so."""
    text = _settings_text(files)
    host, inside = _HOST.search(text), _INSIDE.search(text)
    if host is None or "//localhost" in host[1]:
        return ""
    return host[1].rstrip("/") + (inside[1].rstrip("/") if inside else "")


def language_of_site(files: Iterable[SourceFile]) -> str:
    """Give the language of a site that has no folder in its addresses, where the settings tell."""
    found = _LANGUAGE.search(_settings_text(files))
    return found[1] if found else ""


def folder_of_site(shape: str, paths: Iterable[str]) -> str | None:
    """Give the folder in which the settings of a site lie; None where there are none."""
    found = settings_of(shape, paths)
    return None if found is None else dirname(found)


def _settings_text(files: Iterable[SourceFile]) -> str:
    every = {file.path: file for file in files}
    shape = shape_by_settings(every)
    path = settings_of(shape, every) if shape else None
    return every[path].data.decode("utf-8", "replace") if path else ""
