"""The rules as a team sets them in rules.yml: severities, parameters, and places that differ."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from journeybook.codes import Code, Family, Severity
from journeybook.findings import Mistake
from journeybook.handbook.book import Handbook
from journeybook.handbook.linking.directory import directory_of_entities
from journeybook.handbook.linking.linker import Linker
from journeybook.rules.engine.rule import Rule
from journeybook.rules.engine.scope import Where
from journeybook.rules.engine.settings import Elsewhere, RuleSettings, Setting, Settings
from journeybook.schema import Kind
from journeybook.schema.fields import Written
from journeybook.schema.period import Words
from journeybook.schema.phrases import NO_PHRASES
from journeybook.sources.likeness import close_to
from journeybook.sources.settings.configuration import WrittenRule
from journeybook.sources.validation import meant_by, validated
from journeybook.sources.wrong_values import suggested
from journeybook.sources.yaml.nodes import Step, Tree
from journeybook.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamRules:
    """The settings that rules.yml makes, and what is wrong with it."""

    settings: Settings
    mistakes: tuple[Mistake, ...]


def with_names(settings: Settings, handbook: Handbook) -> TeamRules:
    """Find the personas, journeys, phases, channels and types that rules are set for."""
    if not any(rule.elsewhere for rule in settings.rules.values()):
        return TeamRules(settings=settings, mistakes=())
    words = handbook.vocabulary
    linker = Linker(
        {
            kind: directory_of_entities(handbook.entities[kind].values(), words.fold)
            for kind in _KINDS
        },
        {},
        handbook.today,
        # What stands here is one name, and no list in words.
        replace(words, phrases=NO_PHRASES),
    )
    rules: dict[str, RuleSettings] = {}
    for code, rule in settings.rules.items():
        elsewhere = (_named(one, linker) for one in rule.elsewhere)
        rules[code] = replace(rule, elsewhere=tuple(one for one in elsewhere if one))
    named = replace(settings, rules=rules)
    return TeamRules(settings=named, mistakes=tuple(linker.mistakes))


def _named(one: Elsewhere, linker: Linker) -> Elsewhere | None:
    # A place whose names are all unknown would be every place; it is left out.
    before = len(linker.mistakes)
    found = {
        kind.value: linker.many(kind, getattr(one.where, kind.value), one.tree, *one.path, kind)
        for kind in linker.directories
    }
    types = (
        linker.asset_type(word, one.tree, *one.path, "asset_type", at)
        for at, word in enumerate(one.where.asset_type)
    )
    asset_types = tuple(one.id for one in types if one)
    if len(linker.mistakes) > before:
        return None
    return replace(one, where=Where(**found, asset_type=asset_types))


_KINDS = (Kind.PERSONA, Kind.JOURNEY, Kind.PHASE, Kind.CHANNEL)
_SEVERITIES = {severity.word: severity for severity in Severity}
_PLACES = frozenset(Where.model_fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    # Something written about a rule: at its code, or at one of its places.
    rule: Rule
    tree: Tree
    path: tuple[Step, ...]
    mistakes: list[Mistake]
    words: Words | None


def set_rules(
    written: Sequence[WrittenRule],
    wording: Wording,
    rules: Mapping[str, Rule],
    words: Words | None = None,
) -> TeamRules:
    """Set every rule as rules.yml says, or by default."""
    found = {code: _default(rule.severity, rule.parameters) for code, rule in rules.items()}
    mistakes: list[Mistake] = []
    for one in written:
        rule = rules.get(one.code)
        if rule is None:
            mistakes.append(_unknown_rule(one, rules))
            continue
        entry = _Entry(rule=rule, tree=one.tree, path=(one.code,), mistakes=mistakes, words=words)
        found[rule.code] = _rule_settings(one.value, entry)
    return TeamRules(settings=Settings(wording=wording, rules=found), mistakes=tuple(mistakes))


# Most rules of a team are as they ship, and all of them are set at each reading.
@lru_cache(500)
def _default(severity: Severity, parameters: type[Written]) -> RuleSettings:
    return RuleSettings(general=Setting(severity=severity, parameters=parameters()))


def _rule_settings(value: object, entry: _Entry) -> RuleSettings:
    written = dict(value) if isinstance(value, dict) else {"severity": value}
    places = written.pop("where", None)
    within = (*entry.path, "where")
    if isinstance(places, list):
        paths = [(place, (*within, at)) for at, place in enumerate(places)]
    else:
        paths = [(places, within)] if places is not None else []
    default = _default(entry.rule.severity, entry.rule.parameters).general
    general = _setting(written, default, entry)
    return RuleSettings(
        general=general,
        elsewhere=tuple(
            _elsewhere(place, general, replace(entry, path=path)) for place, path in paths
        ),
    )


def _elsewhere(place: object, general: Setting, entry: _Entry) -> Elsewhere:
    if not isinstance(place, dict):
        values = {"key": "where", "value": str(place), "expected": "mapping"}
        span = entry.tree.span(*entry.path)
        entry.mistakes.append(Mistake(code=Code.WRONG_TYPE, span=span, values=values))
    written = place if isinstance(place, dict) else {}
    named = {key: item for key, item in written.items() if key in _PLACES}
    where, wrong, _ = validated(Where, named, entry.tree, entry.path)
    entry.mistakes.extend(wrong)
    own = {key: item for key, item in written.items() if key not in _PLACES}
    return Elsewhere(
        where=where, setting=_setting(own, general, entry), tree=entry.tree, path=entry.path
    )


def _setting(written: dict[str, object], general: Setting, entry: _Entry) -> Setting:
    # What is not said here is as it is in general.
    rest = {key: item for key, item in written.items() if key != "severity"}
    own, wrong, _ = validated(entry.rule.parameters, rest, entry.tree, entry.path, entry.words)
    entry.mistakes.extend(_with_ours(one, entry) for one in wrong)
    said = {name: getattr(own, name) for name in own.model_fields_set}
    word = written.get("severity")
    severity = general.severity if word is None else _severity(word, general.severity, entry)
    parameters = general.parameters.model_copy(update=said)
    return Setting(severity=severity, parameters=parameters)


def _with_ours(mistake: Mistake, entry: _Entry) -> Mistake:
    # What may be set of every rule is none of its parameters.
    if mistake.code != Code.UNKNOWN_KEY or mistake.values["suggestion"]:
        return mistake
    ours = ("severity", *(_PLACES if len(entry.path) > 1 else ("where",)))
    key = mistake.values["key"]
    meant = (*meant_by(key, ours, entry.words), close_to(key, ours))
    return replace(mistake, values={**mistake.values, "suggestion": meant[0]})


def _severity(word: object, otherwise: Severity, entry: _Entry) -> Severity:
    fitting = severities_of(entry.rule)
    plain = word.strip().casefold() if isinstance(word, str) else ""
    plain = entry.words.values.get(plain, plain) if entry.words else plain
    severity = _SEVERITIES.get(plain)
    if severity is not None and severity.word in fitting:
        return severity
    parts = word if isinstance(word, list) else ()
    value = word if isinstance(word, str) else ", ".join(map(str, parts))
    values = {"key": entry.rule.code, "value": value, "known": ", ".join(fitting)}
    values |= suggested(values, entry.words)
    span = entry.tree.span(*entry.path, "severity")
    entry.mistakes.append(Mistake(code=Code.UNKNOWN_VALUE, span=span, values=values))
    return otherwise


def severities_of(rule: Rule) -> list[str]:
    """Give the words that a rule may weigh."""
    # A file that is wrong is an error or a warning; missing content may weigh anything.
    problem = ("error", "warning", "off")
    return [word for word in _SEVERITIES if rule.family is Family.GAP or word in problem]


def _unknown_rule(entry: WrittenRule, rules: Iterable[str]) -> Mistake:
    values = {"reference": entry.code, "suggestion": close_to(entry.code, rules), "known": ""}
    return Mistake(code=Code.UNKNOWN_RULE, span=entry.span, values=values)
