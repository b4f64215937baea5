"""The names in rules.yml, brought to the ids of what they mean."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from journeybook.findings import Code, Mistake
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Entity
from journeybook.handbook.linking.linker import Directory, Fold, Linker
from journeybook.rules.engine.place import Where
from journeybook.rules.engine.settings import Elsewhere, RuleSettings, Settings
from journeybook.schema import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The settings with every name found, and the names that nothing has."""

    settings: Settings
    mistakes: tuple[Mistake, ...]


def with_names(settings: Settings, handbook: Handbook) -> Named:
    """Find the personas, journeys, phases, channels and types that rules are set for."""
    if not any(rule.elsewhere for rule in settings.rules.values()):
        return Named(settings=settings, mistakes=())
    fold = handbook.vocabulary.fold
    linker = Linker(
        {
            Kind.PERSONA: _directory(handbook.personas, fold),
            Kind.JOURNEY: _directory(handbook.journeys, fold),
            Kind.PHASE: _directory(handbook.phases, fold),
            Kind.CHANNEL: _directory(handbook.channels, fold),
        }
    )
    rules: dict[str, RuleSettings] = {}
    for code, rule in settings.rules.items():
        elsewhere = (_named(one, handbook, linker) for one in rule.elsewhere)
        rules[code] = replace(rule, elsewhere=tuple(one for one in elsewhere if one))
    named = replace(settings, rules=rules)
    return Named(settings=named, mistakes=tuple(linker.mistakes))


def _directory(entities: Mapping[str, Entity], fold: Fold) -> Directory:
    return Directory(((one.id, (one.title, *one.aliases)) for one in entities.values()), fold)


def _named(one: Elsewhere, handbook: Handbook, linker: Linker) -> Elsewhere | None:
    # A place whose names are all unknown would be every place; it is left out.
    before = len(linker.mistakes)
    found = {
        kind.value: linker.many(kind, getattr(one.where, kind.value), one.tree, *one.path, kind)
        for kind in linker.directories
    }
    types = tuple(_types(one, handbook, linker))
    if len(linker.mistakes) > before:
        return None
    return replace(one, where=Where(**found, asset_type=types))


def _types(one: Elsewhere, handbook: Handbook, linker: Linker) -> Iterable[str]:
    vocabulary = handbook.vocabulary
    for at, word in enumerate(one.where.asset_type):
        if found := vocabulary.asset_type(word):
            yield found.id
        else:
            names = Directory(
                ((kind.id, (kind.label,)) for kind in vocabulary.asset_types.values()),
                vocabulary.fold,
            )
            path = (*one.path, "asset_type", at)
            linker.unknown(Code.UNKNOWN_ASSET_TYPE, word, names, one.tree, *path)
