"""What ships with Journeybook, read from the installed package."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib.metadata import EntryPoint
from importlib.resources import files
from pathlib import Path
from types import ModuleType
from typing import TypeVar

from journeybook.adapters.disk.installed import offered
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.shown import inside
from journeybook.pages.parts.area import Area
from journeybook.resources import Resources
from journeybook.rules.engine.rule import Rule, gap_rule

_Kind = TypeVar("_Kind")


def added_rules() -> Iterator[Rule]:
    """Give the rules that packages add: each a `Rule`, or a module like those in `rules/gaps`."""
    for point in _points("journeybook.rules"):
        loaded: object = _load(point)
        if isinstance(loaded, ModuleType):
            yield gap_rule(loaded)
        else:
            yield _as(Rule, loaded, point)


def added_areas() -> Mapping[str, Area]:
    """Give the areas of pages that packages add, by name."""
    return added("journeybook.pages", Area)


def added(group: str, kind: type[_Kind]) -> Mapping[str, _Kind]:
    """Give what packages add at an entry point, by name.

    Raises:
        CannotRunError: when one of them cannot be loaded, or is of another kind.
    """
    return {point.name: _as(kind, _load(point), point) for point in _points(group)}


def _points(group: str) -> tuple[EntryPoint, ...]:
    return tuple(sorted(offered(group), key=lambda point: point.name))


def _load(point: EntryPoint) -> object:
    try:
        return point.load()
    except (ImportError, AttributeError) as error:
        raise CannotRunError(
            "{group}: {name} cannot be loaded: {error}",
            group=point.group,
            name=point.name,
            error=error,
        ) from error


def _as(kind: type[_Kind], loaded: object, point: EntryPoint) -> _Kind:
    if isinstance(loaded, kind):
        return loaded
    raise CannotRunError(
        "{group}: {name} is no {kind} ({value})",
        group=point.group,
        name=point.name,
        kind=kind.__name__,
        value=point.value,
    )


@cache
def shipped() -> Resources:
    """Read what ships with Journeybook, and what other packages on this machine add."""
    package = files("journeybook")
    # In one order on every disk; what English calls something is looked for first.
    folders = (folder for folder in (package / "locale").iterdir() if folder.is_dir())
    languages = sorted(folders, key=lambda folder: (folder.name != "en", folder.name))
    return Resources(
        templates={
            name: file.read_text("utf-8") for name, file in inside(package / "templates", ".html")
        },
        catalogues={
            folder.name: tuple(file.read_bytes() for _, file in inside(folder, ".po"))
            for folder in languages
        },
        # A language that was only begun has messages, and no words of its own yet.
        vocabularies={
            folder.name: b"".join(file.read_bytes() for _, file in inside(folder, "vocabulary.yml"))
            for folder in languages
        },
        rules=tuple(added_rules()),
        areas=added_areas(),
    )


def example_in(language: str) -> str | None:
    """Give the small filled handbook of a language, where there is one."""
    file = files("journeybook") / "locale" / language / "example.txt"
    return file.read_text("utf-8") if file.is_file() else None


def with_templates(folder: Path) -> Resources:
    """Give the same with the templates of a folder in place of ours of the same name.

    Raises:
        CannotRunError: when one of them cannot be read.
    """
    own = {
        file.relative_to(folder).as_posix(): _text(file) for file in sorted(folder.rglob("*.html"))
    }
    resources = shipped()
    return replace(resources, templates={**resources.templates, **own})


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise CannotRunError("the template {file} is not UTF-8", file=file) from error
    except OSError as error:
        raise CannotRunError(
            "the template {file} cannot be read: {problem}", file=file, problem=error.strerror
        ) from error
