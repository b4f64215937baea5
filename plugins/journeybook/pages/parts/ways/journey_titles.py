"""What a journey is called: never the same as the persona who goes on it."""

from journeybook.handbook.ids import folded
from journeybook.handbook.journeys import Journey
from journeybook.pages.parts.site import Site


def journey_title(journey: Journey, site: Site) -> str:
    """Name a journey: the author's title, or by its persona where that says no more."""
    if len(journey.personas) != 1:
        return journey.title
    persona = site.handbook.personas[journey.personas[0]].title
    if folded(journey.title) != folded(persona):
        return journey.title
    say, first = site.wording.text, persona.split()[0]
    if first.casefold() in site.handbook.vocabulary.small_words:
        return say("Journey of {persona}", persona=f"{first.casefold()}{persona[len(first) :]}")
    return say("Journey of the {persona}", persona=_inside(persona))


def _inside(title: str) -> str:
    # Inside a sentence a title begins small, but for an abbreviation and where all words are large.
    words = title.split()
    is_plain = words[0][1:] == words[0][1:].lower() and len(words[0]) > 1
    if not is_plain or any(word[:1].isupper() and not word.isupper() for word in words[1:]):
        return title
    return f"{title[:1].lower()}{title[1:]}"
