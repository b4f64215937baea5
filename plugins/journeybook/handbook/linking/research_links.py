"""Research, linked: whom it is about, what came out, and the statements that it is about."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from journeybook.codes import Code
from journeybook.handbook.entities import Persona
from journeybook.handbook.ids import folded, journey_of, local_of, name_of, owner_of, question_names
from journeybook.handbook.journeys import Emotion, Journey, Question, Touchpoint
from journeybook.handbook.linking.directory import Directory
from journeybook.handbook.linking.linker import Linker
from journeybook.handbook.linking.statements import StatementMaker, common
from journeybook.handbook.research import Delegation, Finding, Quote, Research
from journeybook.handbook.statements import Lane, Statement
from journeybook.schema import Kind
from journeybook.schema import research as written
from journeybook.sources.document import Document
from journeybook.sources.yaml.nodes import Step

ResearchDocument = Document[written.Research]
MARKS = ("importance", "emotion")
"""The marks of a touchpoint that research may be about alone, by what follows its id."""


class Said:
    """All that personas and journeys say, by id and by its words."""

    def __init__(self, personas: Iterable[Persona], journeys: Iterable[Journey]) -> None:
        """Take the linked personas and journeys."""
        self._personas = tuple(personas)
        self._journeys = tuple(journeys)

    @cached_property
    def people(self) -> Mapping[str, tuple[str, ...]]:
        """The personas that each statement holds for, by its id."""
        return {identifier: one.personas for identifier, one in self._named()}

    @cached_property
    def words(self) -> Mapping[str, str]:
        """What each statement says, brought to a form to compare by; a feeling says nothing."""
        return {
            identifier: folded(one.text) if isinstance(one, Statement) else ""
            for identifier, one in self._named()
        }

    @cached_property
    def directory(self) -> Directory:
        """The names of each statement: its id, the ends of that, and its words."""
        return Directory(
            (identifier, tuple(_names(identifier, one))) for identifier, one in self._named()
        )

    def _named(self) -> Iterator[tuple[str, Statement | Emotion]]:
        for persona in self._personas:
            for said in (*persona.goals, *persona.pains):
                if said.inherited_from is None:
                    yield said.id, said
        for step in (step for journey in self._journeys for step in journey.steps):
            yield from ((one.id, one) for one in (*step.statements, *step.none))
            yield from ((one.id, one) for one in step.emotions)
            for touchpoint in step.touchpoints:
                yield from ((f"{touchpoint.id}.{mark}", touchpoint) for mark in MARKS)


def link_research(
    documents: Mapping[str, ResearchDocument], said: Said, linker: Linker
) -> dict[str, Research]:
    """Link all rounds of research."""
    return {one.id: _research(one, said, linker) for one in documents.values()}


def _names(identifier: str, one: Statement | Emotion) -> Iterator[str]:
    owner, local = owner_of(identifier), local_of(identifier)
    yield f"{journey_of(owner)}#{local}"
    if isinstance(one, Emotion):
        return
    if isinstance(one, Question):
        yield from question_names(identifier)
    if identifier == one.id:
        yield from (one.text, name_of(identifier), local)
    elif isinstance(one, Touchpoint):
        yield local


def _research(document: ResearchDocument, said: Said, linker: Linker) -> Research:
    fields, tree = document.fields, document.tree
    personas = linker.everybody_or(Kind.PERSONA, fields.personas, tree, "personas")
    maker = StatementMaker(document.id, personas, tree, linker)
    about = _Linking(document, said, personas, linker)
    findings = tuple(
        Finding(
            **maker.values(Lane.FINDINGS, at, one),
            supports=about.named(one.supports, "findings", at, "supports"),
            contradicts=about.named(one.contradicts, "findings", at, "contradicts"),
        )
        for at, one in enumerate(fields.findings)
    )
    supports = (
        *about.named(fields.supports, "supports"),
        *(name for one in findings for name in one.supports),
    )
    contradicts = (
        *about.named(fields.contradicts, "contradicts"),
        *(name for one in findings for name in one.contradicts),
    )
    return Research(
        **common(document),
        method=fields.method,
        date=fields.date,
        participants=fields.participants,
        departments=tuple(
            Delegation(department=name, people=people)
            for name, people in fields.departments.items()
        ),
        personas=personas,
        findings=findings,
        supports=tuple(dict.fromkeys(supports)),
        contradicts=tuple(dict.fromkeys(contradicts)),
        quotes=tuple(
            Quote(
                text=one.text,
                span=tree.span("quotes", at),
                role=one.role,
                segment=one.segment,
                statements=about.named(one.statements, "quotes", at, "statements"),
            )
            for at, one in enumerate(fields.quotes)
        ),
    )


class _Linking:
    # Finds the statements that one file of research names.

    def __init__(
        self, document: ResearchDocument, said: Said, personas: Sequence[str], linker: Linker
    ) -> None:
        self._document = document
        self._said = said
        self._personas = frozenset(personas)
        self._linker = linker

    def named(self, references: Sequence[str], *path: Step) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for at, reference in enumerate(references):
            found.update(dict.fromkeys(self._find(reference, *path, at)))
        return tuple(found)

    def _find(self, reference: str, *path: Step) -> Sequence[str]:
        directory, tree = self._said.directory, self._document.tree
        ids = directory.find(reference)
        if not ids:
            code = Code.UNKNOWN_STATEMENT
            self._linker.unknown(code, reference, directory, tree, *path)
        elif len(ids) > 1 and not self._say_the_same(ids, reference):
            self._linker.ambiguous(reference, ids, tree.span(*path))
            return ()
        # Of several who say the same, those whom the research is about.
        meant = [one for one in ids if not self._personas.isdisjoint(self._said.people[one])]
        return meant or ids

    def _say_the_same(self, ids: Sequence[str], reference: str) -> bool:
        words = folded(reference)
        return "#" not in reference and all(words == self._said.words[one] for one in ids)
