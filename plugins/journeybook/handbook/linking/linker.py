"""References: finds what an author means by a name, and tells where that is unclear."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath

from journeybook.codes import Code
from journeybook.findings import Mistake, Span
from journeybook.handbook.ids import folded
from journeybook.handbook.linking.directory import Directory, directory_of
from journeybook.handbook.vocabulary import AssetType, Vocabulary
from journeybook.schema import Kind
from journeybook.schema.fields import EVERYBODY
from journeybook.schema.kind import FOLDER_OF
from journeybook.schema.phrases import Phrases
from journeybook.schema.settings.vocabulary import QuestionWords
from journeybook.sources.document import SourceFile
from journeybook.sources.yaml.nodes import Step, Tree

_UNKNOWN = {
    Kind.PERSONA: Code.UNKNOWN_PERSONA,
    Kind.PHASE: Code.UNKNOWN_PHASE,
    Kind.CHANNEL: Code.UNKNOWN_CHANNEL,
    Kind.ASSET: Code.UNKNOWN_ASSET,
    Kind.JOURNEY: Code.UNKNOWN_JOURNEY,
    Kind.RESEARCH: Code.UNKNOWN_RESEARCH,
    Kind.ACTION: Code.UNKNOWN_ACTION,
}

_OF_STEPS = (
    Code.UNKNOWN_QUESTION,
    Code.UNKNOWN_EXPECTATION,
    Code.UNKNOWN_TOUCHPOINT,
    Code.UNKNOWN_STATEMENT,
)
_NAMED_IN: Mapping[Code, str] = {
    **{code: FOLDER_OF[kind] for kind, code in _UNKNOWN.items()},
    **dict.fromkeys(_OF_STEPS, "journeys"),
    Code.STEP_WITHOUT_PHASE: FOLDER_OF[Kind.PHASE],
}
"""The folder that holds what a reference means."""

# A part of what somebody is called may be somebody else: `Buyer & Co` is hardly the buyer.
_ALIKE = 0.9


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
        vocabulary: Vocabulary,
        content: str = "content",
    ) -> None:
        """Take the directory of every kind, all files, the day, the words, the folder of pages."""
        self.vocabulary = vocabulary
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
            self.ambiguous(reference, found, tree.span(*path))
        else:
            # What stands in a list may be several; a key that names one may not become a list.
            single = not isinstance(path[-1], int)
            self.unknown(_UNKNOWN[kind], reference, directory, tree, *path, single=single)
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

    def asset_type(
        self, word: str, tree: Tree, *path: Step, single: bool = False
    ) -> AssetType | None:
        """Find the type of content that a word means."""
        known = self.vocabulary.asset_type(word)
        if known is None:
            names = directory_of(self.vocabulary.asset_types.values(), self.vocabulary.fold)
            self.unknown(Code.UNKNOWN_ASSET_TYPE, word, names, tree, *path, single=single)
        return known

    def asset_types(self, words: Iterable[str], tree: Tree, *path: Step) -> tuple[str, ...]:
        """Find the types of content that several words mean; each once."""
        found = (self.asset_type(one, tree, *path, at) for at, one in enumerate(words))
        return tuple(dict.fromkeys(one.id for one in found if one))

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

    def tell(self, code: Code, span: Span, **values: str) -> None:
        """Record a mistake at a place."""
        self.mistakes.append(Mistake(code=code, span=span, values=values))

    def ambiguous(self, reference: str, found: Sequence[str], span: Span) -> None:
        """Record a reference that may mean several things."""
        names = ", ".join(sorted(found))
        self.tell(Code.AMBIGUOUS_REFERENCE, span, reference=reference, found=names)

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
        phrases = self.vocabulary.phrases
        parts = directory.parts(reference, phrases)
        reference = (not parts and directory.strangers(reference)) or reference
        joined = "" if parts else directory.joined(reference, phrases)
        is_far = joined and directory.likeness(reference) < _ALIKE
        values = {
            "reference": reference,
            "suggestion": "" if parts or is_far else _unless_denied(reference, directory, phrases),
            "joined": joined,
            "known": directory.some,
            "choices" if single else "parts": ", ".join(parts),
        }
        self.tell(code, tree.span(*path), **values)

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


def _unless_denied(reference: str, directory: Directory, phrases: Phrases) -> str:
    # Who writes `unlisted` does not mean what is `published`, however much alike they are.
    closest = directory.closest(reference)
    denied = phrases.pattern("{not}")
    return "" if denied.match(reference) and not denied.match(closest) else closest


def unknown_types(
    written: Mapping[str, QuestionWords], vocabulary: Vocabulary, tree: Tree
) -> Sequence[Mistake]:
    """Tell of the types of content that a team names for questions and that there are not."""
    linker = Linker({}, {}, date.min, vocabulary)
    for key, question in written.items():
        linker.asset_types(question.types, tree, "vocabulary", "questions", key, "types")
    return linker.mistakes


def with_unread(
    mistakes: Iterable[Mistake], unread: Collection[str], left_out: Collection[str]
) -> Iterator[Mistake]:
    """Say of names that nothing has which file may have them that is not read, or left out."""
    for one in mistakes:
        why = (("unread", _meant(one, unread)), ("left_out", _meant(one, left_out)))
        told = next(((key, path) for key, path in why if path), None)
        yield (
            replace(one, values={**one.values, "suggestion": "", told[0]: told[1]}) if told else one
        )


def _meant(mistake: Mistake, paths: Collection[str]) -> str:
    if index := mistake.values.get("index"):
        return next((path for path in paths if path.endswith(f"/journeys/{index}")), "")
    written = mistake.values.get("reference") or mistake.values.get("step", "")
    folder, name = _NAMED_IN.get(mistake.code), folded(written)
    near = [path for path in paths if folder in path.casefold().split("/")]
    called = [path for path in near if folded(_name_of(path)) == name]
    may_stand = mistake.code in _OF_STEPS and not mistake.values.get("suggestion")
    return min(called or (near if may_stand else ()), default="")


def _name_of(path: str) -> str:
    file = PurePosixPath(path)
    return file.parent.name if file.stem == "index" else file.stem
