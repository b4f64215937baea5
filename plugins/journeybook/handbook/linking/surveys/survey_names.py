"""What the words of a survey name: personas, touchpoints and phases of the handbook."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from journeybook.codes import Code
from journeybook.findings import only
from journeybook.grouping import grouped
from journeybook.handbook.fitting.strength import Standards
from journeybook.handbook.ids import folded
from journeybook.handbook.journeys import Emotion, Journey, Step
from journeybook.handbook.linking.directory import Directory
from journeybook.handbook.linking.linker import Linker
from journeybook.handbook.surveys.numbers import Tongue
from journeybook.handbook.surveys.summary import PHASE, Places
from journeybook.handbook.surveys.tally import Asked, Names
from journeybook.schema import Kind
from journeybook.schema.research import Research as Written
from journeybook.schema.survey import Survey
from journeybook.sources.document import Document
from journeybook.sources.yaml.nodes import Step as Key


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """What surveys are linked to: journeys, words, and what a team asks of them."""

    journeys: Mapping[str, Journey]
    linker: Linker
    standards: Standards

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The steps of today's journeys."""
        return tuple(step for one in self.journeys.values() if one.is_current for step in one.steps)

    @cached_property
    def touchpoints(self) -> Directory:
        """The touchpoints of today's journeys by id and title."""
        return Directory((one.id, (one.text,)) for step in self.steps for one in step.touchpoints)

    @cached_property
    def places(self) -> Places:
        """The touchpoints and the feelings that answers are about, by id and by phase."""
        touchpoints = {one.id: one for step in self.steps for one in step.touchpoints}
        phases = grouped((step.phase, step) for step in self.steps if step.phase)
        return Places(touchpoints=touchpoints, steps=phases)

    @cached_property
    def emotions(self) -> Mapping[str, Emotion]:
        """The feelings of today's journeys by id."""
        return {one.id: one for step in self.steps for one in step.emotions}

    @cached_property
    def tongue(self) -> Tongue:
        """The words of answers."""
        known = self.linker.vocabulary
        return Tongue(words=known.survey, feeling=known.emotion, phrases=known.phrases)


@dataclass(frozen=True, kw_only=True)
class SurveyNames:
    """Finds what a survey means by a word, in the way its mapping says."""

    around: Surroundings
    document: Document[Written]
    survey: Survey

    @property
    def names(self) -> Names:
        """The ways to find a persona, touchpoints and a phase, each word once."""
        return Names(
            persona=cache(self._persona), topic=cache(self._touchpoints), phase=cache(self._phase)
        )

    @cached_property
    def topics(self) -> Mapping[str, bool]:
        """What headings may name, and whether that is a phase."""
        places, phases = self.around.places, self.around.linker.directories[Kind.PHASE]
        return {
            **{name: True for phase in places.steps for name in phases.ids[phase]},
            **{one.text: False for one in places.touchpoints.values()},
        }

    def tell_unknown(self) -> None:
        """Tell of what the mapping names and the handbook has not."""
        for code, directory, path, name in self._named():
            if name and not directory.find(name):
                tree = self.document.tree
                self.around.linker.unknown(code, name, directory, tree, "survey", *path)

    def _named(self) -> Iterator[tuple[Code, Directory, tuple[Key, ...], str | None]]:
        personas, phases = (
            self.around.linker.directories[one] for one in (Kind.PERSONA, Kind.PHASE)
        )
        touchpoints = self.around.touchpoints
        for at, one in enumerate(self.survey.asked):
            path = ("asked", at, "touchpoint")
            yield Code.UNKNOWN_TOUCHPOINT, touchpoints, path, one.touchpoint
            yield Code.UNKNOWN_PHASE, phases, ("asked", at, "phase"), one.phase
        for word, name in self.survey.personas.items():
            yield Code.UNKNOWN_PERSONA, personas, ("personas", word), name
        for word, name in self.survey.touchpoints.items():
            yield Code.UNKNOWN_TOUCHPOINT, touchpoints, ("touchpoints", word), name

    def _persona(self, text: str) -> str | None:
        meant = {folded(word): persona for word, persona in self.survey.personas.items()}
        found = self.around.linker.directories[Kind.PERSONA].find(meant.get(folded(text), text))
        return only(found)

    def _touchpoints(self, text: str) -> Asked:
        meant = {folded(word): one for word, one in self.survey.touchpoints.items()}
        ids = self.around.touchpoints.find(meant.get(folded(text), text))
        personas = set(self.document.fields.personas)
        of_whom = self.around.linker.directories[Kind.PERSONA]
        wanted = {one for name in personas for one in of_whom.find(name)}
        about = self.around.places.touchpoints
        # Of several who meet us in the same way, those whom the survey is about.
        mine = [one for one in ids if wanted.intersection(about[one].personas)]
        return tuple(sorted(mine or ids))

    def _phase(self, text: str) -> Asked:
        found = self.around.linker.directories[Kind.PHASE].find(text) if text else ()
        return (PHASE, found[0]) if len(found) == 1 else ()
