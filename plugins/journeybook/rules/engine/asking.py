"""The words for what is asked of personas, and for their parts in the buying group."""

from collections.abc import Mapping

from journeybook.handbook.book import Handbook
from journeybook.handbook.fitting.asked import Part, parts_not_asked
from journeybook.handbook.journeys import Step
from journeybook.wording import Wording, marked, marked_count

PARTS: Mapping[Part, str] = {
    Part.NEEDS: marked("needs"),
    Part.QUESTIONS: marked("questions"),
    Part.EMOTION: marked("emotion"),
    Part.TOUCHPOINTS: marked("touchpoints"),
    Part.EXPECTATIONS: marked("expectations"),
    Part.DROP_OFFS: marked("drop-offs"),
}

ROLES: Mapping[str, str] = {
    "initiator": marked("initiator"),
    "influencer": marked("influencer"),
    "decider": marked("decider"),
    "buyer": marked("buyer"),
    "user": marked("user"),
    "gatekeeper": marked("gatekeeper"),
}


def step_words(step: Step, handbook: Handbook, wording: Wording) -> Mapping[str, str]:
    """Say what nobody asked in a step, by the part of it that has a weight."""
    say = wording.text
    words: dict[str, str] = {}
    missing = {persona: parts_not_asked(step, persona) for persona in step.personas or (None,)}
    for part in Part:
        left = [persona for persona, parts in missing.items() if part in parts]
        if len(left) == len(missing):
            words[part] = say(PARTS[part])
        elif left:
            names = wording.both(handbook.personas[persona].title for persona in left if persona)
            words[part] = say("{part} for {personas}", part=say(PARTS[part]), personas=names)
    return {**words, **_touchpoint_words(step, wording), **_further_words(step, handbook, wording)}


def _further_words(step: Step, handbook: Handbook, wording: Wording) -> Mapping[str, str]:
    # What a step tells only where a team wants it; after the last phase nobody goes on.
    phase = handbook.phases.get(step.phase or "")
    is_last = handbook.journeys[step.journey].phase_after(step.phase) is None
    is_sold = phase is not None and phase.stage == "customer"
    has_others = step.is_alone or step.others or any(one.others for one in step.touchpoints)
    asks = step.asks_back or any(
        handbook.channels[one.channel].asks_back for one in step.touchpoints if one.channel
    )
    left = {
        "others": (not has_others, marked("others beside us")),
        "moves_on": (
            not is_last and not step.moves_on and not step.is_end,
            marked("how they go on"),
        ),
        "asks_back": (is_sold and not asks, marked("whether they are content")),
    }
    return {part: wording.text(words) for part, (is_left, words) in left.items() if is_left}


def _touchpoint_words(step: Step, wording: Wording) -> Mapping[str, str]:
    met = step.touchpoints
    left = {
        "channels": sum(one.channel is None for one in met),
        "importance": sum(one.importance is None for one in met),
        "satisfaction": sum(one.satisfaction is None for one in met),
    }
    return {part: wording.count(*_LEFT[part], number) for part, number in left.items() if number}


_LEFT: Mapping[str, tuple[str, str]] = {
    "channels": marked_count("the channel of {n} touchpoint", "the channel of {n} touchpoints"),
    "importance": marked_count(
        "the importance of {n} touchpoint", "the importance of {n} touchpoints"
    ),
    "satisfaction": marked_count(
        "the satisfaction of {n} touchpoint", "the satisfaction of {n} touchpoints"
    ),
}
"""How a touchpoint of which nobody asked something is counted, by the part that has a weight."""
