"""The gap to close first stands at the head, and its value is the sum of what is told."""

import pytest

from journeybook.codes import Severity
from journeybook.gaps.value import Part, severity_points, together
from journeybook.pages.gaps.words import how_ranked, reason_words, score_words
from journeybook.schema.settings.value import Weights
from tests.unit.gaps.cold_store import FILES, entry, gaps_site
from tests.unit.handbooks import judged


def points(code: str, subject: str = "", **more: str) -> dict[Part, float]:
    weighed = entry(gaps_site(**more), code, subject).value
    return {reason.part: reason.points for reason in weighed.reasons}


def test_a_question_weighs_by_itself_and_not_by_the_moment_it_stands_beside() -> None:
    assert points("unanswered-question", "cfo/purchase#cost") == {
        Part.SEVERITY: 60,
        Part.NEUTRAL: 9,
        Part.EVIDENCE: 5,
        Part.SHARED: 5,
        Part.STAGE: 6,
    }


def test_a_gap_after_the_purchase_that_nobody_researched_is_an_assumption() -> None:
    assert points("unanswered-question", "help") == {
        Part.SEVERITY: 60,
        Part.NEUTRAL: 9,
        Part.ASSUMPTION: -10,
        Part.STAGE: 4,
    }


def test_a_gap_on_a_channel_weighs_as_its_own_touchpoints_do() -> None:
    assert points("channel-without-content", "peers") == {
        Part.SEVERITY: 30,
        Part.IMPORTANCE: 6,
        Part.STAGE: 6,
    }


STEP = """
    ---
    questions:
      - {{text: "Does it last?", id: last, importance: 5}}
      - {{text: "Is it cold?", id: cold, evidence: [many, talks]}}
    emotion: {{score: -2}}
    expectations: [{{text: A price without a call, met_by: [Calls us]}}]
    touchpoints:
      - {{title: Calls us, channel: peers, importance: 4, satisfaction: 1, emotion: -2{more}}}
    ---
    """
MORE = {
    "journeys/cfo/engage.md": STEP.format(more=", moment_of_truth: true"),
    "research/many.md": "---\nmethod: survey\nparticipants: 400\n---\n# Many\n",
    "personas/cfo.md": "---\nweight: 1.5\nrole: decider\n---\n# CFO\n",
}


def test_its_own_importance_comes_before_all_other() -> None:
    assert points("unanswered-question", "#last", **MORE)[Part.IMPORTANCE] == 15


def test_research_by_many_shows_more_and_the_mood_of_the_step_counts() -> None:
    assert points("unanswered-question", "#cold", **MORE) == {
        Part.SEVERITY: 60,
        Part.NEUTRAL: 9,
        Part.FEELING: 8,
        Part.EVIDENCE: 10,
        Part.PEOPLE: 5,
        Part.PERSONA: 20,
        Part.STAGE: 4,
        Part.PLACE: -0.2,
    }


def test_a_role_is_a_hint_where_no_weight_is_written() -> None:
    role = {"personas/cfo.md": "---\nrole: decider\n---\n# CFO\n"}
    assert points("unanswered-question", "help", **role)[Part.ROLE] == 2


def test_whoever_has_no_weight_counts_once_beside_one_who_has() -> None:
    heavier = {"personas/operations.md": "---\nweight: 1.5\n---\n# Operations manager\n"}
    assert points("unanswered-question", "cfo/purchase#cost", **heavier)[Part.PERSONA] == 20


def test_a_phase_without_an_order_comes_last_here_as_everywhere() -> None:
    files = {
        **FILES,
        "phases/abroad.md": "---\nstage: buyer\nexpects: {assets: 1}\n---\n# Abroad\n",
        "journeys/cfo/abroad.md": "---\nphase: abroad\nquestions: Who helps there?\n---\n",
    }
    site = judged(files).site
    asked = [one for one in site.ledger.entries if one.finding.code == "unanswered-question"]
    points = {
        one.finding.phase: reason.points
        for one in asked
        for reason in one.value.reasons
        if reason.part is Part.STAGE
    }
    # The nearer to the purchase, the more: half of the phases before it lie before this one.
    assert points["abroad"] == 2 * points["purchase"]


def test_what_goes_badly_weighs_more() -> None:
    found = points("moment-of-truth-without-support", "calls-us", **MORE)
    assert {part: found[part] for part in (Part.DISSATISFACTION, Part.FEELING)} == {
        Part.DISSATISFACTION: 12,
        Part.FEELING: 8,
    }
    assert found[Part.MOMENT_OF_TRUTH] == 20


def test_a_drop_off_weighs_as_the_touchpoint_it_names() -> None:
    step = "---\ntouchpoints: [{title: Calls us, importance: 5, satisfaction: 1}]\n"
    step += "drop_offs: [{text: Goes away, countermeasures: [Calls us]}]\n---\n"
    found = points(
        "drop-off-without-countermeasure", "goes-away", **{"journeys/cfo/engage.md": step}
    )
    assert (found[Part.IMPORTANCE], found[Part.DISSATISFACTION], found[Part.DROP_OFF]) == (
        15,
        12,
        8,
    )


def test_the_heaviest_gap_stands_first_and_values_never_rise() -> None:
    ranked = gaps_site().ledger.entries
    assert ranked[0].finding.subject_id == "cfo/purchase#cost"
    values = [one.value.points for one in ranked]
    assert values == sorted(values, reverse=True)


def test_a_heavier_severity_gives_more_points() -> None:
    given = [severity_points(severity, Weights()) for severity in sorted(Severity)]
    low, high = Weights().low, Weights().high
    assert given == [0, low, Weights().medium, high, high + 20, high + 40]
    assert 0 < low < Weights().medium < high


def test_a_team_sets_what_counts_in_rules_yml() -> None:
    own = {"site_config/rules.yml": "value: {assumption: -30, neutral: 0}\n"}
    assert points("unanswered-question", "help", **own) == {
        Part.SEVERITY: 60,
        Part.ASSUMPTION: -30,
        Part.STAGE: 4,
    }


@pytest.mark.parametrize(("gaps", "value"), [((60,), 60), ((20, 60), 70), ((20, 60, 40), 85)])
def test_each_further_gap_counts_half_of_the_one_before(
    gaps: tuple[float, ...], value: float
) -> None:
    assert together(gaps, Weights()) == value


def test_the_value_is_explained_part_by_part() -> None:
    book = gaps_site()
    gap = entry(book, "unanswered-question", "cfo/purchase#cost")
    assert score_words(gap, book) == "85 points"
    assert reason_words(gap, book) == (
        "severity high: 60",
        "importance not told, taken as 3: 9",
        "1 round of research: 5",
        "shared by 2 personas: 5",
        "before the purchase: 6",
    )
    assert how_ranked(book)[0] == "A gap of high severity. 60 points"


def test_what_is_researched_and_hurts_stands_before_what_merely_stands_beside_a_moment() -> None:
    beside = """
        ---
        expectations: [The logo is blue]
        touchpoints:
          - {title: Decides, channel: peers, importance: 5, satisfaction: 5, moment_of_truth: true}
        ---
        """
    known = """
        ---
        expectations: [{text: Exit terms with an amount, evidence: talks}]
        touchpoints:
          - {title: Asks by telephone, importance: 4, emotion: -2, evidence: talks}
        ---
        """
    site = judged(
        {**FILES, "journeys/cfo/engage.md": beside, "journeys/cfo/purchase.md": known}
    ).site
    blue, exit_terms, pain = (
        next(
            at
            for at, one in enumerate(site.ledger.entries)
            if one.finding.code == code and text in one.finding.message
        )
        for code, text in (
            ("unmet-expectation", "The logo is blue"),
            ("unmet-expectation", "Exit terms with an amount"),
            ("pain-without-action", "Asks by telephone"),
        )
    )
    assert max(exit_terms, pain) < blue
    parts = {reason.part for reason in site.ledger.entries[blue].value.reasons}
    assert Part.MOMENT_OF_TRUTH not in parts


def test_what_stands_nearest_to_the_purchase_counts() -> None:
    names = ("look", "choose", "buy", "use", "stay", "leave")
    files = {
        f"phases/{name}.md": f"---\norder: {at}\nstage: {'buyer' if at < 3 else 'customer'}\n---\n"
        for at, name in enumerate(names)
    }
    some = ("look", "look, choose", "look, buy", "choose, stay", "use, leave", "stay, leave")
    files |= {
        f"assets/a{at}.md": f"---\nphases: [{phases}]\n---\n# A {at}\n"
        for at, phases in enumerate(some)
    }
    weighed = {
        entry.finding.span.path[-5:-3]: [
            (reason.about, reason.points)
            for reason in entry.value.reasons
            if reason.part is Part.STAGE
        ]
        for entry in judged(files).site.ledger.entries
        if entry.finding.code == "missing-owner" and "assets" in entry.finding.span.path
    }
    assert weighed == {
        "a0": [("buyer", 2)],
        "a1": [("buyer", 4)],
        "a2": [("buyer", 6)],
        "a3": [("buyer", 4)],
        "a4": [("customer", 4)],
        "a5": [("customer", 2.7)],
    }
