"""Steps, linked: the answers to the five questions, each with what it refers to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from journeybook.codes import Code
from journeybook.handbook.entities import Phase
from journeybook.handbook.ids import last_part
from journeybook.handbook.journeys import (
    Cause,
    DropOff,
    Expectation,
    Journey,
    Other,
    Question,
    Step,
    Touchpoint,
)
from journeybook.handbook.linking.directory import Directory, directory_of_statements
from journeybook.handbook.linking.feelings import StepDocument, emotions_of
from journeybook.handbook.linking.figures import measured, moves_on
from journeybook.handbook.linking.linker import Help, Linker
from journeybook.handbook.linking.pictures import picture_beside
from journeybook.handbook.linking.statements import StatementMaker, common
from journeybook.handbook.statements import Lane, Statement
from journeybook.handbook.vocabulary import Vocabulary
from journeybook.schema import Kind, opinions
from journeybook.schema import journey as written
from journeybook.schema import statement as written_statement
from journeybook.sources.yaml.nodes import Step as Key

_Said = TypeVar("_Said", bound=Statement)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What steps are linked to."""

    phases: Mapping[str, Phase]
    linker: Linker


def link_step(document: StepDocument, journey: Journey, around: Surroundings) -> Step:
    """Link one step of a journey."""
    fields = document.fields
    maker = StatementMaker(document.id, journey.personas, document.tree, around.linker)
    words = around.linker.vocabulary
    sorter = _Sorter(words)
    touchpoints = sorter.said(_touchpoints(fields, maker))
    own = directory_of_statements(touchpoints)
    phase = _phase(document, around)
    values = common(document)
    if not (fields.title or document.heading) and phase:
        values["title"] = around.phases[phase].title
    return Step(
        **values,
        journey=journey.id,
        phase=phase,
        order=fields.order,
        picture=picture_beside(document, fields.picture, around.linker),
        personas=journey.personas,
        needs=sorter.said(maker.plain(Lane.NEEDS, fields.needs)),
        questions=sorter.said(_questions(fields, maker)),
        emotions=emotions_of(document, journey, around.linker),
        expectations=sorter.said(_expectations(fields, maker, own)),
        touchpoints=touchpoints,
        drop_offs=sorter.said(_drop_offs(fields, maker, own, touchpoints)),
        kpis=measured(fields.kpis, document, "kpis", around.linker),
        others=_others(fields.others, maker, "others"),
        is_alone=any(words.says_none(one.name) for one in fields.others),
        moves_on=moves_on(document, around.linker),
        is_end=any(words.says_none(one.name) for one in fields.moves_on),
        asks_back=fields.asks_back,
        none=tuple(sorter.none),
    )


class _Sorter:
    # Puts aside what says that there is nothing.

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.none: list[Statement] = []

    def said(self, statements: Iterable[_Said]) -> tuple[_Said, ...]:
        said = []
        for one in statements:
            if self.vocabulary.says_none(one.text):
                self.none.append(one)
            else:
                said.append(one)
        return tuple(said)


def _phase(document: StepDocument, around: Surroundings) -> str | None:
    written_phase = document.fields.phase
    if written_phase is not None:
        return around.linker.one(Kind.PHASE, written_phase, document.tree, "phase")
    directory = around.linker.directories[Kind.PHASE]
    stem = last_part(document.id)
    found = directory.find(stem)
    if len(found) == 1:
        return found[0]
    close, known = directory.closest(stem), directory.some
    code = Code.STEP_WITHOUT_PHASE
    around.linker.tell(code, document.start, step=stem, suggestion=close, known=known)
    return None


def _questions(fields: written.Step, maker: StatementMaker) -> tuple[Question, ...]:
    return tuple(
        Question(**maker.values(Lane.QUESTIONS, at, one)) for at, one in enumerate(fields.questions)
    )


def _touchpoints(fields: written.Step, maker: StatementMaker) -> tuple[Touchpoint, ...]:
    lane, linker, tree = Lane.TOUCHPOINTS, maker.linker, maker.tree
    return tuple(
        Touchpoint(
            **maker.values(lane, at, one),
            channel=linker.one(Kind.CHANNEL, one.channel, tree, lane, at, "channel"),
            satisfaction=one.satisfaction,
            emotion=one.emotion,
            moment_of_truth=one.moment_of_truth,
            assets=linker.many(Kind.ASSET, one.assets, tree, lane, at, "assets"),
            department=one.department,
            others=_others(one.others, maker, lane, at, "others"),
        )
        for at, one in enumerate(fields.touchpoints)
    )


def _others(
    others: Iterable[opinions.Other], maker: StatementMaker, *path: Key
) -> tuple[Other, ...]:
    return tuple(
        Other(
            name=one.name,
            satisfaction=one.satisfaction,
            text=one.text,
            evidence=maker.linker.many(
                Kind.RESEARCH, one.evidence, maker.tree, *path, at, "evidence"
            ),
        )
        for at, one in enumerate(others)
        if not maker.linker.vocabulary.says_none(one.name)
    )


def _drop_offs(
    fields: written.Step, maker: StatementMaker, own: Directory, touchpoints: Iterable[Touchpoint]
) -> tuple[DropOff, ...]:
    badly = frozenset(one.id for one in touchpoints if one.goes_badly)
    found = []
    for at, one in enumerate(fields.drop_offs):
        path = (Lane.DROP_OFFS, at, "countermeasures")
        against = maker.linker.help(one.countermeasures, own, maker.tree, *path)
        work = _work(one, against, badly, maker.linker.vocabulary)
        found.append(_drop_off(at, one, maker, against, work))
    return tuple(found)


_CONTENT, _PROCESS = "content", "process"


def _work(
    one: written_statement.DropOff, against: Help, badly: frozenset[str], vocabulary: Vocabulary
) -> str | None:
    # What the author names against it decides first, then the words of the reason.
    if against.assets or one.because:
        return None
    if against.actions:
        return _PROCESS
    mended = vocabulary.mended_by(one.why or one.text)
    if mended:
        return None if mended == _CONTENT else mended
    return _PROCESS if badly.intersection(against.touchpoints) else None


def _drop_off(
    at: int, one: written_statement.DropOff, maker: StatementMaker, against: Help, work: str | None
) -> DropOff:
    return DropOff(
        **maker.values(Lane.DROP_OFFS, at, one),
        why=one.why,
        because=Cause(one.because) if one.because else None,
        assets=against.assets,
        touchpoints=against.touchpoints,
        actions=against.actions,
        work=work,
    )


def _expectations(
    fields: written.Step, maker: StatementMaker, own: Directory
) -> tuple[Expectation, ...]:
    return tuple(_expectation(at, one, maker, own) for at, one in enumerate(fields.expectations))


def _expectation(
    at: int, one: written_statement.Expectation, maker: StatementMaker, own: Directory
) -> Expectation:
    path = (Lane.EXPECTATIONS, at, "met_by")
    met_by = maker.linker.help(one.met_by, own, maker.tree, *path)
    return Expectation(
        **maker.values(Lane.EXPECTATIONS, at, one),
        met_by_assets=met_by.assets,
        met_by_touchpoints=met_by.touchpoints,
        met_by_actions=met_by.actions,
    )
