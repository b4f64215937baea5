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
from journeybook.rules.engine.about import gap_of_asset
from journeybook.rules.engine.rule import FixKind
from journeybook.rules.engine.settings import Settings

CODE = Code.RETIRED_ASSET_IN_USE
SEVERITY = Severity.MEDIUM
FIX = FixKind.LINK


def check(handbook: Handbook, settings: Settings) -> Iterator[Finding]:
    """Find retired content that something still leads to."""
    say, both = settings.wording.text, settings.wording.both
    found = grouped(
        (claimed, (span, text))
        for claimed, span, text in _references(handbook)
        if handbook.assets[claimed].status is Status.RETIRED
    )
    for identifier, places in found.items():
        asset = handbook.assets[identifier]
        named = dict.fromkeys(f"“{text}”" for _, text in places)
        message = say(
            "“{asset}” is retired, but still named by {places}",
            asset=asset.title,
            places=both(named),
        )
        hint = say("name its successor there, or nothing")
        gap = gap_of_asset(settings, CODE, asset, message, hint)
        yield replace(gap, span=min(span for span, _ in places))


def _references(handbook: Handbook) -> Iterator[tuple[str, Span, str]]:
    for _, step in handbook.steps:
        for touchpoint in step.touchpoints:
            yield from ((one, touchpoint.span, touchpoint.text) for one in touchpoint.assets)
        for drop_off in step.drop_offs:
            yield from ((one, drop_off.span, drop_off.text) for one in drop_off.assets)
        for expectation in step.expectations:
            yield from (
                (one, expectation.span, expectation.text) for one in expectation.met_by_assets
            )
    for asset in handbook.assets.values():
        if asset.status is not Status.RETIRED:
            yield from ((one, asset.span, asset.title) for one in asset.next)
