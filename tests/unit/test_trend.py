"""A past that is made up of every kind of point, told and drawn as a whole."""

import re
from datetime import date, timedelta

import pytest

from journeybook.adapters.disk.resources import shipped
from journeybook.counts.moves import Moves, Trace, moves
from journeybook.gaps.state import GapState
from journeybook.history.history import chosen, scopes, telling, with_moves
from journeybook.history.points import (
    JOURNEY,
    PERSONA,
    PHASE,
    WHOLE,
    Measure,
    Moment,
    Point,
)
from journeybook.history.since import with_earlier_days
from journeybook.history.trend import trend_csv, trend_text, with_history
from journeybook.history.trend_chart import trend_of, trend_svg
from journeybook.pages.parts.filling.renderer import Renderer
from journeybook.pages.parts.page import Page
from journeybook.wording import Wording
from tests.unit.handbooks import judged
from tests.unit.held import hold

SAY = Wording()


def measure(scope: str, name: str, step: int, *, title: str = "") -> Measure:
    part = min(step, 4)
    return Measure(
        scope=scope,
        id=name,
        title=title or name.title(),
        answered=(part, 4),
        researched=(4 - part, 4),
        positive=(0, 0) if step < 2 else (1, 3),
        asked=(1200, 2400),
        lacking=step % 3,
        gaps=7 - step,
        scores={
            "answered": part / 4,
            "researched": 1 - part / 4,
            "positive": None if step < 2 else 1 / 3,
            "asked": 0.5,
        },
    )


def trace(name: str, state: GapState, *, phase: str = "", persona: str = "") -> Trace:
    return Trace(fingerprint=name, state=state, phases=(phase,), personas=(persona,))


POINTS = with_moves(
    (
        Point(commit="a" * 40, day=date(2026, 1, 1)),
        Point(
            commit="b" * 40,
            day=date(2026, 1, 31),
            tags=("=v1", "first"),
            measures=(
                measure(WHOLE, "", 0),
                measure(PHASE, "buy", 0),
                measure(JOURNEY, "-cfo", 0, title="=Old"),
            ),
            traces=(
                trace("x", GapState.OPEN, phase="buy"),
                trace("y", GapState.OPEN),
                trace("m", GapState.MINOR, phase="buy"),
            ),
        ),
        Point(
            commit="c" * 40,
            day=date(2026, 3, 1),
            errors=2,
            measures=(measure(WHOLE, "", 2), measure(PERSONA, "cfo", 2)),
            traces=(trace("x", GapState.FILLING, phase="buy"), trace("z", GapState.OPEN)),
        ),
        Point(commit="d" * 40, day=date(2026, 3, 5), errors=1),
        Point(
            commit="e" * 40,
            day=date(2026, 4, 1),
            measures=(
                measure(WHOLE, "", 4),
                measure(PERSONA, "cfo", 5),
                measure(JOURNEY, "-cfo", 4, title="New"),
                measure(PHASE, "buy", 4),
            ),
            traces=(
                trace("z", GapState.WAIVED, persona="cfo"),
                trace("m", GapState.OPEN, phase="buy", persona="cfo"),
            ),
        ),
    )
)


def test_a_past_in_words_and_rows() -> None:
    rows = trend_csv(POINTS, SAY).decode("utf-8-sig").replace("\r\n", "\n")
    hold("trend", (trend_text(POINTS, SAY), rows, *map(str, scopes(POINTS))))
    assert trend_text((), SAY) == "No commit to look at.\n"


def test_a_past_as_drawings() -> None:
    rows = list(scopes(POINTS))
    whole = trend_of(POINTS, SAY, "How", rows[:2])
    alone = trend_svg(POINTS[1:2], SAY).decode()
    none = trend_svg((), SAY).decode()
    broken = (one.replace("><", ">\n<").split("</style>")[-1] for one in (whole, alone, none))
    hold("trend-drawings", broken)
    many = [
        Point(
            commit="f",
            day=date(2026, 1, 1) + timedelta(days=at),
            measures=(measure(WHOLE, "", at % 5),),
        )
        for at in range(61)
    ]
    assert 'r="1"' in trend_svg(many, SAY).decode()
    assert 'r="2.5"' in trend_svg(many[:60], SAY).decode()


def test_gaps_move_from_one_day_to_the_next() -> None:
    states = (None, GapState.OPEN, GapState.MINOR, GapState.FILLING, GapState.WAIVED)
    told = []
    for before in states:
        for after in states:
            old, new = (() if state is None else (trace("x", state),) for state in (before, after))
            found = moves(old, new)
            told.append((before, after, found.opened, found.filled, found.closed))
    happened = [one for one in told if any(one[2:])]
    assert happened == [
        (None, GapState.OPEN, 1, 0, 0),
        (GapState.OPEN, None, 0, 0, 1),
        (GapState.OPEN, GapState.FILLING, 0, 1, 0),
        (GapState.MINOR, GapState.OPEN, 1, 0, 0),
        (GapState.FILLING, None, 0, 0, 1),
        (GapState.FILLING, GapState.OPEN, 1, 0, 0),
        (GapState.WAIVED, GapState.OPEN, 1, 0, 0),
    ]
    assert moves((), ()) == Moves(opened=0, filled=0, closed=0)


DAYS = (
    date(2025, 12, 31), date(2026, 1, 1), date(2026, 1, 2), date(2026, 1, 31), date(2026, 2, 1),
    date(2026, 2, 1),
)  # fmt: skip
MOMENTS = tuple(
    Moment(commit=str(at), day=day, tags=("v",) if at in (1, 4) else ())
    for at, day in reversed(list(enumerate(DAYS)))
)


@pytest.mark.parametrize(
    ("every", "since", "kept"),
    [
        ("month", None, "035"),
        ("week", None, "25"),
        ("day", None, "01235"),
        ("tag", None, "14"),
        ("month", date(2026, 1, 31), "35"),
        ("month", date(2026, 3, 1), ""),
    ],
)
def test_the_last_of_every_stretch_is_chosen(every: str, since: date | None, kept: str) -> None:
    assert "".join(one.commit for one in chosen(MOMENTS, every, since)) == kept


def test_the_moments_that_tell_most() -> None:
    assert [one.commit for one in telling(MOMENTS, 9)] == ["0", "3", "5"]
    assert [one.commit for one in telling(MOMENTS, 2)] == ["3", "5"]
    assert telling(MOMENTS[:5], 9) == ()
    same = tuple(Moment(commit=str(at), day=DAYS[0]) for at in range(7))
    assert telling(same, 9) == ()
    week = tuple(
        Moment(commit=str(at), day=date(2026, 1, 5) + timedelta(days=at // 2)) for at in range(7)
    )
    assert [one.commit for one in telling(week[::-1], 9)] == ["1", "3", "5", "6"]


def test_of_many_parts_the_first_are_drawn() -> None:
    measures = tuple(measure(PHASE, f"phase-{at:02}", 1) for at in range(61))
    points = (Point(commit="a", day=date(2026, 1, 1), measures=measures),)
    drawn = trend_svg(points, SAY).decode()
    shown = str(trend_of(points, SAY, "How", list(scopes(points))))
    assert ["Phase-59<" in text for text in (drawn, shown)] == [True, True]
    assert ["Phase-60<" in text for text in (drawn, shown)] == [False, False]


def test_of_many_earlier_days_the_last_are_told() -> None:
    now = judged({"personas/cfo.md": "# CFO\n"}, date(2026, 1, 20))
    points = [
        Point(commit="a", day=date(2026, 1, at), measures=(measure(WHOLE, "", 1),))
        for at in range(1, 21)
    ]
    nothing = Point(commit="b", day=date(2026, 1, 1))
    told = [one.day.day for one in with_earlier_days(now, [nothing, *points]).site.past]
    assert told == [8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]
    assert with_earlier_days(now, [nothing]) is now


def test_a_page_tells_how_what_it_is_about_did() -> None:
    site = judged(
        {"personas/cfo.md": "# CFO\n", "journeys/-cfo/index.md": "---\npersona: cfo\n---\n# New\n"}
    ).site
    renderer = Renderer(shipped().templates, SAY)
    pages = {
        uri: with_history(Page(uri=uri, title="T", markdown="Text\n\n"), POINTS, renderer, site)
        for uri in ("index.md", "journeys/index.md", "gaps/index.md", "personas/index.md", "a.md")
    }
    heads = {uri: one.markdown.partition("\n\n")[2] for uri, one in pages.items()}
    assert heads == {
        "index.md": "## How the handbook did { #history }\n\n<!-- jb:block history -->\n",
        "journeys/index.md": "## How the journeys did { #history }\n\n<!-- jb:block history -->\n",
        "gaps/index.md": "## How the phases did { #history }\n\n<!-- jb:block history -->\n",
        "personas/index.md": "## How the personas did { #history }\n\n<!-- jb:block history -->\n",
        "a.md": "",
    }
    first = [
        re.findall(r'<th scope="(?:col|row)">(.*?)</th>', page.blocks[0].html)[:1]
        + re.findall(r'<b class="jb-line">(.*?)</b>', page.blocks[0].html)
        for page in pages.values()
        if page.blocks
    ]
    assert first == [["Date"], ["Journey", "New"], ["Phase", "Buy"], ["Persona", "Cfo"]]
