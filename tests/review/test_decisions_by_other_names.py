"""A decision is the same where what it names is called otherwise, and so it is judged."""

import re

from journeybook.compare.comparison import Comparison, compare
from tests.repositories import HANDBOOK
from tests.review.comparing import judge, told

RULES = "site_config/rules.yml"
WAIVERS = "site_config/waivers.yml"
PHASE = "content/phases/purchase.md"
DECISIONS = {
    PHASE: HANDBOOK[PHASE].replace(
        "stage:", "expects: {assets: 2, personas: {buyer: {assets: 1}}}\nstage:"
    ),
    RULES: (
        "unanswered-question:\n  where: [{persona: The buyer, phase: awareness, severity: low}]\n"
        "missing-owner: {severity: low, where: [{journey: buyer, severity: off}]}\n"
    ),
    WAIVERS: (
        "- {code: phase-without-content, persona: buyer, phase: awareness, reason: Later}\n"
        "- {code: assumption, subject: buyer/purchase#cost, reason: We know}\n"
        "- {code: missing-owner, subject: price-list, reason: We know}\n"
        "- {fingerprint: GAP, reason: Never}\n"
    ),
}
_NAMES = {
    re.compile(r"\[buyer\]"): "[payer]",
    re.compile(r"\bbuyer(?=/|:|\.md)|(?<=persona: )buyer|(?<=journey: )buyer"): "payer",
    re.compile("The buyer"): "The payer",
    re.compile("awareness"): "look",
    re.compile("price-list"): "prices",
}


def _otherwise(text: str) -> str:
    for name, other in _NAMES.items():
        text = name.sub(other, text)
    return text


def _compared(**other: str) -> Comparison:
    before = {**HANDBOOK, **DECISIONS}
    after = {_otherwise(path): _otherwise(text) for path, text in before.items()}
    for texts in (before, after):
        gaps = judge(texts).site.findings
        own = next(one for one in gaps if one.code == "drop-off-without-countermeasure")
        texts[WAIVERS] = texts[WAIVERS].replace("GAP", own.fingerprint)
    decided = {RULES: after[RULES], WAIVERS: after[WAIVERS], PHASE: after[PHASE]}
    for old, new in other.items():
        decided = {path: text.replace(old, new) for path, text in decided.items()}
    return compare(judge(before), judge({**after, **decided}))


def _decided(comparison: Comparison) -> list[str]:
    lines = told(comparison)
    return [one for one in lines if not one.startswith(("New title", "File renamed"))]


def test_what_is_called_otherwise_everywhere_is_no_other_decision() -> None:
    comparison = _compared()
    assert {line.partition(":")[0] for line in told(comparison)} == {"New title", "File renamed"}
    assert comparison.before == comparison.after
    assert not comparison.rejudged


def test_what_was_decided_fits_as_much_by_its_names_of_then() -> None:
    before, after = _compared(Later="Never").pair.judged
    assert sum(1 for one in before.findings if one.waived) == 4
    assert sum(1 for one in after.findings if one.waived) == 4
    assert {one.code for one in before.findings} == {one.code for one in after.findings}


def test_what_is_decided_otherwise_beside_that_is_told_by_the_names_of_each_state() -> None:
    owned = "low; The buyer's journey: off | low; The payer's journey: high"
    answered = "high; The buyer, Awareness: low | high; The payer, Purchase: low"
    places = "The buyer, Awareness | The payer, Purchase"
    assert _decided(_compared(off="high", look="purchase")) == [
        f"Rule set otherwise: Nobody owns it | {owned}",
        "Now counted: 1 gap |  | ",
        f"Rule set otherwise: Unanswered question | {answered}",
        f"Accepted in other places: Phase without content, 0 gaps | {places}",
        "New problem: the waiver of 'phase-without-content' fits no gap |  | ",
    ]


def test_what_was_there_by_another_name_is_not_opened_by_a_change_that_switches_a_rule_off() -> (
    None
):
    without = "severity: low, where: [{journey: payer, severity: off}]"
    assert _decided(_compared(**{without: "severity: off"})) == [
        "Rule switched off: Nobody owns it |  | ",
        "No longer counted: 2 gaps |  | ",
        "New problem: the waiver of 'missing-owner' fits no gap |  | ",
    ]
