"""What somebody did to files: wrote, deleted, renamed or edited them."""

from collections.abc import Iterator
from dataclasses import replace

from journeybook.compare.acts.about import about_entity
from journeybook.compare.acts.keys import key_changes
from journeybook.compare.acts.moved_texts import texts_beside
from journeybook.compare.acts.words import KINDS, LEFT_OUT
from journeybook.compare.change import COPIED, PARTED, Change, Tone, What
from journeybook.compare.edit import About, change, file_renamed
from journeybook.compare.pair import Pair
from journeybook.compare.states import inside
from journeybook.compare.texts import text_changes
from journeybook.findings import Ref, RefKind
from journeybook.handbook.entities import Action, Asset, Persona
from journeybook.handbook.journeys import Journey, Step
from journeybook.handbook.statements import Entity, Statement
from journeybook.schema import MODELS, Kind
from journeybook.schema.entity import Guarded
from journeybook.wording import marked


def entity_changes(pair: Pair) -> Iterator[Change]:
    """Compare everything that has a file of its own."""
    olds, news = pair.before.entities, pair.after.entities
    for kind in KINDS:
        later = pair.matches.ids[kind]
        earlier = {new: old for old, new in later.items()}
        for name, new in news[kind].items():
            if name in earlier:
                yield from _edits(olds[kind][earlier[name]], new, kind, pair)
            elif not _belongs_to_new(new, pair):
                yield _came(new, kind, pair)
        for name, old in olds[kind].items():
            if parts := pair.matches.partings.split.get(old.ref):
                yield _parted(old, parts, kind, pair)
            elif name not in later and not _belongs_to_gone(old, pair):
                yield _went(old, kind, pair)


def _belongs_to_new(entity: Entity, pair: Pair) -> bool:
    # What cannot be read is told as that; so is a part of what was split, or a step of a journey
    # that is told whole.
    matches = pair.matches
    if entity.path in pair.unread[1] or matches.partings.is_part(entity.ref):
        return True
    return (
        isinstance(entity, Step)
        and entity.journey not in matches.ids[Kind.JOURNEY].values()
        and not matches.partings.is_part(_journey(entity))
    )


def _belongs_to_gone(entity: Entity, pair: Pair) -> bool:
    # What can no longer be read is told as that, and not as deleted.
    here = inside(entity.path, pair.judged[0])
    unread = {inside(path, pair.judged[1]) for path in pair.unread[1]}
    return here in unread or (
        isinstance(entity, Step)
        and entity.journey not in pair.matches.ids[Kind.JOURNEY]
        and not pair.matches.is_parted(_journey(entity))
    )


def _journey(step: Step) -> Ref:
    return Ref(kind=RefKind.JOURNEY, id=step.journey)


def _parted(entity: Entity, parts: tuple[str, ...], kind: Kind, pair: Pair) -> Change:
    titles = pair.wording.both(tuple(pair.titles[1][kind][one] for one in parts))
    into = pair.wording.text("into {parts}", parts=titles)
    return change(
        replace(about_entity(pair.later(entity) or entity), text=" ".join(entity.title.split())),
        What.MOVED,
        marked("Split"),
        weight=KINDS[kind].weight,
        values=("", into),
        aspect=PARTED,
        parted=entity.ref,
    )


def _came(entity: Entity, kind: Kind, pair: Pair) -> Change:
    words = KINDS[kind]
    if kind is Kind.ASSET and (original := pair.copies.get(entity.id)):
        title = " ".join(original.title.split())
        return change(
            about_entity(entity),
            What.ADDED,
            marked("Copied content"),
            weight=words.weight,
            values=("", pair.wording.text("of {title}", title=title)),
            aspect=COPIED,
        )
    return change(
        about_entity(entity),
        What.ADDED,
        words.added,
        weight=words.weight,
        values=("", _inventory(entity, pair)),
    )


def _went(entity: Entity, kind: Kind, pair: Pair) -> Change:
    words, about = KINDS[kind], about_entity(entity)
    if heir := pair.matches.heirs.get(entity.ref):
        title = pair.titles[1][kind][heir.id]
        values = [pair.wording.text("into {parts}", parts=title) if heir.merged else title]
        if heir.files:
            values.append(pair.wording.count("{n} file", "{n} files", heir.files))
        return change(
            about,
            What.MOVED,
            marked("Merged into another") if heir.merged else marked("Another took its place"),
            weight=words.weight,
            values=("", ", ".join(values)),
            aspect=PARTED,
            parted=entity.ref if heir.merged else None,
        )
    lost = not (isinstance(entity, Asset) and not entity.is_published) and kind is not Kind.ACTION
    return change(
        about,
        What.REMOVED,
        LEFT_OUT if entity.path in pair.kept_back else words.removed,
        weight=words.weight,
        tone=Tone.WORSE if lost else Tone.NEUTRAL,
        values=(_inventory(entity, pair), ""),
    )


def _inventory(entity: Entity, pair: Pair) -> str:
    # How much comes or goes with it; a question that is asked elsewhere now does not go.
    count = pair.wording.count
    steps = entity.steps if isinstance(entity, Journey) else (entity,)
    asked = [one for step in steps if isinstance(step, Step) for one in step.questions]
    number = sum(one.ref not in pair.matches.statements for one in asked)
    questions = count("{n} question", "{n} questions", number)
    match entity:
        case Journey():
            return f"{count('{n} step', '{n} steps', len(entity.steps))}, {questions}"
        case Step() if number:
            return questions
        case Asset():
            return entity.status_label
    return ""


def _edits(old: Entity, new: Entity, kind: Kind, pair: Pair) -> Iterator[Change]:
    if not pair.is_edited(old, new):
        return
    about = about_entity(new)
    paths = (inside(old.path, pair.judged[0]), inside(new.path, pair.judged[1]))
    if isinstance(old, Asset) and isinstance(new, Asset) and (old.origin or new.origin):
        yield from _of_a_row(about, old, new)
    elif _is_renamed(old, new, pair):
        yield file_renamed(about, *paths, parted=_parted_journey(old, pair))
    for one in key_changes(about, MODELS[kind], old, new, pair):
        yield _weighed(one, new)
    yield from _named_statements(about, old, new, pair)
    yield from _of_its_page(about, old, new, pair)
    titles = (old.title, new.title)
    about = replace(about, span=replace(about.span, line=new.body_line))
    beside = texts_beside(old, new, pair)
    bodies = (old.body, new.body)
    yield from text_changes(about, *bodies, pair.wording, known=titles, beside=beside)


def _of_a_row(about: About, old: Asset, new: Asset) -> Iterator[Change]:
    # The row of a list has no file that could be renamed, but may get one, or take its place.
    if not (old.origin and new.origin):
        places = (old.span.path, new.span.path)
        yield change(about, What.MOVED, marked("Told elsewhere now"), weight=5, values=places)


def _weighed(change: Change, entity: Entity) -> Change:
    match entity:
        case Persona() if change.aspect == "title":
            # Somebody else, perhaps: who it is about comes before all that is said of them.
            return replace(change, weight=61)
        case Step() if change.aspect == "phase":
            return replace(change, what=What.MOVED)
        case Journey() if change.aspect == "state" and not entity.is_current:
            # Nothing of it counts any more: it tells how things should be.
            label = marked("No longer tells how things are today")
            return replace(change, what=What.REMOVED, label=label, tone=Tone.WORSE, weight=95)
        case Journey() if change.aspect == "state":
            label = marked("Tells how things are today")
            return replace(change, what=What.ADDED, label=label, weight=95)
    return change


def _parted_journey(entity: Entity, pair: Pair) -> Ref | None:
    journey = _journey(entity) if isinstance(entity, Step) else None
    return journey if journey and pair.matches.is_parted(journey) else None


def _is_renamed(old: Entity, new: Entity, pair: Pair) -> bool:
    if isinstance(old, Step) and isinstance(new, Step):
        journey = pair.matches.ids[Kind.JOURNEY].get(old.journey)
        same = old.path.rpartition("/")[2] == new.path.rpartition("/")[2]
        return not same or journey != new.journey
    return inside(old.path, pair.judged[0]) != inside(new.path, pair.judged[1])


def _named_statements(about: About, old: Entity, new: Entity, pair: Pair) -> Iterator[Change]:
    # Questions, touchpoints and expectations that a file names, by their words.
    match old, new:
        case Asset(), Asset():
            lists = [("answers", marked("Answers"), _served(old), _served(new))]
        case Action(), Action():
            lists = [
                ("touchpoints", marked("Touchpoints"), old.touchpoints, new.touchpoints),
                ("expectations", marked("Expectations"), old.expectations, new.expectations),
            ]
        case _:
            return
    for aspect, label, before, after in lists:
        olds = [pair.statements[0][name] for name in before if name in pair.statements[0]]
        news = [pair.statements[1][name] for name in after if name in pair.statements[1]]
        kept = {later for one in olds if (later := pair.matches.statements.get(one.ref))}
        if kept != {one.ref for one in news}:
            values = (_quoted(olds), _quoted(news))
            yield change(about, What.CHANGED, label, weight=45, values=values, aspect=aspect)


def _served(asset: Asset) -> tuple[str, ...]:
    return (*asset.answers, *asset.helps)


def _quoted(statements: list[Statement]) -> str:
    return " ".join(f"“{' '.join(one.text.split())}”" for one in statements)


def _of_its_page(about: About, old: Entity, new: Entity, pair: Pair) -> Iterator[Change]:
    before, after = pair.documents[0].get(old.path), pair.documents[1].get(new.path)
    if before is None or after is None:
        return
    secrets = [
        isinstance(one.fields, Guarded) and bool(one.fields.private) for one in (before, after)
    ]
    if secrets[0] != secrets[1]:
        label = marked("Now confidential") if secrets[1] else marked("No longer confidential")
        yield change(about, What.CHANGED, label, weight=60, aspect="private")
    themes = [
        "; ".join(f"{key}: {value}" for key, value in sorted(one.theme.items()))
        for one in (before, after)
    ]
    yield from pair.compared(about, "page", marked("Settings of its page"), *themes, weight=8)
