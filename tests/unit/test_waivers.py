"""A waiver lets a gap be, for a reason and until a day; everything else about it is told."""

import pytest

from tests.unit.handbooks import found, told

FILES = {
    "personas/cfo.md": "# CFO",
    "phases/purchase.md": "# Purchase",
    "journeys/cfo/index.md": "---\ntitle: CFO\npersona: cfo\n---",
    "journeys/cfo/purchase.md": """
        ---
        questions:
          - What does it cost?
          - Can we lease?
        ---
        """,
}
CODE = "unanswered-question"


def waived(waivers: str) -> list[str | None]:
    """The subjects of the unanswered questions that are waived."""
    gaps = found({**FILES, "site_config/waivers.yml": waivers}, CODE)
    return [one.subject_id for one in gaps if one.waived]


BOTH = ["cfo/purchase#what-does-it-cost", "cfo/purchase#can-we-lease"]


@pytest.mark.parametrize(
    ("place", "subjects"),
    [
        ("code: unanswered-question", BOTH),
        ("code: unanswered-question, persona: cfo, journey: cfo, phase: purchase", BOTH),
        ("code: unanswered-question, subject: can-we-lease", BOTH[1:]),
        ("code: unanswered-question, subject: cfo/purchase#can-we-lease", BOTH[1:]),
        ("code: unanswered-question, subject: lease", []),
        ("code: unanswered-question, persona: clerk", []),
        ("code: stale-asset", []),
        ("persona: cfo", []),
    ],
)
def test_waiver_fits_by_every_key_it_has(place: str, subjects: list[str]) -> None:
    assert waived(f"- {{{place}, reason: Later.}}") == subjects


def test_waiver_fits_one_gap_by_its_fingerprint() -> None:
    gap = found(FILES, CODE)[1]
    assert waived(f"- {{fingerprint: {gap.fingerprint}, reason: Later.}}") == [gap.subject_id]


def test_waived_gap_tells_why_by_whom_and_until_when() -> None:
    text = "- {code: unanswered-question, reason: Sales tells it., by: Sales, until: 2026-11-21}"
    gap = found({**FILES, "site_config/waivers.yml": text}, CODE)[0]
    assert gap.waived is not None
    assert gap.waived.reason == "Sales tells it."
    assert gap.waived.by == "Sales"
    assert str(gap.waived.until) == "2026-11-21"
    assert str(gap.waived.span) == "site_config/waivers.yml:1:3"
    assert not gap.is_open


@pytest.mark.parametrize(
    ("waiver", "code"),
    [
        ("{code: unanswered-question}", "waiver-without-reason"),
        ("{code: unanswered-question, reason: ''}", "waiver-without-reason"),
        ("{code: unanswered-question, reason: Later., until: 2026-11-20}", "expired-waiver"),
        ("{code: stale-asset, reason: Later.}", "unused-waiver"),
        ("{code: unanswered-question, reason: Later., until: soon}", "impossible-date"),
        ("{code: unanswered-question, reason: Later., untill: 2027-01-01}", "unknown-key"),
        ("just a word", "wrong-type"),
    ],
)
def test_wrong_waiver_is_told(waiver: str, code: str) -> None:
    files = {**FILES, "site_config/waivers.yml": f"# Why\n- {waiver}"}
    assert [one.partition(":")[2][:1] for one in told(files, code)] == ["2"]


def test_one_wrong_waiver_costs_no_other() -> None:
    text = "- {code: stale-asset}\n- {code: unanswered-question, reason: Later.}"
    assert waived(text) == BOTH


def test_a_problem_can_be_waived_as_well() -> None:
    files = {
        **FILES,
        "assets/prices.md": "---\ntitle: Prices\nchannels: fax\n---",
        "site_config/waivers.yml": "- {code: unknown-channel, reason: Described next week.}",
    }
    assert [one.waived is not None for one in found(files, "unknown-channel")] == [True]
