"""What reports say around a gap: what is expected, what is at stake, and why it comes here."""

from collections.abc import Iterator, Mapping, Sequence

from journeybook.gaps.ledger import Entry
from journeybook.gaps.value import Part, Reason
from journeybook.handbook.entities import Expects
from journeybook.handbook.journeys import DropOff
from journeybook.pages.briefs.reason import as_sentence, reason_sentence
from journeybook.pages.parts.filling.once import once_each
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.words.states import severity_word
from journeybook.schema.settings.value import Weights
from journeybook.wording import Wording, marked

_MUCH = 4
_RATED = marked("They rate “{touchpoint}” {mark} of 5.")


def expectation_words(expects: Expects, site: Site) -> tuple[str, ...]:
    """Say what a phase expects for a persona, one phrase for each demand."""
    wording = site.wording
    found = [
        wording.count("{n} asset", "{n} assets", expects.assets) if expects.assets else "",
        wording.count("{n} format", "{n} formats", expects.formats) if expects.formats else "",
        *(site.handbook.vocabulary.type_label(one) for one in expects.types),
        _cta_expected(expects, site),
        _gating_expected(expects, site),
        ""
        if expects.gate_fields is None
        else wording.count(
            "forms of {n} field at most", "forms of {n} fields at most", expects.gate_fields
        ),
    ]
    return tuple(phrase for phrase in found if phrase)


def _cta_expected(expects: Expects, site: Site) -> str:
    say = site.wording.text
    return {
        "required": say("a call to action on everything"),
        "optional": say("a call to action where it fits"),
    }.get(expects.cta or "", "")


def _gating_expected(expects: Expects, site: Site) -> str:
    say = site.wording.text
    return {
        "expected": say("something worth leaving an address for"),
        "discouraged": say("nothing behind a form"),
    }.get(expects.gated or "", "")


def why_words(entry: Entry, site: Site, title: str = "") -> str:
    """Say why a gap is open and what is at stake, in a few sentences of somebody who was asked.

    What the `title` above it says already is not said again.
    """
    reason, stake = reason_sentence(entry, site), stake_words(entry, site)
    return stake if title and reason.startswith(title) else f"{reason} {stake}".rstrip()


@once_each
def stake_words(entry: Entry, site: Site) -> str:
    """Say what is at stake here, as somebody would who was asked; nothing where nobody wrote it."""
    say = site.wording.text
    sentences = []
    statement, met = entry.bearing.statement, entry.bearing.met
    if isinstance(statement, DropOff):
        # It is what happens here itself; another drop-off would be no reason for it.
        told = as_sentence(say("Why they leave: {why}", why=statement.why or ""))
        sentences.extend([told] if statement.why else [])
    elif drop_off := _drop_off(entry, site.handbook.coverage.helped):
        sentences.append(say("Here they drop off: “{drop_off}”.", drop_off=drop_off.text))
    if poor := met.poorest:
        # Where the gap is about it, its sentence has just named it.
        is_named = poor == statement
        words = marked("They rate it {mark} of 5.") if is_named else _RATED
        sentences.append(say(words, touchpoint=poor.text, mark=poor.satisfaction))
    elif met.importance >= _MUCH:
        sentences.append(say("It matters to them: {mark} of 5.", mark=met.importance))
    return " ".join((*sentences, *_untagged(entry, site)))


def _untagged(entry: Entry, site: Site) -> Iterator[str]:
    # What nobody said whom it is for may well be what is missed here.
    bearing, book = entry.bearing, site.handbook
    is_of_place = bearing.statement is None and bearing.asset is None and bearing.personas
    if not is_of_place or not site.rules[entry.finding.code].closed_by:
        return
    here, anywhere = sum(map(book.untagged_in, bearing.phases)), book.untagged_in("")
    count = site.wording.count
    if here:
        yield count(
            "{n} piece of this phase is for nobody yet.",
            "{n} pieces of this phase are for nobody yet.",
            here,
        )
    elif bearing.phases and anywhere:
        yield count("{n} piece is for nobody yet.", "{n} pieces are for nobody yet.", anywhere)


def _drop_off(entry: Entry, helped: frozenset[str]) -> DropOff | None:
    """The first that nobody counters, else the first."""
    bearing, first = entry.bearing, None
    personas = set(bearing.personas)
    for one in (one for step in bearing.steps for one in step.drop_offs):
        if not personas.isdisjoint(one.personas):
            if one.id not in helped:
                return one
            first = first or one
    return first


def score_words(entry: Entry, site: Site) -> str:
    """Say the value of a gap, such as `95 points`."""
    return points_words(entry.value.points, site)


def points_words(points: float, site: Site) -> str:
    """Say a number of points, such as `95 points`."""
    if points == int(points):
        return site.wording.count("{n} point", "{n} points", int(points))
    return site.wording.text("{points} points", points=site.wording.number(points))


def reason_words(entry: Entry, site: Site) -> tuple[str, ...]:
    """Say what the value is made of, part by part."""
    parts = []
    for reason in entry.value.reasons:
        words = _words(reason, entry, site)
        points = site.wording.number(reason.points)
        parts.append(site.wording.text("{reason}: {points}", reason=words, points=points))
    return tuple(parts)


def how_ranked(site: Site) -> tuple[str, ...]:
    """Explain the points, one sentence for each key of `value` in rules.yml."""
    say = site.wording.text
    told = (
        (say(field.description or ""), getattr(site.weights, key))
        for key, field in Weights.model_fields.items()
    )
    return (
        *(
            say("{meaning} {points}", meaning=meaning, points=points_words(points, site))
            for meaning, points in told
            if points
        ),
        say("At the same value, the earlier phase comes first, then the alphabet decides."),
        say("What writers do comes before what others decide and change; minor gaps come last."),
    )


_REASONS: Mapping[Part, str] = {
    Part.IMPORTANCE: marked("importance {mark} of 5"),
    Part.NEUTRAL: marked("importance not told, taken as {mark}"),
    Part.MOMENT_OF_TRUTH: marked("moment of truth"),
    Part.DISSATISFACTION: marked("satisfaction {mark} of 5"),
    Part.FEELING: marked("feels bad, {mark}"),
    Part.DROP_OFF: marked("people leave for it"),
    Part.ASSUMPTION: marked("an assumption"),
    Part.PERSONA: marked("{about} weighs {mark}"),
    Part.ROLE: marked("{about} decides or buys"),
    Part.PARTLY: marked("partly answered"),
    Part.PLACE: marked("place {mark} in its list"),
}
_STAGES = {"buyer": marked("before the purchase"), "customer": marked("after the purchase")}


def _words(reason: Reason, entry: Entry, site: Site) -> str:
    wording: Wording = site.wording
    number = int(reason.amount)
    match reason.part:
        case Part.EVIDENCE:
            return wording.count("{n} round of research", "{n} rounds of research", number)
        case Part.PEOPLE:
            return wording.count("{n} person asked", "{n} people asked", number)
        case Part.SHARED:
            return wording.count("shared by {n} persona", "shared by {n} personas", number)
        case Part.SEVERITY:
            severity = severity_word(site, entry.finding.severity)
            return wording.text("severity {severity}", severity=severity)
    words = _REASONS.get(reason.part, _STAGES.get(reason.about, ""))
    if reason.part is Part.IMPORTANCE and reason.about:
        words = marked("importance {mark} of 5 of “{about}”")
    is_feeling = reason.part is Part.FEELING
    mark = wording.signed(reason.amount) if is_feeling else wording.number(reason.amount)
    return wording.text(words, mark=mark, about=reason.about)


def how_many(personas: Sequence[str], site: Site) -> str:
    """Count personas that are too many to name wherever they share something."""
    return site.wording.count("{n} persona", "{n} personas", len(personas))
