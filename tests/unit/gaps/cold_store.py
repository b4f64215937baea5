"""A handbook with a few gaps of every weight, and ways to look at them."""

from dataclasses import replace

from journeybook.codes import Code, Family
from journeybook.gaps.ledger import Entry
from journeybook.pages.parts.site import Site
from journeybook.pipeline import Judged
from tests.unit.handbooks import judged

FILES = {
    "personas/cfo.md": "---\nlanguages: [en]\nowner: Content team\n---\n# CFO\n",
    "personas/operations.md": "# Operations manager\n",
    "phases/purchase.md": """
        ---
        order: 3
        stage: buyer
        expects: {assets: 2, formats: 2, types: [faq], cta: required, gated: discouraged}
        ---
        # Purchase
        """,
    "phases/engage.md": "---\norder: 5\nstage: customer\n---\n# Engage\n",
    "channels/website.md": "---\ntype: owned\n---\n# Website\n",
    "channels/peers.md": "---\ntype: earned\n---\n# Peers\n",
    "journeys/cfo/index.md": "---\npersona: cfo\nowner: Pricing desk\n---\n# The CFO's journey\n",
    "journeys/cfo/purchase.md": """
        ---
        needs: [Certainty about the price]
        questions:
          - {text: "What does it cost?", id: cost, evidence: [talks]}
          - {text: "Can we lease?", id: lease, evidence: [talks]}
        expectations: [An answer within a day]
        touchpoints:
          - title: Looks for a price
            channel: website
            importance: 5
            satisfaction: 2
            moment_of_truth: true
            assets: [prices]
          - {title: Calls another CFO, channel: peers, importance: 2}
        drop_offs:
          - {text: Finds no valid price, why: The page is from 2024}
        ---
        """,
    "journeys/cfo/engage.md": "---\nquestions: [{text: Who helps?, id: help}]\n---\n",
    "journeys/operations/index.md": """
        ---
        persona: operations
        scope: [purchase]
        ---
        # Another journey
        """,
    "journeys/operations/purchase.md": """
        ---
        questions: [{text: "What does it cost?", id: price, evidence: [talks]}]
        ---
        """,
    "research/talks.md": "---\nmethod: interview\n---\n# Talks\n",
    "assets/prices.md": """
        ---
        title: Prices
        type: price-page
        status: published
        published: 2026-11-01
        personas: [cfo]
        phases: [purchase]
        channels: [website]
        language: en
        cta: Ask for a quote
        owner: Pricing desk
        ---
        """,
    "assets/lease-options.md": """
        ---
        title: Lease options
        type: faq
        status: draft
        due: 2026-12-12
        personas: [cfo]
        phases: [purchase]
        answers: [lease]
        owner: Pricing desk
        ---
        """,
}


# What these tests count is the same whichever rules there are besides.
CODES = (
    Code.ASSUMPTION,
    Code.CHANNEL_WITHOUT_CONTENT,
    Code.DROP_OFF_WITHOUT_COUNTERMEASURE,
    Code.MISSING_ASSET_TYPE,
    Code.MOMENT_OF_TRUTH_WITHOUT_SUPPORT,
    Code.PHASE_WITHOUT_CONTENT,
    Code.PHASE_WITHOUT_CTA,
    Code.STALE_ASSET,
    Code.UNANSWERED_QUESTION,
)


def cold_store(**more: str) -> Judged:
    """Judge the handbook, with more files by path."""
    whole = judged({**FILES, **more})
    findings = tuple(
        one for one in whole.findings if one.family is Family.PROBLEM or one.code in CODES
    )
    return replace(whole, findings=findings, site=replace(whole.site, findings=findings))


def gaps_site(**more: str) -> Site:
    """Rank its gaps."""
    return cold_store(**more).site


def entry(site: Site, code: str, subject: str = "") -> Entry:
    """Find the one gap of a code whose subject ends so."""
    found = [
        one
        for one in site.ledger.entries
        if one.finding.code == code and (one.finding.subject_id or "").endswith(subject)
    ]
    assert len(found) == 1, [one.finding for one in found]
    return found[0]
