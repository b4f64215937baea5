"""Every day on which somebody has to do something: what, who, and how much work it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journeybook.handbook.book import Handbook
from journeybook.handbook.entities import Action, Asset, Phase
from journeybook.handbook.fitting.freshness import fresh_until
from journeybook.handbook.index.figures import Figure, all_figures
from journeybook.handbook.journeys import Step
from journeybook.handbook.planning import USUAL
from journeybook.handbook.statements import Entity
from journeybook.schema.fields import Effort


class Duty(StrEnum):
    """What is to be done on a day."""

    PUBLISH = "publish"
    ACT = "act"
    REVIEW = "review"
    READ = "read"
    HOLD = "hold"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """Something to be done by a day, and the file that says so; `owner` is empty where nobody has.

    `name` tells a figure from others of its file; `effort` is that of work, and None where a
    glance is enough.
    """

    duty: Duty
    day: date
    owner: str
    entity: Entity
    title: str
    phases: tuple[str, ...] = ()
    name: str = ""
    effort: Effort | None = None


def all_dates(handbook: Handbook) -> Iterator[Dated]:
    """Give every date of a handbook that asks somebody for something."""
    for asset in handbook.assets.values():
        yield from _of_asset(asset, handbook)
    for action in handbook.actions.values():
        if action.due and action.status not in ("done", "dropped"):
            yield Dated(
                duty=Duty.ACT,
                day=action.due,
                owner=action.owner or "",
                entity=action,
                title=action.title,
                phases=action.phases,
                effort=action.effort or USUAL,
            )
    for research in handbook.research.values():
        if research.date and research.date > handbook.today:
            yield _plain(Duty.HOLD, research.date, research, handbook)
    for folder in handbook.entities.values():
        yield from (one for entity in folder.values() for one in _review(entity, handbook))
    yield from (one for figure in all_figures(handbook) for one in _reading(figure))


def _of_asset(asset: Asset, handbook: Handbook) -> Iterator[Dated]:
    early = asset.published if asset.is_early else None
    day = (asset.due or early) if asset.status.is_coming else None
    if day:
        yield Dated(
            duty=Duty.PUBLISH,
            day=day,
            owner=asset.owner or "",
            entity=asset,
            title=asset.title,
            phases=asset.phases,
            effort=asset.effort or handbook.vocabulary.effort_of(asset.type) or USUAL,
        )


def _review(entity: Entity, handbook: Handbook) -> Iterator[Dated]:
    if isinstance(entity, Asset):
        until = fresh_until(entity, handbook.vocabulary) if entity.is_published else None
    else:
        every = entity.review_every if entity.reviewed else None
        until = every.after(entity.reviewed) if every and entity.reviewed else None
    if until:
        yield _plain(Duty.REVIEW, until, entity, handbook)


def _plain(duty: Duty, day: date, entity: Entity, handbook: Handbook) -> Dated:
    owner = entity.owner
    if isinstance(entity, Step):
        owner = owner or handbook.journeys[entity.journey].owner
    return Dated(
        duty=duty,
        day=day,
        owner=owner or "",
        entity=entity,
        title=entity.title,
        phases=_phases(entity),
        effort="small" if duty is Duty.REVIEW else None,
    )


def _phases(entity: Entity) -> tuple[str, ...]:
    match entity:
        case Step():
            return (entity.phase,) if entity.phase else ()
        case Phase():
            return (entity.id,)
        case Asset() | Action():
            return entity.phases
        case _:
            return ()


def _reading(figure: Figure) -> Iterator[Dated]:
    if day := figure.kpi.next_reading:
        yield Dated(
            duty=Duty.READ,
            day=day,
            owner=figure.owner or "",
            entity=figure.place,
            title=figure.kpi.name,
            phases=figure.phases,
            name=figure.ref.id,
        )
