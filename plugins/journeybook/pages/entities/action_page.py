"""The page of an improvement: where it works, what it should move, and what was learned."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journeybook.handbook.entities import Action
from journeybook.handbook.journeys import Touchpoint
from journeybook.pages.entities.lines import (
    asset_line,
    expectation_line,
    step_title,
    touchpoint_line,
)
from journeybook.pages.entities.usage import Usage
from journeybook.pages.parts.entity_parts import (
    Fact,
    Head,
    Line,
    Section,
    gap_line,
    joined,
    keeper_facts,
    titles,
    told_facts,
)
from journeybook.pages.parts.figures import Progress, progress
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.links import Here
from journeybook.pages.parts.words.states import EFFORTS
from journeybook.pages.parts.words.strengths import strength_of
from journeybook.schema import Kind
from journeybook.wording import marked

IMPACTS = {"high": marked("high impact"), "low": marked("low impact")}
TERMS = {"short": marked("short term"), "long": marked("long term")}
STATES = {
    "idea": marked("an idea"),
    "planned": marked("planned"),
    "doing": marked("under way"),
    "done": marked("done"),
    "dropped": marked("dropped"),
}
KINDS = {"done": "served", "doing": "thin", "planned": "thin", "idea": "open"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionPage:
    """The page of an improvement."""

    uri: str
    head: Head
    progress: tuple[Progress, ...]
    sections: tuple[Section, ...]
    lesson: str


def make_action_page(site: Site, usage: Usage, action: Action) -> ActionPage:
    """Make the page of an improvement."""
    here = Here(site=site, uri=site.addresses.page(action))
    met = [usage.touchpoints[one] for one in action.touchpoints if one in usage.touchpoints]
    sections = (
        _improves(here, usage, action, met),
        _keeps(here, usage, action),
        _uses(here, action),
    )
    gaps = Section(
        title=site.wording.text("Gaps at this place"),
        lines=tuple(
            gap_line(here, gap) for one in met for gap in usage.missing_at.get(one.ref, ())
        ),
    )
    return ActionPage(
        uri=here.uri,
        head=_head(here, action),
        progress=tuple(progress(here, one, actions=(action,)) for one in action.kpis),
        sections=tuple(one for one in (*sections, gaps) if one.lines),
        lesson=action.lesson or "",
    )


def _head(here: Here, action: Action) -> Head:
    say = here.site.wording.text
    words = [IMPACTS.get(action.impact or ""), TERMS.get(action.term or "")]
    status = action.status or ""
    return Head(
        summary=action.summary or "",
        facts=tuple(_facts(here, action)),
        kind=KINDS.get(status, "unused"),
        state=say(STATES[status]) if status in STATES else "",
        pills=(*_work(here, action), *(say(one) for one in words if one)),
        source=here.source(action.span, action.title),
        title=action.title,
    )


def _work(here: Here, action: Action) -> tuple[str, ...]:
    say, label = here.site.wording.text, here.site.handbook.vocabulary.work_label(action.work)
    effort = say("effort {effort}", effort=say(EFFORTS[action.effort])) if action.effort else ""
    return tuple(one for one in (label, effort) if one)


def _facts(here: Here, action: Action) -> Iterator[Fact]:
    say, book = here.site.wording.text, here.site.handbook
    if action.journeys:
        links = tuple(here.journey(book.journeys[one]) for one in action.journeys)
        yield Fact(label=say("Journey"), links=links)
    if action.phases:
        yield Fact(label=say("Phase"), links=tuple(map(here.phase, action.phases)))
    if action.due:
        late = action.is_overdue(book.today)
        day = here.site.wording.day(action.due)
        yield Fact(label=say("Due"), text=day, tone="open" if late else "")
    yield from told_facts(here, action, Kind.ACTION)
    yield from keeper_facts(here, action)


def _improves(here: Here, usage: Usage, action: Action, met: Sequence[Touchpoint]) -> Section:
    expected = (usage.expectations[one] for one in action.expectations)
    return Section(
        title=here.site.wording.text("What it improves"),
        lines=(
            *(touchpoint_line(here, one) for one in met),
            *(expectation_line(here, one) for one in (*expected, *usage.met_by.get(action.id, ()))),
        ),
    )


def _uses(here: Here, action: Action) -> Section:
    assets = here.site.handbook.assets
    return Section(
        title=here.site.wording.text("Content that belongs to it"),
        lines=tuple(asset_line(here, assets[one]) for one in action.assets),
    )


def _keeps(here: Here, usage: Usage, action: Action) -> Section:
    left = usage.kept_by_action.get(action.id, ())
    return Section(
        title=here.site.wording.text("Where people should no longer leave"),
        lines=tuple(
            Line(
                link=here.statement(one),
                note=joined(titles(here, one.personas), step_title(here, one), one.why or ""),
                strength=strength_of(here.site, one),
            )
            for one in left
        ),
    )
