"""What was not asked, in words."""

from collections.abc import Iterable

from journeybook.counts.steps import asking_within
from journeybook.counts.within import Within
from journeybook.handbook.fitting.asked import Part
from journeybook.pages.parts.site import Site
from journeybook.rules.engine.asking import PARTS

NOT_ASKED = "unasked"
"""The mark of what nobody asked yet."""


def part_words(site: Site, parts: Iterable[Part]) -> str:
    """Name some parts, in the order in which they are asked."""
    wanted = frozenset(parts)
    return site.wording.both(site.wording.text(PARTS[part]) for part in Part if part in wanted)


def not_asked_words(site: Site, parts: Iterable[Part]) -> str:
    """Say which parts nobody asked yet; nothing where all were asked."""
    wanted = frozenset(parts)
    if wanted == frozenset(Part):
        return site.wording.text("nothing asked yet")
    names = part_words(site, wanted)
    return site.wording.text("not asked yet: {parts}", parts=names) if names else ""


def unasked_word(site: Site, persona: str, phase: str) -> str:
    """Say why a persona asks nothing in a phase: not described, or nothing to ask.

    Where nobody asked, that is told with all else that was not asked.
    """
    book, say = site.handbook, site.wording.text
    if Part.QUESTIONS in book.asked.missing.get((persona, phase), ()):
        return ""
    steps = book.steps_by_phase.get(phase, ())
    is_described = any(persona in step.personas for _, step in steps)
    return say("no questions") if is_described else say("not described")


def nothing_open(site: Site, within: Within, message: str) -> str:
    """Say that no gap is open, and never that nothing is missing while something is not asked."""
    left = asking_within(site.handbook, within).left
    if not left:
        return site.wording.text(message)
    return site.wording.count(
        "No open gaps, but {n} place is not asked about yet.",
        "No open gaps, but {n} places are not asked about yet.",
        left,
    )
