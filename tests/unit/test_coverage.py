"""What meets whom, when and where, and how a journey scores by it."""

from journeybook.handbook.fitting.coverage import AnswerState, coming
from journeybook.handbook.index.scores import Share, journey_places, score
from journeybook.handbook.vocabulary import Status
from journeybook.pages.parts.words.asked import unasked_word
from tests.unit.handbooks import handbook, judged

FILES = {
    "personas/cfo.md": "# CFO",
    "personas/clerk.md": "# Clerk",
    "phases/purchase.md": "---\ntitle: Purchase\norder: 1\n---",
    "phases/advocacy.md": "---\ntitle: Advocacy\norder: 2\n---",
    "channels/website.md": "# Website",
    "channels/telephone.md": "# Telephone",
    "research/interviews.md": "# Interviews",
    "actions/call.md": "---\ntitle: Call\nstatus: doing\n---",
    "journeys/both/index.md": "---\ntitle: Both\npersonas: [cfo, clerk]\n---",
    "journeys/both/purchase.md": """
        ---
        questions:
          - {text: What does it cost?, evidence: interviews}
          - {text: Can we lease?, personas: cfo}
          - {text: Who does the work?, personas: clerk}
        emotion:
          - {persona: cfo, score: -1}
          - {persona: clerk, score: 1, evidence: interviews}
        touchpoints:
          - {title: Reads prices, channel: website, emotion: 1, assets: [prices]}
          - {title: Calls, channel: telephone, emotion: -1, personas: cfo}
          - {title: Waits, channel: telephone}
        drop_offs:
          - {text: Finds no price, countermeasures: [prices]}
          - {text: Waits too long, countermeasures: [call], personas: clerk}
          - {text: Gives up, personas: cfo}
        ---
        """,
    "assets/prices.md": "---\ntitle: Prices\nstatus: live\nanswers: [what-does-it-cost]\n---",
    "assets/lease.md": "---\ntitle: Lease\nstatus: draft\nanswers: [can-we-lease]\n---",
    "assets/ideas.md": "---\ntitle: Ideas\nstatus: idea\nanswers: [can-we-lease]\n---",
    "assets/old.md": "---\ntitle: Old\nstatus: retired\nanswers: [who-does-the-work]\n---",
}
BOOK = handbook(FILES)
QUESTIONS = {question.id.partition("#")[2]: question for _, _, question in BOOK.questions}


def test_asset_without_places_takes_those_of_what_it_answers_and_where_it_is_used() -> None:
    asset = BOOK.assets["prices"]
    assert asset.personas == ("cfo", "clerk")
    assert asset.phases == ("purchase",)
    assert asset.channels == ("website",)
    assert BOOK.coverage.assets_on("clerk", "purchase", "website") == (asset,)
    assert BOOK.coverage.assets_on("clerk", "purchase", "telephone") == ()


def test_asset_with_places_of_its_own_keeps_to_them() -> None:
    files = {
        **FILES,
        "assets/prices.md": """
            ---
            title: Prices
            status: live
            personas: clerk
            phases: advocacy
            answers: [what-does-it-cost]
            ---
            """,
    }
    book = handbook(files)
    assert [one.id for one in book.coverage.assets_at("clerk", "advocacy")] == ["prices"]
    assert [one.id for one in book.coverage.assets_at("cfo", "purchase")] == ["lease", "ideas"][
        ::-1
    ]


def test_question_is_answered_being_filled_or_open() -> None:
    states = {name: BOOK.coverage.state_of(one) for name, one in QUESTIONS.items()}
    assert states == {
        "what-does-it-cost": AnswerState.ANSWERED,
        "can-we-lease": AnswerState.FILLING,
        "who-does-the-work": AnswerState.OPEN,
    }


def test_what_is_furthest_comes_first() -> None:
    found = BOOK.coverage.answers_to(QUESTIONS["can-we-lease"])
    assert [one.id for one in coming(found)] == ["lease", "ideas"]


def test_touchpoints_are_found_by_persona_phase_and_channel() -> None:
    used = BOOK.coverage.touchpoints_on
    assert [one.text for one in used("cfo", "purchase", "telephone")] == ["Calls", "Waits"]
    assert [one.text for one in used("clerk", "purchase", "telephone")] == ["Waits"]
    assert used("clerk", "advocacy", "telephone") == ()


def test_scores_of_all_personas() -> None:
    journey = BOOK.journeys["both"]
    scores = score(journey.steps, journey_places(journey), BOOK.coverage)
    assert (scores.answered.part, scores.answered.whole) == (1, 3)
    assert scores.filling == 1
    assert (scores.researched.part, scores.researched.whole) == (2, 11)
    assert (scores.positive.part, scores.positive.whole) == (1, 2)
    assert scores.uncountered_drop_offs == 1


def test_scores_of_one_persona() -> None:
    journey = BOOK.journeys["both"]
    places = [one for one in journey_places(journey) if one[0] == "clerk"]
    scores = score(journey.steps, places, BOOK.coverage, "clerk")
    assert (scores.answered.part, scores.answered.whole) == (1, 2)
    assert (scores.researched.part, scores.researched.whole) == (2, 7)
    assert (scores.positive.part, scores.positive.whole) == (1, 1)
    assert scores.uncountered_drop_offs == 0


def test_no_places_have_no_score() -> None:
    scores = score((), (), BOOK.coverage)
    assert scores.answered == Share(part=0, whole=0, value=None)


def test_a_status_that_means_nothing_answers_nothing_whatever_day_stands_beside_it() -> None:
    stuck = {"assets/prices.md": "---\nstatus: Stuck\npublished: 2026-01-10\n---\n# Prices\n"}
    assert handbook(stuck).assets["prices"].status is Status.IDEA
    unsaid = {"assets/prices.md": "---\npublished: 2026-01-10\n---\n# Prices\n"}
    assert handbook(unsaid).assets["prices"].status is Status.PUBLISHED


def test_a_place_without_questions_says_why() -> None:
    book = judged(
        {
            **{path: FILES[path] for path in ("personas/cfo.md", "personas/clerk.md")},
            "phases/look.md": "---\norder: 1\n---\n# Look",
            "phases/buy.md": "---\norder: 2\n---\n# Buy",
            "journeys/cfo/index.md": "---\npersonas: [cfo]\n---\n# CFO",
            "journeys/clerk/index.md": "---\npersonas: [clerk]\nscope: [buy]\n---\n# C",
            "journeys/cfo/look.md": "---\nquestions: none\n---\n# Look",
            "journeys/cfo/buy.md": "---\ngoal: A price\n---\n# Buy",
        }
    )
    words = {
        place: unasked_word(book.site, *place)
        for place in (("cfo", "look"), ("cfo", "buy"), ("clerk", "look"))
    }
    assert words == {
        ("cfo", "look"): "no questions",
        ("cfo", "buy"): "",
        ("clerk", "look"): "not described",
    }
