"""What other packages add: rules, areas of pages and formats, by their entry points."""

from collections.abc import Iterator, Mapping
from importlib.metadata import EntryPoint, entry_points
from types import ModuleType
from typing import TypeVar

from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.exports.formats import Export
from journeybook.pages.parts.area import Area
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
    return {point.name: _as(Area, _load(point), point) for point in _points("journeybook.pages")}


def added_exports() -> Mapping[str, Export]:
    """Give the formats that packages add, by name."""
    return {
        point.name: _as(Export, _load(point), point) for point in _points("journeybook.exports")
    }


def _points(group: str) -> tuple[EntryPoint, ...]:
    return tuple(sorted(entry_points(group=group), key=lambda point: point.name))


def _load(point: EntryPoint) -> object:
    try:
        return point.load()
    except (ImportError, AttributeError) as error:
        raise CannotRunError(f"{point.group}: {point.name} cannot be loaded: {error}") from error


def _as(kind: type[_Kind], loaded: object, point: EntryPoint) -> _Kind:
    if isinstance(loaded, kind):
        return loaded
    raise CannotRunError(f"{point.group}: {point.name} is no {kind.__name__} ({point.value})")
