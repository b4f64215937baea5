"""Whom, when and where a gap concerns, and that every gap has one page of its own."""

from journeybook.pages.parts.site import Site
from tests.unit.gaps.cold_store import entry, gaps_site


def test_a_question_concerns_those_who_ask_the_same_elsewhere() -> None:
    bearing = entry(gaps_site(), "unanswered-question", "cfo/purchase#cost").bearing
    assert bearing.personas == ("cfo",)
    assert bearing.sharing == ("cfo", "operations")


def test_a_gap_of_a_whole_phase_stands_near_its_steps() -> None:
    bearing = entry(gaps_site(), "channel-without-content", "peers").bearing
    assert [step.id for step in bearing.steps] == ["cfo/purchase"]
    assert [one.text for one in bearing.met.touchpoints] == ["Calls another CFO"]
    assert bearing.channels == ("peers",)


def test_a_statement_of_a_persona_belongs_to_no_phase() -> None:
    book = gaps_site(**{"personas/cfo.md": "---\ngoals: [No surprises]\n---\n# CFO\n"})
    gap = entry(book, "assumption", "no-surprises")
    assert gap.bearing.phases == ()
    assert book.gap_home(gap) == book.addresses.gaps


def test_owners_who_spell_alike_get_addresses_of_their_own() -> None:
    book: Site = gaps_site(
        **{
            "personas/cfo.md": "---\nowner: Team A\n---\n# CFO\n",
            "personas/operations.md": "---\nowner: team a\n---\n# Operations\n",
        }
    )
    names = book.ledger.owner_slugs
    assert names["Team A"] == "team-a"
    assert names["team a"] == "team-a-2"
    assert len(set(names.values())) == len(names)


def test_a_gap_of_content_concerns_those_the_content_is_for() -> None:
    text = "---\nstatus: published\npublished: 2020-01-01\nreview_every: 1 year\n{}---\n# Old\n"
    named = gaps_site(**{"assets/old.md": text.format("personas: [cfo]\nphases: [engage]\n")})
    gap = entry(named, "stale-asset", "old")
    assert gap.bearing.personas == ("cfo",)
    assert gap.bearing.phases == ("engage",)
    assert gap.bearing.journeys == ("cfo",)
    nobody = entry(gaps_site(**{"assets/old.md": text.format("")}), "stale-asset", "old")
    assert (nobody.bearing.personas, nobody.bearing.journeys) == ((), ())


def test_everybody_who_keeps_something_is_an_owner() -> None:
    kept = {
        "personas/intern.md": "---\nowner: HR\n---\n# Intern\n",
        "phases/leave.md": "---\nowner: Exit desk\norder: 9\n---\n# Leave\n",
        "channels/radio.md": "---\nowner: Studio\n---\n# Radio\n",
        "assets/jingle.md": "---\nowner: Composer\n---\n# Jingle\n",
        "journeys/intern/index.md": "---\npersona: intern\nowner: Guide\n---\n# Way in\n",
    }
    owners = gaps_site(**kept).ledger.owners
    assert owners == {
        "HR", "Exit desk", "Studio", "Composer", "Guide", "Content team", "Pricing desk",
    }  # fmt: skip
