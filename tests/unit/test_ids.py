"""Ids and anchors hold whatever people call their files, and tell apart what is not the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeybook.handbook.addressing.addresses import Addresses
from journeybook.handbook.ids import (
    anchor_of,
    distinct_names,
    file_name,
    is_named,
    journey_of,
    local_of,
    name_of,
    owner_of,
    question_names,
    statement_id,
)
from journeybook.handbook.index.matrix_facts import cells_of
from journeybook.handbook.index.matrix_scopes import of_journey
from journeybook.pages.parts.hrefs import page_address, quoted, relative
from tests.unit.handbooks import found, handbook

LONG = "Hoe weet ik zeker dat de levering van de machine op tijd komt, ook in de zomer, en "


def test_ids_are_taken_apart_as_they_were_made() -> None:
    need = statement_id("Q&A #1/buy", "peers", "needs")
    assert need == "Q&A #1/buy#needs.peers"
    assert (owner_of(need), local_of(need), name_of(need)) == (
        "Q&A #1/buy",
        "needs.peers",
        "peers",
    )
    feeling = statement_id("a/b", "C# dev", "emotion")
    assert (owner_of(feeling), local_of(feeling)) == ("a/b", "emotion.C# dev")
    assert statement_id("a/b", "", "emotion") == "a/b#emotion"
    assert question_names("eu/cfo/buy#price") == ("price", "buy#price", "eu/cfo#price")
    assert (journey_of("eu/cfo/buy"), journey_of("buy")) == ("eu/cfo", "buy")


def test_reference_is_an_id_or_its_end() -> None:
    assert is_named("cfo/buy#price", "price")
    assert is_named("guides/prices", "prices")
    assert is_named("caf\u00e9", "cafe\u0301")
    assert not is_named("cfo/buy#the-price", "price")


def test_ordinary_anchors_stay_as_they_are() -> None:
    assert anchor_of("buy", "drop_offs-leaves") == "buy-drop_offs-leaves"
    assert anchor_of("cell", "e-mail", "v1.2") == "cell-e-mail-v1.2"
    assert anchor_of("First contact, R&D?") == "First-contact-R-D"


@given(st.text(min_size=1))
def test_anchor_holds_in_html_headings_and_addresses(text: str) -> None:
    anchor = anchor_of(text)
    assert anchor
    assert not set(anchor) & set(" \t\n\"'<>&#%?/\\{}=`")


@given(st.lists(st.sampled_from(["a", "a-b", "map-a", "b"]), unique=False))
def test_no_two_names_meet_in_any_form(names: list[str]) -> None:
    given_names = distinct_names(enumerate(names), ["b"], ("{}", "map-{}"))
    shown = [form for name in given_names.values() for form in (name, f"map-{name}")]
    assert len(set(shown)) == len(shown)
    assert "b" not in shown


def test_the_first_one_that_asks_has_the_name() -> None:
    assert distinct_names([("one", "a"), ("two", "b")]) == {"one": "a", "two": "b"}
    (first, second) = distinct_names([("one", "a"), ("two", "a")]).values()
    assert first == "a"
    assert second.startswith("a-")


def test_file_names_fit_any_disk() -> None:
    assert file_name("cfo") == "cfo"
    long = file_name("\u00e9" * 120)
    assert len(long.encode()) < 220
    assert long != file_name("\u00e9" * 121)


def test_addresses_say_nothing_but_the_path() -> None:
    assert page_address("assets/Webinar: x.md", directories=True) == "assets/Webinar%3A%20x/"
    assert page_address("personas/C# dev.md", directories=False) == "personas/C%23%20dev.html"
    assert page_address("a/README.md", directories=True) == "a/"
    assert page_address("index.md", directories=False) == "index.html"
    assert relative("", quoted("javascript:alert(1);/x/")) == "javascript%3Aalert%281%29%3B/x/"


def test_long_questions_that_begin_alike_stay_apart() -> None:
    files = {
        "personas/p.md": "# P",
        "phases/buy.md": "# Buy",
        "journeys/p/index.md": "---\npersona: p\n---\n# P",
        "journeys/p/buy.md": f'---\nquestions: ["{LONG}hoe duur?", "{LONG}wat als niet?"]\n---',
        "assets/a.md": f'---\nstatus: published\nanswers: ["{LONG}wat als niet?"]\n---\n# A',
    }
    assert not found(files, "duplicate-id", "ambiguous-reference")
    first, second = handbook(files).journeys["p"].steps[0].questions
    assert second.id.startswith(f"{first.id}-")
    assert handbook(files).assets["a"].answers == (second.id,)


@pytest.mark.parametrize("named", ["gone", "They go.", "p/buy#drop_offs.gone"])
def test_content_names_what_it_helps_with_by_its_id_as_it_names_a_question(named: str) -> None:
    files = {
        "phases/buy.md": "# Buy",
        "journeys/p/buy.md": "---\ndrop_offs: [{text: They go., id: gone}]\n---",
        "assets/a.md": f"---\nstatus: published\nanswers: ['{named}']\n---\n# A",
    }
    assert not found(files, "unknown-question")
    assert handbook(files).assets["a"].helps == ("p/buy#drop_offs.gone",)


def test_the_same_question_twice_is_one_id_for_two_things() -> None:
    files = {
        "phases/buy.md": "# Buy",
        "journeys/p/buy.md": f'---\nquestions: ["{LONG}hoe duur?", "{LONG}hoe duur?"]\n---',
    }
    assert len(found(files, "duplicate-id")) == 1


def test_accents_are_one_letter_in_files_and_references() -> None:
    files = {
        "personas/cafe\u0301.md": "# Caf\u00e9",
        "phases/buy.md": "# Buy",
        "journeys/p/index.md": "---\npersona: caf\u00e9\n---\n# P",
    }
    assert not found(files, "unknown-persona")
    book = handbook(files)
    assert book.journeys["p"].personas == ("caf\u00e9",)
    persona = book.personas["caf\u00e9"]
    assert Addresses(book).page(persona) == "personas/cafe\u0301.md"


def test_matrix_of_a_journey_counts_no_journey_inside_it() -> None:
    files = {
        "personas/p.md": "# P",
        "phases/buy.md": "# Buy",
        "channels/web.md": "# Web",
        "journeys/cfo/index.md": "---\npersona: p\n---\n# CFO",
        "journeys/cfo/eu/index.md": "---\npersona: p\n---\n# CFO in Europe",
        "journeys/cfo/eu/buy.md": "---\ntouchpoints: [{title: Reads, channel: web}]\n---",
    }
    book = handbook(files)
    used = {
        journey.id: cells_of(book, of_journey(book, journey))["web", "buy"].users
        for journey in book.journeys.values()
    }
    assert used == {"cfo": (), "cfo/eu": ("p",)}
