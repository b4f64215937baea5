"""A small handbook in which every state of the channel matrix occurs."""

from functools import cache

from journeybook.pages.parts.site import Site
from tests.unit.handbooks import judged

FILES = {
    "personas/cfo.md": """
        ---
        title: CFO
        quote: Show me the whole price.
        goals: [{text: No surprises, evidence: talks}]
        pains: [Called in last]
        channels: {primary: [email], tertiary: [fair]}
        ---
        """,
    "personas/clerk.md": "# Clerk",
    "phases/buy.md": """
        ---
        title: Buy
        order: 1
        stage: buyer
        expects: {assets: 2, formats: 1, types: [blog], cta: required, gated: allowed}
        ---
        """,
    "phases/use.md": "---\ntitle: Use\norder: 2\nstage: customer\n---",
    "channels/website.md": "---\ntitle: Website\ntype: owned\n---",
    "channels/email.md": "---\ntitle: Email\ntype: owned\n---",
    "channels/peers.md": "---\ntitle: Peers\ntype: earned\n---",
    "channels/fair.md": "---\ntitle: Fair\ntype: paid\n---",
    "channels/radio.md": "# Radio",
    "research/talks.md": "---\ntitle: Talks\nmethod: interview\nfindings: [Price first]\n---",
    "actions/call.md": """
        ---
        title: Call back
        journey: both
        touchpoint: asks-a-colleague
        impact: high
        term: short
        status: doing
        kpi: {name: Calls, actual: 3, target: 9, unit: a day}
        lesson: "*Nobody* calls after six."
        ---
        """,
    "journeys/both/index.md": "---\ntitle: Both\npersonas: [cfo, clerk]\n---",
    "journeys/both/buy.md": """
        ---
        questions:
          - {text: What does it cost?, evidence: talks}
          - {text: Can we lease?, personas: cfo}
          - Who installs it?
        emotion: {score: -1, label: wary}
        touchpoints:
          - {title: Reads prices, channel: website, importance: 4, satisfaction: 2, emotion: -1,
             assets: [prices]}
          - {title: Asks a colleague, channel: peers, moment_of_truth: true}
          - {title: Gets a mail, channel: email, personas: clerk, importance: 2}
        drop_offs:
          - {text: Finds no lease, countermeasures: [lease, call]}
        ---
        """,
    "journeys/both/use.md": "---\ntouchpoints: [{title: Looks it up, channel: website}]\n---",
    "assets/prices.md": """
        ---
        title: =Prices
        type: price-page
        status: published
        published: 2026-01-01
        review_every: 6 months
        personas: all
        phases: buy
        channels: [website]
        answers: [what-does-it-cost]
        next: [lease]
        language: en
        ---
        Our *prices*.
        """,
    "assets/tour.md": """
        ---
        title: Tour
        type: video
        status: published
        personas: cfo
        phases: [buy, use]
        channels: [website, radio]
        cta: Book a visit
        gated: true
        language: nl
        ---
        """,
    "assets/lease.md": """
        ---
        title: Lease
        type: datasheet
        status: draft
        due: 2027-01-31
        personas: cfo
        phases: buy
        channels: [email, website]
        answers: [can-we-lease]
        owner: Pricing desk
        ---
        """,
    "assets/old.md": "---\ntitle: Old\nstatus: retired\npersonas: cfo\nphases: buy\n---",
}


@cache
def site() -> Site:
    """The handbook, judged."""
    return judged(FILES).site
