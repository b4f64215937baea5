"""The names by which something can be referred to."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from journeybook.grouping import a_few, grouped
from journeybook.handbook.ids import composed, folded, last_part, name_of
from journeybook.handbook.statements import Entity, Statement
from journeybook.handbook.vocabulary import AssetType, StatusWord
from journeybook.schema.kind import FOLDERS
from journeybook.schema.phrases import Phrases
from journeybook.sources.likeness import Names

_LISTED = re.compile(r"[,;|\n]")
_APART = r"[,;&|+\n]|\s(?:{and}|{or}|{to}|-|–)\s"
_PATH = re.compile(rf"^/?(?:[^/]+/)*?(?:{'|'.join(FOLDERS)})/(?=.)")
_FILE = re.compile(r"(?:(?<=.)/(?:index\.md)?|\.md)$")
_WIKI = re.compile(r"\[\[([^\[\]|]+)(?:\|[^\[\]]*)?\]\]")
_BRACKETS = " \t()[]{}\"'•*–-"

Fold = Callable[[str], str]


class Directory:
    """The names of all entities of one kind: id, last part of the id, title and aliases."""

    def __init__(self, entries: Iterable[tuple[str, Sequence[str]]], fold: Fold = folded) -> None:
        """Take every id with its other names, and how names are made comparable."""
        self._fold = fold
        self.ids: dict[str, Sequence[str]] = dict(entries)
        self._short = grouped((last_part(one), one) for one in self.ids)

    # Most references are ids, and to fold all names of thousands of rows takes its time.
    @cached_property
    def _folded(self) -> dict[str, tuple[str, ...]]:
        return grouped(
            (name, identifier)
            for identifier, names in self.ids.items()
            for name in {self._fold(one) for one in (identifier, last_part(identifier), *names)}
        )

    @cached_property
    def _names(self) -> Names:
        return Names(self._folded)

    def find(self, reference: str) -> Sequence[str]:
        """Give the ids a reference may mean: the exact one, else by last part, else by name."""
        name = composed(reference)
        if name in self.ids:
            return (name,)
        found = self._short.get(name) or self._folded.get(self._fold(name))
        # As other programs write a link, or the path of the file.
        plain = "" if found else plain_name(name)
        return found or (self.find(plain) if plain != name else ())

    def closest(self, reference: str) -> str:
        """Give the id whose name is most like the reference, or nothing."""
        name, _ = self._names.closest(self._fold(plain_name(reference)))
        return self._folded[name][0] if name else ""

    def parts(self, reference: str, phrases: Phrases) -> tuple[str, ...]:
        """Give the names in a text that holds several, each of which is known."""
        for written in (_apart(reference, phrases), reference.split()):
            names = [name for one in written if (name := one.strip(_BRACKETS))]
            if len(names) > 1 and all(map(self.find, names)):
                return tuple(names)
        return ()

    def strangers(self, reference: str) -> str:
        """Give the names in a text that lists several which are not known, where others are."""
        return self._others(reference, _LISTED.split(reference))

    def joined(self, reference: str, phrases: Phrases) -> str:
        """Likewise where a sign or a word joins them, of which one name may hold some as well."""
        return self._others(reference, _apart(reference, phrases))

    def _others(self, reference: str, parts: Sequence[str]) -> str:
        if "://" in reference:
            return ""
        names = [name for one in parts if (name := one.strip(_BRACKETS))]
        unknown = [name for name in names if not self.find(name)]
        return ", ".join(unknown) if len(unknown) < len(names) else ""

    def likeness(self, reference: str) -> float:
        """Tell how much the closest name is like the reference, from 0 to 1."""
        return self._names.closest(self._fold(reference))[1]

    @property
    def some(self) -> str:
        """A few ids, for a hint."""
        return a_few(list(self.ids))


def directory_of_entities(entities: Iterable[Entity], fold: Fold) -> Directory:
    """Give what has a file of its own by its title and its other names."""
    return Directory(((one.id, (one.title, *one.aliases)) for one in entities), fold)


def directory_of(words: Iterable[AssetType | StatusWord], fold: Fold) -> Directory:
    """Give the words of a vocabulary by the names people see, so that a hint speaks as they do."""
    return Directory(((one.word, (one.id, one.label)) for one in words), fold)


def directory_of_statements(statements: Iterable[Statement]) -> Directory:
    """Give statements by their words, and by the end of their id."""
    return Directory((one.id, (one.text, name_of(one.id))) for one in statements)


def plain_name(reference: str) -> str:
    """Give the name in what other programs write as a link, or in the path of a file."""
    link = _WIKI.fullmatch(reference)
    path, mark, place = (link[1] if link else reference).partition("#")
    return f"{_FILE.sub('', _PATH.sub('', path, count=1))}{mark}{place}".strip()


def _apart(reference: str, phrases: Phrases) -> list[str]:
    # A slash stands between names, unless it is that of a path or of a place in a journey.
    is_one = "#" in reference or plain_name(reference) != reference
    return phrases.pattern(_APART if is_one else f"{_APART}|/").split(reference)
