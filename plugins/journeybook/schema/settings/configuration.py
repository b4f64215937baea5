"""What a team decides once, in site_config/: language, vocabulary and waivers."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, ValidationInfo

from journeybook.schema.fields import (
    Choice,
    Effort,
    Every,
    LastDay,
    Many,
    Number,
    Written,
    as_word,
    said,
)
from journeybook.schema.kind import FOLDER_OF
from journeybook.schema.research import Method
from journeybook.schema.settings.vocabulary import Vocabulary

LaneName = Literal[
    "emotion",
    "needs",
    "questions",
    "touchpoints",
    "expectations",
    "drop-offs",
    "kpis",
    "content",
    "actions",
    "gaps",
]
SectionName = Literal["journeys", "gaps", "content", "channels", "personas", "research", "actions"]


def _as_lane(value: object, info: ValidationInfo) -> object:
    # Elsewhere these are words for what a file describes.
    word = as_word(value, info)
    return {"asset": "content", "action": "actions"}.get(str(word), word)


def _as_section(value: object, info: ValidationInfo) -> object:
    # A section is called as in the navigation, as its folder, or as one of what it holds.
    word = as_word(value, info)
    folder = next((of for kind, of in FOLDER_OF.items() if kind.value == word), word)
    return "content" if folder == "assets" else folder


Lane = Annotated[LaneName, BeforeValidator(_as_lane)]
Section = Annotated[SectionName, BeforeValidator(_as_section)]


class ResearchWords(Written):
    """What a team asks of research before it counts in full."""

    shelf_life: dict[Choice[Method], Every] = Field(
        {}, description="How long research of each method holds, such as `interview: 2 years`."
    )
    least_participants: dict[Choice[Method], Annotated[int, Field(ge=0)]] = Field(
        {}, description="How many people must have taken part in research of each method."
    )
    smallest_group: Annotated[int, Field(ge=2)] = Field(
        5, description="How many people a group of a survey must have before it is shown."
    )
    difference: Annotated[Number, Field(gt=0)] = Field(
        1.0,
        description="From which difference on customers mark a touchpoint otherwise than the map, "
        "of the four that lie between the lowest mark and the highest.",
    )
    recognised: Annotated[Number, Field(ge=0, le=100)] = Field(
        50.0, description="Which per cent of customers must know a touchpoint."
    )


class EffortWords(Written):
    """How much work an effort is, and how long it takes until it is done."""

    days: Annotated[Number, Field(ge=0)] | None = Field(None, description="The days of work.")
    within: Every | None = Field(
        None, description="How long after its beginning it should be done, such as `2 weeks`."
    )


class AudienceWords(Written):
    """Readers who see a part of the handbook first: which lanes, which sections, which page."""

    label: str | None = Field(None, description="The name people see.")
    lanes: Many[Lane] = Field(
        (), description="The lanes of journeys that they see; all of them where none is named."
    )
    sections: Many[Section] = Field(
        (), description="The sections that they see; all of them where none is named."
    )
    first: str | None = Field(
        None,
        description="The page that takes the place of the first one, by its file.",
        examples=["journeys/cfo.md"],
    )


class Configuration(Written):
    """The file journeybook.yml."""

    language: Choice[str] = Field("en", description="The language of the interface: `en` or `nl`.")
    owners: dict[str, Many[str]] = Field(
        {}, description="The handles of each owner on the code host, such as `@our-org/content`."
    )
    settings_owner: str | None = Field(
        None,
        description="The owner of these settings, and of rules, waivers, baseline, theme and "
        "workflows.",
    )
    coordinator: str | None = Field(
        None, description="Who looks after the whole handbook, and works at its desk."
    )
    speed: str | None = Field(
        None,
        description="The file beside this one with the speed of pages: a CSV, or the JSON of "
        "Lighthouse or the Core Web Vitals. What content says of its own speed goes before it.",
        examples=["speed.csv"],
    )
    capacity: dict[str, Annotated[Number, Field(ge=0)]] = Field(
        {}, description="How many days of work each owner can do in a month."
    )
    effort: dict[Effort, EffortWords] = Field(
        {}, description="What a small, medium and large effort mean here."
    )
    research: ResearchWords = Field(
        ResearchWords(), description="How long research holds, and how many must have taken part."
    )
    audiences: dict[str, Annotated[AudienceWords, BeforeValidator(said("label"))]] = Field(
        {}, description="Who looks at the handbook, and what each of them sees of it."
    )
    vocabulary: Vocabulary = Field(Vocabulary(), description="The team's own words.")


class WaiverEntry(Written):
    """A finding the team has decided to live with, and until when."""

    fingerprint: str | None = Field(None, description="The twelve digits of the finding.")
    code: str | None = Field(None, description="The code, to waive it in the place named here.")
    persona: str | None = Field(None, description="Only for this persona.")
    journey: str | None = Field(None, description="Only in this journey.")
    phase: str | None = Field(None, description="Only in this phase.")
    subject: str | None = Field(None, description="Only for this question, asset or statement.")
    reason: str | None = Field(None, description="Why it may stay.")
    by: str | None = Field(None, description="Who decided.")
    until: LastDay | None = Field(None, description="The last day it counts.")
