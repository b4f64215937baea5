"""What every page of a site depends on, in one sum; and why nothing is kept where that is unknown.

Whatever is not known to be a function of this sum and of a page's own text turns keeping off.
"""

import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import FunctionType

import mkdocs
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig

import journeybook
from journeybook.adapters.disk.keeping.shelf import digest
from journeybook.adapters.mkdocs.options import TEMPLATES, is_for_few
from journeybook.adapters.mkdocs.pages.extension import HandbookExtension

_PLUGINS = frozenset(("search", "material/search", "journeybook"))
_KNOWN = re.compile(
    r"(markdown\.extensions\.)?(abbr|admonition|attr_list|codehilite|def_list|extra|fenced_code"
    r"|footnotes|legacy_attrs|legacy_em|md_in_html|meta|nl2br|sane_lists|smarty|tables|toc|wikilinks)"
    r"|pymdownx\.(arithmatex|betterem|blocks\.\w+|caret|critic|details|emoji|extra|fancylists"
    r"|highlight|inlinehilite|keys|magiclink|mark|progressbar|saneheaders|smartsymbols|striphtml"
    r"|superfences|tabbed|tasklist|tilde)"
)
"""The extensions of Markdown that read nothing but the page."""

_MODULES = ("pymdownx.", "material.", "markdown.", "babel.")
THEMES = ("material", "mkdocs", "readthedocs", "properdocs")
"""The themes whose templates we know."""

_CODE = re.compile(r"\{[{%].*?[%}]\}", re.DOTALL)
# What a template can show that is no function of what a page is made of: times, chance, and more
# of other pages than the navigation shows.
_UNSTEADY = re.compile(
    r"\b(?:build_date_utc|update_date|random|lipsum|page\.markdown)\b|(?<![.\w])pages\b"
    r"|(?<!\bpage)\.(?:content|toc|markdown)\b"
)
# What a site says of itself that no page shows, or that is told of each page.
_ELSEWHERE = (
    *("config_file_path", "docs_dir", "site_dir", "dev_addr", "watch", "strict"),
    *("draft_docs", "exclude_docs", "not_in_nav", "nav", "pages", "theme", "plugins", "hooks"),
)
_OURS, _DAY = "journeybook", "today"


class Unsteady(Exception):  # noqa: N818 - no error: the build goes on without
    """Why no page of a site is kept; its text is for whoever builds it."""


def ground_of(config: MkDocsConfig) -> bytes:
    """Sum up what all pages of a site depend on.

    Raises:
        Unsteady: when something is active whose pages may change by themselves.
    """
    _refuse_unknown(config)
    said = {key: value for key, value in config.items() if key not in _ELSEWHERE}
    said["markdown_extensions"] = list(map(_extension, config.markdown_extensions))
    plugins = {name: dict(plugin.config) for name, plugin in config.plugins.items()}
    # The environment may ask for it too.
    few = is_for_few(config.plugins[_OURS].config)
    plugins[_OURS].pop(_DAY, None)
    theme = config.theme
    settings = repr(
        _plain([said, plugins, few, theme.name, dict(theme), sorted(theme.static_templates)])
    )
    return digest([*versions(), settings, *_own_look(config)])


def _refuse_unknown(config: MkDocsConfig) -> None:
    for name in config.plugins:
        if name not in _PLUGINS:
            raise Unsteady(f"the plugin {name}")
    for extension in map(_extension, config.markdown_extensions):
        if extension != HandbookExtension.__qualname__ and not _KNOWN.fullmatch(extension):
            raise Unsteady(f"the Markdown extension {extension}")
    if config.hooks:
        raise Unsteady("hooks:")
    if config.mdx_configs.get("pymdownx.emoji", {}).get("options", {}).get("custom_icons"):
        raise Unsteady("custom_icons")
    searches = (config.plugins[name].config for name in config.plugins if "search" in name)
    if any(one.get("prebuild_index") for one in searches):
        raise Unsteady("prebuild_index")


def _extension(extension: object) -> str:
    return extension if isinstance(extension, str) else type(extension).__qualname__


def _plain(value: object) -> object:
    match value:
        case None | bool() | int() | float() | str() | date():
            return value
        case Config() | Mapping():
            return [(str(key), _plain(inner)) for key, inner in value.items()]
        case list() | tuple():
            return [_plain(inner) for inner in value]
        case set() | frozenset():
            return sorted(map(str, value))
    return _named(value)


def _named(value: object) -> str:
    # A function of Markdown's that a site chose, or the language of a theme.
    kind = value if isinstance(value, FunctionType | type) else type(value)
    if not kind.__module__.startswith(_MODULES):
        raise Unsteady(f"a setting of the kind {kind.__qualname__}")
    return f"{kind.__module__}.{kind.__qualname__}" if kind is value else repr(value)


@cache
def versions() -> tuple[str, ...]:
    """Tell of all that is installed: what runs is as it was when it began to."""
    return tuple(_installed())


def _installed() -> Iterator[str]:
    # Whatever is installed stands in a folder that names its version.
    yield sys.version
    # Of two engines that are installed, the one that runs.
    yield f"{mkdocs.__name__} {mkdocs.__version__}"
    for place in sys.path:
        try:
            names = os.listdir(place or ".")  # noqa: PTH208 - names are enough
        except OSError:
            continue
        yield from sorted(name for name in names if name.endswith((".dist-info", ".egg-info")))
    # Of a working copy the version says nothing.
    yield from _states(Path(journeybook.__file__).parent)


def _states(folder: Path) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            path = f"{place}/{name}"
            status = os.stat(path)  # noqa: PTH116 - many files
            yield f"{path} {status.st_size} {status.st_mtime_ns}"


def _own_look(config: MkDocsConfig) -> Iterator[str | bytes]:
    theme = config.theme
    if theme.custom_dir:
        yield from _contents(Path(theme.custom_dir))
    if theme.name not in THEMES:
        for folder in map(Path, theme.dirs):
            yield from _contents(folder)


def _contents(folder: Path) -> Iterable[str | bytes]:
    for place, folders, names in os.walk(folder, followlinks=True):
        folders.sort()
        for name in sorted(names):
            file = Path(place, name)
            try:
                data = file.read_bytes()
            except OSError:
                continue
            if name.endswith((".html", ".htm")) and folder / TEMPLATES not in file.parents:
                _refuse_unsteady(file, data.decode("utf-8", "replace"))
            yield file.relative_to(folder).as_posix()
            yield data


def _refuse_unsteady(file: Path, text: str) -> None:
    for code in _CODE.findall(text):
        if found := _UNSTEADY.search(code):
            raise Unsteady(f"{found.group()!r} in the template {file.name}")
