"""The two states of a handbook side by side."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from journeybook.compare.change import Change, Tone, What
from journeybook.compare.edit import About, Value, change
from journeybook.compare.pairing.copies import find_copies
from journeybook.compare.pairing.matching import Matches, match
from journeybook.compare.pairing.rows import rows_in, told_in_rows
from journeybook.compare.states import inside, unread_of
from journeybook.compare.values import Values
from journeybook.findings import Ref, RefKind, Span
from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Asset
from journeybook.handbook.statements import Entity, Statement
from journeybook.handbook.surveys.results import SurveyResult
from journeybook.pipeline import Judged
from journeybook.schema import Entity as Written
from journeybook.schema import Kind
from journeybook.sources.document import Document, SourceFile
from journeybook.wording import Wording


@dataclass(frozen=True, kw_only=True)
class Pair:
    """A handbook before and after, both judged by what was decided later, and what is the same.

    Files that are `kept_back` are there later, but not in the site. Each lies `inside` a folder of
    the repository, with a slash behind.
    """

    judged: tuple[Judged, Judged]
    matches: Matches
    titles: tuple[Mapping[Kind, Mapping[str, str]], Mapping[Kind, Mapping[str, str]]] = field(
        repr=False
    )
    kept_back: frozenset[str] = frozenset()
    inside: tuple[str, str] = ("", "")

    @property
    def before(self) -> Handbook:
        """The earlier handbook."""
        return self.judged[0].handbook

    @property
    def after(self) -> Handbook:
        """The later handbook."""
        return self.judged[1].handbook

    @property
    def wording(self) -> Wording:
        """The language of the later handbook, in which all is told."""
        return self.judged[1].site.wording

    @cached_property
    def values(self) -> Values:
        """How values are written in that language."""
        return Values(wording=self.wording, languages=self.judged[1].bench.languages)

    @cached_property
    def files(self) -> tuple[Mapping[str, SourceFile], Mapping[str, SourceFile]]:
        """The files of both by their path inside the folder of pages, or else inside the root."""
        before, after = (
            {inside(path, one): file for path, file in one.reading.files.items()}
            for one in self.judged
        )
        return before, after

    @cached_property
    def documents(self) -> tuple[Mapping[str, Document[Written]], Mapping[str, Document[Written]]]:
        """What was read of both, by the path of its file."""
        before, after = ({each.path: each for each in one.documents} for one in self.judged)
        return before, after

    @cached_property
    def statements(self) -> tuple[Mapping[str, Statement], Mapping[str, Statement]]:
        """The statements of the journeys and personas of both, by their id."""
        before, after = ({one.id: one for one in _said(book)} for book in (self.before, self.after))
        return before, after

    @cached_property
    def described(self) -> Mapping[str, Entity]:
        """What each file of the later state describes, by its path."""
        folders = self.after.entities.values()
        return {entity.path: entity for folder in folders for entity in folder.values()}

    @cached_property
    def later_findings(self) -> frozenset[int]:
        """The findings of the later state, each by what tells it from an equal one before."""
        return frozenset(map(id, self.judged[1].site.findings))

    @cached_property
    def copies(self) -> Mapping[str, Asset]:
        """The content that each new piece of content is a copy of."""
        return find_copies(self.after, self.matches)

    @cached_property
    def unread(self) -> tuple[frozenset[str], frozenset[str]]:
        """The files of both that could not be read, or not whole."""
        before, after = (unread_of(each) for each in self.judged)
        return before, after

    def place(self, span: Span, state: int) -> str:
        """Give the later path of what a place is in: a file, or a row, which is one of its own."""
        path = self._rows[state].get(span.order[:2], span.path)
        return self.matches.paths.get(path, path)

    @cached_property
    def _rows(self) -> tuple[Mapping[tuple[str, int], str], ...]:
        return rows_in(self.before), rows_in(self.after)

    @cached_property
    def _told_in_rows(self) -> tuple[frozenset[str], frozenset[str]]:
        return told_in_rows(self.before), told_in_rows(self.after)

    def is_readable(self, old: Entity, new: Entity) -> bool:
        """Tell whether both states of something can be read, so that they can be compared."""
        return old.path not in self.unread[0] and new.path not in self.unread[1]

    def is_edited(self, old: Entity, new: Entity) -> bool:
        """Tell whether something is said otherwise, by its file, row or folder, and can be read."""
        before, after = self.judged
        listed = (one.id in ids for one, ids in zip((old, new), self._told_in_rows, strict=True))
        told = self.documents[0].get(old.path), self.documents[1].get(new.path)
        edited = told[0].fields != told[1].fields if told[0] and told[1] else any(listed)
        files = before.reading.files.get(old.path), after.reading.files.get(new.path)
        if not files[0] or not files[1]:
            return edited or files[0] is not files[1]
        moved = inside(old.path, before) != inside(new.path, after)
        return (edited or moved or files[0].data != files[1].data) and self.is_readable(old, new)

    def listed(self, state: int, kind: Kind, ids: Iterable[str]) -> str:
        """Write the titles of entities as a list: of the earlier ones, or of the later ones."""
        titles = self.titles[state][kind]
        return ", ".join(sorted(titles.get(one, one) for one in ids))

    def title(self, kind: Kind, name: str) -> str:
        """Give the title that something has, or had while it was there."""
        before, after = self.titles
        return after[kind].get(name) or before[kind].get(name, name)

    def later(self, entity: Entity) -> Entity | None:
        """Give the later state of something; None where it is gone."""
        kind = Kind(entity.kind.value)
        return self.after.entities[kind].get(self.matches.ids[kind].get(entity.id, ""))

    def kept(self, kind: Kind, before: Iterable[str]) -> tuple[str, ...]:
        """Give the later ids of what is still there."""
        later = self.matches.ids[kind]
        return tuple(later[name] for name in before if name in later)

    def same(self, kind: Kind, before: Iterable[str], after: Iterable[str]) -> bool:
        """Tell whether two lists name the same, in whatever order.

        That something is gone, or that another took its place, is told of that alone.
        """
        names, matches = tuple(before), self.matches
        heirs = {heir.id for name in names if (heir := matches.heir(kind, name))}
        kept = set(self.kept(kind, names))
        return kept <= set(after) <= kept | heirs

    def compared(
        self,
        about: About,
        aspect: str,
        label: str,
        before: Value,
        after: Value,
        *,
        kind: Kind | None = None,
        weight: int = 15,
        tone: Tone = Tone.NEUTRAL,
    ) -> Iterator[Change]:
        """Give a change where two values differ; ids of a kind are shown by their titles."""
        ids, later = (_ids(before), _ids(after)) if kind else ((), ())
        if kind is None:
            old, new = self.values.shown(before), self.values.shown(after)
            if isinstance(after, SurveyResult) and before != after and old == new:
                new = self.wording.text("{survey}, with other answers", survey=new)
            changed = before != after and old != new
        else:
            old, new = self.listed(0, kind, ids), self.listed(1, kind, later)
            changed = not self.same(kind, ids, later)
        if changed:
            told = change(
                about,
                What.CHANGED,
                label,
                weight=weight,
                tone=tone,
                values=(old, new),
                aspect=aspect,
            )
            fewer = kind is not None and set(later) < set(self.kept(kind, ids))
            yield replace(told, shrinks=fewer, parted=self._parted(kind, ids, later))

    def _parted(self, kind: Kind | None, before: Iterable[str], after: Iterable[str]) -> Ref | None:
        # What was split, where only its parts are named instead.
        refs = [Ref(kind=RefKind(kind.value), id=one) for one in before] if kind else []
        whole = [ref for ref in refs if ref in self.matches.partings.split]
        parts = {one for ref in whole for one in self.matches.partings.split[ref]}
        others = (ref.id for ref in refs if ref not in whole)
        rest = {*self.kept(kind, others)} if kind else set()
        return whole[0] if whole and rest <= set(after) <= rest | parts else None


def put_side_by_side(before: Judged, after: Judged) -> Pair:
    """Match two states of a handbook and keep them together."""
    books = (before.handbook, after.handbook)
    return Pair(
        judged=(before, after),
        matches=match(*books, (_texts(before), _texts(after))),
        titles=(_titles(books[0]), _titles(books[1])),
    )


def _texts(judged: Judged) -> Callable[[str], str]:
    files = judged.reading.files

    def text(path: str) -> str:
        return files[path].data.decode("utf-8", "replace") if path in files else ""

    return text


def _titles(book: Handbook) -> Mapping[Kind, Mapping[str, str]]:
    return {
        kind: {name: _title(one) for name, one in found.items()}
        for kind, found in book.entities.items()
    }


def _title(entity: Entity) -> str:
    return " ".join(entity.title.split())


def _ids(value: Value) -> tuple[str, ...]:
    if value is None:
        return ()
    return (str(value),) if not isinstance(value, tuple) else tuple(str(one) for one in value)


def _said(book: Handbook) -> Iterator[Statement]:
    for persona in book.personas.values():
        # What is taken over from another persona is told there.
        points = (*persona.goals, *persona.pains)
        yield from (one for one in points if one.inherited_from is None)
    yield from (one for _, step in book.all_steps for one in step.statements)
