"""An author may refer to a thing by any of its names."""

import pytest

from journeybook.handbook.ids import slug
from journeybook.handbook.linking.directory import Directory
from tests.unit.handbooks import handbook, told

PERSONA = {
    "personas/it-manager.md": """
        ---
        title: IT manager
        aliases: [head of IT, system administrator]
        ---
        """
}


@pytest.mark.parametrize(
    "written",
    [
        *("it-manager", "IT manager", "IT Managers", "it_manager", "ITMANAGER"),
        *("Head of IT", "head-of-it", "System administrators"),
    ],
)
def test_persona_is_found_by_any_name(written: str) -> None:
    book = handbook({**PERSONA, "assets/faq.md": f"---\ntitle: FAQ\npersonas: ['{written}']\n---"})
    assert book.assets["faq"].personas == ("it-manager",)


def test_the_exact_id_wins_over_other_names() -> None:
    names = [("guides/price", ("prices",)), ("prices", ()), ("price", ())]
    directory = Directory(names, handbook({}).vocabulary.fold)
    assert tuple(directory.find("prices")) == ("prices",)
    assert tuple(directory.find("price")) == ("price",)
    assert sorted(directory.find("Prices")) == ["guides/price", "price", "prices"]


def test_last_part_of_an_id_is_enough_where_it_is_unique() -> None:
    files = {
        "assets/guides/downtime.md": "# Downtime",
        "assets/ads/price.md": "# Price ad",
        "assets/guides/price.md": "# Price guide",
        "assets/all.md": "---\ntitle: All\nnext: [downtime, guides/price]\n---",
    }
    assert handbook(files).assets["all"].next == ("guides/downtime", "guides/price")
    (message,) = told(
        {**files, "assets/one.md": "---\ntitle: One\nnext: price\n---"}, "ambiguous-reference"
    )
    assert message.startswith(
        "content/assets/one.md:3:7: 'price' may mean several things: ads/price, guides/price;"
    )


def test_everybody_is_all() -> None:
    files = {
        **PERSONA,
        "personas/cfo.md": "# CFO",
        "phases/purchase.md": "# Purchase",
        "assets/faq.md": "---\ntitle: FAQ\npersonas: all\nphases: [All]\n---",
    }
    asset = handbook(files).assets["faq"]
    assert asset.personas == ("cfo", "it-manager")
    assert asset.phases == ("purchase",)


JOURNEY = {
    "personas/cfo.md": "# CFO",
    "phases/purchase.md": "# Purchase",
    "journeys/cfo/index.md": "---\ntitle: CFO\npersona: cfo\n---",
    "journeys/cfo/purchase.md": """
        ---
        questions:
          - What does it cost?
          - {text: Who else has it?, id: peers}
        ---
        """,
}


@pytest.mark.parametrize(
    ("written", "question"),
    [
        ("cfo/purchase#peers", "cfo/purchase#peers"),
        ("peers", "cfo/purchase#peers"),
        ("purchase#peers", "cfo/purchase#peers"),
        ("cfo#peers", "cfo/purchase#peers"),
        ("journeys/cfo/purchase#peers", "cfo/purchase#peers"),
        ("content/journeys/cfo/purchase.md#peers", "cfo/purchase#peers"),
        ("/journeys/cfo/purchase/#peers", "cfo/purchase#peers"),
        ("What does it cost?", "cfo/purchase#what-does-it-cost"),
        ("what-does-it-cost", "cfo/purchase#what-does-it-cost"),
    ],
)
def test_question_is_found_by_any_name(written: str, question: str) -> None:
    asset = f"---\ntitle: Prices\nanswers: ['{written}']\n---"
    book = handbook({**JOURNEY, "assets/prices.md": asset})
    assert book.assets["prices"].answers == (question,)


def test_a_question_that_nobody_asks_is_named_as_it_was_written() -> None:
    asset = "---\ntitle: Prices\nanswers: [journeys/cfo/purchase#peer]\n---"
    (message,) = told({**JOURNEY, "assets/prices.md": asset}, "unknown-question")
    assert message.startswith(
        "content/assets/prices.md:3:11: unknown question 'journeys/cfo/purchase#peer'; "
        "did you mean 'cfo/purchase#peers'?"
    )


def test_question_that_two_journeys_ask_is_one() -> None:
    second = {path.replace("/cfo/", "/again/"): text for path, text in JOURNEY.items()}
    files = {
        **JOURNEY,
        **second,
        "assets/a.md": "---\ntitle: A\nanswers: [peers]\n---",
        "assets/b.md": "---\ntitle: B\nanswers: Who else has it?\n---",
        "assets/c.md": "---\ntitle: C\nanswers: [again#peers]\n---",
    }
    assets = handbook(files).assets
    assert assets["a"].answers == ("again/purchase#peers", "cfo/purchase#peers")
    assert assets["b"].answers == assets["a"].answers
    assert assets["c"].answers == ("again/purchase#peers",)
    assert not told(files, "ambiguous-reference")


def test_short_id_that_means_other_words_needs_its_journey() -> None:
    second = {path.replace("/cfo/", "/again/"): text for path, text in JOURNEY.items()}
    changed = {
        path: text.replace("Who else has it?", "Who would buy it again?")
        for path, text in second.items()
    }
    files = {
        **JOURNEY,
        **changed,
        "assets/a.md": "---\ntitle: A\nanswers: [peers, again#peers]\n---",
    }
    assert handbook(files).assets["a"].answers == ("again/purchase#peers",)
    (message,) = told(files, "ambiguous-reference")
    assert message.startswith(
        "content/assets/a.md:3:11: 'peers' may mean several things:"
        " again/purchase#peers, cfo/purchase#peers;"
    )


def test_long_questions_are_told_apart_by_all_of_their_words() -> None:
    start = "How do I know for sure that the machine will be delivered in time and how much"
    files = {
        **JOURNEY,
        "journeys/cfo/purchase.md": f"""
            ---
            questions:
              - {{text: {start} does it cost?, id: cost}}
              - {start} will it cost?
            ---
            """,
        "assets/a.md": f"---\ntitle: A\nanswers: {start} will it cost?\n---",
    }
    (answered,) = handbook(files).assets["a"].answers
    assert not answered.endswith("#cost")


def test_answers_told_on_either_side_are_one() -> None:
    files = {
        **JOURNEY,
        "assets/prices.md": "---\ntitle: Prices\nanswers: [peers, what-does-it-cost]\n---",
        "assets/case.md": "# Case",
        "journeys/cfo/purchase.md": """
            ---
            questions:
              - What does it cost?
              - {text: Who else has it?, id: peers, answered_by: [case, prices]}
            ---
            """,
    }
    book = handbook(files)
    answers = {key: [one.id for one in found] for key, found in book.coverage.answers.items()}
    assert answers == {
        "cfo/purchase#peers": ["case", "prices"],
        "cfo/purchase#what-does-it-cost": ["prices"],
    }
    assert book.assets["case"].answers == ("cfo/purchase#peers",)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("What does an hour of downtime cost us?", "what-does-an-hour-of-downtime-cost-us"),
        ("Café, naïef & co.", "cafe-naief-co"),
        ("?!", "545f940d"),
        ("word " * 20, "word-word-word-word-word-word-word-word-word-word-word-word"),
        ("x" * 100, "x" * 60),
    ],
)
def test_slug(text: str, made: str) -> None:
    assert slug(text) == made


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("IT manager", "it-managers"),
        ("success story", "Success Stories"),
        ("landingspagina", "landingspaginas"),
        ("klantcase", "klantcases"),
        ("e-mail", "Email"),
    ],
)
def test_names_are_alike(one: str, other: str) -> None:
    fold = handbook({}).vocabulary.fold
    assert fold(one) == fold(other)


def test_short_names_keep_their_ending() -> None:
    fold = handbook({}).vocabulary.fold
    assert fold("bus") != fold("bu")
