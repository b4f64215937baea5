"""Whose a change is, where it stands, and who keeps the personas it is about."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from journeybook.compare.acts.about import about_entity
from journeybook.compare.change import NAMED, NAVIGATION, OF_THE_SITE, Change, Thing, What
from journeybook.compare.comparison import Comparison
from journeybook.compare.pair import Pair
from journeybook.compare.pairing.matching import ENTITIES
from journeybook.findings import RefKind
from journeybook.handbook.book import Handbook
from journeybook.handbook.journeys import Step
from journeybook.schema import Kind
from journeybook.wording import Wording, marked

_MOST_PEOPLE = 4
_KINDS: Mapping[Thing, str] = {
    Thing.NEED: marked("Need"),
    Thing.QUESTION: marked("Question"),
    Thing.EXPECTATION: marked("Expectation"),
    Thing.TOUCHPOINT: marked("Touchpoint"),
    Thing.DROP_OFF: marked("Drop-off moment"),
    Thing.GOAL: marked("Goal"),
    Thing.PAIN: marked("Pain"),
    Thing.INSIGHT: marked("Insight"),
}
_DECISIONS = (Thing.RULE, Thing.WAIVER, Thing.SETTING)


def where_of(change: Change, comparison: Comparison, beneath: Change | None = None) -> str:
    """Say what kind of statement it is, in which step and phase, whose, and who keeps them.

    What stands `beneath` an act does not say again who keeps those whom the act is about.
    """
    pair, wording = comparison.pair, comparison.wording
    if change.aspect == NAMED:
        return ""
    change = _as_in_its_file(change, pair)
    parts = []
    if change.what is What.CHANGED and change.thing in _KINDS:
        parts.append(wording.text(_KINDS[change.thing]))
    phase = pair.title(Kind.PHASE, change.place.phase) if change.place.phase else ""
    step = _step(change, pair)
    if step and step.title not in {phase, change.text}:
        parts.append(f"“{' '.join(step.title.split())}”")
    people = people_of(change, pair)
    told = set(people_of(beneath, pair)) if beneath else set[str]()
    keepers = _keepers(change, (one for one in people if one not in told), pair)
    parts += [phase, _kept_by(_named(people, change, comparison), wording.both(keepers), wording)]
    return " · ".join(filter(None, parts))


def _kept_by(names: str, keepers: str, wording: Wording) -> str:
    # Beside the title of content alone, an owner would be read as that of the content.
    owner = wording.text("owner: {owner}", owner=keepers) if keepers else ""
    return f"{names} ({owner})" if names and owner else names or owner


def _as_in_its_file(change: Change, pair: Pair) -> Change:
    # A problem is that of whatever its file describes.
    entity = pair.described.get(change.span.path) if change.thing is Thing.PROBLEM else None
    if entity is None:
        return change
    about = about_entity(entity)
    return replace(
        change,
        place=change.place if change.place.phase else about.place,
        personas=change.personas or about.personas,
        subject=about.subject,
    )


def is_earlier(change: Change, pair: Pair) -> bool:
    """Tell whether the place of a change is one in the earlier state."""
    later = pair.judged[1]
    if change.span.path not in later.reading.files:
        return True
    if change.findings:
        return id(change.findings[0]) not in pair.later_findings
    if change.aspect == OF_THE_SITE:
        return bool(change.before) and not change.after
    return change.what is What.REMOVED and change.aspect in {None, NAVIGATION}


def people_of(change: Change, pair: Pair) -> tuple[str, ...]:
    """Give the personas that a change is about."""
    subject = change.subject
    if change.personas or subject is None:
        return change.personas
    found: dict[str, None] = {}
    for book in (pair.after, pair.before):
        found.update(dict.fromkeys(_concerned(subject.kind, subject.id, book)))
    return tuple(found)


def _concerned(kind: RefKind, name: str, book: Handbook) -> Iterator[str]:
    match kind:
        case RefKind.PERSONA:
            yield name
        case RefKind.CHANNEL:
            yield from (one.id for one in book.personas.values() if name in one.channels.all)
        case RefKind.PHASE:
            steps = (step for _, step in book.all_steps if step.phase == name)
            yield from (one for step in steps for one in step.personas)
        case RefKind.ACTION if name in book.actions:
            journeys = map(book.journeys.get, book.actions[name].journeys)
            yield from (one for journey in journeys if journey for one in journey.personas)


def _step(change: Change, pair: Pair) -> Step | None:
    subject = change.subject
    if subject is None or subject.kind in ENTITIES:
        return None
    for book in (pair.after, pair.before):
        if isinstance(step := book.step(subject.id), Step):
            return step
    return None


def _named(people: Iterable[str], change: Change, comparison: Comparison) -> str:
    pair, wording = comparison.pair, comparison.wording
    if change.thing is Thing.PERSONA:
        return ""
    names = [pair.title(Kind.PERSONA, one) for one in people]
    shown = names[:_MOST_PEOPLE]
    if left := len(names) - len(shown):
        shown.append(wording.count("{n} more", "{n} more", left))
    return wording.both(shown)


def _keepers(change: Change, people: Iterable[str], pair: Pair) -> tuple[str, ...]:
    if change.thing in _DECISIONS:
        owner = pair.judged[1].bench.decisions.configuration.settings_owner
        return (owner,) if owner else ()
    books = (pair.after, pair.before)
    known = (
        next((book.personas[one].owner for book in books if one in book.personas), None)
        for one in people
    )
    return tuple(dict.fromkeys(filter(None, known)))
