"""Over which personas in phases is scored, of the whole handbook or somewhere in it."""

from journeybook.counts.steps import places_within
from journeybook.counts.within import Within
from tests.unit.handbooks import judged

BOOK = judged(
    {
        "phases/buy.md": "---\norder: 1\n---\n# Buy\n",
        "phases/use.md": "---\norder: 2\n---\n# Use\n",
        "personas/cfo.md": "# CFO\n",
        "personas/cto.md": "---\nphases: [use]\n---\n# CTO\n",
        "journeys/cfo/index.md": "---\npersona: cfo\nscope: [buy]\n---\n# Buying\n",
        "journeys/cfo/buy.md": "---\nphase: buy\nneeds: [Certainty]\n---\n",
    }
).handbook


def test_all_personas_in_the_phases_in_which_they_take_part() -> None:
    every = (("cfo", "buy"), ("cfo", "use"), ("cto", "use"))
    assert places_within(BOOK, Within()) == every
    assert places_within(BOOK, Within(phase="use")) == every[1:]
    assert places_within(BOOK, Within(persona="cfo")) == every[:2]


def test_who_is_asked_about_one_place_is_told_of_it() -> None:
    # Also where nobody said that the persona takes part.
    assert places_within(BOOK, Within(persona="cto", phase="buy")) == (("cto", "buy"),)


def test_of_a_journey_only_where_it_leads() -> None:
    assert places_within(BOOK, Within(journey="cfo")) == (("cfo", "buy"),)
    assert places_within(BOOK, Within(journey="cfo", persona="cfo", phase="use")) == ()
    assert places_within(BOOK, Within(journey="cfo", persona="cto", phase="buy")) == ()
