"""How far the content for a persona is from what a phase expects, demand by demand."""

from collections.abc import Sequence
from dataclasses import dataclass

from journeybook.handbook.entities import Asset, Expects, Phase
from journeybook.handbook.ids import plain_language
from journeybook.handbook.index.matrix_facts import CellState, Scope, cells_of
from journeybook.pages.parts.site import Site


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One expectation, met or not: a mark and a sentence."""

    mark: str
    words: str


def checks(persona: str, phase: Phase, site: Site) -> tuple[Check, ...]:
    """Compare what is published for a persona with what the phase expects."""
    coverage, expects = site.handbook.coverage, phase.expects_of(persona)
    every = coverage.assets_at(persona, phase.id)
    live = coverage.reaching(persona, phase.id)
    found = [
        _assets_check(live, every, expects, site),
        _formats_check(live, expects, site),
        _types_check(live, expects, site),
        _cta_check(live, expects, site),
        _gating_check(live, expects, site),
        _channels_check(persona, phase, site),
        _languages_check(persona, live, site),
    ]
    return tuple(check for check in found if check)


def _assets_check(
    live: Sequence[Asset], every: Sequence[Asset], expects: Expects, site: Site
) -> Check:
    say, coming = site.wording, sum(asset.status.is_coming for asset in every)
    words = say.count("{n} asset published", "{n} assets published", len(live))
    if expects.assets:
        words = say.text("{n} of {expected} assets published", n=len(live), expected=expects.assets)
        if len(live) > expects.assets:
            words = say.text(
                "{n} assets published, {expected} expected", n=len(live), expected=expects.assets
            )
    if coming:
        words = say.text("{assets}, {coming} on the way", assets=words, coming=coming)
    return Check(mark=_mark(len(live), expects.assets or 1, coming), words=words)


def _formats_check(live: Sequence[Asset], expects: Expects, site: Site) -> Check | None:
    formats = len({asset.type for asset in live if asset.type})
    if not expects.formats or not live:
        return None
    words = site.wording.text("{n} of {expected} formats", n=formats, expected=expects.formats)
    if formats >= expects.formats:
        words = site.wording.count("{n} format", "{n} formats", formats)
    return Check(mark=_mark(formats, expects.formats, 0), words=words)


def _types_check(live: Sequence[Asset], expects: Expects, site: Site) -> Check | None:
    present = {asset.type for asset in live}
    label = site.handbook.vocabulary.type_label
    missing = [label(one) for one in expects.types if one not in present]
    if not expects.types or not live:
        return None
    if missing:
        named = site.wording.both(missing)
        return Check(mark="open", words=site.wording.text("missing: {types}", types=named))
    return Check(mark="answered", words=site.wording.text("every expected type is there"))


def _cta_check(live: Sequence[Asset], expects: Expects, site: Site) -> Check | None:
    if expects.cta != "required" or not live:
        return None
    calling = sum(asset.cta is not None for asset in live)
    words = site.wording.text("call to action on {n} of {all}", n=calling, all=len(live))
    if not calling:
        words = site.wording.text("no call to action")
    return Check(mark=_mark(calling, len(live), calling), words=words)


def _gating_check(live: Sequence[Asset], expects: Expects, site: Site) -> Check | None:
    gated = sum(asset.gated is True for asset in live)
    if expects.gated == "discouraged" and gated:
        words = site.wording.count("{n} asset gated", "{n} assets gated", gated)
        return Check(mark="open", words=words)
    if expects.gated == "expected" and live and not gated:
        return Check(mark="open", words=site.wording.text("nothing gated"))
    return None


def _channels_check(persona: str, phase: Phase, site: Site) -> Check | None:
    cells = cells_of(site.handbook, Scope(personas=(persona,), phases=(phase.id,))).values()
    used = [cell.state for cell in cells if cell.users]
    if not used:
        return None
    served = used.count(CellState.SERVED)
    words = site.wording.text("{n} of {all} channels served", n=served, all=len(used))
    partly = len(used) - used.count(CellState.MISSING)
    return Check(mark=_mark(served, len(used), partly), words=words)


def _languages_check(persona: str, live: Sequence[Asset], site: Site) -> Check | None:
    """Compare the languages of the content with those of the persona, where both are told."""
    written = {plain_language(asset.language) for asset in live if asset.language}
    spoken = site.handbook.personas[persona].languages
    if not spoken or not written:
        return None
    missing = [one for one in spoken if plain_language(one) not in written]
    names = site.wording.both(site.wording.language_name(one) for one in missing or spoken)
    if missing:
        return Check(
            mark="open", words=site.wording.text("nothing in {languages}", languages=names)
        )
    return Check(mark="answered", words=site.wording.text("in {languages}", languages=names))


def _mark(amount: int, expected: int, partly: int) -> str:
    if amount >= expected:
        return "answered"
    return "filling" if amount or partly else "open"
