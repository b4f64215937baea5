"""What teams wrote down before, in waivers and baselines, stays valid."""

import pytest

from journeybook.compare.baseline import hold_against, read_baseline
from tests.unit.handbooks import found

FILES = {
    "personas/cfo.md": """
        ---
        title: CFO
        role: decider
        goals: [Sleep well]
        pains: [Downtime]
        ---
        [todo: ask Sales]
        """,
    "phases/awareness.md": """
        ---
        title: Awareness
        order: 1
        owner: A
        stage: buyer
        expects: {types: [blog]}
        ---
        """,
    "phases/purchase.md": "---\ntitle: Purchase\norder: 2\nowner: A\nstage: buyer\n---",
    "phases/use.md": "---\ntitle: Use\norder: 3\nowner: A\nstage: customer\n---",
    "channels/newsletter.md": "---\ntitle: Newsletter\ntype: owned\nowner: A\n---",
    "assets/newsletter.md": """
        ---
        title: The newsletter
        type: newsletter
        status: published
        published: 2026-11-01
        channels: [fax, fax]
        personas: cfo
        phases: awareness
        ---
        [todo: a picture] and [todo: a picture]
        """,
    "assets/price.md": "---\ntitle: Price\nowner: A\npersonas: clerk\nstatus: idea\n---",
    "journeys/cfo/index.md": "---\ntitle: CFO\npersona: cfo\n---",
    "journeys/cfo/awareness.md": """
        ---
        questions: [Emotion?, What is it?]
        emotion: worried
        touchpoints: [{title: Reads, channel: newsletter}]
        drop_offs: [Leaves]
        ---
        """,
    "journeys/cfo/purchase.md": "---\nquestions: [What does it cost?]\n---",
}

FROZEN = """\
afc465e5d1b6 missing-owner assets/newsletter.md 1
86e8b9c0070e orphan-asset assets/newsletter.md 1
c69b819e9d31 unknown-channel assets/newsletter.md 1
61f54c24bd5a unknown-channel assets/newsletter.md 2
73aeda346d44 noted-gap assets/newsletter.md 1
9723851f86f8 noted-gap assets/newsletter.md 2
a759b572998e unknown-persona assets/price.md 1
c049aeb3af47 channel-without-content journeys/cfo/awareness.md 1
3682c9375912 missing-asset-type journeys/cfo/awareness.md 1
6764ec102ee0 not-asked-yet journeys/cfo/awareness.md 1
23aaa501a2f4 assumption journeys/cfo/awareness.md 1
f9aa51849572 unanswered-question journeys/cfo/awareness.md 1
08ff63f1b484 assumption journeys/cfo/awareness.md 1
62b9297c60ed unanswered-question journeys/cfo/awareness.md 1
9ba3c070a439 assumption journeys/cfo/awareness.md 2
d695ebd20e85 assumption journeys/cfo/awareness.md 1
5f7770bc0359 assumption journeys/cfo/awareness.md 1
6c6c3cecf3bc drop-off-without-countermeasure journeys/cfo/awareness.md 1
88d9e88b21b4 missing-owner journeys/cfo/index.md 1
a13f7b423a09 not-asked-yet journeys/cfo/index.md 1
aba25d55871a not-asked-yet journeys/cfo/index.md 1
31d32f2f7bcc phase-without-content journeys/cfo/index.md 1
ce3abb7c02ea not-asked-yet journeys/cfo/purchase.md 1
71534cc1a43d phase-without-content journeys/cfo/purchase.md 1
496ceb4719e6 assumption journeys/cfo/purchase.md 1
b85553e2b5c8 unanswered-question journeys/cfo/purchase.md 1
6a25b1d4d4d3 missing-owner personas/cfo.md 1
b1458fd447d9 persona-on-assumptions personas/cfo.md 1
02884fd295d4 top-heavy-mix personas/cfo.md 1
cf7f0bc6dd69 assumption personas/cfo.md 1
556f8cfc2afc assumption personas/cfo.md 1
fe29556123a0 noted-gap personas/cfo.md 1
46f23fbdc386 not-asked-yet phases/purchase.md 1
"""
"""Each with its code, its file, and which it is of those alike."""

BASELINE = """
{
 "schema_version": 1,
 "day": "2026-11-21",
 "gaps": [
  {
   "fingerprint": "9ba3c070a439",
   "code": "assumption",
   "severity": "low",
   "state": "open",
   "gap": "Nothing shows yet that it feels “worried” here",
   "place": "content/journeys/cfo/awareness.md"
  },
  {
   "fingerprint": "c049aeb3af47",
   "code": "channel-without-content",
   "severity": "medium",
   "state": "open",
   "gap": "CFO uses Newsletter in the phase Awareness and finds nothing of ours there",
   "place": "content/journeys/cfo/awareness.md"
  },
  {
   "fingerprint": "6c6c3cecf3bc",
   "code": "drop-off-without-countermeasure",
   "severity": "high",
   "state": "open",
   "gap": "Nothing is done about the drop-off “Leaves”",
   "place": "content/journeys/cfo/awareness.md"
  },
  {
   "fingerprint": "6a25b1d4d4d3",
   "code": "missing-owner",
   "severity": "low",
   "state": "open",
   "gap": "The persona CFO has no owner",
   "place": "content/personas/cfo.md"
  },
  {
   "fingerprint": "88d9e88b21b4",
   "code": "missing-owner",
   "severity": "low",
   "state": "open",
   "gap": "The journey “CFO” has no owner",
   "place": "content/journeys/cfo/index.md"
  },
  {
   "fingerprint": "afc465e5d1b6",
   "code": "missing-owner",
   "severity": "low",
   "state": "open",
   "gap": "“The newsletter” has no owner",
   "place": "content/assets/newsletter.md"
  },
  {
   "fingerprint": "9723851f86f8",
   "code": "noted-gap",
   "severity": "medium",
   "state": "open",
   "gap": "The text of “The newsletter” notes: a picture",
   "place": "content/assets/newsletter.md"
  }
 ]
}
"""
"""As `journeybook baseline` wrote it of some of these gaps."""


def test_fingerprints_are_those_of_before() -> None:
    told = "".join(
        f"{one.fingerprint} {one.code} {one.span.path.removeprefix('content/')} {one.nth}\n"
        for one in found(FILES)
    )
    assert told == FROZEN


def test_baseline_of_before_knows_its_gaps() -> None:
    baseline = read_baseline(BASELINE.encode())
    ratchet = hold_against(baseline, found(FILES))
    assert ratchet.closed == ()
    assert ratchet.worse == ()
    known = {gap.fingerprint for gap in baseline.gaps}
    assert known.isdisjoint(gap.fingerprint for gap in ratchet.new)


@pytest.mark.parametrize(
    ("waiver", "waived"),
    [
        ("{fingerprint: c049aeb3af47}", ["c049aeb3af47"]),
        ("{fingerprint: 9723851f86f8}", ["9723851f86f8"]),
        ("{fingerprint: 61f54c24bd5a}", ["61f54c24bd5a"]),
        ("{code: missing-owner, persona: cfo}", ["6a25b1d4d4d3"]),
        ("{code: missing-owner, journey: cfo}", ["88d9e88b21b4"]),
        ("{code: missing-owner, subject: newsletter}", ["afc465e5d1b6"]),
        ("{code: channel-without-content, subject: newsletter}", ["c049aeb3af47"]),
        ("{code: noted-gap, subject: ask-sales}", ["fe29556123a0"]),
        ("{code: noted-gap, subject: content/personas/cfo.md#ask-sales}", ["fe29556123a0"]),
        ("{code: unanswered-question, subject: cfo/awareness#emotion}", ["f9aa51849572"]),
        ("{code: unknown-channel, subject: fax}", ["c69b819e9d31", "61f54c24bd5a"]),
        ("{code: assumption, subject: sleep-well}", []),
        ("{code: assumption, subject: cfo#goals.sleep-well}", ["cf7f0bc6dd69"]),
    ],
)
def test_waiver_of_before_fits(waiver: str, waived: list[str]) -> None:
    text = f"- {waiver.removesuffix('}')}, reason: Later.}}"
    files = {**FILES, "site_config/waivers.yml": text}
    assert [gap.fingerprint for gap in found(files) if gap.waived] == waived
