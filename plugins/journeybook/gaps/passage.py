"""The gaps that keep somebody from getting into a phase: who closes them lets them through."""

from journeybook.codes import Code
from journeybook.gaps.ledger import Entry, Ledger
from journeybook.handbook.index.walk import Obstacle, Stage, Walk

_MISSING = frozenset(
    {
        Code.PHASE_WITHOUT_CONTENT,
        Code.ONLY_PLANNED_CONTENT,
        Code.CHANNEL_WITHOUT_CONTENT,
        Code.FIRST_CHANNEL_WITHOUT_CONTENT,
        Code.ROLE_WITHOUT_PURCHASE_CONTENT,
        Code.UNANSWERED_QUESTION,
        Code.NOT_YET_PUBLISHED,
        Code.TOO_FEW_ASSETS,
    }
)
_LETS_THROUGH = {
    Obstacle.NOTHING_THERE: _MISSING,
    Obstacle.KEPT_OUT: _MISSING | {Code.UNFITTING_GATE, Code.LANGUAGE_GAP, Code.ANSWER_WITH_A_LACK},
    Obstacle.NO_WAY_ON: frozenset(
        {Code.NO_NEXT_STEP, Code.PHASE_WITHOUT_CTA, Code.ASSET_WITHOUT_CTA}
    ),
}


def gaps_before(stage: Stage, walk: Walk, ledger: Ledger) -> tuple[Entry, ...]:
    """Give the gaps that let a persona into a phase of its walk once they are closed."""
    at = walk.stages.index(stage)
    found: dict[str, Entry] = {}
    for obstacle in stage.obstacles:
        # What leads on is missing in the phase before.
        phase = walk.stages[at - 1].phase if obstacle is Obstacle.NO_WAY_ON else stage.phase
        for entry in ledger.of(persona=walk.persona, phase=phase):
            if entry.finding.code in _LETS_THROUGH[obstacle]:
                found[entry.finding.fingerprint] = entry
    return tuple(found.values())
