"""A journey with something in every lane, and the pages that come of it."""

from journeybook.adapters.disk.resources import shipped
from journeybook.pages.parts.filling.renderer import Renderer
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.site import Site
from tests.unit.handbooks import judged

FULL = {
    "personas/cfo.md": "---\ntitle: CFO\nrole: buyer\n---",
    "personas/it.md": "---\ntitle: IT manager\nrole: gatekeeper\n---",
    "phases/awareness.md": "---\ntitle: Awareness\norder: 1\nstage: buyer\n---",
    "phases/purchase.md": "---\ntitle: Purchase\norder: 2\nstage: buyer\n---",
    "phases/use.md": "---\ntitle: Use\norder: 3\nstage: customer\n---",
    "channels/call.md": "# Call",
    "research/talks.md": "# Talks",
    "assets/prices.md": """
        ---
        title: Price list
        type: price-page
        status: published
        personas: cfo
        phases: purchase
        answers: [cost]
        ---
        """,
    "assets/lease.md": """
        ---
        title: Lease options
        status: draft
        due: 2026-12-12
        personas: cfo
        phases: purchase
        answers: [lease]
        ---
        """,
    "actions/range.md": """
        ---
        title: Publish a range
        journey: cfo
        phase: purchase
        status: planned
        ---
        """,
    "journeys/cfo/index.md": """
        ---
        title: The CFO decides
        persona: cfo
        owner: Marketing
        reviewed: 2026-01-01
        review_every: 6 months
        ---
        """,
    "journeys/cfo/purchase.md": """
        ---
        title: Reads the proposal
        needs:
          - {text: One figure, evidence: [talks]}
        questions:
          - {text: What does it cost?, id: cost}
          - {text: Can we lease?, id: lease}
          - {text: Who else did this?, id: peers}
        emotion: {score: -1, label: wary, target: 1}
        expectations:
          - {text: An answer today, met_by: [calls-us]}
        touchpoints:
          - {title: Calls us, id: calls-us, channel: call, importance: 5, emotion: -1}
        drop_offs:
          - {text: Waits for the board, why: No page for the board, countermeasures: [range]}
        kpis:
          - {name: Days to sign, unit: days, target: 7, actual: 31}
        ---

        ## How it goes

        The sheet is closed for a month.
        """,
    "journeys/it/index.md": "---\ntitle: IT approves\npersona: it\n---",
    "journeys/it/purchase.md": """
        ---
        questions:
          - {text: What does it cost?, id: it-cost}
        ---
        """,
}


def full_site() -> Site:
    """The example as a site, whose sources can be edited."""
    return judged(FULL).site


def renderer() -> Renderer:
    """Fills the templates that ship."""
    return Renderer(shipped().templates, full_site().wording)


def block(page: Page, name: str) -> str:
    """The HTML of one block of a page."""
    return next(one.html for one in page.blocks if one.name == name)
