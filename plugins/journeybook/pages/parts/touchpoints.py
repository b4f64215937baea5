"""Touchpoints in words: how they feel, how much they matter and how well they go."""

from journeybook.handbook.journeys import Touchpoint
from journeybook.pages.parts.site import Site


def feeling_kind(site: Site, emotion: int | None) -> tuple[str, str]:
    """Give the mark and the word of a feeling: pain, neutral or delight."""
    say = site.wording.text
    if emotion is None or emotion == 0:
        return "neutral", say("neutral") if emotion == 0 else say("not known how it feels")
    return ("pain", say("pain")) if emotion < 0 else ("delight", say("delight"))


def touchpoint_marks(site: Site, one: Touchpoint) -> str:
    """Say how much a touchpoint matters and how well it goes; nothing where nobody measured."""
    say = site.wording.text
    parts = [
        say("importance {mark} of 5", mark=one.importance) if one.importance else "",
        say("satisfaction {mark} of 5", mark=one.satisfaction) if one.satisfaction else "",
    ]
    return " · ".join(part for part in parts if part)
