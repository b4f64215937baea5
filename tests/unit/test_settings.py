"""What a team decides in rules.yml: severities, parameters, and places that differ."""

import pytest

from journeybook.codes import Severity
from journeybook.sources.document import SourceFile
from journeybook.sources.settings.configuration import read_decisions
from tests.unit.handbooks import found, told

FILES = {
    "personas/cfo.md": "---\ntitle: CFO\naliases: [finance director]\n---",
    "personas/clerk.md": "# Clerk",
    "phases/awareness.md": "---\ntitle: Awareness\norder: 1\nexpects: {types: [ad, blog]}\n---",
    "phases/purchase.md": "---\ntitle: Purchase\norder: 2\nexpects: {types: [faq]}\n---",
    "journeys/both/index.md": "---\ntitle: Both\npersonas: [cfo, clerk]\n---",
    "journeys/both/awareness.md": "---\nquestions:\n  - What does it cost?\n---",
    "journeys/both/purchase.md": """
        ---
        questions:
          - {text: Can we lease?, personas: cfo}
        ---
        """,
    "assets/note.md": "---\ntitle: Note\nstatus: live\npersonas: all\nphases: all\n---",
}


def severities(rules: str, code: str) -> dict[str, str]:
    """The severity of each finding of a code, by persona, phase and subject."""
    gaps = found({**FILES, "site_config/rules.yml": rules}, code)
    return {
        "/".join(filter(None, (one.persona, one.phase, one.subject_id))): one.severity.word
        for one in gaps
    }


def test_severity_is_set_for_all() -> None:
    assert severities("missing-asset-type: low", "missing-asset-type") == {
        "cfo/awareness/ad": "low",
        "cfo/awareness/blog": "low",
        "cfo/purchase/faq": "low",
        "clerk/awareness/ad": "low",
        "clerk/awareness/blog": "low",
        "clerk/purchase/faq": "low",
    }


def test_first_place_that_fits_decides() -> None:
    rules = """
        missing-asset-type:
          severity: low
          where:
            - {persona: Finance directors, asset_type: advertentie, severity: off}
            - {persona: cfo, phase: Awareness, severity: high}
            - {phase: [awareness, purchase], asset_type: [blog, FAQ], severity: medium}
            - {phase: purchase, severity: high}
        """
    assert severities(rules, "missing-asset-type") == {
        "cfo/awareness/blog": "high",
        "cfo/purchase/faq": "medium",
        "clerk/awareness/ad": "low",
        "clerk/awareness/blog": "medium",
        "clerk/purchase/faq": "medium",
    }


def test_rule_may_be_on_in_one_place_only() -> None:
    rules = "missing-asset-type: {severity: off, where: {phase: purchase, severity: low}}"
    assert severities(rules, "missing-asset-type") == {
        "cfo/purchase/faq": "low",
        "clerk/purchase/faq": "low",
    }


def test_place_of_one_persona_does_not_settle_what_concerns_two() -> None:
    rules = "unanswered-question: {where: {persona: cfo, severity: off}}"
    assert severities(rules, "unanswered-question") == {
        "awareness/both/awareness#what-does-it-cost": "high"
    }


def test_place_inherits_parameters_and_sets_its_own() -> None:
    rules = """
        too-few-assets:
          assets: 2
          where: {phase: purchase, persona: clerk, assets: 3}
        """
    messages = told({**FILES, "site_config/rules.yml": rules}, "too-few-assets")
    needed = sorted(line.partition(": ")[2].partition(";")[0] for line in messages)
    assert needed == [
        "CFO finds 1 of the 2 assets that the phase Awareness needs",
        "CFO finds 1 of the 2 assets that the phase Purchase needs",
        "Clerk finds 1 of the 2 assets that the phase Awareness needs",
        "Clerk finds 1 of the 3 assets that the phase Purchase needs",
    ]


@pytest.mark.parametrize(
    ("rules", "finding"),
    [
        (
            "stale-asset: {where: [{phase: purchas, severity: off}]}",
            "site_config/rules.yml:1:31: unknown phase 'purchas'; did you mean 'purchase'?",
        ),
        (
            "stale-asset: {where: [{asset_type: [blog, blgo], severity: off}]}",
            "site_config/rules.yml:1:43: unknown type of content 'blgo'; did you mean 'blog'?",
        ),
        (
            "stale-asset: {where: {persona: cfo, severity: hgh}}",
            "site_config/rules.yml:1:47: 'stale-asset' cannot be 'hgh'; did you mean 'high'?",
        ),
        (
            "too-many-answers: {answers: many}",
            (
                "site_config/rules.yml:1:29: 'answers' must be a whole number, not 'many'; "
                "write digits alone, such as 1"
            ),
        ),
        (
            "too-many-answers: {answer: 6}",
            "site_config/rules.yml:1:20: unknown key 'answer'; did you mean 'answers'?",
        ),
        (
            "too-many-answers: {where: [{persona: cfo, answers: 1}]}",
            "site_config/rules.yml:1:52: 'answers' must be 2 or more, not 1",
        ),
        (
            "stale-asset: {where: [cfo]}",
            (
                "site_config/rules.yml:1:23: 'where' must be a list of keys with values, "
                "not 'cfo'; write each on a line of its own below the key, as `key: value`"
            ),
        ),
    ],
)
def test_wrong_setting_is_told_where_it_stands(rules: str, finding: str) -> None:
    problems = [
        str(one)
        for one in found({**FILES, "site_config/rules.yml": rules})
        if one.severity in (Severity.ERROR, Severity.WARNING)
    ]
    assert [line.rpartition(" [")[0] for line in problems] == [finding]


def test_what_several_handbooks_share_stands_in_for_what_one_does_not_say() -> None:
    shared = {
        "all/journeybook.yml": "owners: {Ann: '@ann'}",
        "all/rules.yml": "missing-owner: off",
        "all/waivers.yml": "- {code: missing-owner, reason: Here}",
    }
    own = {"own/rules.yml": "assumption: off"}
    files = [SourceFile(path=path, data=text.encode()) for path, text in (shared | own).items()]
    alone = read_decisions(files, "own", shared="all")
    assert alone.configuration.owners == {"Ann": ("@ann",)}
    assert [one.code for one in alone.rules] == ["assumption"]
    # What is accepted is accepted in one handbook alone.
    assert alone.waivers == ()
    assert [one.code for one in read_decisions(files, "x", shared="all").rules] == ["missing-owner"]
    assert read_decisions(files, "x").rules == ()
