"""Where the site shows what a change is about."""

from journeybook.compare.change import Change, Thing, What
from journeybook.findings import RefKind
from journeybook.handbook.addressing.anchors import gap_anchor
from journeybook.handbook.journeys import Step
from journeybook.pages.parts.site import Site
from journeybook.schema import Kind

_PAGES = frozenset(kind.value for kind in Kind) - {Kind.STEP.value}


def page_of(change: Change, site: Site) -> str:
    """Give the address, from that of the site, of the page on which a change is to be seen."""
    uri, anchor = _place(change, site)
    return site.shape.address(uri) + (f"#{anchor}" if anchor else "") if uri else ""


def _place(change: Change, site: Site) -> tuple[str, str]:
    book, addresses, subject = site.handbook, site.addresses, change.subject
    if change.thing is Thing.GAP and (report := _report(change, site)):
        return report
    if change.thing is Thing.PAGE and change.what is not What.REMOVED:
        return change.span.path.removeprefix(f"{site.shape.content}/"), ""
    if change.what is What.REMOVED or subject is None:
        return "", ""
    if subject.kind.value in _PAGES:
        entity = book.entities[Kind(subject.kind.value)].get(subject.id)
        return (addresses.page(entity), addresses.entity_anchor(entity)) if entity else ("", "")
    known = book.entities[Kind.STEP].get(subject.id)
    step = known if subject.kind is RefKind.STEP else book.step(subject.id)
    if not isinstance(step, Step):
        return "", ""
    return addresses.journey(step.journey), addresses.step_anchor(step)


def _report(change: Change, site: Site) -> tuple[str, str] | None:
    # What is open stands in the report of its phase.
    finding = change.finding
    known = finding and finding.phase in site.handbook.phases and not finding.waived
    if not finding or not finding.phase or not known or change.what is not What.ADDED:
        return None
    return site.addresses.gaps_of(finding.phase), gap_anchor(finding.fingerprint)
