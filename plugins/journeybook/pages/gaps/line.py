"""A gap in one line, for lists of quiet ones and of those being filled."""

from dataclasses import dataclass

from journeybook.findings import Finding
from journeybook.gaps.ledger import Entry
from journeybook.handbook.addressing.anchors import gap_anchor
from journeybook.handbook.journeys import Emotion
from journeybook.handbook.statements import Statement
from journeybook.pages.gaps.words import how_many
from journeybook.pages.parts.discussion import concern_of, discussion_link
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.links import Here, Link
from journeybook.pages.parts.ways.near import MOST_NAMED
from journeybook.pages.parts.words.states import filling_words, gap_state


@dataclass(frozen=True, slots=True, kw_only=True)
class GapLine:
    """A gap's sentence, whom it concerns, and the ways to its place and its source."""

    anchor: str
    fingerprint: str
    mark: str
    state_word: str
    sentence: str
    personas: str
    place: Link | None
    source: Link
    discuss: Link | None
    keys: tuple[tuple[str, str], ...]


def make_line(entry: Entry, here: Here) -> GapLine:
    """Show a gap in one line."""
    finding = entry.finding
    mark, word = gap_state(here.site, finding)
    return GapLine(
        anchor=gap_anchor(finding.fingerprint),
        fingerprint=finding.fingerprint,
        mark=mark,
        state_word=word,
        sentence=finding.message,
        personas=_named_personas(entry, here.site),
        place=_place_of(entry, here),
        source=_source_of(finding, here.site),
        discuss=_discussion_of(finding, here.site),
        keys=entry.keys,
    )


def _named_personas(entry: Entry, site: Site) -> str:
    """Name the personas who share a gap, or count them where they are many."""
    sharing = entry.bearing.sharing
    if len(sharing) > MOST_NAMED:
        return how_many(sharing, site)
    return site.wording.both(site.handbook.personas[one].title for one in sharing)


def _place_of(entry: Entry, here: Here) -> Link | None:
    """Lead to what the gap is about: the statement, the asset, or the step of the persona."""
    say, bearing = here.site.wording.text, entry.bearing
    text = say("See it on the journey")
    if isinstance(bearing.statement, Emotion):
        return here.emotion(bearing.statement, text)
    if isinstance(bearing.statement, Statement):
        return Link(text=text, href=here.statement(bearing.statement).href)
    if bearing.asset:
        return Link(text=say("See the asset"), href=here.asset(bearing.asset).href)
    if bearing.steps:
        return Link(text=text, href=here.step(bearing.steps[0]).href)
    return None


def _source_of(finding: Finding, site: Site) -> Link:
    """Lead to the line in the source file; without an edit address it is only named."""
    place = f"{finding.span.path}:{finding.span.line}"
    return Link(text=place, href=site.source(finding.span))


def _discussion_of(finding: Finding, site: Site) -> Link | None:
    """Lead to a new issue about the gap; None where the site has no place for one."""
    about, concern = finding.message, concern_of(finding)
    href = discussion_link(site, finding.span, about, finding.fingerprint, concern)
    return Link(text=site.wording.text("Discuss"), href=href) if href else None


def state_of_filling(entry: Entry, site: Site) -> str:
    """Say how far the content is that will close a gap, and whether it is late."""
    filling = entry.finding.being_filled
    words = filling_words(site, filling) if filling else ""
    late = is_late(entry.finding, site)
    return site.wording.text("{state}, overdue", state=words) if late else words


def is_late(finding: Finding, site: Site) -> bool:
    """Whether the content that will close a gap should have been there by now."""
    due = finding.being_filled.due if finding.being_filled else None
    return due is not None and due < site.handbook.today
