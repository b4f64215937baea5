"""Names in a site's configuration that mean nothing where it is read, so that no build ends."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from journeybook.adapters.disk.installed import offered
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.sites.configuration import Place, configuration_at
from journeybook.adapters.disk.sites.engine_yaml import read_configuration
from journeybook.adapters.disk.sites.handbook_folders import Folders
from journeybook.sources.likeness import close_to
from journeybook.wording import marked

_PLUGINS = ("mkdocs.plugins", "properdocs.plugins")
_THEMES = ("mkdocs.themes", "properdocs.themes")
_KEYS = ("docs_dir", "exclude_docs", "nav", "plugins", "site_name", "theme")

_MEANT = {
    "key": marked("{place} unknown key '{name}'; did you mean '{near}'?"),
    "plugin": marked("{place} unknown plugin '{name}'; did you mean '{near}'?"),
    "theme": marked("{place} unknown theme '{name}'; did you mean '{near}'?"),
}
_MISSING = {
    "plugin": marked("{place} the plugin '{name}' is not installed here"),
    "theme": marked("{place} the theme '{name}' is not installed here"),
}


def unknown_names(site: Place) -> Iterator[CannotRunError]:
    """Give a sentence for each plugin, theme and key that is misspelt, or not installed here.

    Raises:
        CannotRunError: when the configuration cannot be read.
    """
    file = configuration_at(site.root if isinstance(site, Folders) else site)
    settings = read_configuration(file) if file else {}
    for key in settings:
        if near := "" if key in _KEYS else close_to(str(key), _KEYS):
            yield _told(file, _MEANT["key"], str(key), near)
    installed = _installed(_PLUGINS)
    for name in _names(settings.get("plugins")):
        if name not in installed:
            yield _unknown(file, "plugin", name, installed)
    theme = settings.get("theme")
    called = theme.get("name") if isinstance(theme, Mapping) else theme
    if isinstance(called, str) and called not in (themes := _installed(_THEMES)):
        yield _unknown(file, "theme", called, themes)


def _unknown(file: Path | None, what: str, name: str, known: Iterable[str]) -> CannotRunError:
    near = close_to(name.lstrip("- "), known)
    return _told(file, (_MEANT if near else _MISSING)[what], name, near)


def _told(file: Path | None, message: str, name: str, near: str) -> CannotRunError:
    lines = file.read_text("utf-8", "replace").splitlines() if file else []
    line = next((at for at, one in enumerate(lines, start=1) if name in one), 1)
    place = f"{file.name if file else ''}:{line}:"
    return CannotRunError(message, place=place, name=name, near=near)


def _names(plugins: Any) -> Iterator[str]:  # noqa: ANN401 - whatever was written
    # A list of names and of names with their options; or one text, where a dash lacks its blank.
    for one in plugins if isinstance(plugins, list | Mapping) else [plugins]:
        name = next(iter(one), None) if isinstance(one, Mapping) else one
        # A theme brings plugins of its own, as `material/blog`.
        if isinstance(name, str):
            yield name.rpartition("/")[2] if name.startswith("material/") else name


def _installed(groups: Iterable[str]) -> frozenset[str]:
    found = {one.name for group in groups for one in offered(group)}
    return frozenset(found | {name.rpartition("/")[2] for name in found})
