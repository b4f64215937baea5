"""What a handbook holds and what its gaps come to, a line for each thing."""

import json
from collections.abc import Iterator
from typing import Any

from journeybook.codes import Severity
from journeybook.exports.finder import finder_rows
from journeybook.exports.json_export import handbook_json
from journeybook.findings import Ref
from journeybook.fixes.fix import Fix
from journeybook.fixes.tags import suggested_tags
from journeybook.gaps.ledger import Entry
from journeybook.pages.catalogue import sources as catalogue
from journeybook.pages.parts.site import Site
from tests.snapshots.printing import json_text


def data_lines(site: Site, key: str) -> Iterator[str]:
    """Give what is exported under a key, but for what is empty.

    Or what a `search` finds, or a `report` tells of content that stands elsewhere.
    """
    if key in ("report", "whole-report"):
        yield from report_lines(site, everything=key == "whole-report")
        return
    if key == "search":
        yield from (" | ".join(row) for row in finder_rows(site))
        return
    yield from json_text(_filled(json.loads(handbook_json(site))[key])).splitlines()


def _filled(value: Any) -> Any:  # noqa: ANN401 - of JSON
    match value:
        case dict():
            return {key: _filled(one) for key, one in value.items() if not _is_nothing(one)}
        case list():
            return [_filled(one) for one in value]
    return value


def report_lines(site: Site, *, everything: bool) -> Iterator[str]:
    """Tell what became of content that stands elsewhere, in short or with all there is."""
    for one in site.handbook.inventory:
        yield from catalogue.report_lines(one, site, everything=everything)
    for told in site.handbook.use:
        yield from catalogue.use_lines(told, site, everything=everything)
    tags = suggested_tags(site.fixes.finder)
    yield from catalogue.tag_lines(tags, site, everything=everything)


def _is_nothing(value: object) -> bool:
    return value is None or value is False or value in ("", [], {})


def work_lines(site: Site) -> Iterator[str]:
    """Give every fix with its gaps, the gaps that nobody works on, and what is suggested."""
    fixes = site.fixes
    for fix in fixes.all:
        yield _fix(fix)
        yield from (f"  {_entry(one)}" for one in fix.entries)
        yield from (
            f"  = {one.asset} {one.share} {' '.join(one.words)}{' there' * one.is_there}"
            for one in fix.offers
        )
    for entry in site.ledger.entries:
        if fixes.of(entry.finding.fingerprint) is None:
            yield f"{entry.state}: {_entry(entry)}"
    for tags in suggested_tags(fixes.finder):
        told = (*tags.personas, *tags.phases, *tags.answers, tags.type or "")
        yield f"# {tags.asset.id}: {' | '.join(filter(None, told))}"


def heaviest(fix: Fix) -> Severity:
    """Give the severity of the heaviest gap of a fix."""
    return max(entry.finding.severity for entry in fix.entries)


def _fix(fix: Fix) -> str:
    due = f", due {fix.due}" if fix.due else ""
    worth = f"{heaviest(fix).word}, {fix.value} for {fix.effort} is {fix.worth}"
    return f"{fix.kind} {_ref(fix.about)}: {worth}, {fix.owner or 'nobody'}{due}"


def _ref(ref: Ref | None) -> str:
    return f"{ref.kind}:{ref.id}" if ref else "-"


def _entry(entry: Entry) -> str:
    bearing, met = entry.bearing, entry.bearing.met
    reasons = (
        f"{one.part} {one.points:g} ({one.amount:g} {one.about})" for one in entry.value.reasons
    )
    places = (bearing.journeys, bearing.phases, bearing.channels, [one.id for one in bearing.steps])
    near = [one.id for one in met.touchpoints]
    return "; ".join(
        (
            f"{entry.finding.code} {_ref(entry.finding.subject)}",
            " ".join(bearing.sharing),
            *(" ".join(part) for part in places),
            " ".join(near),
            ", ".join(reasons),
        )
    ).replace(" )", ")")
