"""The places that still name what is gone, told once instead of one by one."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from journeybook.compare.change import (
    NAMED,
    NOWHERE,
    PARTED,
    RENAMED,
    Change,
    Deed,
    Thing,
    Tone,
    What,
)
from journeybook.compare.consequences.gaps import Shift
from journeybook.compare.consequences.leads import lead_of, leads_of
from journeybook.compare.pair import Pair
from journeybook.compare.pairing.matching import ENTITIES
from journeybook.compare.states import inside
from journeybook.findings import Finding, Ref, RefKind, Span
from journeybook.handbook.entities import Asset
from journeybook.handbook.ids import folded, last_part, name_of
from journeybook.handbook.journeys import Journey, Step
from journeybook.handbook.statements import Entity, Statement
from journeybook.handbook.vocabulary import Status
from journeybook.schema import Kind
from journeybook.wording import marked

STILL_NAMED = marked("Still named")

_Caused = tuple[Change, Change | None]


def remnants(told: Iterable[_Caused], acts: Sequence[Change], pair: Pair) -> Iterator[_Caused]:
    """Give what follows from all acts; new problems that name what is gone become one."""
    gone = {name: act for act in acts for name in _lost_names(act, pair)}
    naming: dict[int, list[Change]] = {}
    left: list[_Caused] = []
    for change, act in told:
        named = change.subject.id if change.subject and _is_new_problem(change) else ""
        cause = gone.get(folded(named)) if named else None
        if cause is None:
            left.append((change, act))
        else:
            naming.setdefault(id(cause), []).append(change)
    lost = {id(act): path for act in acts if (path := _lost_page(act, pair))}
    leads = leads_of(pair) if lost else {}
    for act in acts:
        links = leads.get(lead_of(lost[id(act)]), ()) if id(act) in lost else ()
        yield from _of_act(act, naming.get(id(act), ()), links, pair)
    for change, act in left:
        # What is said for somebody who is gone stands there for those who are left, until the
        # places are mended that still name them.
        paths = {one.span.path for one in naming.get(id(act), ())}
        if not (act and act.thing is Thing.PERSONA and _is_of_others(change, paths)):
            yield change, act


def cut_off(acts: Iterable[Change], shifts: Iterable[Shift], pair: Pair) -> frozenset[Ref]:
    """Give what is there still and lost a name by which other places go on naming it."""
    named = {
        folded(one.finding.subject.id)
        for one in shifts
        if one.old is None and one.finding.subject and _names_nothing(one.finding)
    }
    return frozenset(
        act.subject
        for act in acts
        if act.subject
        and act.what is not What.REMOVED
        and named.intersection(_lost_names(act, pair))
    )


def _is_of_others(change: Change, paths: Collection[str]) -> bool:
    said = change.subject is not None and change.subject.kind not in ENTITIES
    return said and change.tone is Tone.WORSE and change.span.path in paths


def _lost_page(act: Change, pair: Pair) -> str:
    # The path of a page or file, inside the folder of pages, at which it is no longer.
    path = ""
    if act.aspect == RENAMED:
        path = act.before
    elif act.what is What.REMOVED and act.thing in {Thing.PAGE, Thing.FILE}:
        path = inside(act.span.path, pair.judged[0])
    elif act.what is What.REMOVED or act.aspect == PARTED:
        old = _earlier(act.subject, pair) if act.subject else None
        path = inside(old.path, pair.judged[0]) if isinstance(old, Entity) else ""
    return "" if path in pair.files[1] else path


def _of_act(
    act: Change, naming: Sequence[Change], links: Sequence[Span], pair: Pair
) -> Iterator[_Caused]:
    spans = tuple(sorted({*(one.span for one in naming), *links}))
    if not spans and act.aspect == "status" and act.deed is Deed.TAKES and _is_lost(act, pair):
        spans = tuple(sorted(_naming(act.subject.id, pair))) if act.subject else ()
    if spans:
        found = tuple(finding for one in naming for finding in one.findings)
        named = replace(_joined(act, spans, pair), before=_stale_name(act, found, pair))
        yield replace(named, findings=found), act


def _stale_name(act: Change, found: Sequence[Finding], pair: Pair) -> str:
    # What the places say: of what goes by another name now, that is not its name of today.
    if act.subject is None or act.what is What.REMOVED or act.aspect in {PARTED, "status"}:
        return act.text
    words = [one.subject.id for one in found if one.subject]
    if words or act.aspect == RENAMED:
        return words[0] if words else act.before
    old = _earlier(act.subject, pair)
    return old.title if isinstance(old, Entity) else old.text if old else act.text


def _is_lost(act: Change, pair: Pair) -> bool:
    # What nobody could find before either is only later than it was to be.
    if act.subject is None:
        return False
    old, new = _earlier(act.subject, pair), pair.after.assets.get(act.subject.id)
    was_coming = isinstance(old, Asset) and old.status.is_coming
    return not was_coming or (new is not None and new.status is Status.RETIRED)


def _naming(asset: str, pair: Pair) -> Iterator[Span]:
    # Nobody finds it any more, and these still lead to it.
    for _, step in pair.after.all_steps:
        yield from (one.span for one in step.touchpoints if asset in one.assets)
        yield from (one.span for one in step.expectations if asset in one.met_by_assets)
        yield from (one.span for one in step.drop_offs if asset in one.assets)
    yield from (one.span for one in pair.after.assets.values() if asset in one.next)


def _is_new_problem(change: Change) -> bool:
    return (
        change.thing is Thing.PROBLEM
        and change.what is What.ADDED
        and change.finding is not None
        and _names_nothing(change.finding)
    )


def _names_nothing(finding: Finding) -> bool:
    word = finding.subject
    is_word = word is not None and word.kind is RefKind.WORD
    return is_word and finding.code.startswith("unknown-")


def _lost_names(act: Change, pair: Pair) -> Iterator[str]:
    # The names by which something was known before an act, and is no longer.
    if act.subject is None:
        return
    old = _earlier(act.subject, pair)
    if isinstance(old, Statement):
        new = pair.matches.statements.get(old.ref)
        if new is None or new.id != old.id:
            yield from map(folded, (old.id, name_of(old.id), old.text))
    elif old is not None:
        new_names = set(_names(pair.later(old)))
        yield from (name for name in _names(old) if name not in new_names)
        if act.what is What.REMOVED and isinstance(old, Journey | Step):
            steps = old.steps if isinstance(old, Journey) else (old,)
            for one in (one for step in steps for one in step.statements):
                yield from map(folded, (one.id, name_of(one.id), one.text))


def _names(entity: Entity | None) -> Iterator[str]:
    if entity:
        names = (entity.id, last_part(entity.id), entity.title, *entity.aliases)
        yield from map(folded, names)


def _earlier(subject: Ref, pair: Pair) -> Entity | Statement | None:
    if subject.kind not in ENTITIES:
        earlier = {new: old for old, new in pair.matches.statements.items()}
        return pair.statements[0].get(earlier.get(subject, subject).id)
    kind = Kind(subject.kind.value)
    olds = pair.before.entities[kind]
    same = (old for old, new in pair.matches.ids[kind].items() if new == subject.id)
    return olds.get(next(same, subject.id))


def _joined(like: Change, spans: tuple[Span, ...], pair: Pair) -> Change:
    return replace(
        like,
        thing=Thing.PROBLEM,
        what=What.CHANGED,
        label=STILL_NAMED,
        text=pair.wording.count("{n} place", "{n} places", len(spans)),
        aspect=NAMED,
        span=spans[0],
        spans=spans,
        tone=Tone.WORSE,
        before="",
        after="",
        personas=(),
        place=NOWHERE,
        weight=70,
    )
