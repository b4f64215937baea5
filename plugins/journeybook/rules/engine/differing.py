"""What departments differ in, in words; and whether it is enough to be told."""

from collections.abc import Iterator

from pydantic import Field

from journeybook.codes import Code
from journeybook.handbook.book import Handbook
from journeybook.handbook.index.alignment import Account, Difference, Matter, differences
from journeybook.handbook.journeys import Emotion
from journeybook.handbook.statements import Statement
from journeybook.rules.engine.about import Said
from journeybook.rules.engine.settings import Settings
from journeybook.schema.fields import Truth, Written
from journeybook.wording import Wording, marked, signed

_MESSAGES = {
    Matter.FEELING: marked("Departments see another feeling of {persona} in {phase}: {views}"),
    Matter.IMPORTANCE: marked("Departments give “{statement}” another importance: {views}"),
    Matter.EVIDENCE: marked(
        "Research says “{statement}” on one map and denies it on another: {views}"
    ),
    Matter.ONLY_ONE: marked("Only {department} knows “{statement}”, and not {views}"),
}


class Limits(Written):
    """From where on maps differ."""

    feeling: int = Field(
        1, ge=1, le=4, description="How far feelings in a phase lie apart, in degrees."
    )
    importance: int = Field(
        2, ge=1, le=4, description="How far the importance of the same lies apart, in marks."
    )
    touchpoints: Truth = Field(
        default=True, description="Whether a touchpoint that only one department knows is told."
    )

    def tells(self, one: Difference) -> bool:
        """Tell whether a difference is one that the team wants to hear of."""
        match one.matter:
            case Matter.FEELING:
                return one.size >= self.feeling
            case Matter.IMPORTANCE:
                return one.size >= self.importance
            case Matter.ONLY_ONE:
                return self.touchpoints
            case Matter.EVIDENCE:
                return True


def told_differences(
    handbook: Handbook, persona: str, settings: Settings
) -> Iterator[tuple[Difference, Said]]:
    """Give what departments have to agree on, with the first statement of it."""
    for one in differences(handbook, persona):
        first = one.accounts[0]
        said = Said(journey=first.journey, step=first.step, statement=first.said)
        if settings.parameters_of(Code.UNALIGNED_MAPS, Limits, said.place).tells(one):
            yield one, said


def difference_words(one: Difference, said: Said, handbook: Handbook, wording: Wording) -> str:
    """Say what departments differ in, in a sentence."""
    views = wording.both(one.without) or "; ".join(
        wording.text(
            "{department}: {view}",
            department=each.department,
            view=view_words(each, one.matter, handbook, wording),
        )
        for each in one.accounts
    )
    return wording.text(
        _MESSAGES[one.matter],
        phase=handbook.phases[one.phase].title,
        persona=handbook.personas[one.persona].title,
        statement=said.text,
        department=one.accounts[0].department,
        views=views,
    )


def view_words(account: Account, matter: Matter, handbook: Handbook, wording: Wording) -> str:
    """Say what one department holds of it: the statement, a feeling, a mark, or the research."""
    said = account.said
    if isinstance(said, Emotion):
        return " ".join(filter(None, (said.label, signed(said.score or 0))))
    if matter is Matter.IMPORTANCE:
        return wording.text("importance {mark}", mark=said.importance)
    return _rounds(said, handbook, wording) if matter is Matter.EVIDENCE else said.text


def _rounds(said: Statement, handbook: Handbook, wording: Wording) -> str:
    support = said.support
    named = support.contradicted_by if support.is_contradicted else said.evidence
    rounds = wording.both(handbook.research[one].title for one in named)
    if support.is_contradicted:
        return wording.text("contradicted by {research}", research=rounds)
    return (
        wording.text("shown by {research}", research=rounds) if rounds else wording.text("assumed")
    )
