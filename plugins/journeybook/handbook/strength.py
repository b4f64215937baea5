"""How strong what is said of customers is: what shows it, and what that lacks."""

from dataclasses import dataclass
from enum import StrEnum


class Strength(StrEnum):
    """What a statement rests on, the weakest first; what research contradicts stands apart."""

    ASSUMPTION = "assumption"
    ONE_SOURCE = "one-source"
    SEVERAL_SOURCES = "several-sources"
    VALIDATED = "validated"
    CONTRADICTED = "contradicted"

    @property
    def is_shown(self) -> bool:
        """Whether research shows it."""
        return self not in (Strength.ASSUMPTION, Strength.CONTRADICTED)


class Shortcoming(StrEnum):
    """What the research behind a statement lacks."""

    OLD = "old"
    ABOUT_OTHERS = "about-others"
    FEW = "few"


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """The strength of a statement, what its research lacks, and the rounds that contradict it."""

    strength: Strength = Strength.ASSUMPTION
    lacks: tuple[Shortcoming, ...] = ()
    contradicted_by: tuple[str, ...] = ()

    @property
    def is_assumption(self) -> bool:
        """Whether no research shows or contradicts it."""
        return self.strength is Strength.ASSUMPTION

    @property
    def is_contradicted(self) -> bool:
        """Whether research says otherwise."""
        return self.strength is Strength.CONTRADICTED


ASSUMED = Support()
"""That of a statement that no research is about."""
