"""How far the content for a persona is from what a phase expects, demand by demand."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from journeybook.counts.counted import Counted
from journeybook.counts.within import Within
from journeybook.handbook.entities import Asset, Expects, Phase
from journeybook.handbook.fitting.asked import Part
from journeybook.handbook.fitting.coverage import published
from journeybook.handbook.ids import plain_language
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.tallies import tally
from journeybook.pages.parts.ways.links import Here
from journeybook.pages.parts.words.states import UNCOUNTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One expectation, met or not: a mark and a sentence."""

    mark: str
    words: str
    attributes: Markup = UNCOUNTED


def checks(persona: str, phase: Phase, here: Here) -> tuple[Check, ...]:
    """Compare what is published for a persona with what the phase expects."""
    site = here.site
    coverage, expects = site.handbook.coverage, phase.expects_of(persona)
    every = coverage.assets_at(persona, phase.id)
    live = coverage.reaching(persona, phase.id)
    found = [
        _assets_check(persona, phase, expects, here),
        _formats_check(live, expects, site),
        _types_check(live, expects, site),
        _cta_check(live, expects, site),
        _gating_check(live, expects, site),
        _places_check(persona, phase, here),
        _languages_check(persona, every, site),
    ]
    return tuple(check for check in found if check)


def _assets_check(persona: str, phase: Phase, expects: Expects, here: Here) -> Check:
    within, say = Within(persona=persona, phase=phase.id), here.site.wording.text
    reaching, coming = (tally(here, what, within) for what in (Counted.REACHING, Counted.COMING))
    number, words = reaching.number, reaching.words
    if expects.assets:
        words = here.site.wording.count(
            "{there} of {n} asset within reach",
            "{there} of {n} assets within reach",
            expects.assets,
            there=number,
        )
        if number > expects.assets:
            words = say(
                "{n} assets within reach, {expected} expected", n=number, expected=expects.assets
            )
    if coming.number:
        words = say("{assets}, {coming} on the way", assets=words, coming=coming.number)
    return Check(
        mark=_mark(number, expects.assets or 1, coming.number),
        words=words,
        attributes=reaching.attributes,
    )


def _formats_check(live: Sequence[Asset], expects: Expects, site: Site) -> Check | None:
    formats = len({asset.type for asset in live if asset.type})
    if not expects.formats:
        return None
    words = site.wording.count(
        "{there} of {n} format", "{there} of {n} formats", expects.formats, there=formats
    )
    if formats >= expects.formats:
        words = site.wording.count("{n} format", "{n} formats", formats)
    return Check(mark=_mark(formats, expects.formats, 0), words=words)


def _types_check(live: Sequence[Asset], expects: Expects, site: Site) -> Check | None:
    present = {asset.type for asset in live}
    label = site.handbook.vocabulary.type_label
    missing = [label(one) for one in expects.types if one not in present]
    if not expects.types:
        return None
    if missing:
        named = site.wording.both(missing)
        return Check(mark="open", words=site.wording.text("missing: {types}", types=named))
    return Check(mark="answered", words=site.wording.text("every expected type is there"))


def _cta_check(live: Sequence[Asset], expects: Expects, site: Site) -> Check | None:
    if expects.cta != "required":
        return None
    calling = sum(asset.cta is not None for asset in live)
    words = site.wording.text("call to action on {n} of {all}", n=calling, all=len(live))
    if not calling:
        words = site.wording.text("no call to action")
    # Content that calls for nothing may go, which brings those who read no further.
    return Check(mark=_mark(calling, expects.assets or 1, 0), words=words)


def _gating_check(live: Sequence[Asset], expects: Expects, site: Site) -> Check | None:
    gated = sum(asset.gated is True for asset in live)
    if expects.gated == "discouraged" and gated:
        words = site.wording.count("{n} asset gated", "{n} assets gated", gated)
        return Check(mark="open", words=words)
    if expects.gated == "expected" and not gated:
        return Check(mark="open", words=site.wording.text("nothing gated"))
    return None


def _places_check(persona: str, phase: Phase, here: Here) -> Check:
    within = Within(persona=persona, phase=phase.id)
    served = tally(here, Counted.SERVED, within)
    places, missing = (
        here.site.counts.of(one, within) for one in (Counted.PLACES, Counted.MISSING)
    )
    if not places:
        words = here.site.wording.text("nobody told where they come")
        return Check(mark="open", words=words)
    asked = Part.TOUCHPOINTS not in here.site.handbook.asked.missing.get((persona, phase.id), ())
    return Check(
        mark=_mark(served.number, places, places - missing) if asked else "open",
        words=served.words,
        attributes=served.attributes,
    )


def _languages_check(persona: str, every: Sequence[Asset], site: Site) -> Check | None:
    """Tell which of the languages of a persona the content is in, where that is told."""
    spoken, live = site.handbook.personas[persona].languages, published(every)
    written = {plain_language(one.language) for one in live if one.language}
    shared = [one for one in spoken if plain_language(one) in written]
    # What does not say its language may well be in theirs.
    if not spoken or (not shared and any(not one.language for one in live)):
        return None
    names = site.wording.both(site.wording.language_name(one) for one in shared or spoken)
    if shared:
        return Check(mark="answered", words=site.wording.text("in {languages}", languages=names))
    return Check(mark="open", words=site.wording.text("nothing in {languages}", languages=names))


def _mark(amount: int, expected: int, partly: int) -> str:
    if amount >= expected:
        return "answered"
    return "filling" if amount or partly else "open"
