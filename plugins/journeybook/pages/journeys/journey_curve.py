"""The emotion curve of a journey: a line per persona, today and in the future state."""

from dataclasses import dataclass

from journeybook.handbook.journeys import Emotion, Journey, Step
from journeybook.pages.parts.ways.links import Here
from journeybook.wording import signed


@dataclass(frozen=True, slots=True, kw_only=True)
class CurvePoint:
    """How a persona feels at one place; `score` and `target` go from -2 to 2."""

    score: int | None = None
    target: int | None = None
    word: str = ""
    told: str = ""
    moment: bool = False
    assumed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CurveLine:
    """The feelings of one persona, a point per column."""

    persona: str
    points: tuple[CurvePoint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CurveColumn:
    """A column of the curve: the name of its step, and how many touchpoints please or hurt."""

    title: str
    delights: str = ""
    pains: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CurveView:
    """All lines over all columns, with what they say in words."""

    name: str
    title: str
    description: str
    columns: tuple[CurveColumn, ...]
    lines: tuple[CurveLine, ...]

    @property
    def is_drawn(self) -> bool:
        """Whether there is anything to draw."""
        return any(point.score is not None for line in self.lines for point in line.points)

    @property
    def has_future(self) -> bool:
        """Whether a line is drawn of how it should feel, beside that of today."""
        return any(point.target is not None for line in self.lines for point in line.points)


def journey_curve(journey: Journey, here: Here) -> CurveView:
    """Make the curve of a journey, with a column per step and per phase without steps."""
    places = [
        (phase, step) for phase in journey.scope for step in (journey.steps_in(phase) or (None,))
    ]
    personas = here.site.handbook.personas
    lines = tuple(
        CurveLine(
            persona=personas[one].title, points=tuple(_point(step, one) for _, step in places)
        )
        for one in journey.personas
    )
    columns = tuple(_column(phase, step, here) for phase, step in places)
    say = here.site.wording.text
    return CurveView(
        name=f"curve-{here.site.addresses.drawing_name(journey)}",
        title=say("Emotion along the journey of {title}", title=journey.title),
        description=_told(columns, lines, here),
        columns=columns,
        lines=lines,
    )


def _point(step: Step | None, persona: str) -> CurvePoint:
    if step is None:
        return CurvePoint()
    moment = any(one.moment_of_truth and persona in one.personas for one in step.touchpoints)
    felt = _felt(step, persona)
    if felt is None:
        return CurvePoint(moment=moment)
    return CurvePoint(
        score=felt.score,
        target=felt.target,
        word=felt.label or "",
        told=" ".join(one for one in (felt.label or "", _score(felt)) if one),
        moment=moment,
        assumed=felt.support.is_assumption,
    )


def _felt(step: Step, persona: str) -> Emotion | None:
    return next((one for one in step.emotions if persona in one.personas), None)


def _score(felt: Emotion) -> str:
    return signed(felt.score)


def _column(phase: str, step: Step | None, here: Here) -> CurveColumn:
    title = here.site.handbook.phases[phase].title
    if step is None:
        return CurveColumn(title=title)
    felt = [one.emotion for one in step.touchpoints if one.emotion]
    count = here.site.wording.count
    good, bad = sum(one > 0 for one in felt), sum(one < 0 for one in felt)
    return CurveColumn(
        title=title if step.title == title else f"{title}, {step.title}",
        delights=count("{n} delight", "{n} delights", good) if good else "",
        pains=count("{n} pain", "{n} pains", bad) if bad else "",
    )


def _told(columns: tuple[CurveColumn, ...], lines: tuple[CurveLine, ...], here: Here) -> str:
    told = []
    for line in lines:
        parts = [
            f"{column.title}: {point.told}"
            for column, point in zip(columns, line.points, strict=True)
            if point.score is not None
        ]
        told.append(f"{line.persona}. {'; '.join(parts)}.")
    return " ".join(told) if told else here.site.wording.text("Nothing is known yet.")
