"""Numbers as pages show them: in words, marked with what they count and where, and linked."""

from dataclasses import dataclass

from markupsafe import Markup, escape

from journeybook.counts.definitions import DEFINITIONS, Counted, label_of, words_of
from journeybook.counts.gap_counts import GAP_STATES
from journeybook.counts.within import EVERYTHING, Within
from journeybook.handbook.anchors import GAP_LIST
from journeybook.handbook.ids import word_of
from journeybook.pages.parts.hrefs import with_query
from journeybook.pages.parts.links import Here
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.states import Figure

_TONES = {
    Counted.OPEN_GAPS: ("open", "ok"),
    Counted.FILLING_GAPS: ("wait", ""),
    Counted.LACKING: ("wait", ""),
    Counted.WAITING: ("wait", ""),
    Counted.UNANSWERED: ("open", "ok"),
    Counted.UNCOUNTERED: ("open", "ok"),
    Counted.MISSING: ("open", ""),
    Counted.THIN: ("wait", ""),
    Counted.BARE: ("open", ""),
}
"""The tone of what should be none, where there is some and where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A number in words; `attributes` say what it counts, `href` leads to exactly that many."""

    number: int
    figure: str
    words: str
    sentence: str
    attributes: Markup
    href: str | None = None


def tally(here: Here, what: Counted, within: Within = EVERYTHING, href: str | None = None) -> Tally:
    """Count something; gaps lead to their list."""
    number, whole = here.site.counts.of(what, within), here.site.counts.whole_of(what, within)
    wording = here.site.wording
    if what in GAP_STATES and number:
        href = gaps_href(here, what, within)
    return Tally(
        number=number,
        figure=wording.number(number),
        words=words_of(what, number, whole, wording),
        sentence=wording.text(DEFINITIONS[what].sentence),
        attributes=counted(here.site, what, within),
        href=href,
    )


def tallies(here: Here, whats: tuple[Counted, ...], within: Within) -> tuple[Tally, ...]:
    """Count several things; those that are none are left out."""
    made = (tally(here, what, within) for what in whats)
    return tuple(one for one in made if one.number)


def figure(
    here: Here, what: Counted, within: Within = EVERYTHING, href: str | None = None
) -> Figure:
    """Show a number large with its words, or what it is of something as a share."""
    made, wording = tally(here, what, within, href), here.site.wording
    share = here.site.counts.share_of(what, within)
    some, none = _TONES.get(what, ("", ""))
    return Figure(
        figure=made.figure if DEFINITIONS[what].whole is None else percent(here.site, what, within),
        words=label_of(what, made.number, here.site.counts.whole_of(what, within), wording),
        share=share.value,
        tone=some if made.number else none,
        explanation=made.sentence,
        href=made.href,
        attributes=made.attributes,
    )


def percent(site: Site, what: Counted, within: Within) -> str:
    """Write a share as a percentage, or a dash where there is nothing to count."""
    share = site.counts.share_of(what, within).value
    return "–" if share is None else site.wording.percent(share)


def counted(site: Site, what: Counted, within: Within) -> Markup:
    """Write the attribute that says what a number on a page counts, how many, and where."""
    number, whole = site.counts.of(what, within), site.counts.whole_of(what, within)
    amount = str(number) if whole is None else f"{number}/{whole}"
    told = escape(f"{what.value} {amount} {within}".rstrip())
    return Markup(f' data-jb-counts="{told}"')  # noqa: S704 - escaped above


def gaps_href(here: Here, what: Counted, within: Within) -> str:
    """Lead to the list of exactly the gaps that are counted."""
    there = here.site.href(here.uri, here.site.addresses.all_gaps)
    named = {key: word_of(value) if key != "owner" else value for key, value in within.named}
    query = {**named, "state": GAP_STATES[what].value}
    return f"{with_query(there, **query)}#{GAP_LIST}"
