"""The scorecard: how each persona stands in a word, and what is answered phase by phase."""

from collections.abc import Mapping
from dataclasses import dataclass

from journeybook.codes import Severity
from journeybook.counts.counted import Counted
from journeybook.counts.within import Within
from journeybook.handbook.fitting.rivals import Standing
from journeybook.pages.home.since import Day, Trend, days, trend
from journeybook.pages.journeys.overview_cells import OverviewRow, overview_rows
from journeybook.pages.parts.tallies import Tally, figure, part_of, tally
from journeybook.pages.parts.ways.links import Here, Link
from journeybook.pages.parts.words.rivals import Stand, stand_of
from journeybook.pages.parts.words.states import Figure
from journeybook.pages.walks.view import walk_link
from journeybook.wording import marked

GOOD, HALF = 0.8, 0.5
"""Of what a persona asks so much is answered where all is well, and at least where some is."""

UNKNOWN = ("quiet", marked("nothing asked yet"), marked("No question of theirs is known yet."))
WORK = ("open", marked("needs work"), marked("Less than half of what they ask is answered."))
WATCH = (
    "wait",
    marked("watch"),
    marked(
        "Less than four in five of what they ask is answered, something was never asked, or "
        "content does not lead them all the way."
    ),
)
WELL = (
    "ok",
    marked("in good shape"),
    marked("Four in five of what they ask is answered, and content leads them all the way."),
)
VERDICTS = (UNKNOWN, WORK, WATCH, WELL)
"""The verdicts from the worst: their tone, their word, and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How a persona stands: the verdict and why, what is answered, how far it gets, what lacks.

    `trend` tells how it did, where that is known.
    """

    row: OverviewRow
    tone: str
    word: str
    why: str
    answered: Figure
    parts: tuple[str, ...]
    stands: tuple[Stand | None, ...]
    way: Link | None
    serious: Tally
    gaps: Tally
    trend: Trend | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorecard:
    """A row for each persona, a column for each phase; `days` are those to compare with."""

    phases: tuple[Link, ...]
    rows: tuple[Score, ...]
    days: tuple[Day, ...] = ()

    @property
    def verdicts(self) -> tuple[tuple[str, str, str], ...]:
        """The verdicts that are given: the word, its tone and why."""
        return tuple(dict.fromkeys((row.word, row.tone, row.why) for row in self.rows))

    @property
    def stands(self) -> Mapping[str, str]:
        """The shapes of how we stand beside others, with their words; none where nobody knows."""
        found = {one.kind: one.word for row in self.rows for one in row.stands if one}
        return {kind: found[kind] for kind in Standing if kind in found}


def scorecard(here: Here) -> Scorecard:
    """Make the scorecard of a handbook."""
    return Scorecard(
        phases=tuple(here.phase(one) for one in here.site.handbook.phases),
        rows=tuple(_score(row, here) for row in overview_rows(here)),
        days=days(here),
    )


def _score(row: OverviewRow, here: Here) -> Score:
    site, persona = here.site, row.id
    within = Within(persona=persona)
    tone, word, why = VERDICTS[verdict(here, persona)]
    walk = site.walks.get(persona)
    return Score(
        row=row,
        tone=tone,
        word=site.wording.text(word),
        why=site.wording.text(why),
        answered=figure(here, Counted.ANSWERED, within),
        parts=tuple(
            part_of(site, Counted.ANSWERED, Within(persona=persona, phase=phase))
            for phase in site.handbook.phases
        ),
        stands=tuple(_stand(persona, phase, here) for phase in site.handbook.phases),
        way=walk_link(walk, here) if walk else None,
        serious=tally(here, Counted.OPEN_GAPS, within._replace(severity=Severity.HIGH.word)),
        gaps=tally(here, Counted.OPEN_GAPS, within),
        trend=trend(persona, here),
    )


def _stand(persona: str, phase: str, here: Here) -> Stand | None:
    steps = (step for _, step in here.site.handbook.steps_by_phase.get(phase, ()))
    own = tuple(step for step in steps if persona in step.personas)
    return stand_of(own, persona, here.site.wording)


def verdict(here: Here, persona: str) -> int:
    """Tell how a persona stands, by its place among the verdicts.

    Where nobody asked counts as not answered, so that who writes less never stands better.
    """
    site, within = here.site, Within(persona=persona)
    share = site.counts.scores(within).answered
    if not share.whole or share.value is None:
        return VERDICTS.index(UNKNOWN)
    if share.value < HALF:
        return VERDICTS.index(WORK)
    walk, counts = site.walks.get(persona), site.counts
    gets_through = walk is not None and walk.broken is None
    is_all_asked = counts.of(Counted.ASKED, within) == counts.whole_of(Counted.ASKED, within)
    return VERDICTS.index(WELL if share.value >= GOOD and gets_through and is_all_asked else WATCH)
