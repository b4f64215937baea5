"""The handbook: every entity by id, the coverage index, and the mistakes met on the way."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar

from journeybook.codes import Code
from journeybook.findings import Mistake
from journeybook.grouping import grouped
from journeybook.handbook.audiences import Readership
from journeybook.handbook.entities import Action, Asset, Channel, Persona, Phase, PlacedView
from journeybook.handbook.fitting.asked import Asked, asked_of
from journeybook.handbook.fitting.coverage import Coverage
from journeybook.handbook.fitting.strength import Standards
from journeybook.handbook.ids import owner_of
from journeybook.handbook.journeys import Emotion, Journey, Question, Step, Touchpoint
from journeybook.handbook.planning import Planning
from journeybook.handbook.research import Quote, Research
from journeybook.handbook.statements import Entity, Statement
from journeybook.handbook.surveys.results import Figures
from journeybook.handbook.use import UseTold
from journeybook.handbook.vocabulary import Vocabulary
from journeybook.schema import Kind
from journeybook.sources.document import PlainPage
from journeybook.sources.settings.inventory_result import SourceResult
from journeybook.wording import by_number

Steps = Sequence[tuple[Journey, Step]]
_Taken = TypeVar("_Taken", Journey, Step)


@dataclass(frozen=True, kw_only=True)
class Handbook:
    """Everything that was written, linked, as of the day `today`; phases stand in their order.

    `content` is the folder of the pages; `paths` are those of all files of the handbook, pictures
    and downloads included; `dead` are the
    addresses elsewhere on the web that were asked for and lead nowhere. What is `withheld` holds
    what customers answered, and is never published. It `has_history` where it
    is known since when lines stand. `inventory` tells what became of content that stands elsewhere.
    """

    personas: Mapping[str, Persona]
    phases: Mapping[str, Phase]
    channels: Mapping[str, Channel]
    assets: Mapping[str, Asset]
    journeys: Mapping[str, Journey]
    research: Mapping[str, Research]
    actions: Mapping[str, Action]
    pages: tuple[PlainPage, ...]
    coverage: Coverage
    vocabulary: Vocabulary
    mistakes: tuple[Mistake, ...]
    today: date
    placed_views: tuple[PlacedView, ...] = ()
    content: str = "content"
    paths: frozenset[str] = frozenset()
    dead: frozenset[str] = frozenset()
    withheld: frozenset[str] = frozenset()
    planning: Planning = field(default_factory=Planning)
    audiences: tuple[Readership, ...] = ()
    standards: Standards = field(default_factory=Standards)
    has_history: bool = False
    use: tuple[UseTold, ...] = ()
    inventory: tuple[SourceResult, ...] = ()

    def mistakes_of(self, code: Code) -> Iterator[Mistake]:
        """Give the mistakes of one code."""
        return (mistake for mistake in self.mistakes if mistake.code == code)

    @property
    def all_steps(self) -> Iterator[tuple[Journey, Step]]:
        """Give every step with its journey, those that tell of the future included."""
        return ((journey, step) for journey in self.journeys.values() for step in journey.steps)

    @property
    def steps(self) -> Iterator[tuple[Journey, Step]]:
        """Give every step of today's journeys with its journey: what all figures rest on."""
        return ((journey, step) for journey, step in self.all_steps if journey.is_current)

    @property
    def questions(self) -> Iterator[tuple[Journey, Step, Question]]:
        """Give every question of today with its journey and step."""
        return ((journey, step, one) for journey, step in self.steps for one in step.questions)

    @property
    def touchpoints(self) -> Iterator[tuple[Journey, Step, Touchpoint]]:
        """Give every touchpoint of today with its journey and step."""
        return ((journey, step, one) for journey, step in self.steps for one in step.touchpoints)

    def first_place(self, phases: Iterable[str]) -> int:
        """Tell which place the first of some phases has on the way, from 0; of none, the last."""
        return min((self.phase_places[one] for one in phases), default=len(self.phases))

    @cached_property
    def phase_places(self) -> Mapping[str, int]:
        """The place of each phase on the way, from 0, by its id."""
        return {phase: at for at, phase in enumerate(self.phases)}

    @cached_property
    def assets_by_title(self) -> tuple[Asset, ...]:
        """All content in the order of its titles."""
        return tuple(sorted(self.assets.values(), key=lambda one: by_number(one.title)))

    @cached_property
    def steps_by_phase(self) -> Mapping[str, Steps]:
        """The steps of today's journeys by their phase."""
        return grouped((one[1].phase, one) for one in self.steps if one[1].phase)

    @property
    def deciding_phase(self) -> Phase | None:
        """The phase in which the purchase is decided: the last one of the buyer journey."""
        buying = [one for one in self.phases.values() if one.stage == "buyer"]
        return buying[-1] if buying else None

    @cached_property
    def asked(self) -> Asked:
        """What the journeys of today ask of each persona in each phase."""
        today = (journey for journey in self.journeys.values() if journey.is_current)
        return asked_of(self.personas.values(), self.phases, today)

    @cached_property
    def said(self) -> Mapping[str, Statement | Emotion]:
        """All that personas and journeys say, by id; what is said to be none is left out."""
        found: dict[str, Statement | Emotion] = {}
        for persona in self.personas.values():
            points = (*persona.goals, *persona.pains)
            found.update((one.id, one) for one in points if one.inherited_from is None)
        for _, step in self.all_steps:
            found.update((one.id, one) for one in step.emotions)
            found.update((one.id, one) for one in step.statements)
        return found

    @cached_property
    def quotes(self) -> Mapping[str, tuple[tuple[Research, Quote], ...]]:
        """What customers said about each statement, by its id, with the round it comes from."""
        return grouped(
            (statement, (research, quote))
            for research in self.research.values()
            for quote in research.quotes
            for statement in quote.statements
        )

    @cached_property
    def newest_research(self) -> tuple[Research, ...]:
        """Every round of research, the newest first; those of no known day stand last."""
        rounds = sorted(self.research.values(), key=lambda one: (one.title, one.id))
        rounds.sort(key=lambda one: (one.date is not None, one.date), reverse=True)
        return tuple(rounds)

    @cached_property
    def surveyed(self) -> Mapping[str, tuple[tuple[Research, Figures], ...]]:
        """What customers marked about each touchpoint and feeling, by its id, newest first."""
        return grouped(
            (statement, (one, figures))
            for one in self.newest_research
            if one.survey and one.is_held(self.today)
            for statement, figures in one.survey.marks.items()
        )

    @cached_property
    def acting(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the actions that name each touchpoint and expectation, by its id."""
        return grouped(
            (one, action.id)
            for action in self.actions.values()
            for one in (*action.touchpoints, *action.expectations)
        )

    @cached_property
    def assets_by_url(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of assets by the address where each is published."""
        return grouped((one.url, one.id) for one in self.assets.values() if one.url)

    @cached_property
    def assets_by_kind(self) -> Mapping[tuple[str, str, tuple[str, ...]], tuple[Asset, ...]]:
        """The assets by type, language and phases, with the empty text where nothing says it."""
        return grouped(
            ((one.type or "", one.language or "", one.phases), one) for one in self.assets.values()
        )

    @cached_property
    def entities(self) -> Mapping[Kind, Mapping[str, Entity]]:
        """Every entity of every kind by its id."""
        return {
            Kind.PERSONA: self.personas,
            Kind.PHASE: self.phases,
            Kind.CHANNEL: self.channels,
            Kind.ASSET: self.assets,
            Kind.JOURNEY: self.journeys,
            Kind.STEP: self._steps,
            Kind.RESEARCH: self.research,
            Kind.ACTION: self.actions,
        }

    def untagged_in(self, phase: str) -> int:
        """Count the published rows of inventories that help in a phase and are for nobody yet.

        Without a name, those of which nobody said the phase either.
        """
        return self._untagged.get(phase, 0)

    @property
    def untagged(self) -> tuple[Asset, ...]:
        """The published rows of inventories that are for nobody yet."""
        rows = (one for one in self.assets.values() if one.origin and one.is_published)
        return tuple(one for one in rows if not one.personas)

    @cached_property
    def _untagged(self) -> Mapping[str, int]:
        return Counter(phase for one in self.untagged for phase in one.phases or ("",))

    def journeys_of(self, persona: str) -> tuple[Journey, ...]:
        """Give the journeys of a persona."""
        return self._journeys_of.get(persona, ())

    def step(self, statement: str) -> Step | None:
        """Find the step that a statement's id belongs to."""
        return self._steps.get(owner_of(statement))

    def steps_of(self, persona: str) -> tuple[Step, ...]:
        """Give the steps of today's journeys that a persona takes."""
        return self._steps_of.get(persona, ())

    @cached_property
    def _journeys_of(self) -> Mapping[str, tuple[Journey, ...]]:
        return _by_persona(self.journeys.values())

    @cached_property
    def _steps_of(self) -> Mapping[str, tuple[Step, ...]]:
        return _by_persona(step for _, step in self.steps)

    @cached_property
    def _steps(self) -> Mapping[str, Step]:
        return {step.id: step for _, step in self.all_steps}


def _by_persona(ones: Iterable[_Taken]) -> Mapping[str, tuple[_Taken, ...]]:
    # Every page of a persona asks, and looking through all of them each time would not do.
    return grouped((persona, one) for one in ones for persona in dict.fromkeys(one.personas))
