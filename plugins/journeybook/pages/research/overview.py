"""All rounds of research together: how each was done, what rests on it, and how long it holds."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from journeybook.grouping import grouped
from journeybook.handbook.ids import owner_of
from journeybook.handbook.journeys import Emotion, Touchpoint
from journeybook.handbook.research import Research
from journeybook.handbook.statements import Statement
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.links import Here, Link
from journeybook.pages.parts.words.research import method_word


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One round, ready to be shown."""

    link: Link
    method: str
    day: str
    participants: str
    personas: tuple[Link, ...]
    phases: tuple[Link, ...]
    shows: str
    contradicts: str
    until: str
    is_old: bool


def rounds(site: Site) -> tuple[Row, ...]:
    """Give every round, the newest first; those of no known day stand last."""
    here = Here(site=site, uri=site.addresses.research)
    said = site.handbook.said.values()
    shown = grouped((name, one.id) for one in said for name in one.evidence)
    against = grouped((name, one.id) for one in said for name in _contradicting(one))
    found = site.handbook.newest_research
    return tuple(_row(one, shown.get(one.id, ()), against.get(one.id, ()), here) for one in found)


def _contradicting(one: Statement | Emotion) -> Iterable[str]:
    marks = (one.importance_support, one.emotion_support) if isinstance(one, Touchpoint) else ()
    return dict.fromkeys(name for each in (one.support, *marks) for name in each.contradicted_by)


def _row(research: Research, shown: Sequence[str], against: Sequence[str], here: Here) -> Row:
    site = here.site
    say, book = site.wording, site.handbook
    until = book.standards.good_until(research)
    return Row(
        link=here.research(research.id),
        method=method_word(research, site.wording),
        day=say.day(research.date) if research.date else say.text("not said"),
        participants=say.number(research.participants) if research.participants else "",
        personas=tuple(here.persona(one) for one in research.personas),
        phases=tuple(_phases((*shown, *against), here)),
        shows=say.number(len(shown)),
        contradicts=say.number(len(against)),
        until=say.day(until) if until else say.text("nobody knows"),
        is_old=until is not None and until < book.today,
    )


def _phases(statements: Iterable[str], here: Here) -> Iterator[Link]:
    book = here.site.handbook
    owners = {owner_of(one) for one in statements}
    steps = (step for _, step in book.all_steps if step.id in owners)
    named = {step.phase for step in steps}
    yield from (here.phase(phase) for phase in book.phases if phase in named)
