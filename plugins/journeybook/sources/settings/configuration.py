"""Reads what a team decides once: the files of site_config/."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from posixpath import dirname, join, normpath

from journeybook.codes import Code
from journeybook.findings import Mistake, Span
from journeybook.schema.form import Speed
from journeybook.schema.period import Words
from journeybook.schema.phrases import joined
from journeybook.schema.settings.configuration import Configuration, WaiverEntry
from journeybook.schema.settings.value import Weights
from journeybook.schema.settings.vocabulary import LanguageWords
from journeybook.sources.document import SourceFile
from journeybook.sources.likeness import close_to
from journeybook.sources.placeholders import without_placeholders
from journeybook.sources.settings.inventory import WrittenInventory, read_inventory
from journeybook.sources.tables.speeds import read_speeds
from journeybook.sources.texts import decoded, keys_of, tree_of
from journeybook.sources.validation import validated
from journeybook.sources.yaml.nodes import Tree, Value
from journeybook.sources.yaml.parsing import read_texts

VALUE = "value"
"""The key of rules.yml under which the parts of the value of gaps are set."""

_CODE = 2
# The keys of a waiver that say something, and narrow nothing down.
_SAID = ("reason", "by")
FOR_ALL = ("journeybook.yml", "rules.yml")
"""What several handbooks may decide together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenRule:
    """What rules.yml says of one code, and where it says it."""

    code: str
    value: Value
    tree: Tree

    @property
    def span(self) -> Span:
        """The place of the code in rules.yml."""
        return self.tree.key_span(self.code)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenWaiver:
    """One entry of waivers.yml, and where it stands."""

    entry: WaiverEntry
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamDecisions:
    """All of site_config/, with the mistakes met in it."""

    configuration: Configuration
    configuration_tree: Tree
    rules: tuple[WrittenRule, ...]
    weights: Weights
    waivers: tuple[WrittenWaiver, ...]
    speeds: Mapping[str, Speed]
    inventory: WrittenInventory
    mistakes: tuple[Mistake, ...]


def read_decisions(
    files: Iterable[SourceFile],
    config: str = "site_config",
    languages: Mapping[str, LanguageWords] | None = None,
    shared: str = "",
    spoken: Collection[str] = (),
    *,
    words: Words | None = None,
) -> TeamDecisions:
    """Read the decisions in the files of a folder, each of which may be absent.

    `languages` are those whose words are known, all their `words` among them, and `spoken` those of
    the interface. For the first two files, those in the `shared` folder stand in.
    """
    known = languages or {}
    words = words or words_of(known.values())
    by_path = {file.path: file for file in files}
    mistakes: list[Mistake] = []
    if (folder := by_path.get(config)) and isinstance(refused := decoded(folder), Mistake):
        mistakes.append(refused)
    paths = {name: f"{config}/{name}" for name in (*FOR_ALL, "waivers.yml")}
    for name in FOR_ALL if shared else ():
        if paths[name] not in by_path:
            paths[name] = f"{shared}/{name}"
    trees = {name: _tree(by_path.get(path), path, mistakes) for name, path in paths.items()}
    tree = trees["journeybook.yml"]
    own, wrong, tree = validated(Configuration, keys_of(tree, mistakes), tree, words=words)
    configuration = _speaking(own, spoken, tree, mistakes)
    rules = keys_of(trees["rules.yml"], mistakes)
    weights, wrong_weights, _ = validated(
        Weights, rules.pop(VALUE, {}), trees["rules.yml"], (VALUE,), words
    )
    mistakes.extend(_said_nothing(tree))
    mistakes.extend(_uncounted(configuration, known, tree))
    mistakes.extend(_said_nothing(trees["rules.yml"]))
    waivers, wrong_waivers = _waivers(trees["waivers.yml"], words)
    speeds, unread = _speeds(configuration, tree, by_path, words)
    inventory = read_inventory(by_path, config, words)
    return TeamDecisions(
        configuration=configuration,
        configuration_tree=tree,
        rules=tuple(
            WrittenRule(code=code, value=value, tree=trees["rules.yml"])
            for code, value in rules.items()
        ),
        weights=weights,
        waivers=waivers,
        speeds=speeds,
        inventory=inventory,
        mistakes=(*mistakes, *wrong, *wrong_weights, *wrong_waivers, *unread, *inventory.mistakes),
    )


@cache
def read_vocabulary(data: bytes) -> LanguageWords:
    """Read the words of a language; what ships with Journeybook is right, or its tests fail."""
    return LanguageWords.model_validate(read_texts(data) or {})


def words_of(languages: Iterable[LanguageWords]) -> Words:
    """Join the words of several languages that may stand in a file."""
    units: dict[str, str] = {}
    months: dict[str, int] = {}
    values: dict[str, str] = {}
    keys: dict[str, tuple[str, ...]] = {}
    placeholders: set[str] = set()
    known = tuple(languages)
    for language in known:
        units |= {w.casefold(): unit for unit, words in language.units.items() for w in words}
        months |= {
            form: at
            for at, name in enumerate(language.months, start=1)
            for form in name.casefold().split()
        }
        values |= language.values
        placeholders |= {re.sub(r"[\W_]+", "", w.casefold()) for w in language.placeholders}
        keys |= {
            word: tuple(dict.fromkeys((*keys.get(word, ()), *meant)))
            for word, meant in language.keys.items()
        }
    return Words(
        units=units,
        months=months,
        values=values,
        keys=keys,
        placeholders=frozenset(placeholders),
        phrases=joined(one.phrases for one in known),
        exports=joined(one.exports for one in known),
    )


def own_values(language: LanguageWords) -> Mapping[str, str]:
    """Give the word of a language, the first it has, for each that a key of few choices takes."""
    found: dict[str, str] = {}
    for word, english in language.values.items():
        # Languages are written as codes, by everybody.
        if len(english) > _CODE:
            found.setdefault(english, word.replace("-", " "))
    return found


def _speaking(
    configuration: Configuration, known: Collection[str], tree: Tree, mistakes: list[Mistake]
) -> Configuration:
    # A language that is not there is told, and English is spoken.
    language = configuration.language
    if not known or language in known:
        return configuration
    values = {
        "key": "language",
        "value": language,
        "known": ", ".join(known),
        "suggestion": close_to(language, tuple(known)),
    }
    mistakes.append(Mistake(code=Code.UNKNOWN_VALUE, span=tree.span("language"), values=values))
    return configuration.model_copy(update={"language": "en"})


def _uncounted(
    configuration: Configuration, known: Mapping[str, LanguageWords], tree: Tree
) -> Iterator[Mistake]:
    # A status of the team's own that counts as none of the six would count as an idea.
    built_in = {name for words in known.values() for name in words.statuses}
    for name, words in configuration.vocabulary.statuses.items():
        if name not in built_in and words.counts_as is None:
            values = {"key": "counts_as", "within": ""}
            span = tree.key_span("vocabulary", "statuses", name)
            yield Mistake(code=Code.MISSING_VALUE, span=span, values=values)


def _said_nothing(tree: Tree) -> Iterator[Mistake]:
    # A setting without a value is as if it were not there, which nobody sees.
    for key in tree.empty_keys():
        values = {"key": key.text, "within": "", "is_empty": "yes"}
        span = tree.place(key.line, key.column)
        yield Mistake(code=Code.MISSING_VALUE, span=span, values=values)


def _speeds(
    configuration: Configuration, tree: Tree, by_path: Mapping[str, SourceFile], words: Words
) -> tuple[Mapping[str, Speed], tuple[Mistake, ...]]:
    if configuration.speed is None:
        return {}, ()
    file = by_path.get(normpath(join(dirname(tree.path), configuration.speed)))
    if file is None or not (file.data or file.refused):
        values = {"file": configuration.speed, "line": ""}
        span = tree.span("speed")
        return {}, (Mistake(code=Code.UNREAD_SPEEDS, span=span, values=values),)
    return read_speeds(file, words.exports)


def _tree(file: SourceFile | None, path: str, mistakes: list[Mistake]) -> Tree:
    text = decoded(file) if file else ""
    if isinstance(text, Mistake):
        mistakes.append(text)
        return Tree(path=path, root=None)
    return tree_of(text, path, mistakes)


def _waivers(tree: Tree, words: Words) -> tuple[tuple[WrittenWaiver, ...], tuple[Mistake, ...]]:
    # The file is a list; each entry is checked alone, so that a wrong one costs no other.
    mistakes = list(without_placeholders(tree, words, only=_SAID))
    value = tree.value()
    entries = value if isinstance(value, list) else [value] if value else []
    found: list[WrittenWaiver] = []
    for at, entry in enumerate(entries):
        within = (at,) if isinstance(value, list) else ()
        if not isinstance(entry, dict):
            values = {"key": "waivers.yml", "value": str(entry), "expected": "mapping"}
            span = tree.span(*within)
            mistakes.append(Mistake(code=Code.WRONG_TYPE, span=span, values=values))
            continue
        model, wrong, _ = validated(WaiverEntry, entry, tree, within, words)
        mistakes.extend(wrong)
        # Without a word that cannot be read it would accept more, or for longer, than was meant.
        if not wrong:
            found.append(WrittenWaiver(entry=model, span=tree.span(*within)))
    return tuple(found), tuple(mistakes)
