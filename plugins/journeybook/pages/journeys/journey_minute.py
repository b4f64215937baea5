"""A journey in one minute: four sentences made of the data, and what to write next."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from journeybook.counts.assets import is_to_update
from journeybook.counts.counted import Counted
from journeybook.counts.within import Within
from journeybook.fixes.fix import Fix
from journeybook.handbook.journeys import DropOff, Emotion, Step, Touchpoint
from journeybook.pages.briefs.brief import brief_title
from journeybook.pages.briefs.form import form_of
from journeybook.pages.briefs.reason import reason_sentence
from journeybook.pages.journeys.map.journey_items import Around
from journeybook.pages.parts.tallies import Tally, tallies, tally
from journeybook.pages.parts.ways.links import Link
from journeybook.rules.engine.rule import FixKind
from journeybook.wording import marked, marked_count, signed

_NAMED = 2
_NEXT = {
    FixKind.CONTENT: marked("Write next: “{text}”"),
    FixKind.LINK: marked("Link next: “{text}”"),
    FixKind.UPDATE: marked("Bring up to date next: “{text}”"),
}
_HELPED, _HELPED_AT_ONE = marked("something helps at each"), marked("something helps there")
_STANDING = {
    Counted.LACKING: marked_count("{n} with a lack", "{n} with a lack"),
    Counted.WAITING: marked_count("{n} in the making", "{n} in the making"),
    Counted.UNANSWERED: marked_count("{n} open", "{n} open"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence: the mark before it, what it is about, numbers, words, and where it is so."""

    kind: str
    lead: Link | None = None
    number: Tally | None = None
    numbers: tuple[Tally, ...] = ()
    text: str = ""
    places: tuple[Link, ...] = ()
    more: Link | None = None


def minute(around: Around) -> tuple[Sentence, ...]:
    """Say where the journey is lowest, what decides, what is answered, and where people leave."""
    return (_lowest(around), _deciding(around), _answered(around), _leaving(around))


def sentence_words(one: Sentence) -> str:
    """Write a sentence as plain text."""
    numbers = ", ".join(each.words for each in (one.number, *one.numbers) if each)
    lead = one.lead.text if one.lead else ""
    told = ", ".join(part for part in (numbers, one.text) if part)
    where = "; ".join(each.text for each in one.places)
    more = f" {one.more.text}" if one.more else ""
    return f"{': '.join(part for part in (lead, told, where) if part)}{more}"


def write_next(around: Around) -> tuple[Link, str] | None:
    """Lead to the piece of writing that is worth most on this journey, and say why."""
    writing = _writing(around)
    if not writing:
        return None
    first = next((fix for fix in writing if fix.kind is FixKind.CONTENT), writing[0])
    words = around.say(_to_do(first, around), text=_work(first, around))
    return _link(first, words, around), _why(first, around)


def _to_do(fix: Fix, around: Around) -> str:
    book = around.here.site.handbook
    asset = book.assets.get(fix.about.id) if fix.about else None
    if fix.is_finishing:
        return marked("Finish next: “{text}”")
    if fix.kind is FixKind.UPDATE and asset and not is_to_update(asset, book):
        return marked("Mend next: “{text}”")
    return _NEXT[fix.kind]


def next_work(around: Around, most: int) -> tuple[tuple[Link, str], ...]:
    """Lead to the pieces of writing that are worth most, each with why."""
    return tuple(
        (_link(fix, _work(fix, around), around), _why(fix, around))
        for fix in _writing(around)[:most]
    )


def _writing(around: Around) -> list[Fix]:
    fixes = around.here.site.fixes.among(around.gaps)
    return [fix for fix in fixes if fix.kind.is_writing and not fix.is_quiet]


def _work(fix: Fix, around: Around) -> str:
    site, entry = around.here.site, fix.entries[0]
    asset = site.handbook.assets.get(fix.about.id) if fix.about else None
    return asset.title if asset else brief_title(entry, form_of(entry, site), site)


def _why(fix: Fix, around: Around) -> str:
    return reason_sentence(fix.entries[0], around.here.site)


def _link(fix: Fix, words: str, around: Around) -> Link:
    here, site = around.here, around.here.site
    if fix.kind is FixKind.CONTENT and fix.fingerprint in site.briefed:
        return here.page(site.addresses.brief_of(fix.fingerprint), words)
    return here.gap(fix.entries[0], words)


def _lowest(around: Around) -> Sentence:
    felt = [(step, one) for step in _steps(around) for one in step.emotions]
    known = [(step, one) for step, one in felt if one.score is not None]
    if not known:
        return Sentence(kind="pain", text=around.say("Nobody knows yet how it feels."))
    step, one = min(known, key=_score)
    phase = around.here.site.handbook.phases[step.phase or ""].title
    # What stands beside nothing is no low.
    is_alone = len(known) == 1 < len(around.journey.scope)
    words = marked("Known of {phase} alone") if is_alone else marked("Lowest in {phase}")
    lead = around.here.emotion(one, around.say(words, phase=phase))
    score = one.score or 0
    kind = "neutral" if not score else "delight" if score > 0 else "pain"
    return Sentence(kind=kind, lead=lead, text=_feeling(one, around))


def _score(felt: tuple[Step, Emotion]) -> int:
    return felt[1].score or 0


def _feeling(one: Emotion, around: Around) -> str:
    names = around.here.site.handbook.personas
    partly = set(one.personas) < set(around.journey.personas)
    who = around.here.site.wording.both(names[each].title for each in one.personas)
    word = f"{one.label or ''} {signed(one.score or 0)}".strip()
    told = around.say("{who} {feeling}", who=who, feeling=word) if partly else word
    if one.target is None or one.target == one.score:
        return told
    return f"{told}, {around.say('should be {score}', score=signed(one.target))}"


def _deciding(around: Around) -> Sentence:
    site, within = around.here.site, Within(journey=around.journey.id)
    number = tally(around.here, Counted.MOMENTS, within)
    if not number.number:
        return Sentence(kind="moment", text=around.say("Nobody said yet which moments decide."))
    numbers = tallies(around.here, (Counted.UNSUPPORTED,), within)
    bare = [one for one in _moments(around) if one.id not in site.handbook.coverage.helped]
    text = "" if bare else around.say(_HELPED if number.number > 1 else _HELPED_AT_ONE)
    return _placed(Sentence(kind="moment", number=number, numbers=numbers, text=text), bare, around)


def _moments(around: Around) -> Iterator[Touchpoint]:
    met = (one for step in _steps(around) for one in step.touchpoints)
    return (one for one in met if one.moment_of_truth)


def _answered(around: Around) -> Sentence:
    within, count = Within(journey=around.journey.id), around.here.site.wording.count
    number = tally(around.here, Counted.ANSWERED, within)
    if not around.here.site.counts.of(Counted.QUESTIONS, within):
        return Sentence(kind="unasked", text=around.say("Nobody knows yet what they ask."))
    numbers = tuple(
        replace(one, words=count(*words, one.number))
        for what, words in _STANDING.items()
        for one in tallies(around.here, (what,), within)
    )
    return Sentence(kind="answered", number=number, numbers=numbers)


def _leaving(around: Around) -> Sentence:
    here, within = around.here, Within(journey=around.journey.id)
    leaving = [one for step in _steps(around) for one in step.drop_offs]
    if not leaving:
        return Sentence(kind="leave", text=around.say("Nobody knows yet where we lose them."))
    made = tally(here, Counted.UNCOUNTERED, within)
    if not made.number:
        return Sentence(
            kind="leave", text=around.say("Something is done wherever we could lose them.")
        )
    words = here.site.wording.count(
        "{n} way to lose them that nobody works on",
        "{n} ways to lose them that nobody works on",
        made.number,
    )
    alone = [one for one in leaving if one.id not in here.site.handbook.coverage.helped]
    return _placed(Sentence(kind="leave", number=replace(made, words=words)), alone, around)


def _steps(around: Around) -> Iterator[Step]:
    # What has no phase stands on no map.
    return (step for step in around.journey.steps if step.phase)


def _placed(sentence: Sentence, where: Iterable[Touchpoint | DropOff], around: Around) -> Sentence:
    # What is said of several steps in the same words is named once.
    named: dict[str, Touchpoint | DropOff] = {}
    for one in where:
        named.setdefault(one.text, one)
    places = tuple(around.here.statement(one) for one in named.values())
    more = around.here.page(around.here.uri, "…", "map") if len(places) > _NAMED else None
    return replace(sentence, places=places[:_NAMED], more=more)
