"""How strong a statement is: from what research says, how old it is, and whom it is about."""

import pytest

from journeybook.handbook.fitting.strength import Round, support_of
from journeybook.handbook.strength import Shortcoming, Strength, Support
from tests.unit.handbooks import found, judged

OLD, OTHERS, FEW = Shortcoming.OLD, Shortcoming.ABOUT_OTHERS, Shortcoming.FEW


def rounds(*said: str) -> list[Round]:
    """Rounds by their method, each with what it lacks behind it, such as `survey old few`."""
    return [
        Round(id=str(at), method=method, lacks=frozenset(map(Shortcoming, lacks)))
        for at, (method, *lacks) in enumerate(one.split() for one in said)
    ]


@pytest.mark.parametrize(
    ("shown", "against", "strength", "lacks"),
    [
        ((), (), Strength.ASSUMPTION, ()),
        (("interview",), (), Strength.ONE_SOURCE, ()),
        (("interview old",), (), Strength.ONE_SOURCE, (OLD,)),
        (("interview few about-others",), (), Strength.ONE_SOURCE, (OTHERS, FEW)),
        (("interview", "workshop"), (), Strength.SEVERAL_SOURCES, ()),
        (("desk", "desk old"), (), Strength.SEVERAL_SOURCES, (OLD,)),
        (("survey", "analytics", "desk"), (), Strength.SEVERAL_SOURCES, ()),
        (("interview", "survey"), (), Strength.VALIDATED, ()),
        (("workshop", "analytics"), (), Strength.VALIDATED, ()),
        # Validated still, but no longer once what is old counts no more.
        (("interview", "survey old"), (), Strength.VALIDATED, (OLD,)),
        (("interview", "survey old", "analytics"), (), Strength.VALIDATED, ()),
        # About others is what is about nobody it holds for.
        (("interview", "survey about-others"), (), Strength.VALIDATED, ()),
        (("interview about-others", "survey about-others"), (), Strength.VALIDATED, (OTHERS,)),
        (("interview", "survey"), ("desk",), Strength.CONTRADICTED, ()),
        ((), ("interview old",), Strength.CONTRADICTED, (OLD,)),
        (("interview old",), ("survey",), Strength.CONTRADICTED, ()),
    ],
)
def test_a_strength_and_what_lacks(
    shown: tuple[str, ...],
    against: tuple[str, ...],
    strength: Strength,
    lacks: tuple[Shortcoming, ...],
) -> None:
    found = support_of(rounds(*shown), rounds(*against))
    assert (found.strength, found.lacks) == (strength, lacks)
    assert len(found.contradicted_by) == len(against)


HANDBOOK = {
    "personas/cfo.md": """
        ---
        title: CFO
        goals: [No surprise]
        pains: [{text: Late, evidence: survey}]
        ---
        """,
    "personas/controller.md": "---\nextends: cfo\npains: Nobody asks\n---\n# Controller\n",
    "personas/baker.md": "# Baker",
    "phases/buy.md": "# Buy",
    "journeys/cfo/index.md": "---\npersona: cfo\n---\n# CFO\n",
    "journeys/cfo/buy.md": """
        ---
        needs: [A price, To wait, To lease]
        questions: [{text: How much?, id: price, evidence: [talks, survey]}]
        emotion: worried
        touchpoints:
          - {title: Calls, importance: 5, emotion: 1, satisfaction: 2, evidence: talks}
        ---
        """,
    "research/talks.md": """
        ---
        title: Talks
        method: interview
        date: 2026-05-01
        participants: 5
        personas: controller
        supports: [A price, cfo#goals.no-surprise, buy#emotion]
        contradicts: buy#touchpoints.calls.importance
        findings:
          - {text: They lease, supports: To lease}
          - {text: They do not wait, contradicts: To wait}
        quotes:
          - {text: Just tell me, role: CFO, statements: [A price, How much?]}
        ---
        """,
    "research/survey.md": """
        ---
        title: Survey
        method: survey
        date: 2024-11-20
        participants: 29
        personas: baker
        supports: How much?
        ---
        """,
}


@pytest.fixture(scope="module")
def supports() -> dict[str, Support]:
    book = judged(HANDBOOK).handbook
    return {name: one.support for name, one in book.said.items()}


def test_research_and_statements_may_both_say_it(supports: dict[str, Support]) -> None:
    told = {name: one.strength for name, one in supports.items()}
    assert told == {
        "cfo#goals.no-surprise": Strength.ONE_SOURCE,
        "cfo#pains.late": Strength.ONE_SOURCE,
        "controller#pains.nobody-asks": Strength.ASSUMPTION,
        "cfo/buy#needs.a-price": Strength.ONE_SOURCE,
        "cfo/buy#needs.to-wait": Strength.CONTRADICTED,
        "cfo/buy#needs.to-lease": Strength.ONE_SOURCE,
        "cfo/buy#price": Strength.VALIDATED,
        "cfo/buy#emotion": Strength.ONE_SOURCE,
        "cfo/buy#touchpoints.calls": Strength.ONE_SOURCE,
    }


def test_old_few_and_about_others(supports: dict[str, Support]) -> None:
    assert supports["cfo#pains.late"].lacks == (OLD, OTHERS, FEW)
    # The controller takes after the CFO, so what is asked of one holds for both.
    assert supports["cfo#goals.no-surprise"].lacks == ()
    assert supports["cfo/buy#price"].lacks == (OLD, FEW)


def test_research_that_is_still_to_come_shows_and_contradicts_nothing() -> None:
    planned = {
        path: text.replace("2026-05-01", "2027-05-01").replace("2024-11-20", "2026-11-22")
        for path, text in HANDBOOK.items()
    }
    said = judged(planned).handbook.said.values()
    assert {(one.support.strength, one.evidence) for one in said} == {(Strength.ASSUMPTION, ())}
    alone = {"research/alone.md": "---\nmethod: interview\ndate: 2027-01-01\n---\n# Alone\n"}
    assert not found(HANDBOOK | alone, "unused-research")


def test_what_holds_for_several_is_shown_by_research_about_one_of_them() -> None:
    shared = {
        "journeys/both/index.md": "---\npersonas: [cfo, baker]\n---\n# Both\n",
        "journeys/both/buy.md": "---\nneeds: {text: A receipt, evidence: survey}\n---\n",
    }
    said = judged(HANDBOOK | shared).handbook.said["both/buy#needs.a-receipt"]
    assert said.personas == ("cfo", "baker")
    assert said.support.lacks == (OLD, FEW)


def test_a_mark_of_a_touchpoint_has_a_strength_of_its_own() -> None:
    (step,) = judged(HANDBOOK).handbook.journeys["cfo"].steps
    (met,) = step.touchpoints
    assert met.importance_support.contradicted_by == ("talks",)
    assert met.importance_support.strength is Strength.CONTRADICTED
    assert met.emotion_support == met.support


def test_a_team_says_how_long_research_holds_and_how_many_it_needs() -> None:
    files = {
        **HANDBOOK,
        "site_config/journeybook.yml": """
            research:
              shelf_life: {survey: 3 years}
              least_participants: {survey: 20, interview: 6}
            """,
    }
    found = judged(files).handbook.said
    assert found["cfo#pains.late"].support.lacks == (OTHERS,)
    assert found["cfo#goals.no-surprise"].support.lacks == (FEW,)


def test_quotes_stand_beside_what_they_are_about() -> None:
    book = judged(HANDBOOK).handbook
    assert {name: [quote.text for _, quote in said] for name, said in book.quotes.items()} == {
        "cfo/buy#needs.a-price": ["Just tell me"],
        "cfo/buy#price": ["Just tell me"],
    }
