"""Compares two states of a handbook: what somebody did, and what follows from it for whom."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from journeybook.compare.acts.about import about_statement
from journeybook.compare.acts.decisions import decided_otherwise, decision_changes
from journeybook.compare.acts.entities import entity_changes
from journeybook.compare.acts.files import file_changes
from journeybook.compare.acts.statements import statement_changes
from journeybook.compare.acts.support import support_changes
from journeybook.compare.change import PARTED, Change, Thing, Tone
from journeybook.compare.consequences.causes import Causes
from journeybook.compare.consequences.gaps import in_time, shifts
from journeybook.compare.consequences.remnants import cut_off, remnants
from journeybook.compare.consequences.verdicts import Verdicts
from journeybook.compare.groups import Act, Group, grouped
from journeybook.compare.of_folders import told_once
from journeybook.compare.pair import Pair, put_side_by_side
from journeybook.compare.renamed import Renamed
from journeybook.counts.counted import Counted
from journeybook.counts.steps import asking_within
from journeybook.counts.within import Within
from journeybook.findings import Ref
from journeybook.handbook.fitting.asked import Asking
from journeybook.handbook.index.scores import Scores
from journeybook.handbook.statements import Entity
from journeybook.pipeline import Judged
from journeybook.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The scores of the whole handbook, and its open gaps."""

    scores: Scores
    asked: Asking
    gaps: int


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Everything that changed between two states of a handbook.

    Both states are judged by what was decided later: the earlier one is `rejudged` where that is
    otherwise. Where there are no acts, files may be `rewritten` all the same, in a way that nobody
    sees.
    """

    groups: tuple[Group, ...]
    before: Standing
    after: Standing
    pair: Pair
    rejudged: bool = False
    rewritten: bool = False

    @property
    def acts(self) -> tuple[Act, ...]:
        """All acts, those first that decide what is seen of the others."""
        return tuple(act for group in self.groups for act in group.acts)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """All acts and all that follows from them."""
        return tuple(change for act in self.acts for change in act.changes)

    @property
    def wording(self) -> Wording:
        """The language it is told in: that of the later handbook."""
        return self.pair.wording

    @property
    def is_new(self) -> bool:
        """Whether there was no handbook before."""
        return not self.pair.judged[0].documents and bool(self.pair.judged[1].documents)

    @property
    def is_gone(self) -> bool:
        """Whether there is no handbook any more."""
        return bool(self.pair.judged[0].documents) and not self.pair.judged[1].documents

    @property
    def is_whole(self) -> bool:
        """Whether there are two handbooks to compare, and all their files can be read."""
        return not (self.is_new or self.is_gone or any(self.pair.unread))


def compare(
    before: Judged,
    after: Judged,
    kept_back: Collection[str] = frozenset(),
    inside: tuple[str, str] = ("", ""),
) -> Comparison:
    """Tell what changed for personas from one state of a handbook to the other.

    Files that are `kept_back` are still there later, and the site is told to leave them out. Each
    state lies `inside` a folder of the repository, with a slash behind.

    Both are judged by what was decided later, so that only what was written differs; what was
    decided otherwise is an act of its own. All is told in the language of the later one.
    """
    before = before.told_as(after)
    earlier = _by_later(before, after) if before.documents else before
    rejudged = earlier is not before
    pair = put_side_by_side(earlier, after)
    pair = replace(pair, kept_back=frozenset(kept_back), inside=inside)
    if not after.documents:
        # Of a handbook that is gone there is nothing more to say.
        return _told(pair, (), rejudged=False, rewritten=True)
    done = [*file_changes(before, pair), *entity_changes(pair), *statement_changes(pair)]
    acts = list(_with_effects(done, before, pair))
    if before.documents:
        decided = decision_changes(before, pair)
        acts += [Act(change=change, effects=effects) for change, effects in decided]
    else:
        acts = [_to_begin_with(act) for act in acts]
    rewritten = _is_rewritten(before, after)
    told = told_once(acts, pair.wording)
    return _told(pair, grouped(told, pair), rejudged=rejudged, rewritten=rewritten)


def _by_later(before: Judged, after: Judged) -> Judged:
    # A decision is the same where only what it names is called otherwise.
    if not decided_otherwise(before, after.bench):
        return before
    matches = put_side_by_side(before, after).matches
    bench = Renamed(before=before, after=after, matches=matches).by_later()
    if not decided_otherwise(before, bench):
        return before
    return bench.judged(before.reading, before.site.covering)


def _to_begin_with(act: Act) -> Act:
    # What a new handbook lacks is counted in its first line; what is wrong in it is told.
    wrong = tuple(one for one in act.effects if one.thing is Thing.PROBLEM)
    return Act(change=act.change, effects=wrong)


def _told(pair: Pair, groups: tuple[Group, ...], *, rejudged: bool, rewritten: bool) -> Comparison:
    before, after = pair.judged
    return Comparison(
        groups=groups,
        before=_standing(before),
        after=_standing(after),
        pair=pair,
        rejudged=rejudged,
        rewritten=rewritten,
    )


def _is_rewritten(before: Judged, after: Judged) -> bool:
    olds, news = before.reading.files, after.reading.files
    return olds.keys() != news.keys() or not all(
        news[path].is_as(old) for path, old in olds.items()
    )


def _with_effects(done: Sequence[Change], original: Judged, pair: Pair) -> Iterable[Act]:
    wholes = {one.parted: one for one in done if one.aspect == PARTED and one.parted}
    # What moved because something was split or merged is told with that; a loss stands alone.
    beneath = [one for one in done if one.parted in wholes and one.aspect != PARTED]
    beneath = [one for one in beneath if one.tone is Tone.NEUTRAL]
    done = [one for one in done if one not in beneath]
    causes = Causes(done, pair)
    rejudged, later = (one.site.findings for one in pair.judged)
    earlier = in_time(original.site.findings, rejudged, later)
    moved = shifts(earlier, later, pair.matches)
    verdicts = Verdicts(
        pair=pair,
        causes=causes,
        shifts=tuple(one for one in moved if not one.is_decided),
        acts=tuple(done),
        cut_off=cut_off(done, moved, pair),
    )
    effects: dict[int, list[Change]] = {id(act): [] for act in done}
    loose: list[Change] = []
    told = [*map(verdicts.settled, statement_effects(pair)), *verdicts.told()]
    for one in beneath:
        if one.parted:
            effects[id(wholes[one.parted])].append(one)
    for change, act in remnants(told, done, pair):
        (loose if act is None else effects[id(act)]).append(change)
    for act in done:
        own = sorted(effects[id(act)], key=lambda one: one.rank_as_effect)
        yield Act(change=act, effects=tuple(own))
    # A mistake that follows from nothing else is what somebody wrote.
    yield from (Act(change=one) for one in loose if one.thing is Thing.PROBLEM)
    loose = [one for one in loose if one.thing is not Thing.PROBLEM]
    if loose:
        yield Act(change=None, effects=tuple(sorted(loose, key=lambda one: one.rank_as_effect)))


def _standing(judged: Judged) -> Standing:
    within, counts = Within(), judged.site.counts
    return Standing(
        scores=counts.scores(within),
        asked=asking_within(judged.handbook, within),
        gaps=counts.of(Counted.OPEN_GAPS, within),
    )


def statement_effects(pair: Pair) -> Iterator[Change]:
    """Tell how statements fare that are in both states and can be read."""
    owners: dict[Ref, Entity] = {
        one.ref: step for _, step in pair.after.all_steps for one in step.statements
    }
    for persona in pair.after.personas.values():
        owners.update((one.ref, persona) for one in (*persona.goals, *persona.pains))
    olds = {one.ref: one for one in pair.statements[0].values()}
    news = {one.ref: one for one in pair.statements[1].values()}
    for old, new in pair.matches.statements.items():
        before, after = olds.get(old), news.get(new)
        if before is None or after is None:
            continue
        if before.span.path not in pair.unread[0] and after.span.path not in pair.unread[1]:
            about = about_statement(after, owners[new])
            yield from support_changes(about, before, after, pair)
