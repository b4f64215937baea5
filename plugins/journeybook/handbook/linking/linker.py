"""References: finds what an author means by a name, and tells where that is unclear."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from journeybook.codes import Code
from journeybook.findings import Mistake
from journeybook.handbook.ids import composed, folded, last_part
from journeybook.handbook.vocabulary import AssetType, StatusWord
from journeybook.schema import Kind
from journeybook.schema.fields import EVERYBODY
from journeybook.schema.kind import FOLDERS
from journeybook.schema.phrases import NO_PHRASES, Phrases
from journeybook.sources.document import SourceFile
from journeybook.sources.likeness import Names
from journeybook.sources.yaml.nodes import Step, Tree

_BETWEEN = r"[,;&|+\n]|\s(?:{and}|{or}|{to}|-|–)\s|/"

_UNKNOWN = {
    Kind.PERSONA: Code.UNKNOWN_PERSONA,
    Kind.PHASE: Code.UNKNOWN_PHASE,
    Kind.CHANNEL: Code.UNKNOWN_CHANNEL,
    Kind.ASSET: Code.UNKNOWN_ASSET,
    Kind.JOURNEY: Code.UNKNOWN_JOURNEY,
    Kind.RESEARCH: Code.UNKNOWN_RESEARCH,
    Kind.ACTION: Code.UNKNOWN_ACTION,
}
_PATH = re.compile(rf"/?(?:[^/]+/)*?(?:{'|'.join(FOLDERS)})/(?=.)")
_FILE = re.compile(r"(?:(?<=.)/(?:index\.md)?|\.md)$")
_WIKI = re.compile(r"\[\[([^\[\]|]+)(?:\|[^\[\]]*)?\]\]")
_BRACKETS = " \t()[]{}\"'"
_LINKER_FEW = 6

Fold = Callable[[str], str]


class Directory:
    """The names of all entities of one kind: id, last part of the id, title and aliases."""

    def __init__(self, entries: Iterable[tuple[str, Sequence[str]]], fold: Fold = folded) -> None:
        """Take every id with its other names, and how names are made comparable."""
        self._fold = fold
        self.ids: dict[str, Sequence[str]] = dict(entries)
        self._short: dict[str, list[str]] = {}
        for identifier in self.ids:
            self._short.setdefault(last_part(identifier), []).append(identifier)

    # Most references are ids, and to fold all names of thousands of rows takes its time.
    @cached_property
    def _folded(self) -> dict[str, list[str]]:
        ids: dict[str, list[str]] = {}
        for identifier, names in self.ids.items():
            for name in {self._fold(one) for one in (identifier, last_part(identifier), *names)}:
                ids.setdefault(name, []).append(identifier)
        return ids

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
        plain = "" if found else _plain_name(name)
        return found or (self.find(plain) if plain != name else ())

    def closest(self, reference: str) -> str:
        """Give the id whose name is most like the reference, or nothing."""
        name, _ = self._names.closest(self._fold(reference))
        return self._folded[name][0] if name else ""

    def parts(self, reference: str, phrases: Phrases) -> tuple[str, ...]:
        """Give the names in a text that holds several, each of which is known."""
        for written in (phrases.pattern(_BETWEEN).split(reference), reference.split()):
            names = [name for one in written if (name := one.strip(_BRACKETS))]
            if len(names) > 1 and all(map(self.find, names)):
                return tuple(names)
        return ()

    def strangers(self, reference: str, phrases: Phrases) -> str:
        """Give the names in a text that holds several which are not known, where others are."""
        if "://" in reference:
            return ""
        names = [one.strip(_BRACKETS) for one in phrases.pattern(_BETWEEN).split(reference)]
        unknown = [name for name in names if name and not self.find(name)]
        return ", ".join(unknown) if len(unknown) < len(names) else ""

    def likeness(self, reference: str) -> float:
        """Tell how much the closest name is like the reference, from 0 to 1."""
        return self._names.closest(self._fold(reference))[1]

    @property
    def some(self) -> str:
        """A few ids, for a hint."""
        ids = list(self.ids)
        return ", ".join(ids[:_LINKER_FEW]) + (", …" if len(ids) > _LINKER_FEW else "")


def directory_of(words: Iterable[AssetType | StatusWord], fold: Fold) -> Directory:
    """Give the words of a vocabulary by the names people see, so that a hint speaks as they do."""
    return Directory(((one.word, (one.id, one.label)) for one in words), fold)


def _plain_name(reference: str) -> str:
    link = _WIKI.fullmatch(reference)
    return _FILE.sub("", _PATH.sub("", link[1] if link else reference, count=1)).strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """What is named to meet or to keep somebody, by id."""

    assets: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    touchpoints: tuple[str, ...] = ()


class Linker:
    """Turns references into ids, collecting a mistake for each that cannot be."""

    def __init__(
        self,
        directories: Mapping[Kind, Directory],
        files: Mapping[str, SourceFile],
        today: date,
        content: str = "content",
        phrases: Phrases = NO_PHRASES,
    ) -> None:
        """Take the directory of every kind, all files, the day, the folder of pages and words."""
        self.phrases = phrases
        self.directories = directories
        self.files = files
        self.content = f"{content}/"
        self.today = today
        self.mistakes: list[Mistake] = []
        self._known: dict[tuple[Kind, tuple[str, ...]], tuple[str, ...]] = {}

    def one(self, kind: Kind, reference: str | None, tree: Tree, *path: Step) -> str | None:
        """Find the one entity a reference means."""
        if reference is None:
            return None
        directory = self.directories[kind]
        found = directory.find(reference)
        if len(found) == 1:
            return found[0]
        if found:
            self.ambiguous(reference, found, tree, *path)
        else:
            self.unknown(_UNKNOWN[kind], reference, directory, tree, *path)
        return None

    def many(
        self, kind: Kind, references: Sequence[str], tree: Tree, *path: Step
    ) -> tuple[str, ...]:
        """Find the entities of a list of references; each once, in the order written."""
        if not references:
            return ()
        # The rows of an inventory name the same few over and over.
        said = (kind, tuple(references))
        known = self._known.get(said)
        if known is None:
            before = len(self.mistakes)
            found = (self.one(kind, one, tree, *path, at) for at, one in enumerate(references))
            known = tuple(dict.fromkeys(one for one in found if one is not None))
            if len(self.mistakes) == before:
                self._known[said] = known
        return known

    def everybody_or(
        self, kind: Kind, references: Sequence[str], tree: Tree, *path: Step
    ) -> tuple[str, ...]:
        """Find the entities of a list in which `all` means every one of them."""
        if EVERYBODY in references:
            return tuple(self.directories[kind].ids)
        return self.many(kind, references, tree, *path)

    def help(
        self, references: Sequence[str], touchpoints: Directory, tree: Tree, *path: Step
    ) -> Help:
        """Find the assets, the actions and the touchpoints in a list that may hold all three."""
        assets: dict[str, None] = {}
        actions: dict[str, None] = {}
        met: dict[str, None] = {}
        for at, reference in enumerate(references):
            kind, name = self._kind_of(reference)
            if here := touchpoints.find(reference):
                met[here[0]] = None
            elif self._is_meant_for(touchpoints, reference, self.directories[kind], name):
                code = Code.UNKNOWN_TOUCHPOINT
                self.unknown(code, reference, touchpoints, tree, *path, at)
            elif identifier := self.one(kind, name, tree, *path, at):
                (assets if kind is Kind.ASSET else actions)[identifier] = None
        return Help(assets=tuple(assets), actions=tuple(actions), touchpoints=tuple(met))

    def ambiguous(self, reference: str, found: Sequence[str], tree: Tree, *path: Step) -> None:
        """Record a reference that may mean several things."""
        values = {"reference": reference, "found": ", ".join(sorted(found))}
        code = Code.AMBIGUOUS_REFERENCE
        self.mistakes.append(Mistake(code=code, span=tree.span(*path), values=values))

    def unknown(
        self,
        code: Code,
        reference: str,
        directory: Directory,
        tree: Tree,
        *path: Step,
        single: bool = False,
    ) -> None:
        """Record a reference that means nothing known; a `single` one may not become a list."""
        parts = directory.parts(reference, self.phrases)
        strangers = "" if parts else directory.strangers(reference, self.phrases)
        reference = strangers or reference
        values = {
            "reference": reference,
            "suggestion": "" if parts else directory.closest(reference),
            "known": directory.some,
            "choices" if single else "parts": ", ".join(parts),
        }
        self.mistakes.append(Mistake(code=code, span=tree.span(*path), values=values))

    @staticmethod
    def _is_meant_for(touchpoints: Directory, reference: str, others: Directory, name: str) -> bool:
        return bool(touchpoints.closest(reference)) and not others.find(name)

    def _kind_of(self, reference: str) -> tuple[Kind, str]:
        for prefix, kind in (("assets/", Kind.ASSET), ("actions/", Kind.ACTION)):
            if reference.startswith(prefix):
                return kind, reference.removeprefix(prefix)
        assets, actions = self.directories[Kind.ASSET], self.directories[Kind.ACTION]
        if assets.find(reference):
            return Kind.ASSET, reference
        if actions.find(reference):
            return Kind.ACTION, reference
        nearer = actions.likeness(reference) > assets.likeness(reference)
        return (Kind.ACTION if nearer else Kind.ASSET), reference
