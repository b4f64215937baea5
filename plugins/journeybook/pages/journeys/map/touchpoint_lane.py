"""The lane of a step that tells what people meet, by channel, and how it stands beside others."""

from collections.abc import Iterator

from journeybook.handbook.fitting.rivals import own_mark
from journeybook.handbook.journeys import Step, Touchpoint
from journeybook.pages.journeys.map.journey_items import (
    Around,
    Group,
    Item,
    customer_links,
    feeling_word,
    importance_words,
)
from journeybook.pages.parts.ways.links import Link
from journeybook.pages.parts.words.rivals import beside
from journeybook.pages.parts.words.strengths import mark_words


def touchpoint_lane(step: Step, around: Around) -> tuple[Group, ...]:
    """Give what people meet in a step, by channel."""
    channels = dict.fromkeys(one.channel for one in step.touchpoints)
    whole = tuple(_whole(step, around))
    by_channel = tuple(
        Group(
            title=around.here.channel(channel)
            if channel
            else Link(text=around.say("On no channel")),
            items=tuple(
                _touchpoint(one, around) for one in step.touchpoints if one.channel == channel
            ),
        )
        for channel in channels
    )
    return (*by_channel, *whole)


def _whole(step: Step, around: Around) -> Iterator[Group]:
    # What customers think of others in the step as a whole, and not at one touchpoint.
    seen = beside(step.others, own_mark(step), around.here)
    items = tuple(
        Item(text=one.words, kind=one.kind, word=one.words, note=one.text, evidence=one.evidence)
        for one in seen
    )
    if items:
        yield Group(title=Link(text=around.say("Seen beside others")), items=items)


def _touchpoint(one: Touchpoint, around: Around) -> Item:
    assets = around.here.site.handbook.assets
    kind = "neutral" if not one.emotion else "delight" if one.emotion > 0 else "pain"
    importance, feeling = mark_words(around.here.site, one)
    parts = [importance_words(one, around)] if one.importance else []
    if one.importance and importance:
        parts.append(around.say("its importance: {strength}", strength=importance))
    if one.satisfaction:
        parts.append(around.say("satisfaction {mark}", mark=one.satisfaction))
    if one.emotion is not None and feeling:
        parts.append(around.say("its feeling: {strength}", strength=feeling))
    if one.department:
        parts.append(one.department)
    moment = ("moment",) if one.moment_of_truth else ()
    return around.told(
        Item(
            text=one.text,
            kind=kind,
            word=feeling_word(one.emotion, around),
            note=" · ".join(parts),
            moment=around.say("moment of truth") if one.moment_of_truth else "",
            references=(
                *customer_links(one, around),
                *(around.asset(assets[each]) for each in one.assets),
            ),
            others=beside(one.others, one.satisfaction, around.here),
            missing=around.missing(one.ref),
        ),
        one,
        *moment,
    )
