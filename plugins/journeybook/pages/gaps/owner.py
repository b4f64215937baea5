"""What waits for an owner: gaps, and dates, the soonest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from journeybook.counts.within import Within
from journeybook.gaps.state import GapState
from journeybook.handbook.index.freshness import fresh_until
from journeybook.handbook.statements import Entity
from journeybook.pages.gaps.report import GapReport, owner_neighbours, plain_report
from journeybook.pages.parts.links import Here, Link
from journeybook.pages.parts.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """Something to do by a day; `key` names it for good, `uri` is the page it is about."""

    key: str
    day: date
    words: str
    title: str
    uri: str


def agenda_of(owner: str, site: Site) -> tuple[Dated, ...]:
    """Give an owner's dates, soonest first; those that have passed stand at the head."""
    found = (
        *_drafts(owner, site),
        *_reviews(owner, site),
        *_returning(owner, site),
    )
    return tuple(sorted(found, key=lambda one: (one.day, one.key)))


def _drafts(owner: str, site: Site) -> Iterator[Dated]:
    for asset in site.handbook.assets.values():
        if asset.owner == owner and asset.status.is_coming and asset.due:
            yield Dated(
                key=f"draft-{asset.id}",
                day=asset.due,
                words=site.wording.text("{status}, to be published", status=asset.status_label),
                title=asset.title,
                uri=site.addresses.page(asset),
            )


def _reviews(owner: str, site: Site) -> Iterator[Dated]:
    book = site.handbook
    for asset in book.assets.values():
        until = fresh_until(asset, book.vocabulary) if asset.is_published else None
        if asset.owner == owner and until:
            words = site.wording.text("content, to be reviewed")
            yield _review(asset, until, site.addresses.page(asset), words)
    for words, uri, entity in _kept(site):
        if entity.owner == owner and entity.reviewed and entity.review_every:
            yield _review(entity, entity.review_every.after(entity.reviewed), uri, words)


def _kept(site: Site) -> Iterator[tuple[str, str, Entity]]:
    book, say = site.handbook, site.wording.text
    for persona in book.personas.values():
        yield say("persona, to be reviewed"), site.addresses.page(persona), persona
    for phase in book.phases.values():
        yield say("phase, to be reviewed"), site.addresses.page(phase), phase
    for channel in book.channels.values():
        yield say("channel, to be reviewed"), site.addresses.page(channel), channel
    for journey in book.journeys.values():
        yield say("journey, to be reviewed"), site.addresses.journey(journey.id), journey


def _review(entity: Entity, day: date, uri: str, words: str) -> Dated:
    key = f"review-{uri.removesuffix('.md')}"
    return Dated(key=key, day=day, words=words, title=entity.title, uri=uri)


def _returning(owner: str, site: Site) -> Iterator[Dated]:
    for entry in site.ledger.of(owner=owner):
        waiver = entry.finding.waived
        if entry.state is GapState.WAIVED and waiver and waiver.until:
            yield Dated(
                key=f"accepted-{entry.finding.fingerprint}",
                day=waiver.until,
                words=site.wording.text("accepted until this day"),
                title=entry.finding.message,
                uri=site.gap_home(entry),
            )


SOON = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """A line of the agenda: the day, how near it is, and what is to be done."""

    day: str
    near: str
    tone: str
    link: Link
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """All dates of an owner, and the calendar to subscribe to."""

    owner: str
    appointments: tuple[Appointment, ...]
    calendar: str


def owner_report(owner: str, site: Site) -> GapReport:
    """Report an owner's gaps."""
    say = site.wording.text
    uri = site.addresses.gaps_of_owner(site.ledger.owner_slugs[owner])
    here = Here(site=site, uri=uri)
    return plain_report(
        uri,
        say("Gaps of {owner}", owner=owner),
        Within(owner=owner),
        site,
        lead="",
        label=say("Owners"),
        neighbours=owner_neighbours(here, site),
        elsewhere=(here.page(site.addresses.gaps, say("All phases")),),
    )


def owner_agenda(owner: str, site: Site) -> Agenda:
    """Lay out what an owner has to do by when."""
    here = Here(site=site, uri=site.addresses.gaps_of_owner(site.ledger.owner_slugs[owner]))
    return Agenda(
        owner=owner,
        appointments=tuple(_appointment(one, here) for one in agenda_of(owner, site)),
        calendar=site.file_href(here.uri, site.addresses.calendar_beside(here.uri)),
    )


def _appointment(dated: Dated, here: Here) -> Appointment:
    near, tone = _near(dated, here.site)
    return Appointment(
        day=here.site.wording.day(dated.day),
        near=near,
        tone=tone,
        link=here.page(dated.uri, dated.title),
        words=dated.words,
    )


def _near(dated: Dated, site: Site) -> tuple[str, str]:
    say, left = site.wording, (dated.day - site.handbook.today).days
    if left < 0:
        return say.count("{n} day late", "{n} days late", -left), "open"
    if left == 0:
        return say.text("today"), "wait"
    if left <= SOON.days:
        return say.count("in {n} day", "in {n} days", left), "wait"
    return "", ""
