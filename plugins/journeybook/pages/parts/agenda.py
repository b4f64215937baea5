"""What is to be done by when, for every owner: the dates of the files, and accepted gaps."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from journeybook.gaps.ledger import Ledger
from journeybook.gaps.state import GapState
from journeybook.handbook.addressing.addresses import Addresses
from journeybook.handbook.entities import Asset
from journeybook.handbook.index.dates import Dated, Duty
from journeybook.handbook.journeys import Step
from journeybook.handbook.statements import Entity
from journeybook.schema import Kind
from journeybook.schema.fields import Effort
from journeybook.wording import Wording, marked

_WORDS = {
    Duty.ACT: marked("action, to be done"),
    Duty.READ: marked("figure, to be read"),
    Duty.HOLD: marked("research, planned"),
}
_REVIEWS = {
    Kind.PERSONA: marked("persona, to be reviewed"),
    Kind.PHASE: marked("phase, to be reviewed"),
    Kind.CHANNEL: marked("channel, to be reviewed"),
    Kind.ASSET: marked("content, to be reviewed"),
    Kind.JOURNEY: marked("journey, to be reviewed"),
    Kind.STEP: marked("step, to be reviewed"),
    Kind.RESEARCH: marked("research, to be reviewed"),
    Kind.ACTION: marked("action, to be reviewed"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something to do by a day; `key` names it for good, `uri` and `anchor` are where it is told.

    The `owner` is empty where nobody is.
    """

    key: str
    day: date
    words: str
    title: str
    uri: str
    owner: str
    anchor: str = ""
    phases: tuple[str, ...] = ()
    effort: Effort | None = None


def make_agendas(
    ledger: Ledger, addresses: Addresses, wording: Wording
) -> Mapping[str, tuple[Task, ...]]:
    """Give the dates of every owner, soonest first; those that have passed stand at the head."""
    found: dict[str, list[Task]] = {owner: [] for owner in ledger.owner_slugs}
    dated = (_task(one, addresses, wording) for one in ledger.dates)
    tasks = (*dated, *_returning(ledger, addresses, wording))
    for task in sorted(tasks, key=lambda one: (one.day, one.key)):
        found[task.owner].append(task)
    return {owner: tuple(tasks) for owner, tasks in found.items()}


def _task(dated: Dated, addresses: Addresses, wording: Wording) -> Task:
    uri, anchor = _place(dated.entity, addresses)
    return Task(
        key=_key(dated, "" if anchor else uri),
        day=dated.day,
        words=duty_words(dated, wording),
        title=dated.title,
        uri=uri,
        anchor=anchor,
        owner=dated.owner,
        phases=dated.phases,
        effort=dated.effort,
    )


def _place(entity: Entity, addresses: Addresses) -> tuple[str, str]:
    if isinstance(entity, Step):
        return addresses.journey(entity.journey), addresses.step_anchor(entity)
    return addresses.page(entity), addresses.entity_anchor(entity)


def _key(dated: Dated, uri: str) -> str:
    # Calendars know an entry by its key, so what was there before keeps the one it had.
    if dated.duty is Duty.PUBLISH:
        return f"draft-{dated.entity.id}"
    if dated.duty is Duty.REVIEW and uri:
        return f"review-{uri.removesuffix('.md')}"
    return f"{dated.duty}-{dated.name or f'{dated.entity.kind}-{dated.entity.id}'}"


def duty_words(dated: Dated, wording: Wording) -> str:
    """Say what is to be done on a day."""
    say = wording.text
    if dated.duty is Duty.PUBLISH and isinstance(dated.entity, Asset):
        return say("{status}, to be published", status=dated.entity.status_label)
    if dated.duty is Duty.REVIEW:
        return say(_REVIEWS[Kind(dated.entity.kind.value)])
    return say(_WORDS[dated.duty])


def _returning(ledger: Ledger, addresses: Addresses, wording: Wording) -> Iterator[Task]:
    for entry in ledger.entries:
        waiver = entry.finding.waived
        if entry.state is GapState.WAIVED and waiver and waiver.until:
            yield Task(
                key=f"accepted-{entry.finding.fingerprint}",
                day=waiver.until,
                words=wording.text("accepted until this day"),
                title=entry.finding.message,
                uri=addresses.gap_home(entry.bearing.phases),
                owner=entry.finding.owner or "",
                phases=entry.bearing.phases,
            )
