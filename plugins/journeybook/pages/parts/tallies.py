"""Numbers as pages show them: in words, marked with what they count and where, and linked."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from journeybook.counts.counted import Counted
from journeybook.counts.definitions import DEFINITIONS, label_of, words_of
from journeybook.counts.gap_counts import GAP_STATES
from journeybook.counts.within import EVERYTHING, Within
from journeybook.handbook.addressing.anchors import GAP_LIST
from journeybook.handbook.ids import word_of
from journeybook.pages.parts.escaping import as_html, escaped
from journeybook.pages.parts.hrefs import with_query
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.links import Here
from journeybook.pages.parts.words.states import Figure

_TONES = {
    Counted.OPEN_GAPS: "open",
    Counted.FILLING_GAPS: "wait",
    Counted.LACKING: "wait",
    Counted.WAITING: "wait",
    Counted.UNANSWERED: "open",
    Counted.UNSUPPORTED: "open",
    Counted.UNCOUNTERED: "open",
    Counted.MISSING: "open",
    Counted.THIN: "wait",
    Counted.BARE: "open",
}
"""The tone of what should be none, where there is some; where there is none, nothing is praised."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A number in words; `attributes` say what it counts, `href` leads to exactly that many."""

    number: int
    figure: str
    words: str
    sentence: str
    attributes: Markup
    href: str | None = None


def as_number(one: Tally) -> Markup:
    """Write a number alone, marked with what it counts."""
    return as_html(f"<span{one.attributes}>{escaped(one.figure)}</span>")


def as_words(ones: Iterable[Tally]) -> Markup:
    """Write numbers in words, each marked with what it counts."""
    return as_html(
        " · ".join([f"<span{one.attributes}>{escaped(one.words)}</span>" for one in ones])
    )


def tally(here: Here, what: Counted, within: Within = EVERYTHING, href: str | None = None) -> Tally:
    """Count something; gaps lead to their list."""
    return _tally(here, what, within, here.site.counts.of(what, within), href)


def _tally(
    here: Here, what: Counted, within: Within, number: int, href: str | None = None
) -> Tally:
    whole, wording = here.site.counts.whole_of(what, within), here.site.wording
    if what in GAP_STATES and number:
        href = gaps_href(here, what, within)
    return Tally(
        number=number,
        figure=wording.number(number),
        words=words_of(what, number, whole, wording),
        sentence=wording.text(DEFINITIONS[what].sentence),
        attributes=_marked(what, number, whole, within),
        href=href,
    )


def tallies(here: Here, whats: tuple[Counted, ...], within: Within) -> tuple[Tally, ...]:
    """Count several things; those that are none are left out."""
    counts = here.site.counts
    return tuple(
        [
            _tally(here, what, within, number)
            for what in whats
            if (number := counts.of(what, within))
        ]
    )


def figure(
    here: Here, what: Counted, within: Within = EVERYTHING, href: str | None = None
) -> Figure:
    """Show a number large with its words, and a bar where it is a part that should be all."""
    made, site = tally(here, what, within, href), here.site
    whole = site.counts.whole_of(what, within)
    return Figure(
        figure="–" if whole == 0 else made.figure,
        words=label_of(what, made.number, whole, site.wording),
        share=None if what in _TONES else share_of(site, what, within),
        tone=_tone(what, made.number, whole),
        explanation=made.sentence,
        href=made.href,
        attributes=made.attributes,
    )


def _tone(what: Counted, number: int, whole: int | None) -> str:
    if what is Counted.ASKED:
        return "open" if number != whole else ""
    return _TONES.get(what, "") if number else ""


def share_of(site: Site, what: Counted, within: Within) -> float | None:
    """Give how much of its whole something is, for a bar; None where there is nothing to count."""
    part, whole = site.counts.of(what, within), site.counts.whole_of(what, within)
    return part / whole if whole else None


def part_of(site: Site, what: Counted, within: Within) -> str:
    """Write so many of so many, or a dash where there is nothing to count."""
    part, whole = site.counts.of(what, within), site.counts.whole_of(what, within)
    number = site.wording.number
    return f"{number(part)}/{number(whole)}" if whole else "–"


def _marked(what: Counted, number: int, whole: int | None, within: Within) -> Markup:
    amount = str(number) if whole is None else f"{number}/{whole}"
    told = escaped(f"{what} {amount} {within}".rstrip())
    return as_html(f' data-jb-counts="{told}"')


def gaps_href(here: Here, what: Counted, within: Within) -> str:
    """Lead to the list of exactly the gaps that are counted."""
    there = here.site.href(here.uri, here.site.addresses.all_gaps)
    named = {key: word_of(value) if key != "owner" else value for key, value in within.named}
    query = {**named, "state": GAP_STATES[what].value}
    return f"{with_query(there, **query)}#{GAP_LIST}"
