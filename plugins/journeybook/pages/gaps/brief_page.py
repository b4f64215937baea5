"""The page of a brief: what to write, for whom, what is known of them, and how it stands."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from journeybook.gaps.ledger import Entry
from journeybook.handbook.addressing.anchors import gap_anchor
from journeybook.handbook.journeys import Journey, Step
from journeybook.handbook.statements import Statement
from journeybook.pages.briefs.brief import Brief, brief_title, make_brief
from journeybook.pages.briefs.forges import new_file_link
from journeybook.pages.briefs.form import Form, form_of
from journeybook.pages.briefs.mail import mail_of
from journeybook.pages.briefs.reason import reason_sentence
from journeybook.pages.briefs.story import Part, parts_of, proposed_figure, success_figure
from journeybook.pages.briefs.ways import ways_of
from journeybook.pages.gaps.words import reason_words, score_words, stake_words
from journeybook.pages.parts.builder import PageBuilder
from journeybook.pages.parts.entity_parts import Fact
from journeybook.pages.parts.filling.once import once_each
from journeybook.pages.parts.filling.renderer import Renderer
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.links import Here, Link
from journeybook.pages.parts.words.states import EFFORTS

_EMPTY_WORDS = re.compile(r"[#>|!<\[*+-]|\d+\.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A file of a brief, and what it is called where it is taken along."""

    link: Link
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefPage:
    """A brief, ready to be shown: what stands at the side is `facts`, the file is `text`."""

    title: str
    tags: tuple[str, ...]
    lede: str
    stake: str
    strip: tuple[bool, ...]
    place: str
    story: str
    parts: tuple[Part, ...]
    why_open: str
    facts: tuple[Fact, ...]
    start: Link | None
    files: tuple[Download, ...]
    mail: str
    gap: Link
    text: str
    reasons: tuple[str, ...]


@once_each
def make_brief_page(entry: Entry, site: Site) -> BriefPage:
    """Lay out the brief of a gap."""
    say = site.wording.text
    here = Here(site=site, uri=site.addresses.brief_of(entry.finding.fingerprint))
    form, brief = form_of(entry, site), make_brief(entry, site)
    statement = entry.bearing.statement
    step = _step(entry)
    journey = site.handbook.journeys.get(step.journey) if step else None
    parts = parts_of(entry, form, ways_of(entry, site), site)
    return BriefPage(
        title=statement.text
        if isinstance(statement, Statement)
        else brief_title(entry, form, site),
        tags=tuple(_tags(entry, site)),
        lede=reason_sentence(entry, site),
        stake=stake_words(entry, site),
        strip=_strip(journey, step),
        place=_place(journey, step),
        story=_story(step),
        # The page begins with why, so that is not told twice.
        parts=tuple(one for one in parts if one.title != say("Why")),
        why_open=form.why_open,
        facts=tuple(_facts(entry, form, here)),
        start=_start(brief, site),
        files=tuple(_files(entry, brief, here)),
        mail=mail_of(brief, site.wording),
        gap=here.page(
            site.gap_home(entry), say("To the gap"), gap_anchor(entry.finding.fingerprint)
        ),
        text=brief.text,
        reasons=(*reason_words(entry, site), score_words(entry, site)),
    )


def _tags(entry: Entry, site: Site) -> Iterator[str]:
    book = site.handbook
    yield from (book.phases[one].title for one in entry.bearing.phases)
    yield from (book.personas[one].title for one in entry.bearing.personas)
    if entry.bearing.met.is_moment_of_truth:
        yield site.wording.text("moment of truth")


def _strip(journey: Journey | None, step: Step | None) -> tuple[bool, ...]:
    return tuple(one == step for one in journey.steps) if journey else ()


def _place(journey: Journey | None, step: Step | None) -> str:
    return f"{journey.title} · {step.title}" if journey and step else ""


def _step(entry: Entry) -> Step | None:
    return next(iter(entry.bearing.steps), None)


def _story(step: Step | None) -> str:
    # The first paragraph that is plain words: readers meet the customer before the task.
    paragraphs = re.split(r"\n\s*\n", step.body) if step else []
    plain = (" ".join(one.split()) for one in paragraphs)
    return next((one for one in plain if one and not _EMPTY_WORDS.match(one)), "")


def _facts(entry: Entry, form: Form, here: Here) -> Iterator[Fact]:
    site, say, book = here.site, here.site.wording.text, here.site.handbook
    labels = [book.vocabulary.type_label(one) for one in (form.type, *form.others) if one]
    if labels:
        yield Fact(label=say("Suggested form"), text=labels[0])
    if labels[1:]:
        yield Fact(label=say("Or else"), text=site.wording.both(labels[1:]))
    if form.channels:
        links = tuple(here.channel(one) for one in form.channels)
        yield Fact(label=say("Where they look"), links=links)
    yield Fact(label=say("Owner"), text=form.owner or say("nobody yet"))
    yield Fact(label=say("Due"), text=site.wording.day(form.due))
    yield Fact(label=say("Effort"), text=say(EFFORTS[form.effort]))
    kpi = success_figure(entry, site)
    proposal = say("{figure} (a proposal)", figure=proposed_figure(entry, form, site))
    yield Fact(label=say("The figure it should move"), text=kpi.name if kpi else proposal)
    statement = entry.bearing.statement
    if statement is not None:
        links = tuple(here.research(one) for one in statement.evidence)
        text = "" if links else say("our assumption so far")
        yield Fact(label=say("Known from"), text=text, links=links)


def _start(brief: Brief, site: Site) -> Link | None:
    href = new_file_link(site.shape.edit_uri, brief) if site.shape.edit_uri else None
    return Link(text=site.wording.text("Start writing"), href=href) if href else None


def _files(entry: Entry, brief: Brief, here: Here) -> Iterator[Download]:
    site, fingerprint, name = here.site, entry.finding.fingerprint, PurePosixPath(brief.path).stem
    say, addresses = site.wording.text, site.addresses
    kinds = [(addresses.brief_text_of(fingerprint), say("Download as Markdown"), ".md")]
    if site.shape.for_word:
        kinds.append((addresses.brief_document_of(fingerprint), say("Download for Word"), ".docx"))
    for file, words, ending in kinds:
        if href := site.file_href(here.uri, file):
            yield Download(link=Link(text=words, href=href), name=name + ending)


def briefs(site: Site) -> Iterator[Entry]:
    """Give the gaps that have a brief on a page of its own."""
    return (one for one in site.ledger.entries if one.finding.fingerprint in site.briefed)


def briefs_telling(site: Site, steps: Collection[str]) -> Iterator[Entry]:
    """Give those whose brief tells something of the prose of steps, by the paths of their files."""
    if steps:
        # Where none is asked for, the gaps need not be weighed.
        yield from (one for one in briefs(site) if (step := _step(one)) and step.path in steps)


def brief_pages(site: Site, renderer: Renderer, only: str = "") -> Iterator[Page]:
    """Give the page of every gap that has one, or the one at a path alone."""
    for entry in briefs(site):
        uri = site.addresses.brief_of(entry.finding.fingerprint)
        if not only or uri == only:
            view = make_brief_page(entry, site)
            page = PageBuilder(site, renderer, uri)
            page.block("brief", "gaps/brief.html", view)
            title = site.wording.text("Brief: {title}", title=view.title)
            yield page.done(title, description=view.lede, wide=True, listed=False)
