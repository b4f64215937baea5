"""Whom a place or a finding concerns, and the link that opens a discussion about it."""

from dataclasses import dataclass
from urllib.parse import quote

from journeybook.findings import Finding, Span
from journeybook.handbook.journeys import Step
from journeybook.pages.parts.site import Site

FIELDS = ("title", "body", "path", "line", "persona", "phase")
"""What the pattern of an address may leave open, each between curly brackets."""


_LONGEST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """Whom something concerns and when, by id."""

    personas: tuple[str, ...] = ()
    phases: tuple[str, ...] = ()


NOBODY = Concern()
"""For what concerns nobody more than others."""


def concern_of(finding: Finding) -> Concern:
    """Tell whom a finding concerns, and when."""
    personas = finding.personas or ((finding.persona,) if finding.persona else ())
    phases = finding.phases or ((finding.phase,) if finding.phase else ())
    return Concern(personas=personas, phases=phases)


def concern_in(step: Step) -> Concern:
    """Tell whom a step concerns, and when."""
    return Concern(personas=step.personas, phases=(step.phase,) if step.phase else ())


def discussion_link(
    site: Site, span: Span, about: str, fingerprint: str = "", concern: Concern = NOBODY
) -> str | None:
    """Give the address that opens an issue about a place; None where the site has no pattern.

    The issue is called what it is about, shortened, and names whom it concerns and when, the file,
    the line and the gap.
    """
    address = site.shape.discuss
    if address is None:
        return None
    book = site.handbook
    persona, phase = (
        ", ".join(folder[one].title for one in named if one in folder)
        for folder, named in ((book.personas, concern.personas), (book.phases, concern.phases))
    )
    values = {
        "title": _shortened(about),
        "body": _body(site, _place(site, span, fingerprint), persona, phase),
        "persona": persona,
        "phase": phase,
        "path": span.path,
        "line": str(span.line),
    }
    # What is filled in holds no bracket of its own, so the order does not matter.
    for name in FIELDS:
        address = address.replace(f"{{{name}}}", quote(values[name], safe="/:"))
    return address


def _body(site: Site, place: str, persona: str, phase: str) -> str:
    say = site.wording.text
    lines = (
        say("For whom: {persona}", persona=persona) if persona else "",
        say("In which phase: {phase}", phase=phase) if phase else "",
        place,
    )
    return "\n".join(line for line in lines if line)


def _place(site: Site, span: Span, fingerprint: str) -> str:
    say, place = site.wording.text, f"{span.path}:{span.line}"
    if fingerprint:
        return say("About {place}, gap {fingerprint}", place=place, fingerprint=fingerprint)
    return say("About {place}", place=place)


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"
