"""A brief is a valid asset that closes its gap, wherever it is written from."""

from urllib.parse import parse_qs, urlsplit

import pytest

from journeybook.codes import Code, Family
from journeybook.findings import Finding, Ref, RefKind
from journeybook.gaps.ledger import Entry
from journeybook.pages.briefs.brief import (
    Brief,
    can_be_briefed,
    make_brief,
)
from journeybook.pages.briefs.forges import new_file_link, takes_text
from journeybook.pages.parts.site import Site
from journeybook.rules.registry import own_rules
from tests.unit.gaps.cold_store import FILES, cold_store, entry, gaps_site
from tests.unit.handbooks import judged

NOTHING = Ref(kind=RefKind.WORD, id="")


def _answer(more: str) -> str:
    head = f"status: published\ntype: ad\npersonas: [cfo]\nphases: [awareness]\n{more}"
    return f"---\n{head}\n---\n# Answer\n"


AWARENESS = {
    "phases/awareness.md": """
        ---
        order: 1
        stage: buyer
        expects: {assets: 3, formats: 2, cta: required, types: [blog], gated: expected}
        ---
        # Awareness
        """,
    "personas/cfo.md": (
        "---\nlanguages: [nl]\nchannels: {primary: website}\nrole: buyer\n---\n# CFO\n"
    ),
    "journeys/cfo/awareness.md": """
        ---
        questions:
          - {text: "Is it: urgent?", id: urgent}
          - {text: "Was it urgent before?", id: before}
          - {text: "Who says so?", id: proof}
        ---
        """,
    "assets/again.md": _answer("language: nl\npublished: 2026-11-01"),
    "assets/proof.md": (
        "---\nstatus: published\ntype: ad\npersonas: [operations]\nanswers: [proof]\n---\n# Proof\n"
    ),
    "assets/urgency.md": _answer("language: en\npublished: 2026-11-01\nanswers: [urgent]"),
    "assets/history.md": _answer(
        "language: nl\npublished: 2001-11-01\nreview_every: 1 year\nanswers: [before]"
    ),
}
BUYER = {
    "personas/cfo.md": "---\nrole: buyer\n---\n# CFO\n",
    "journeys/cfo/index.md": "---\npersona: cfo\nscope: [engage]\n---\n# Another\n",
    "journeys/cfo/purchase.md": "---\nphase: engage\norder: 2\n---\nStory.\n",
    "assets/prices.md": "---\nstatus: retired\n---\n# Prices\n",
    "assets/lease-options.md": "---\nstatus: retired\n---\n# Lease\n",
}
MOMENT = {
    "phases/engage.md": "---\norder: 5\nexpects: {types: [ad], gated: expected}\n---\n# Engage\n",
    "journeys/cfo/engage.md": """
        ---
        touchpoints: [{title: Calls another CFO, channel: peers, moment_of_truth: true}]
        expectations: [To be told when it does not pay]
        ---
        """,
}
HANDBOOKS = {"moment": MOMENT, "purchase": {}, "awareness": AWARENESS, "buyer": BUYER}


def gaps() -> list[tuple[str, Entry]]:
    """Every gap that a new file closes, with the handbook it was found in."""
    sites = ((name, judged({**FILES, **more}).site) for name, more in HANDBOOKS.items())
    return [
        (name, one)
        for name, site in sites
        for one in site.ledger.entries
        if can_be_briefed(one, site)
    ]


GAPS = gaps()


def test_every_kind_that_a_brief_is_offered_for_is_tried() -> None:
    closed = {rule.code for rule in own_rules().values() if rule.closed_by}
    assert {one.finding.code for _, one in GAPS} == closed


@pytest.mark.parametrize(
    ("name", "gap"),
    GAPS,
    ids=[f"{name}-{one.finding.code}-{at}" for at, (name, one) in enumerate(GAPS)],
)
@pytest.mark.parametrize("part", ["text", "head"])
def test_brief_is_valid_and_closes_its_gap(name: str, gap: Entry, part: str) -> None:
    brief = make_brief(gap, judged({**FILES, **HANDBOOKS[name]}).site)
    after = judged({**FILES, **HANDBOOKS[name], brief.path: getattr(brief, part)})
    assert [str(one) for one in after.findings if one.family is Family.PROBLEM] == []
    left = [one for one in after.findings if one.fingerprint == gap.finding.fingerprint]
    # An empty phase is no longer empty; what it lacks from then on is told by another rule.
    assert left or gap.finding.code == Code.PHASE_WITHOUT_CONTENT
    assert not any(one.is_open for one in left)


@pytest.mark.parametrize(
    ("name", "gap"),
    GAPS,
    ids=[f"{name}-{one.finding.code}-{at}" for at, (name, one) in enumerate(GAPS)],
)
def test_what_a_brief_becomes_closes_the_gap_without_another_line(name: str, gap: Entry) -> None:
    brief = make_brief(gap, judged({**FILES, **HANDBOOKS[name]}).site)
    published = brief.text.replace("status: idea", "status: published\npublished: 2026-11-21")
    after = judged({**FILES, **HANDBOOKS[name], brief.path: published})
    assert gap.finding.fingerprint not in {one.fingerprint for one in after.findings}


def _open(site: Site) -> dict[str, Finding]:
    waits = (one.finding for one in site.ledger.entries if one.state.waits)
    return {one.fingerprint: one for one in waits if one.subject}


@pytest.mark.parametrize(
    ("name", "gap"),
    GAPS,
    ids=[f"{name}-{one.finding.code}-{at}" for at, (name, one) in enumerate(GAPS)],
)
def test_brief_fills_no_other_gap_of_what_is_said(name: str, gap: Entry) -> None:
    before = judged({**FILES, **HANDBOOKS[name]}).site
    brief = make_brief(gap, before)
    after = judged({**FILES, **HANDBOOKS[name], brief.path: brief.text}).site
    gone = _open(before).keys() - _open(after).keys() - {gap.finding.fingerprint}
    said = [one for one in gone if "#" in (_open(before)[one].subject or NOTHING).id]
    assert said == []


def test_a_moment_of_truth_gets_no_gated_ad() -> None:
    site = judged({**FILES, **MOMENT}).site
    gap = entry(site, Code.MOMENT_OF_TRUTH_WITHOUT_SUPPORT, "calls-another-cfo")
    brief = make_brief(gap, site)
    assert "type: case\n" in brief.head
    assert "gated:" not in brief.head
    assert "- To be told when it does not pay (assumption)\n" in brief.text


@pytest.mark.parametrize(
    ("text", "title"),
    [("🚚🚚", "🚚🚚"), ("Is it: safe?", "Is it: safe"), ("Is it\\nsafe?", "Is it safe")],
)
def test_whatever_is_asked_names_the_brief(text: str, title: str) -> None:
    asks = f'---\nquestions: [{{text: "{text}", id: asked}}, {{text: "🚚", id: car}}]\n---\n'
    site = judged({**FILES, "journeys/cfo/purchase.md": asks}).site
    brief = make_brief(entry(site, "unanswered-question", "cfo/purchase#asked"), site)
    assert brief.title == title
    assert "Also asked by" not in brief.text


@pytest.mark.parametrize(
    ("language", "text", "type_"),
    [
        ("en", "How does it work?", "how-to-video"),
        ("en", "Who uses it?", "case"),
        ("nl", "Hoe werkt het?", "how-to-video"),
        ("nl", "Werkt het in de kou?", "report"),
    ],
)
def test_the_type_comes_from_what_is_asked(language: str, text: str, type_: str) -> None:
    asks = f"---\nquestions: [{{text: {text}, id: asked}}]\n---\n"
    settings = {"site_config/journeybook.yml": f"language: {language}\n"}
    site = judged({**FILES, **settings, "journeys/cfo/purchase.md": asks}).site
    brief = make_brief(entry(site, "unanswered-question", "cfo/purchase#asked"), site)
    assert f"type: {type_}\n" in brief.head


WANTED = """
---
# journeybook brief 8c11c582c37e
title: What does it cost
type: calculator
status: idea
due: 2027-02-21
personas: [cfo]
phases: [purchase]
channels: [website]
answers: ["cfo/purchase#cost"]
gated: false
cta: Ask for a quote
language: en
owner: Pricing desk
---

A brief, to be replaced by the content itself.

## Why

- CFO asks “What does it cost?” Nothing we have answers it.
- People who find no answer look for it elsewhere, and somebody else answers it first.

## In the customer’s words

- “What does it cost?” (one source)
- Certainty about the price (assumption)

## Also asked by

- Operations manager (one source): Another journey · Purchase

## What they expect

- An answer within a day (assumption)

## Where they drop off

- Finds no valid price (assumption): The page is from 2024

## What research says

- Talks

## What they already find

- Prices: Price page · answers no question

## Lead here from

- Prices

## Done when

- whoever has read it can answer “What does it cost?”
- it ends with a next step: Ask for a quote
- it is known how often people still come to us with “What does it cost?”: a proposal
"""


def test_brief_says_what_a_writer_must_know() -> None:
    book = gaps_site()
    brief = make_brief(entry(book, "unanswered-question", "cfo/purchase#cost"), book)
    assert brief.path == "assets/briefs/what-does-it-cost.md"
    assert brief.text == WANTED.lstrip()


def test_the_file_of_a_brief_is_always_new() -> None:
    taken = {"assets/guides/what-does-it-cost.md": "---\nstatus: retired\n---\n# Old\n"}
    book = gaps_site(**taken)
    brief = make_brief(entry(book, "unanswered-question", "cfo/purchase#cost"), book)
    assert brief.path == "assets/briefs/what-does-it-cost-2.md"


BRIEF = Brief(title="A", path="assets/briefs/a b.md", text="---\ntitle: A & B\n---\n\nText #1\n")


@pytest.mark.parametrize(
    ("edit_uri", "place", "fields"),
    [
        (
            "https://github.com/team/book/edit/main/content/",
            "https://github.com/team/book/new/main/content/",
            {"filename": BRIEF.path, "value": BRIEF.text},
        ),
        (
            "https://git.example.com/team/book/_edit/main/content/",
            "https://git.example.com/team/book/_new/main/content/",
            {"filename": BRIEF.path, "value": BRIEF.text},
        ),
        (
            "https://code.example.com/team/book/src/branch/main/content/",
            "https://code.example.com/team/book/_new/main/content/",
            {"filename": BRIEF.path, "value": BRIEF.text},
        ),
        (
            "https://gitlab.com/team/book/-/edit/main/content/",
            "https://gitlab.com/team/book/-/new/main/content/",
            {"file_name": BRIEF.path},
        ),
        (
            "https://gitlab.example.com/team/book/edit/main/content/",
            "https://gitlab.example.com/team/book/-/new/main/content/",
            {"file_name": BRIEF.path},
        ),
        (
            "https://bitbucket.org/team/book/src/main/content/?mode=edit",
            "https://bitbucket.org/team/book/create-file/main/content/assets/briefs/a%20b.md",
            {},
        ),
    ],
    ids=["GitHub", "Gitea", "Forgejo", "GitLab", "GitLab of one's own", "Bitbucket"],
)
def test_new_file_form_is_filled_in_as_far_as_the_host_can(
    edit_uri: str, place: str, fields: dict[str, str]
) -> None:
    link = new_file_link(edit_uri, BRIEF)
    assert link is not None
    parts = urlsplit(link)
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == place
    assert {key: value for key, (value,) in parse_qs(parts.query).items()} == fields
    assert takes_text(edit_uri) is ("value" in fields)


@pytest.mark.parametrize("edit_uri", [None, "", "edit/main/", "https://example.com/wiki/"])
def test_an_unknown_host_gets_no_link(edit_uri: str | None) -> None:
    assert new_file_link(edit_uri, BRIEF) is None


def test_an_address_that_hosts_would_refuse_keeps_the_front_matter() -> None:
    head = "---\ntitle: Long\n---\n"
    link = new_file_link(
        "https://github.com/team/book/edit/main/content/",
        Brief(title="A", path="assets/long.md", text=f"{head}\n{'word ' * 3000}\n"),
    )
    assert link is not None
    assert len(link) < 1000
    assert parse_qs(urlsplit(link).query)["value"] == [head]


def test_the_link_of_the_report_closes_the_gap() -> None:
    book = gaps_site()
    gap = entry(book, "unanswered-question", "cfo/purchase#cost")
    link = new_file_link("https://github.com/team/book/edit/main/content/", make_brief(gap, book))
    fields = parse_qs(urlsplit(link or "").query)
    after = cold_store(**{fields["filename"][0]: fields["value"][0]})
    (same,) = [one for one in after.findings if one.fingerprint == gap.finding.fingerprint]
    assert same.being_filled is not None
