"""What changed in what personas need, ask, expect and meet, and in where they leave."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from journeybook.compare.acts.about import about_entity, about_statement, kind_of
from journeybook.compare.acts.feelings import emotion_changes
from journeybook.compare.acts.keys import key_changes
from journeybook.compare.acts.strengths import evidence_changes
from journeybook.compare.acts.support import named_changes
from journeybook.compare.acts.words import LANES
from journeybook.compare.change import Change, Tone, What
from journeybook.compare.edit import About, change
from journeybook.compare.pair import Pair
from journeybook.findings import Ref, RefKind
from journeybook.handbook.book import Handbook
from journeybook.handbook.journeys import DropOff, Step, Touchpoint
from journeybook.handbook.statements import Entity, Lane, Statement
from journeybook.schema import Kind
from journeybook.schema import statement as written
from journeybook.wording import marked

_REWORDED = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A statement and the file that says it; `everybody` are those it holds for by itself."""

    statement: Statement
    owner: Entity
    everybody: tuple[str, ...] = ()


def statement_changes(pair: Pair) -> Iterator[Change]:
    """Compare all that files say of customers, where somebody edited them."""
    olds = {one.statement.ref: one for one in _stated(pair.before)}
    news = {one.statement.ref: one for one in _stated(pair.after)}
    earlier = {new: old for old, new in pair.matches.statements.items()}
    for ref, new in news.items():
        # What has the same name in the same file is the same; so what is not matched is new.
        old = olds.get(earlier.get(ref, ref))
        if old is not None:
            yield from _changed(old, new, pair)
        elif _was_there(new.owner, pair):
            yield _whole(new, What.ADDED, LANES[new.statement.lane].added)
    for ref, old in olds.items():
        if ref not in pair.matches.statements and _is_there(old.owner, pair):
            gone = _whole(old, What.REMOVED, LANES[old.statement.lane].removed)
            yield replace(gone, parted=_whole_of(old.owner, pair))
    yield from _by_step(pair)


def _stated(book: Handbook) -> Iterator[Stated]:
    for _, step in book.all_steps:
        for one in step.statements:
            yield Stated(statement=one, owner=step, everybody=step.personas)
    for persona in book.personas.values():
        for one in (*persona.goals, *persona.pains):
            # What is taken over from another persona is told there.
            if one.inherited_from is None:
                yield Stated(statement=one, owner=persona, everybody=(persona.id,))
    for research in book.research.values():
        for one in research.findings:
            yield Stated(statement=one, owner=research, everybody=research.personas)


def _was_there(owner: Entity, pair: Pair) -> bool:
    kind = kind_of(owner)
    earlier = {new: old for old, new in pair.matches.ids[kind].items()}
    old = pair.before.entities[kind].get(earlier.get(owner.id, ""))
    return old is not None and pair.is_edited(old, owner)


def _is_there(owner: Entity, pair: Pair) -> bool:
    if pair.matches.is_parted(owner.ref):
        return True
    new = pair.later(owner)
    return new is not None and pair.is_edited(owner, new)


def _whole(stated: Stated, what: What, label: str) -> Change:
    lane = stated.statement.lane
    lost = what is What.REMOVED and lane is Lane.QUESTIONS
    tone = Tone.WORSE if lost else Tone.NEUTRAL
    return change(
        about_statement(stated.statement, stated.owner),
        what,
        label,
        weight=LANES[lane].weight,
        tone=tone,
    )


def _changed(old: Stated, new: Stated, pair: Pair) -> Iterator[Change]:
    moved = pair.matches.one(kind_of(old.owner), old.owner.id) != new.owner.id
    if not moved and not pair.is_edited(old.owner, new.owner):
        return
    about, before, after = about_statement(new.statement, new.owner), old.statement, new.statement
    labels = LANES[after.lane]
    words = (" ".join(before.text.split()), about.text)
    if words[0] != words[1]:
        yield change(about, What.REWORDED, labels.reworded, weight=_REWORDED, values=words)
    if moved:
        steps = (old.owner.title, new.owner.title)
        yield change(
            about,
            What.MOVED,
            labels.moved,
            weight=labels.weight,
            values=steps,
            parted=_whole_of(old.owner, pair),
        )
    yield from evidence_changes(about, before, after, pair)
    if not pair.same(Kind.PERSONA, before.personas, after.personas):
        yield from pair.compared(
            about, "personas", marked("For others"), _own(old), _own(new), kind=Kind.PERSONA
        )
    match before, after:
        case Touchpoint(), Touchpoint():
            yield from _touchpoint(about, before, after, pair)
        case DropOff(), DropOff():
            yield from key_changes(about, written.Point, before, after, pair)
            yield from _drop_off(about, before, after, pair)
        case _:
            yield from key_changes(about, written.Point, before, after, pair)
    yield from named_changes(about, (before, old.owner), (after, new.owner), pair)


def _whole_of(owner: Entity, pair: Pair) -> Ref | None:
    # What moved from one part of it to another.
    around = Ref(kind=RefKind.JOURNEY, id=owner.journey) if isinstance(owner, Step) else owner.ref
    return next((ref for ref in (owner.ref, around) if pair.matches.is_parted(ref)), None)


def _own(stated: Stated) -> tuple[str, ...]:
    # Whoever a journey is for, its statements are for, and that is told of the journey.
    own = stated.statement.personas
    return () if set(own) == set(stated.everybody) else own


def _touchpoint(
    about: About, before: Touchpoint, after: Touchpoint, pair: Pair
) -> Iterator[Change]:
    yield from key_changes(about, written.Touchpoint, before, after, pair)
    label = marked("Becomes a moment of truth")
    if before.moment_of_truth:
        label = marked("No longer a moment of truth")
    decides = (before.moment_of_truth, after.moment_of_truth)
    yield from pair.compared(about, "moment-of-truth", label, *decides, weight=75)


def _drop_off(about: About, before: DropOff, after: DropOff, pair: Pair) -> Iterator[Change]:
    label = marked("Another reason")
    yield from pair.compared(about, "why", label, before.why, after.why, weight=25)
    causes = pair.values.word(before.because), pair.values.word(after.because)
    yield from pair.compared(about, "because", marked("Another cause"), *causes, weight=25)


def _by_step(pair: Pair) -> Iterator[Change]:
    olds, news = pair.before.entities, pair.after.entities
    for kind in (Kind.STEP, Kind.PERSONA, Kind.RESEARCH):
        for old_id, new_id in pair.matches.ids[kind].items():
            old, new = olds[kind][old_id], news[kind][new_id]
            if pair.is_edited(old, new):
                yield from _order(old, new, pair)
                if isinstance(old, Step) and isinstance(new, Step):
                    yield from emotion_changes(old, new, pair)
                    yield from _nothing(old, new, pair)


def _order(old: Entity, new: Entity, pair: Pair) -> Iterator[Change]:
    before = [one.statement for one in _stated_by(old)]
    after = [one.statement for one in _stated_by(new)]
    for lane, labels in LANES.items():
        news = [one.ref for one in after if one.lane is lane]
        olds = [one.ref for one in before if one.lane is lane]
        kept = [later for ref in olds if (later := pair.matches.statements.get(ref)) in news]
        if kept == [ref for ref in news if ref in kept]:
            continue
        values = (_listed(before, olds), _listed(after, news))
        yield change(
            about_entity(new), What.CHANGED, labels.order, weight=12, values=values, aspect="order"
        )


def _stated_by(entity: Entity) -> Iterator[Stated]:
    match entity:
        case Step():
            statements: Sequence[Statement] = tuple(entity.statements)
        case _:
            statements = tuple(
                one for name in ("goals", "pains", "findings") for one in getattr(entity, name, ())
            )
    return (Stated(statement=one, owner=entity) for one in statements)


def _listed(statements: Sequence[Statement], refs: Sequence[Ref]) -> str:
    texts = {one.ref: " ".join(one.text.split()) for one in statements}
    return "; ".join(texts[ref] for ref in refs)


def _nothing(old: Step, new: Step, pair: Pair) -> Iterator[Change]:
    # Where somebody asked and there is nothing, or no longer.
    lanes = [tuple(dict.fromkeys(one.lane for one in step.none)) for step in (old, new)]
    words = [[pair.wording.text(LANES[lane].plural) for lane in own] for own in lanes]
    label = marked("Asked, and there is nothing")
    yield from pair.compared(
        about_entity(new), "none", label, *(", ".join(own) for own in words), weight=30
    )
