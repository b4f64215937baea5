"""What came out of a survey: figures of groups, none of them so small that somebody is found."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Measure(StrEnum):
    """What was asked of somebody."""

    RECOGNISED = "recognised"
    IMPORTANCE = "importance"
    SATISFACTION = "satisfaction"
    EMOTION = "emotion"
    NPS = "nps"
    CSAT = "csat"
    CES = "ces"


OVERALL = (Measure.NPS, Measure.CSAT, Measure.CES)
"""What is asked of a customer as a whole, and not about one touchpoint."""

OF_TOPIC = tuple(one for one in Measure if one not in OVERALL)


class GroupKind(StrEnum):
    """What those in a group have in common."""

    ALL = "all"
    PERSONA = "persona"
    SEGMENT = "segment"


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyGroup:
    """Everybody who answered, those of a persona by its id, or those of a segment by its name."""

    kind: GroupKind = GroupKind.ALL
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyShare:
    """The share, from 0 to 1, of those who gave an answer."""

    answer: str
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyFigure:
    """What `n` people answered: the mean and how far answers lie from it.

    It stands on the scale of the map: 1 to 5 for marks, -2 to 2 for feelings; what is recognised is
    a share, and NPS runs from -100 to 100. Of feelings there are the `shares` too.
    """

    n: int
    mean: float
    spread: float
    shares: tuple[SurveyShare, ...] = ()


Figures = Mapping[Measure, SurveyFigure]
"""What some people answered about one thing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyAnswer:
    """What a group answered, about us or about the other that is named."""

    group: SurveyGroup
    measure: Measure
    figure: SurveyFigure
    other: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyTopic:
    """What was asked about: touchpoints that are called the same, by id, or a phase."""

    label: str
    touchpoints: tuple[str, ...] = ()
    phase: str | None = None
    answers: tuple[SurveyAnswer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyName:
    """A touchpoint that customers name and that no journey has, and how many named it."""

    label: str
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyResult:
    """What a survey says; `marks` are what those say whom a touchpoint or a feeling is about.

    `hidden` tells how many groups are too small to be shown; `scales` what the answers ran between.
    `responses` are counted where rows of one person can be told from those of another.
    """

    file: str
    responses: int | None = None
    topics: tuple[SurveyTopic, ...] = ()
    overall: tuple[SurveyAnswer, ...] = ()
    named: tuple[SurveyName, ...] = ()
    scales: Mapping[str, str] = field(default_factory=dict)
    hidden: int = 0
    marks: Mapping[str, Figures] = field(default_factory=dict)
