"""What an owner has to do by when: drafts that are due, reviews, and accepted gaps that return."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from journeybook.gaps.ledger import WAIVED
from journeybook.handbook.entities import Entity
from journeybook.handbook.index.freshness import fresh_until
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
    for entry in site.ledger.by_owner.get(owner, ()):
        waiver = entry.finding.waived
        if entry.state == WAIVED and waiver and waiver.until:
            yield Dated(
                key=f"accepted-{entry.finding.fingerprint}",
                day=waiver.until,
                words=site.wording.text("accepted until this day"),
                title=entry.finding.message,
                uri=site.gap_home(entry),
            )
