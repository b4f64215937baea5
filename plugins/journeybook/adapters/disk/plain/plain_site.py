"""A whole site as plain Markdown, as files by path: for engines that run no plugin."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

from journeybook.adapters.disk.folder import read_folder
from journeybook.adapters.disk.language import language_for_all
from journeybook.adapters.disk.plain.plain_handbooks import Compiling, Made, portfolio
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.resources import shipped, with_templates
from journeybook.adapters.disk.shown import OF_SOME, ON_DEMAND, static_files
from journeybook.adapters.disk.sites.configuration import configuration_at, find_handbooks
from journeybook.adapters.disk.sites.engine_yaml import read_configuration, read_kept, written
from journeybook.adapters.disk.sites.handbook_folders import Folders, handbooks_of, pages_of
from journeybook.exports.audiences import AUDIENCES, audience_script
from journeybook.exports.finder import FINDER, finder_script
from journeybook.exports.formats import site_files
from journeybook.exports.plain.plain_pages import PlainPages, plain_files, plain_pages, unlisted
from journeybook.exports.plain.plain_settings import (
    features_of,
    name_of,
    plugins_of,
    settings_without_us,
    theme_of,
)
from journeybook.history.portfolio import PORTFOLIO
from journeybook.pages.parts.filling.renderer import TemplateFaultError
from journeybook.pages.parts.ways.navigation import ARRANGERS, Chapter, beside_others, navigation
from journeybook.pages.parts.ways.section import Section
from journeybook.rendering import Compilation
from journeybook.resources import Resources
from journeybook.sources.document import SourceFile

_STATIC = "assets/journeybook"
_PLAIN = "plain.css"
_SCRIPT = "journeybook.js"
_DOCS, _THEME, _HOOKS = "docs", "theme", "hooks"
_TEMPLATES = "journeybook"
_TABS = "navigation.tabs"


def plain_site(path: Path, output: Path, today: date | None) -> Mapping[str, bytes]:
    """Give the files of a site: its configuration, and below `docs` its pages, assets and data.

    It is made as of a day, that of the site's own option, or today.

    Raises:
        CannotRunError: when there is no site, something in it cannot be done, or the folder they
            are for lies among its pages.
    """
    file = configuration_at(path)
    if file is None:
        find_handbooks(path)
        raise CannotRunError(
            "there is no mkdocs.yml in {root}; `journeybook init` shows what it says", root=path
        )
    exported = _Exported(file=file, day=today)
    if output.resolve().is_relative_to(exported.pages_folder.resolve()):
        raise CannotRunError("{folder} lies among the pages; name another folder", folder=output)
    try:
        return dict(exported.files())
    except TemplateFaultError as fault:
        raise CannotRunError("{problem}", problem=fault) from fault


@dataclass(frozen=True, kw_only=True)
class _Exported:
    file: Path
    day: date | None

    @property
    def pages_folder(self) -> Path:
        return self._root / self._pages.content

    def files(self) -> Iterator[tuple[str, bytes]]:
        yield from self._theme_files()
        yield from self._hook_files()
        for uri, data in self._docs():
            yield f"{_DOCS}/{uri}", data
        yield "mkdocs.yml", written(self._settings_written())

    @cached_property
    def _settings(self) -> Mapping[str, Any]:
        return read_configuration(self.file)

    @property
    def _root(self) -> Path:
        return self.file.resolve().parent

    @cached_property
    def _pages(self) -> Folders:
        return pages_of(self._settings, self._root)

    @cached_property
    def _is_material(self) -> bool:
        return theme_of(self._settings).get("name") == "material"

    @cached_property
    def _resources(self) -> Resources:
        own = self._custom / _TEMPLATES if self._custom else None
        return with_templates(own) if own and own.is_dir() else shipped()

    @cached_property
    def _handbooks(self) -> tuple[Made, ...]:
        compiling = Compiling(settings=self._settings, resources=self._resources, day=self.day)
        return tuple(map(compiling.made, handbooks_of(self._settings, self._root)))

    @cached_property
    def _custom(self) -> Path | None:
        custom = theme_of(self._settings).get("custom_dir")
        return self._root / str(custom) if custom else None

    @cached_property
    def _compilations(self) -> Mapping[str, Compilation]:
        return {one.folders.part: one.compilation for one in self._handbooks}

    @cached_property
    def _found(self) -> Mapping[str, SourceFile]:
        return {
            file.path.removeprefix(f"{self._pages.content}/"): file
            for file in read_folder(self._pages)
            if file.refused in (None, "large")
        }

    @cached_property
    def _texts(self) -> Mapping[str, str]:
        return {
            uri: file.data.decode("utf-8", "replace")
            for uri, file in self._found.items()
            if uri.endswith(".md") and not file.refused
        }

    @cached_property
    def _made(self) -> PlainPages:
        stem = PORTFOLIO.removesuffix(".md")
        names = (PORTFOLIO, f"{stem}/index.md", f"{stem}/README.md")
        about = (uri for uri in names if uri in self._found)
        return plain_pages(
            self._compilations,
            portfolio(self._handbooks, self._resources, next(about, None)),
            tabs=_TABS in features_of(self._settings),
            tags=any(
                name_of(one) in ("tags", "material/tags") for one in plugins_of(self._settings)
            ),
        )

    @cached_property
    def _nav(self) -> list[Any] | None:
        nav = self._kept.get("nav")
        if nav is None and any(name_of(one) in ARRANGERS for one in plugins_of(self._kept)):
            return None
        return navigation(self._listed, self._chapters, nav, PORTFOLIO)

    @cached_property
    def _listed(self) -> Mapping[str, None]:
        away = {*self._made.hidden, *unlisted(self._compilations)}
        uris = (*self._texts, *self._made.pages, *self._found)
        return dict.fromkeys(uri for uri in uris if uri.endswith(".md") and uri not in away)

    @cached_property
    def _chapters(self) -> list[Chapter]:
        return [
            Chapter(part=one.folders.part, title=one.folders.title, sections=_below(one))
            for one in self._handbooks
        ]

    def _docs(self) -> Iterator[tuple[str, bytes]]:
        beside = beside_others(self._nav or (), self._listed, self._chapters)
        made = replace(self._made, beside=beside)
        for uri, text in plain_files(made, self._texts):
            yield uri, text.encode()
        for uri in self._found.keys() - self._texts.keys() - made.hidden:
            with suppress(OSError):
                yield uri, (self.pages_folder / uri).read_bytes()
        for name, data in static_files().items():
            yield f"{_STATIC}/{name}", data
        yield f"{_STATIC}/{FINDER}", finder_script(self._compilations)
        yield f"{_STATIC}/{AUDIENCES}", audience_script(self._compilations)
        for part, one in self._compilations.items():
            for name, data in site_files(one).items():
                yield f"{part}{name}", data

    def _theme_files(self) -> Iterator[tuple[str, bytes]]:
        if self._custom is None:
            return
        for file in sorted(self._custom.rglob("*")):
            name = file.relative_to(self._custom).as_posix()
            if file.is_file() and not name.startswith(f"{_TEMPLATES}/"):
                yield f"{_THEME}/{name}", file.read_bytes()

    @cached_property
    def _hooks(self) -> Mapping[str, Path]:
        hooks = self._settings.get("hooks") or ()
        return {f"{_HOOKS}/{Path(one).name}": self._root / one for one in hooks}

    def _hook_files(self) -> Iterator[tuple[str, bytes]]:
        yield f"{_HOOKS}/links.py", (files("journeybook") / "templates/plain/links.py").read_bytes()
        for name, file in self._hooks.items():
            # A name may hold what no system takes.
            with suppress(OSError, ValueError):
                yield name, file.read_bytes()

    @cached_property
    def _kept(self) -> Mapping[str, Any]:
        return read_kept(self.file)

    def _settings_written(self) -> dict[str, object]:
        needless = _PLAIN if self._is_material else ""
        return settings_without_us(
            self._kept,
            nav=self._nav,
            language=language_for_all(self._handbooks[0].folders),
            styles=[
                f"{_STATIC}/{name}"
                for name in static_files()
                if name.endswith(".css") and name not in (needless, *OF_SOME, *ON_DEMAND)
            ],
            script=f"{_STATIC}/{_SCRIPT}",
            theme=_THEME if self._custom else "",
            hooks=[f"{_HOOKS}/links.py", *self._hooks],
        )


def _below(made: Made) -> list[Section]:
    return [one.below(made.folders.part) for one in made.compilation.sections]
