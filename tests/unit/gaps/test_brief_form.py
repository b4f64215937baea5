"""What a brief asks for: the type by the question and the readers, the gate, the day, the ways."""

import pytest

from journeybook.pages.briefs.form import Form, form_of
from journeybook.pages.briefs.story import Part, parts_of
from journeybook.pages.briefs.ways import Ways, ways_of
from journeybook.pages.parts.site import Site
from tests.unit.gaps.cold_store import entry
from tests.unit.handbooks import judged

PERSONA = "---\ntitle: CFO\nowner: Team\nquote: Show me.\nFORMATS---\n"
PHASE = "---\ntitle: Buy\norder: 2\nexpects: {types: [ad, webinar], gated: GATED}\n---\n"


def site(question: str, formats: str = "", gated: str = "allowed", **more: str) -> Site:
    """Judge a handbook in which a CFO asks one thing."""
    files = {
        "personas/cfo.md": PERSONA.replace("FORMATS", f"formats: {formats}\n" if formats else ""),
        "phases/buy.md": PHASE.replace("GATED", gated),
        "channels/mail.md": "---\ntitle: Mail\ntype: owned\n---\n",
        "journeys/cfo/index.md": "---\ntitle: CFO\npersona: cfo\nowner: Pricing desk\n---\n",
        "journeys/cfo/buy.md": (
            f'---\nquestions: [{{text: "{question}", id: asked, evidence: [talks]}}]\n'
            "touchpoints: [{title: Opens a mail, channel: mail}]\n"
            "kpis: [{name: Signed, target: 9, unit: a month}]\n---\n"
        ),
        "research/talks.md": (
            "---\ntitle: Talks\ndate: 2026-06-01\nparticipants: 4\nfindings:\n"
            "  - {text: Nobody reads the small print, personas: [cfo]}\n"
            "  - Prices are read first\n---\n"
        ),
        **more,
    }
    return judged(files).site


def form(*args: str, **more: str) -> Form:
    """What the brief of the question asks for."""
    made = site(*args, **more)
    return form_of(entry(made, "unanswered-question", "asked"), made)


@pytest.mark.parametrize(
    ("question", "type_"),
    [
        ("How do I set it up?", "how-to-video"),
        ("What is a dock leveller?", "blog"),
        ("What does it cost in five years?", "price-page"),
        ("Who else in our trade uses it?", "case"),
        ("Is it safe in a freezer?", "faq"),
        ("What is the difference with renting?", "comparison"),
        ("How long does it take?", "checklist"),
        ("Wat kost het per maand?", "price-page"),
        ("Hoe stel ik het in?", "how-to-video"),
        ("What is the payload of a pallet?", "blog"),
        ("Wie levert duurzame verpakkingen?", "blog"),
        ("Is het veilig?", "faq"),
        ("Welke andere bedrijven doen dit?", "case"),
    ],
)
def test_the_type_follows_the_question(question: str, type_: str) -> None:
    assert form(question).type == type_


def test_habits_choose_among_what_suits() -> None:
    assert form("What does it cost?", "[calculator]").type == "calculator"
    assert form("What does it cost?", "[podcast]").type == "price-page"
    assert form("Tell me more", "[video, case]").type == "video"


def test_the_phase_alone_never_makes_it_an_ad() -> None:
    made = form("Tell me more")
    assert made.type == "webinar"
    assert "ad" not in made.others


def test_a_team_owns_the_table_of_questions() -> None:
    words = "vocabulary: {questions: {cost: {words: [dear], types: [podcast]}}}\n"
    assert form("Is it dear?", **{"site_config/journeybook.yml": words}).type == "podcast"
    assert form("What does it cost?", **{"site_config/journeybook.yml": words}).type == "podcast"


@pytest.mark.parametrize(
    ("question", "gated", "wanted"),
    [
        ("How long does it take?", "expected", True),
        ("Who else uses it?", "expected", None),
        ("How long does it take?", "allowed", None),
        ("How long does it take?", "discouraged", False),
    ],
)
def test_only_what_can_be_is_put_behind_a_form(
    question: str, gated: str, wanted: bool | None
) -> None:
    assert form(question, "", gated).gated is wanted


def test_one_thing_behind_a_form_is_enough() -> None:
    there = (
        "---\ntitle: Paper\ntype: whitepaper\nstatus: published\ngated: true\n"
        "personas: [cfo]\nphases: [buy]\nchannels: [mail]\n---\n"
    )
    made = form("How long does it take?", "", "expected", **{"assets/paper.md": there})
    assert (made.gated, made.why_open) == (None, "something is behind a form here already")


def test_nobody_who_leaves_because_of_a_form_gets_another() -> None:
    step = (
        '---\nquestions: [{text: "How long does it take?", id: asked}]\n'
        "drop_offs: [{text: Leaves at the form, because: gate}]\n---\n"
    )
    made = form("", "", "expected", **{"journeys/cfo/buy.md": step})
    assert (made.gated, made.why_open) == (False, "people leave here because of a form")


def test_the_day_follows_the_effort() -> None:
    assert form("Is it safe?").due.isoformat() == "2026-12-05"
    assert form("What does it cost?", "[calculator]").due.isoformat() == "2027-02-21"
    words = "effort: {small: {within: 1 week}}\n"
    made = form("Is it safe?", **{"site_config/journeybook.yml": words})
    assert (made.effort, made.due.isoformat()) == ("small", "2026-11-28")


@pytest.mark.parametrize(
    ("calls", "told"),
    [
        ((), "Plan a conversation"),
        (("Order",), "Order"),
        (("Order", "Ask"), "Ask"),
        (("Ask", "Order", "Order"), "Order"),
        (("Order", "Order", "Zip it", "Zip it", "Ask"), "Order"),
    ],
)
def test_it_calls_to_what_most_pieces_around_it_call_to(calls: tuple[str, ...], told: str) -> None:
    pieces = {
        f"assets/{at}.md": f"---\ntitle: Piece {at}\nstatus: published\npersonas: [cfo]\n"
        f"phases: [buy]\nchannels: [mail]\ncta: {{text: {call}}}\n---\n"
        for at, call in enumerate(calls)
    }
    required = {"phases/buy.md": "---\ntitle: Buy\nexpects: {cta: required}\n---\n"}
    assert form("Is it safe?", **required, **pieces).cta == told
    assert form("Is it safe?", **pieces).cta == ""


@pytest.mark.parametrize(("phases", "calls"), [("buy", False), ("use", True), ("buy, use", True)])
def test_a_call_that_one_of_its_phases_requires_is_asked_for(phases: str, calls: bool) -> None:
    made = site("", **piece("own", phases), **{
        "phases/use.md": "---\ntitle: Use\nexpects: {cta: required}\n---\n",
        "journeys/cfo/use.md": "---\nneeds: [Rest]\n---\n",
    })  # fmt: skip
    assert bool(form_of(entry(made, "missing-owner", "own"), made).cta) is calls


def test_it_is_owned_and_has_a_place() -> None:
    made = form("Is it safe?")
    assert (made.owner, made.channels) == ("Pricing desk", ("mail",))


def parts(made: Site) -> dict[str, list[tuple[str, str]]]:
    """The parts of the brief by their titles."""
    gap = entry(made, "unanswered-question", "asked")
    found: tuple[Part, ...] = parts_of(gap, form_of(gap, made), ways_of(gap, made), made)
    return {part.title: [(one.text, one.note) for one in part.points] for part in found}


def test_research_speaks_with_what_came_out_of_it() -> None:
    assert parts(site("Who sees the prices?"))["What research says"] == [
        ("Talks", "1 June 2026 · 4 participants"),
        ("“Prices are read first”", "Talks"),
        ("“Nobody reads the small print”", "Talks"),
    ]


def test_of_much_research_what_is_closest_to_the_gap_is_told() -> None:
    findings = "[One, Two, Nobody feels safe, Three, Four]"
    rounds = {
        f"research/talks{at or ''}.md": f"---\ntitle: Talks {at}\nfindings: {findings}\n---\n"
        for at in ("", 1, 2, 3)
    }
    asked = '---\nquestions: [{text: "Is it safe?", id: asked, evidence: [EVIDENCE]}]\n---\n'
    step = asked.replace("EVIDENCE", "talks3, talks2, talks, talks1")
    told = parts(site("", **rounds, **{"journeys/cfo/buy.md": step}))["What research says"]
    assert [text for text, note in told if not note] == ["Talks 3", "Talks 2", "Talks"]
    assert [text for text, note in told if note == "Talks 3"] == [
        "“Nobody feels safe”",
        "“One”",
        "“Two”",
    ]


def test_others_who_ask_the_same_are_named() -> None:
    more = {
        "personas/cto.md": "---\ntitle: CTO\n---\n",
        "journeys/cto/index.md": "---\ntitle: Another\npersona: cto\n---\n",
        "journeys/cto/buy.md": '---\nquestions: ["is it safe"]\n---\n',
    }
    assert parts(site("Is it safe?", **more))["Also asked by"] == [("CTO", "Another · Buy")]


def test_it_says_when_it_is_done() -> None:
    assert parts(site("Is it safe?"))["Done when"] == [
        ("whoever has read it can answer “Is it safe?”", ""),
        ("“Signed” moves towards 9 a month", ""),
    ]


@pytest.mark.parametrize(
    ("elsewhere", "told"),
    [
        ("kpis: [{name: Here, target: 5}]", "“Here” moves towards 5"),
        ("kpis: [{name: Here}]", "“Here” moves the right way; it has no target yet"),
        ("", "it is known how often people still come to us with “Is it safe?”"),
    ],
)
def test_there_is_always_a_figure_by_which_to_tell_success(elsewhere: str, told: str) -> None:
    asked = '---\nquestions: [{text: "Is it safe?", id: asked}]\n---\n'
    other = {
        "personas/cto.md": "---\ntitle: CTO\n---\n",
        "journeys/cto/index.md": "---\ntitle: Another\npersona: cto\n---\n",
        "journeys/cto/buy.md": f"---\nneeds: [Rest]\n{elsewhere}\n---\n",
    }
    text, note = parts(site("Is it safe?", **{"journeys/cfo/buy.md": asked}, **other))["Done when"][
        -1
    ]
    assert text == told
    assert note == ("" if elsewhere else "a proposal")


def piece(name: str, phase: str, personas: str = "[cfo]") -> dict[str, str]:
    """A published piece for somebody in a phase."""
    keys = f"title: {name}\nstatus: published\npersonas: {personas}\nphases: [{phase}]\n"
    return {f"assets/{name}.md": f"---\n{keys}channels: [mail]\n---\n"}


def test_the_ways_follow_the_reader_through_the_phases_whatever_files_are_called() -> None:
    phases = {
        f"phases/{name}.md": f"---\ntitle: {name}\norder: {order}\n---\n"
        for name, order in (("a-use", 3), ("z-know", 1))
    }
    steps = {f"journeys/cfo/{name}.md": "---\nneeds: [Rest]\n---\n" for name in ("a-use", "z-know")}
    pieces = piece("first", "z-know") | piece("here", "buy") | piece("after", "a-use")
    others = piece("alien", "a-use", "[cto]") | {"personas/cto.md": "# CTO"}
    made = site("Is it safe?", **phases, **steps, **pieces, **others)
    ways: Ways = ways_of(entry(made, "unanswered-question", "asked"), made)
    assert [one.id for one in ways.sources] == ["here", "first"]
    assert [one.id for one in ways.next] == ["after"]


def test_enough_other_pieces_lead_to_one_and_follow_it_even_where_it_is_among_them() -> None:
    pieces = [piece(name, "buy") for name in "abcdefg"]
    made = site("Is it safe?", **{path: text for one in pieces for path, text in one.items()})
    ways: Ways = ways_of(entry(made, "missing-owner", "a"), made)
    assert [one.id for one in ways.sources] == ["b", "c", "d"]
    assert [one.id for one in ways.next] == ["e", "f", "g"]
