"""Works out how strong a statement is, from all research that is about it, as of a day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from journeybook.handbook.fitting.kin import Kin
from journeybook.handbook.research import Research
from journeybook.handbook.strength import Shortcoming, Strength, Support
from journeybook.handbook.surveys.results import Figures, Measure, SurveyFigure
from journeybook.schema.period import Period
from journeybook.schema.settings.configuration import Configuration

_TALKS = frozenset(("interview", "workshop"))
_NUMBERS = frozenset(("survey", "analytics"))
_SHELF_LIVES: Mapping[str, Period] = {
    "interview": Period(months=24),
    "survey": Period(months=24),
    "analytics": Period(months=12),
    "workshop": Period(months=24),
    "desk": Period(months=12),
}
_LONGEST = Period(months=24)
_FEW: Mapping[str, int] = {"interview": 5, "survey": 30, "analytics": 100, "workshop": 5}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standards:
    """How long research of each method holds, and how many must have taken part in it.

    Groups of a survey have `smallest_group` people at least. Customers think otherwise than the
    map from a `difference` of marks on; a touchpoint is known where the share `recognised` of them
    knows it.
    """

    shelf_lives: Mapping[str, Period] = field(default_factory=lambda: _SHELF_LIVES)
    few: Mapping[str, int] = field(default_factory=lambda: _FEW)
    smallest_group: int = 5
    difference: float = 1.0
    recognised: float = 0.5

    def good_until(self, research: Research) -> date | None:
        """Give the last day on which a round counts as new; None where nobody said its day."""
        life = self.shelf_lives.get(research.method or "", _LONGEST)
        return life.after(research.date) if research.date else None

    def is_small(self, research: Research) -> bool:
        """Tell whether fewer people took part than its method needs."""
        least, people = self.few.get(research.method or ""), research.participants
        return least is not None and people is not None and people < least

    def differ(self, mark: int, figure: SurveyFigure) -> bool:
        """Tell whether customers mark something otherwise than the map does."""
        return abs(figure.mean - mark) >= self.difference

    def are_known(self, figures: Figures) -> bool:
        """Tell whether enough of those who were asked know a touchpoint, or all answered on it."""
        known = figures.get(Measure.RECOGNISED)
        return known.mean >= self.recognised if known else bool(figures)


def make_standards(team: Configuration) -> Standards:
    """Take what a team decided; what it left open is as usual."""
    lives = {str(method): life for method, life in team.research.shelf_life.items()}
    few = {str(method): least for method, least in team.research.least_participants.items()}
    return Standards(
        shelf_lives={**_SHELF_LIVES, **lives},
        few={**_FEW, **few},
        smallest_group=team.research.smallest_group,
        difference=team.research.difference,
        recognised=team.research.recognised / 100,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """A round of research as it bears on one statement: its method, and what it lacks there."""

    id: str
    method: str | None
    lacks: frozenset[Shortcoming]


def round_of(
    research: Research, personas: Sequence[str], standards: Standards, kin: Kin, today: date
) -> Round:
    """Look at a round of research for a statement that holds for some personas."""
    until = standards.good_until(research)
    lacks = {
        Shortcoming.OLD: until is not None and until < today,
        Shortcoming.ABOUT_OTHERS: _is_about_others(research, personas, kin),
        Shortcoming.FEW: standards.is_small(research),
    }
    return Round(
        id=research.id,
        method=research.method,
        lacks=frozenset(lack for lack, is_lacking in lacks.items() if is_lacking),
    )


def support_of(shown: Sequence[Round], against: Sequence[Round]) -> Support:
    """Tell how strong a statement is that some research shows and some contradicts.

    It lacks what it would be weaker for: `old` and `few` where the strength would not be the same
    without such rounds, `about others` where no round is about anybody it holds for.
    """
    strength = _strength(shown, against)
    rounds = against if strength is Strength.CONTRADICTED else shown
    return Support(
        strength=strength,
        lacks=tuple(lack for lack in Shortcoming if _lacks(lack, rounds, shown, against)),
        contradicted_by=tuple(one.id for one in against),
    )


def _strength(shown: Sequence[Round], against: Sequence[Round]) -> Strength:
    if against:
        return Strength.CONTRADICTED
    if len(shown) < 2:  # noqa: PLR2004 - one source is not several
        return Strength.ONE_SOURCE if shown else Strength.ASSUMPTION
    methods = {one.method for one in shown}
    is_validated = not methods.isdisjoint(_TALKS) and not methods.isdisjoint(_NUMBERS)
    return Strength.VALIDATED if is_validated else Strength.SEVERAL_SOURCES


def _lacks(
    lack: Shortcoming, rounds: Sequence[Round], shown: Sequence[Round], against: Sequence[Round]
) -> bool:
    if not any(lack in one.lacks for one in rounds):
        return False
    if lack is Shortcoming.ABOUT_OTHERS:
        return all(lack in one.lacks for one in rounds)
    left = _strength(_without(lack, shown), _without(lack, against))
    return left is not _strength(shown, against)


def _without(lack: Shortcoming, rounds: Iterable[Round]) -> Sequence[Round]:
    return [one for one in rounds if lack not in one.lacks]


def _is_about_others(research: Research, personas: Sequence[str], kin: Kin) -> bool:
    # Research that names nobody is about everybody, and so is what is said of nobody.
    if not research.personas or not personas:
        return False
    return not any(kin.serves(research.personas, persona) for persona in personas)
