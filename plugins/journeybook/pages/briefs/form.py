"""What a new piece should be: its type, whether it is gated, where it stands, and by when."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product

from journeybook.codes import Code
from journeybook.gaps.ledger import Entry
from journeybook.handbook.entities import Expects
from journeybook.handbook.journeys import Cause
from journeybook.handbook.planning import USUAL
from journeybook.handbook.statements import Statement
from journeybook.pages.parts.nearby import Nearby
from journeybook.pages.parts.site import Site
from journeybook.schema.fields import Effort

_ATTRACTS = frozenset({"ad", "social-post"})
"""Types that lead somewhere and are too short to answer anything themselves."""

_WORTH_AN_ADDRESS = frozenset(
    (
        *("calculator", "checklist", "demo", "ebook", "event", "report", "template"),
        *("tool", "training", "webinar", "whitepaper"),
    )
)
"""Types for which people leave an address."""

_OTHERWISE = ("blog", "faq", "checklist", "whitepaper", "video", "case")
_SUITS, _HABIT, _EXPECTED, _THERE = 4, 3, 1, -2


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What a new piece should be; what is not known, or makes no difference, is empty.

    `others` are types that would do as well; `why_open` says why it is not put behind a form.
    """

    type: str | None
    others: tuple[str, ...]
    gated: bool | None
    why_open: str
    cta: str
    channels: tuple[str, ...]
    language: str | None
    effort: Effort
    due: date
    owner: str | None


def form_of(entry: Entry, site: Site) -> Form:
    """Work out what a piece that closes a gap should be."""
    types = _types(entry, site)
    first = next(iter(types), None)
    demands = tuple(_demands(entry, site))
    gated, why_open = _gated(entry, first, demands, site)
    planning, known = site.handbook.planning, site.handbook.vocabulary.effort_of(first)
    needs_call = any(expects.cta == "required" for expects in demands)
    return Form(
        type=first,
        others=types[1:3],
        gated=gated,
        why_open=why_open,
        cta=_call(entry, site) if needs_call else "",
        channels=_channels(entry, site),
        language=_language(entry, site),
        effort=known or USUAL,
        due=planning.within[known or USUAL].after(site.handbook.today),
        owner=_owner(entry, site),
    )


def _demands(entry: Entry, site: Site) -> Iterator[Expects]:
    for phase in (site.handbook.phases[phase] for phase in entry.bearing.phases):
        personas = entry.bearing.personas
        yield from (phase.expects_of(persona) for persona in personas)
        if not personas:
            yield phase.expects


def _types(entry: Entry, site: Site) -> tuple[str, ...]:
    """The types that suit what is asked, those who ask and the place, best first."""
    wish = entry.finding.wish.type
    if wish:
        return (wish,)
    present = set(around(entry, site).types)
    if entry.finding.code == Code.NOTHING_GATED:
        present |= set(site.handbook.vocabulary.asset_types) - _WORTH_AN_ADDRESS
    points = _points(entry, site)
    # A gap of formats is closed by one that is not there yet; elsewhere one more is no harm.
    must_differ = entry.finding.code in (Code.TOO_FEW_FORMATS, Code.NOTHING_GATED)
    for kind in points:
        points[kind] += _THERE if kind in present else 0
    found = sorted(points, key=lambda one: -points[one])
    return tuple(one for one in found if not (must_differ and one in present))


def _points(entry: Entry, site: Site) -> Counter[str]:
    known, points = site.handbook.vocabulary.asset_types, Counter[str]()
    statement = entry.bearing.statement
    asks = isinstance(statement, Statement)
    suiting = _suiting(statement.text, site) if isinstance(statement, Statement) else ()
    for at, type_ in enumerate(suiting):
        points[type_] += _SUITS - at
    for persona in entry.bearing.personas:
        for at, type_ in enumerate(site.handbook.personas[persona].formats):
            points[type_] += max(_HABIT - at, 1)
    for expects in _demands(entry, site):
        for type_ in expects.types:
            points[type_] += _EXPECTED
    for type_ in _OTHERWISE:
        points[type_] += 0
    attracting = _ATTRACTS if asks else frozenset[str]()
    return Counter({key: n for key, n in points.items() if key in known and key not in attracting})


def _suiting(text: str, site: Site) -> tuple[str, ...]:
    known = site.handbook.vocabulary
    forms = known.question_forms
    return next((form.types for form in forms if known.stems.has_any(form.words, text)), ())


def _gated(
    entry: Entry, kind: str | None, demands: Iterable[Expects], site: Site
) -> tuple[bool | None, str]:
    say, wishes = site.wording.text, {expects.gated for expects in demands}
    drop_offs = (one for step in entry.bearing.steps for one in step.drop_offs)
    if any(one.because is Cause.GATE for one in drop_offs):
        return False, say("people leave here because of a form")
    if "discouraged" in wishes:
        return False, say("this phase wants nothing behind a form")
    if "expected" not in wishes or kind not in _WORTH_AN_ADDRESS:
        return None, ""
    if around(entry, site).is_gated:
        return None, say("something is behind a form here already")
    return True, ""


def _channels(entry: Entry, site: Site) -> tuple[str, ...]:
    """Those the gap is about, else those where the personas meet us at this point."""
    bearing = entry.bearing
    if bearing.channels:
        return bearing.channels
    personas = set(bearing.personas)
    near = bearing.met.touchpoints or [one for step in bearing.steps for one in step.touchpoints]
    met = (one for one in near if not personas.isdisjoint(one.personas))
    used = dict.fromkeys(one.channel for one in met if one.channel)
    owned = [one for one in used if site.handbook.channels[one].type == "owned"]
    return tuple(owned or used)


def _call(entry: Entry, site: Site) -> str:
    """The call to action used most around here, so that the new piece leads the same way."""
    texts = around(entry, site).calls
    if not texts:
        return site.wording.text("Plan a conversation")
    return min(texts, key=lambda text: (-texts[text], text))


def _language(entry: Entry, site: Site) -> str | None:
    """The language that is missing, else the first of the personas."""
    personas = (site.handbook.personas[one] for one in entry.bearing.personas)
    spoken = (language for one in personas for language in one.languages)
    return entry.finding.wish.language or next(spoken, None)


def _owner(entry: Entry, site: Site) -> str | None:
    """Who owns the gap, else the journey, else the persona."""
    book, bearing = site.handbook, entry.bearing
    owners = (
        entry.finding.owner,
        *(book.journeys[one].owner for one in bearing.journeys),
        *(book.personas[one].owner for one in bearing.personas),
    )
    return next((one for one in owners if one), None)


def around(entry: Entry, site: Site) -> Nearby:
    """The content of the same personas in the same phases."""
    place = entry.bearing.personas, entry.bearing.phases
    if place not in site.nearby:
        coverage = site.handbook.coverage
        found = (coverage.assets_at(persona, phase) for persona, phase in product(*place))
        by_id = {one.id: one for assets in found for one in assets}
        site.nearby[place] = Nearby(assets=tuple(by_id.values()))
    return site.nearby[place]
