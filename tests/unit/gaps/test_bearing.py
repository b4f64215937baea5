"""Whom, when and where a gap concerns, and that every gap has one page of its own."""

from journeybook.hosts.codeowners import owned
from journeybook.pages.parts.site import Site
from tests.unit.gaps.cold_store import entry, gaps_site
from tests.unit.handbooks import judged


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


def test_names_that_differ_in_case_blanks_or_signs_are_one_owner() -> None:
    spelled = ("Café team", "  CAFÉ  team", "café-team", "Cafe\u0301 team")
    files = {
        f"personas/p{at}.md": f'---\nowner: "{name}"\nreviewed: 2026-01-01\n'
        f"review_every: {at + 1} years\n---\n# P{at}\n"
        for at, name in enumerate((*spelled, spelled[0]))
    }
    kpi = "{name: Sales, target: 9, every: 1 month, owner: CAFÉ_TEAM}"
    files["journeys/j/index.md"] = f"---\npersona: p0\nkpis: [{kpi}]\n---\n# J\n"
    files["site_config/journeybook.yml"] = 'capacity: {"cafe\u0301  TEAM": 4}\n'
    book = judged(files)
    owners = {owner for owner in book.site.ledger.owners if "caf" in owner.casefold()}
    assert owners == {"Café team"}
    assert {one.owner for one in book.site.ledger.dates} == {"Café team"}
    assert book.handbook.planning.capacity_of("Café team") == 4
    lines = owned(book.handbook, {"CAFE\u0301 TEAM": ("@us/cafe",)}).lines
    assert len(lines) == 5


def test_blanks_in_the_name_of_an_owner_are_not_told() -> None:
    book = judged({"personas/p.md": '---\nowner: " The   team "\n---\n# P\n'})
    assert book.handbook.personas["p"].owner == "The team"


def test_owners_who_spell_alike_get_addresses_of_their_own() -> None:
    book: Site = gaps_site(
        **{
            "personas/cfo.md": "---\nowner: Team A\n---\n# CFO\n",
            "personas/operations.md": "---\nowner: Téam A\n---\n# Operations\n",
        }
    )
    names = book.ledger.owner_slugs
    assert names["Team A"] == "team-a"
    assert names["Téam A"] == "team-a-2"
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
