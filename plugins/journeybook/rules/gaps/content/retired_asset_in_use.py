"""Retired content still in use.

A touchpoint, a drop-off, an expectation or other content still names content that was retired.

The map promises something that customers can no longer find.

Name its successor in its place, or take the reference out.
"""

from collections.abc import Iterator
from dataclasses import replace

from journeybook.codes import Code, Severity
from journeybook.findings import Finding, Span
from journeybook.grouping import grouped
from journeybook.handbook.book import Handbook
from journeybook.handbook.vocabulary import Status
from journeybook.rules.engine.about import Said, asset_place, gap_of_asset
from journeybook.rules.engine.rule import FixKind
from journeybook.rules.engine.scope import Place, together
from journeybook.rules.engine.settings import Settings

CODE = Code.RETIRED_ASSET_IN_USE
SEVERITY = Severity.MEDIUM
FIX = FixKind.LINK


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find retired content that something still leads to."""
    say, both = settings.wording.text, settings.wording.both
    found = grouped(
        (claimed, (span, text, place))
        for claimed, span, text, place in _references(handbook)
        if handbook.assets[claimed].status is Status.RETIRED
    )
    for identifier, places in found.items():
        asset = handbook.assets[identifier]
        named = dict.fromkeys(f"“{text}”" for _, text, _ in places)
        message = say(
            "“{asset}” is retired, but still named by {places}",
            asset=asset.title,
            places=both(named),
        )
        hint = say("name its successor there, or nothing")
        named_at = (asset_place(asset), *(place for _, _, place in places))
        gap = gap_of_asset(settings, CODE, asset, message, hint, place=together(named_at))
        yield replace(gap, span=min(span for span, _, _ in places))


def _references(handbook: Handbook) -> Iterator[tuple[str, Span, str, Place]]:
    for journey, step in handbook.steps:
        named = (
            *((one, one.assets) for one in step.touchpoints),
            *((one, one.assets) for one in step.drop_offs),
            *((one, one.met_by_assets) for one in step.expectations),
        )
        for said, assets in named:
            place = Said(journey=journey, step=step, statement=said).place
            yield from ((one, said.span, said.text, place) for one in assets)
    for asset in handbook.assets.values():
        if asset.status is not Status.RETIRED:
            place = asset_place(asset)
            yield from ((one, asset.span, asset.title, place) for one in asset.next)
