"""Judges all that a handbook names as an answer or a help, once: what fits whom, where and when."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Asset
from journeybook.handbook.fitting.asked import Part, PartState, state_in
from journeybook.handbook.fitting.coverage import (
    Answer,
    AnswerState,
    Coverage,
    Lacks,
    coming,
    published,
    touchpoints_used,
)
from journeybook.handbook.fitting.fit import (
    Fitting,
    Lack,
    Occasion,
    Overlooked,
    is_gate_discouraged,
)
from journeybook.handbook.fitting.kin import kin_of
from journeybook.handbook.ids import plain_language
from journeybook.handbook.index.named import Named, all_named
from journeybook.handbook.journeys import Cause, Journey, Step
from journeybook.handbook.statements import Statement

_Met = Mapping[tuple[str | None, str | None], frozenset[str]]
# The channels on which a persona meets us in a phase.


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """How content stood before some of it, by id, changed or was added, and nothing else."""

    coverage: Coverage = field(default_factory=Coverage)
    changed: frozenset[str] = frozenset()


def with_fit(book: Handbook, overlooked: Overlooked, earlier: Earlier | None = None) -> Handbook:
    """Judge every answer, every help and every placement of a handbook.

    What is known from `earlier`, and is about no content that changed, is not judged again.
    """
    fitting = Fitting(
        kin=kin_of(book.personas),
        vocabulary=book.vocabulary,
        today=book.today,
        overlooked=overlooked,
    )
    judge = _Judge(book=book, fitting=fitting, earlier=earlier or Earlier())
    lacks = judge.placed()
    coverage = replace(
        book.coverage,
        lacks=lacks,
        found=_found(book.coverage.on, lacks),
        answered=judge.answered,
        helped=judge.helped(),
        promised=judge.promised(),
    )
    return replace(book, coverage=coverage)


@dataclass(frozen=True, kw_only=True)
class _Judge:
    book: Handbook
    fitting: Fitting
    earlier: Earlier

    def placed(self) -> dict[tuple[str, str], Lacks]:
        """Give what all placed content lacks for each persona in each phase."""
        lacks: dict[tuple[str, str], Lacks] = {}
        for (persona, phase), assets in self.book.coverage.at.items():
            known = self.earlier.coverage.lacks.get((persona, phase), {})
            left = {one for one in known if one not in self.earlier.changed}
            occasion = self._in_phase(persona, phase) if len(left) < len(assets) else None
            lacks[persona, phase] = {
                one.id: self.fitting.lacks(one, occasion)
                if occasion and one.id not in left
                else known[one.id]
                for one in assets
            }
        return lacks

    def _in_phase(self, persona: str, phase: str) -> Occasion:
        steps = self.book.steps_by_phase.get(phase, ())
        own = [(journey, step) for journey, step in steps if persona in step.personas]
        refused = any(_refuses(persona, step) for _, step in own)
        return replace(
            self._occasion(persona, phase, self._met_today),
            journeys=tuple(dict.fromkeys(journey.id for journey, _ in own)),
            shuns_gates=refused or self._discourages(persona, phase),
        )

    @cached_property
    def answered(self) -> dict[str, tuple[Answer, ...]]:
        """Give how far content serves each persona a statement is about."""
        known = self.earlier.coverage.answered
        return {
            named.statement.id: known[named.statement.id]
            if self._is_known(named)
            else tuple(
                self._answer(named, occasion)
                for occasion in self._occasions(journey, step, named.statement)
            )
            for journey, step, named in self._named
        }

    def _is_known(self, named: Named) -> bool:
        is_same = self.earlier.changed.isdisjoint(named.assets)
        return is_same and named.statement.id in self.earlier.coverage.answered

    def promised(self) -> dict[str, tuple[Asset, ...]]:
        """Give the content on its way that will answer or help everybody a statement is about."""
        promised = {}
        for journey, step, named in self._named:
            hoped = coming(self.book.assets[asset] for asset in named.assets)
            if hoped and not named.statement.goes_badly:
                occasions = self._occasions(journey, step, named.statement)
                promised[named.statement.id] = tuple(
                    asset
                    for asset in hoped
                    if all(self.fitting.will_fit(asset, occasion) for occasion in occasions)
                )
        return promised

    def helped(self) -> frozenset[str]:
        """Give the statements that something answers or helps with."""
        return frozenset(
            named.statement.id for _, step, named in self._named if self._is_helped(step, named)
        )

    def _is_helped(self, step: Step, named: Named) -> bool:
        if not self._helping.isdisjoint(named.actions):
            return True
        if named.statement.goes_badly:
            return False
        answers = self.answered[named.statement.id]
        if all(answer.state is AnswerState.ANSWERED for answer in answers):
            return True
        return bool(named.touchpoints) and any(
            not touchpoint.goes_badly
            for touchpoint in step.touchpoints
            if touchpoint.id in named.touchpoints
        )

    @cached_property
    def _named(self) -> tuple[tuple[Journey, Step, Named], ...]:
        return tuple(all_named(self.book))

    def _answer(self, named: Named, occasion: Occasion) -> Answer:
        assets = [self.book.assets[asset] for asset in named.assets]
        fits = [(self.fitting.lacks(asset, occasion), asset) for asset in published(assets)]
        if fits:
            proves = self.fitting.is_proven
            least = min(len(lacks) for lacks, _ in fits)
            alike = [fit for fit in fits if len(fit[0]) == least]
            # Of those that lack nothing, one of which that is known for sure.
            sure = [fit for fit in alike if not least and proves(fit[1], occasion)]
            lacks, best = (sure or alike)[0]
            return Answer(
                persona=occasion.persona,
                state=AnswerState.LACKING if lacks else AnswerState.ANSWERED,
                asset=best.id,
                lacks=lacks,
                is_proven=bool(sure),
            )
        hoped = any(self.fitting.will_fit(asset, occasion) for asset in coming(assets))
        state = AnswerState.FILLING if hoped else AnswerState.OPEN
        return Answer(persona=occasion.persona, state=state)

    def _occasions(self, journey: Journey, step: Step, one: Statement) -> tuple[Occasion, ...]:
        met = self._met_today if journey.is_current else _met_in([journey])
        people: Iterable[str | None] = one.personas or (None,)
        return tuple(
            replace(
                self._occasion(persona, step.phase, met),
                journeys=(journey.id,),
                shuns_gates=self._discourages(persona, step.phase) or _refuses(persona, step),
                unasked=frozenset(_unasked(persona, step, met)),
            )
            for persona in people
        )

    def _occasion(self, persona: str | None, phase: str | None, met: _Met) -> Occasion:
        known = self.book.personas.get(persona or "")
        if known is None:
            return Occasion(persona=None, phase=phase)
        return Occasion(
            persona=persona,
            phase=phase,
            channels=met.get((persona, phase)) or frozenset(known.channels.all),
            languages=frozenset(plain_language(language) for language in known.languages),
        )

    def _discourages(self, persona: str | None, phase: str | None) -> bool:
        phases = self.book.phases
        return phase is not None and is_gate_discouraged(persona, phases[phase], phases)

    @cached_property
    def _met_today(self) -> _Met:
        return _met_in(journey for journey in self.book.journeys.values() if journey.is_current)

    @cached_property
    def _helping(self) -> frozenset[str]:
        actions = self.book.actions.values()
        return frozenset(action.id for action in actions if action.helps(self.book.today))


def _found(
    on: Mapping[tuple[str, str, str], tuple[Asset, ...]], lacks: Mapping[tuple[str, str], Lacks]
) -> dict[tuple[str, str, str], tuple[Asset, ...]]:
    # Who comes to a channel reaches what stands on it, wherever else they meet us.
    found = {}
    for (persona, phase, channel), assets in on.items():
        here = lacks[persona, phase]
        found[persona, phase, channel] = tuple(
            asset
            for asset in published(assets)
            if not any(lack.keeps_away and lack is not Lack.UNREACHABLE for lack in here[asset.id])
        )
    return found


def _met_in(journeys: Iterable[Journey]) -> _Met:
    met: dict[tuple[str | None, str | None], frozenset[str]] = {}
    for persona, phase, channel in touchpoints_used(journeys):
        met[persona, phase] = met.get((persona, phase), frozenset()) | {channel}
    return met


def _unasked(persona: str | None, step: Step, met: _Met) -> Iterator[Lack]:
    if not met.get((persona, step.phase)):
        yield Lack.UNREACHABLE
    if state_in(step, Part.DROP_OFFS, persona) is PartState.NOT_ASKED:
        yield Lack.GATED_OFF


def _refuses(persona: str | None, step: Step) -> bool:
    return any(
        drop_off.because is Cause.GATE and (persona is None or persona in drop_off.personas)
        for drop_off in step.drop_offs
    )
