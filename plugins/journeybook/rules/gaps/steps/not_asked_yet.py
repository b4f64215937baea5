"""Not asked yet.

Something that a journey should tell of is neither answered nor said to be none: one of the five
questions about a persona in a step, or the channel, importance or satisfaction of a touchpoint.
Nor is a phase in scope without a step, a persona without a journey, a role in the buying group
that nobody covers, and a journey whose charter is empty.

What nobody asked looks like nothing to worry about. Here it stands as what it is: not known.

Ask, and write the answer. Where there is nothing, write `none`: `drop_offs: none`. How much each
part weighs can be set in `rules.yml`; one that is `off`, as `others`, `moves_on` and `asks_back`
are unless a team wants them, is not told, and none weighs more than the rule itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from pydantic import Field

from journeybook.codes import Code, Severity
from journeybook.findings import Finding, Mistake, Ref, RefKind, only
from journeybook.handbook.assembly import UNREAD
from journeybook.handbook.book import Handbook
from journeybook.handbook.journeys import Journey
from journeybook.rules.engine.asking import ROLES, step_words
from journeybook.rules.engine.rule import FixKind
from journeybook.rules.engine.scope import Place
from journeybook.rules.engine.settings import Settings
from journeybook.schema.fields import Choice, Written
from journeybook.wording import marked

CODE = Code.NOT_ASKED_YET
SEVERITY = Severity.HIGH
FIX = FixKind.PROCESS
BUTTON = marked("Write the answer")

Weight = Choice[Literal["off", "low", "medium", "high"]]


class Parameters(Written):
    """How much each part weighs that nobody asked about."""

    needs: Weight = Field("low", description="What they need in a step.")
    questions: Weight = Field("medium", description="What they ask in a step.")
    emotion: Weight = Field("low", description="How they feel in a step.")
    touchpoints: Weight = Field("medium", description="Where they meet the company in a step.")
    expectations: Weight = Field("low", description="What they count on in a step.")
    drop_offs: Weight = Field("low", description="Where they leave in a step.")
    channels: Weight = Field("low", description="The channel of a touchpoint.")
    importance: Weight = Field("low", description="The importance of a touchpoint.")
    satisfaction: Weight = Field("low", description="The satisfaction of a touchpoint.")
    others: Weight = Field(
        "off", description="How customers see others beside us, anywhere in a step."
    )
    moves_on: Weight = Field("off", description="How many go on from a step, or how long it takes.")
    asks_back: Weight = Field(
        "off", description="How they are asked whether they are content, in a step after the sale."
    )
    steps: Weight = Field("medium", description="A phase in scope without a step.")
    journeys: Weight = Field("medium", description="A persona without a journey of today.")
    roles: Weight = Field("low", description="A role in the buying group that nobody covers.")
    charter: Weight = Field("low", description="A journey without purpose, readers and usage.")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weights:
    # How much each part weighs at a place.
    parameters: Parameters
    most: Severity

    def of(self, part: str) -> Severity:
        word: str = getattr(self.parameters, part)
        return min(Severity[word.upper()], self.most)


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find what nobody asked yet."""
    wrong = {one.span.path for one in handbook.mistakes if _is_error(one, settings)}
    found = (
        *_in_steps(handbook, settings),
        *_in_phases(handbook, settings),
        *_of_personas(handbook, settings),
        *_of_roles(handbook, settings),
        *_of_charters(handbook, settings),
    )
    # What a file seems to leave out may be what is wrong in it, which is told already.
    return (one for one in found if one.span.path not in wrong)


def _is_error(mistake: Mistake, settings: Settings) -> bool:
    return settings.rules[mistake.code].general.severity is Severity.ERROR


def _may_hide_a_role(mistake: Mistake) -> bool:
    about = {mistake.values.get(one) for one in ("key", "suggestion")}
    return mistake.code in UNREAD or "role" in about


def _in_steps(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    say = settings.wording.text
    for journey, step in handbook.steps:
        place = Place(
            personas=step.personas,
            journeys=(journey.id,),
            phases=(step.phase,) if step.phase else (),
        )
        weights = _weights(place, settings)
        found = step_words(step, handbook, settings.wording)
        words = {part: text for part, text in found.items() if weights.of(part) is not Severity.OFF}
        if not words:
            continue
        gap = settings.gap(
            CODE,
            say(
                "Not asked yet in “{step}” of {journey}: {parts}",
                step=step.title,
                journey=journey.title,
                parts=settings.wording.both(words.values()),
            ),
            say("ask, and write `none` where there is nothing"),
            step.span,
            place=place,
            persona=only(step.personas),
            journey=journey.id,
            phase=step.phase,
            subject=step.ref,
            owner=step.owner or journey.owner,
        )
        yield replace(gap, severity=max(weights.of(part) for part in words))


def _in_phases(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    say = settings.wording.text
    told = {(persona, step.phase) for _, step in handbook.steps for persona in step.personas}
    for journey in handbook.journeys.values():
        for phase in journey.scope if journey.is_current else ():
            left = tuple(
                persona
                for persona in journey.personas
                if (persona, phase) in handbook.asked.missing and (persona, phase) not in told
            )
            if left:
                gap = settings.gap(
                    CODE,
                    say(
                        "Nothing is asked yet of {personas} in the phase {phase}",
                        personas=_titles(left, handbook, settings),
                        phase=handbook.phases[phase].title,
                    ),
                    say("describe the step, or narrow the `scope` of the journey"),
                    journey.span,
                    place=Place(personas=left, journeys=(journey.id,), phases=(phase,)),
                    persona=only(left),
                    journey=journey.id,
                    phase=phase,
                    subject=Ref(kind=RefKind.PHASE, id=phase),
                    owner=journey.owner,
                )
                yield from _weighed(gap, "steps", settings, journey)


def _of_personas(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    say = settings.wording.text
    for persona in handbook.personas.values():
        if not any(one.is_current for one in handbook.journeys_of(persona.id)):
            gap = settings.gap(
                CODE,
                say(
                    "Nothing is asked yet of {persona}: no journey of today", persona=persona.title
                ),
                say("describe the journey that they go on"),
                persona.span,
                place=Place(personas=(persona.id,)),
                persona=persona.id,
                subject=persona.ref,
                owner=persona.owner,
            )
            yield from _weighed(gap, "journeys", settings)


def _of_roles(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    say = settings.wording.text
    unread = {one.span.path for one in handbook.mistakes if _may_hide_a_role(one)}
    if any(persona.path in unread for persona in handbook.personas.values()):
        return
    phase = handbook.deciding_phase
    covered = {role for persona in handbook.personas.values() for role in persona.roles}
    left = [say(word) for role, word in ROLES.items() if role not in covered]
    if phase and handbook.personas and left:
        gap = settings.gap(
            CODE,
            say(
                "Nobody covers these roles in the buying group: {roles}",
                roles=settings.wording.both(left),
            ),
            say("name the persona who plays the part, under its `role`"),
            phase.span,
            place=Place(phases=(phase.id,)),
            phase=phase.id,
            subject=Ref(kind=RefKind.ROLE, id="buying-group"),
            owner=phase.owner,
        )
        yield from _weighed(gap, "roles", settings)


def _of_charters(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    say = settings.wording.text
    for journey in handbook.journeys.values():
        if journey.is_current and not (journey.purpose or journey.audience or journey.usage):
            gap = settings.gap(
                CODE,
                say("Nobody says what the map “{journey}” is for", journey=journey.title),
                say("write its `purpose`, and who reads it under `audience`"),
                journey.span,
                place=Place(personas=journey.personas, journeys=(journey.id,)),
                journey=journey.id,
                subject=journey.ref,
                owner=journey.owner,
            )
            yield from _weighed(gap, "charter", settings, journey)


def _weighed(
    gap: Finding, part: str, settings: Settings, journey: Journey | None = None
) -> Iterator[Finding]:
    place = Place(
        personas=gap.personas, journeys=(journey.id,) if journey else (), phases=gap.phases
    )
    severity = _weights(place, settings).of(part)
    if severity is not Severity.OFF:
        yield replace(gap, severity=severity)


def _weights(place: Place, settings: Settings) -> _Weights:
    return _Weights(
        parameters=settings.parameters_of(CODE, Parameters, place),
        most=settings.rules[CODE].at(place).severity,
    )


def _titles(personas: tuple[str, ...], handbook: Handbook, settings: Settings) -> str:
    return settings.wording.both(handbook.personas[one].title for one in personas)
