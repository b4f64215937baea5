"""What is told of a change: what it is about, and the values that can be shown."""

from dataclasses import dataclass
from datetime import date

from journeybook.compare.change import NOWHERE, RENAMED, Change, Place, Thing, Tone, What
from journeybook.findings import Ref, Span
from journeybook.handbook.surveys.results import SurveyResult
from journeybook.schema.period import Period
from journeybook.wording import marked

Value = str | int | float | bool | date | Period | SurveyResult | tuple[str, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a change is about: the thing, its words, and where it belongs."""

    thing: Thing
    text: str
    span: Span
    subject: Ref | None = None
    place: Place = NOWHERE
    personas: tuple[str, ...] = ()


def file_renamed(about: About, before: str, after: str, parted: Ref | None = None) -> Change:
    """Make a change of a file that has another path."""
    return change(
        about,
        What.MOVED,
        marked("File renamed"),
        weight=5,
        values=(before, after),
        aspect=RENAMED,
        parted=parted,
    )


def change(
    about: About,
    what: What,
    label: str,
    *,
    weight: int,
    tone: Tone = Tone.NEUTRAL,
    values: tuple[str, str] = ("", ""),
    aspect: str | None = None,
    decided: bool = False,
    parted: Ref | None = None,
) -> Change:
    """Make a change of what it is about."""
    return Change(
        thing=about.thing,
        what=what,
        label=label,
        text=about.text,
        subject=about.subject,
        weight=weight,
        span=about.span,
        tone=tone,
        aspect=aspect,
        before=values[0],
        after=values[1],
        place=about.place,
        personas=about.personas,
        decided=decided,
        parted=parted,
    )
