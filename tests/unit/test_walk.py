"""How far a persona gets who follows only what the handbook really offers."""

import re

import pytest

from journeybook.gaps.passage import gaps_before
from journeybook.handbook.index.walk import Obstacle, Walk, walk, walks
from journeybook.pages.parts.ways.links import Here
from journeybook.pages.walks.svg_walk import draw_walk
from journeybook.pages.walks.view import walk_view
from tests.unit.handbooks import handbook, judged

STEP = "---\ntouchpoints: [{{title: {title}, channel: {channel}}}]\n---\n"
ASSET = (
    "---\nstatus: published\npersonas: ann\nphases: {phase}\nchannels: {channel}\n{more}---\n"
    "# {title}\n"
)


def asset(phase: str, channel: str = "web", more: str = "") -> str:
    """A published piece of content for Ann."""
    return ASSET.format(phase=phase, channel=channel, more=more, title=f"For {phase}")


BOOK = {
    "personas/ann.md": "---\nchannels: [web]\nlanguages: [en]\n---\n# Ann\n",
    "channels/web.md": "# Web\n",
    "channels/mail.md": "# Mail\n",
    "phases/look.md": "---\norder: 1\nstage: buyer\n---\n# Look\n",
    "phases/compare.md": "---\norder: 2\nstage: buyer\n---\n# Compare\n",
    "phases/buy.md": "---\norder: 3\nstage: buyer\n---\n# Buy\n",
    "journeys/ann/index.md": "---\npersona: ann\n---\n# Ann buys\n",
    "journeys/ann/look.md": STEP.format(title="Looks around", channel="web"),
    "journeys/ann/compare.md": STEP.format(title="Reads", channel="web"),
    "journeys/ann/buy.md": STEP.format(title="Signs", channel="mail"),
    "assets/story.md": asset("look", more="next: [prices]\n"),
    "assets/prices.md": asset("compare", more="cta: Ask for an offer\n"),
    "assets/offer.md": asset("buy", "mail"),
}
STORY, PRICES, OFFER = "assets/story.md", "assets/prices.md", "assets/offer.md"


def of_ann(**edits: str) -> Walk:
    """The walk of Ann; what is edited is named by the last part of its path."""
    paths = {path.rpartition("/")[2].removesuffix(".md"): path for path in BOOK}
    files = {**BOOK, **{paths.get(name, f"assets/{name}.md"): it for name, it in edits.items()}}
    found = walk(handbook(files), "ann")
    assert found
    return found


def stands(found: Walk) -> tuple[str | None, str | None, tuple[Obstacle, ...]]:
    """How far it goes, where it does not, and why."""
    broken = found.broken
    goal = found.goal.phase if found.goal else None
    return goal, broken.phase if broken else None, broken.obstacles if broken else ()


def test_what_leads_on_from_the_first_touchpoint_leads_to_the_end() -> None:
    found = of_ann()
    assert found.start
    assert found.start.text == "Looks around"
    assert stands(found) == ("buy", None, ())
    assert [[way.asset for way in one.ways] for one in found.stages] == [
        ["story"],
        ["prices"],
        ["offer"],
    ]


NOTHING, KEPT_OUT, NO_WAY_ON = Obstacle.NOTHING_THERE, Obstacle.KEPT_OUT, Obstacle.NO_WAY_ON
GATE = (
    "---\ntouchpoints: [{title: Signs, channel: mail}]\n"
    "drop_offs: [{text: Leaves, because: gate}]\n---\n"
)


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ({"story": "# Idea\n"}, (None, "look", (NOTHING,))),
        ({"story": asset("look")}, ("look", "compare", (NO_WAY_ON,))),
        ({"story": asset("look", more="next: [offer]\n")}, ("buy", None, ())),
        ({"prices": asset("compare")}, ("compare", "buy", (NO_WAY_ON,))),
        ({"prices": asset("compare", more="cta: {text: Go, url: 'https://x.org/mail'}\n"),
          "offer": asset("buy", "web", "url: https://x.org/mail\n")},
         ("compare", "buy", (KEPT_OUT,))),
        ({"prices": asset("compare", more="cta: {text: Go, url: 'https://x.org/other'}\n"),
          "other": asset("look", more="url: https://x.org/other\n")},
         ("compare", "buy", (NO_WAY_ON,))),
        ({"offer": asset("buy", "mail").replace("published", "draft")},
         ("compare", "buy", (NOTHING,))),
        ({"offer": asset("buy", "web")}, ("compare", "buy", (KEPT_OUT,))),
        ({"offer": asset("buy", "mail", "language: nl\n")}, ("compare", "buy", (KEPT_OUT,))),
        ({"offer": asset("buy", "mail", "gated: true\n")}, ("compare", "buy", (KEPT_OUT,))),
        ({"prices": asset("compare", more="gated: true\ncta: Go\n")}, ("buy", None, ())),
        ({"prices": asset("compare", more="gated: true\ncta: Go\n"),
          "compare": GATE.replace("mail", "web")}, ("look", "compare", (KEPT_OUT,))),
    ],
)  # fmt: skip
def test_it_breaks_where_something_is_missing(
    edits: dict[str, str], expected: tuple[str | None, str | None, tuple[Obstacle, ...]]
) -> None:
    assert stands(of_ann(**edits)) == expected


def test_it_starts_where_the_first_touchpoint_is() -> None:
    found = of_ann(look="# Nobody asked\n")
    assert [one.phase for one in found.stages] == ["compare", "buy"]
    assert found.stages[0].obstacles == ()


def test_one_way_of_several_is_enough() -> None:
    found = of_ann(story=asset("look"), other=asset("look", more="next: [prices]\n"))
    assert stands(found) == ("buy", None, ())
    assert [way.into("compare") for way in found.stages[0].ways] == [True, False]


def test_something_at_the_first_touchpoint_is_enough_whatever_stands_elsewhere() -> None:
    met = "touchpoints: [{title: Looks, channel: web}, {title: Opens mail, channel: mail}]"
    mailed = {
        **BOOK,
        "assets/letter.md": asset("look", "mail", "next: [prices]\n"),
        "journeys/ann/look.md": f"---\n{met}\n---\n",
    }
    for files, is_empty in ((mailed, False), ({**mailed, STORY: "# Idea\n"}, True)):
        site = judged(files).site
        found = walk(site.handbook, "ann")
        assert found
        assert ("Nothing for them stands there" in walk_view(found, site).start) is is_empty


@pytest.mark.parametrize(("many", "more"), [(40, ""), (41, "and 1 more")])
def test_of_very_many_pieces_in_a_phase_the_first_are_named_and_the_rest_is_counted(
    many: int, more: str
) -> None:
    # Whom a piece is not for in its language, they do not get to it.
    for shut in ("", "language: nl\n"):
        files = {**BOOK, STORY: "# Idea\n"}
        files |= {f"assets/a{at}.md": asset("look", more=shut) for at in range(many)}
        site = judged(files).site
        found = walk(site.handbook, "ann")
        assert found
        look = walk_view(found, site).stages[0]
        named, rest = (look.others, look.more_others) if shut else (look.ways, look.more)
        assert (len(named), rest) == (40, more)


def test_nobody_walks_a_journey_of_the_future() -> None:
    files = {**BOOK, "journeys/ann/index.md": "---\npersona: ann\nstate: future\n---\n# Ann\n"}
    assert walks(handbook(files)) == {}
    assert list(walks(handbook(BOOK))) == ["ann"]


@pytest.mark.parametrize(("phases", "width"), [(3, 168), (6, 156), (7, 128), (8, 128)])
def test_a_drawing_is_as_wide_as_a_window_while_its_words_can_be_read(
    phases: int, width: int
) -> None:
    more = {
        f"phases/use-{at}.md": f"---\norder: {at}\nstage: customer\n---\n# Use\n"
        for at in range(4, phases + 1)
    }
    site = judged({**BOOK, **more}).site
    found = walk(site.handbook, "ann")
    assert found
    assert len(found.stages) == phases
    drawn = draw_walk(found, "A walk", "In words", Here(site=site, uri="index.md"))
    assert set(re.findall(r'<rect [^>]*width="(\d+)"', drawn)) == {str(width)}


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        (STORY, asset("look"), "no-next-step"),
        (OFFER, "# Idea\n", "phase-without-content"),
        (OFFER, asset("buy", "mail").replace("published", "draft"), "only-planned-content"),
        (OFFER, asset("buy", "mail", "gated: true\n"), "unfitting-gate"),
    ],
)
def test_what_lets_them_through_is_among_the_gaps(path: str, text: str, code: str) -> None:
    done = judged({**BOOK, path: text})
    found = walk(done.handbook, "ann")
    assert found
    assert found.broken
    gaps = gaps_before(found.broken, found, done.site.ledger)
    assert code in [one.finding.code for one in gaps]
