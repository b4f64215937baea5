"""What is told of touchpoints that a gap is about, of every two or three that differ."""

from itertools import combinations

from journeybook.gaps.met import Met, touchpoints_of
from tests.unit.handbooks import handbook
from tests.unit.held import hold

STEP = """\
    ---
    touchpoints:
      - {title: A, channel: web, importance: 5, satisfaction: 2, emotion: -1, assets: x}
      - {title: B, channel: web, importance: 3, satisfaction: 1, emotion: 1, assets: [x, y]}
      - {title: C, channel: fair, importance: 5, satisfaction: 1, moment_of_truth: true}
      - {title: D, channel: fair, satisfaction: 1, emotion: 0}
      - {title: E, importance: 5, satisfaction: 4, emotion: -2}
      - {title: F, satisfaction: 3}
      - {title: G, satisfaction: 1, importance: 1}
      - {title: As C, satisfaction: 1, importance: 5}
    ---
    """
BOOK = handbook(
    {
        **{f"channels/{name}.md": f"# {name}" for name in ("web", "fair")},
        **{f"assets/{name}.md": f"# {name}" for name in ("x", "y")},
        "phases/buy.md": "# Buy",
        "journeys/j/buy.md": STEP,
    }
)
NAMED = (
    ((), (), ()),
    (("j/buy#touchpoints.b",), ("x",), ("fair",)),
    (("j/buy#touchpoints.x",), ("content-x",), ("fair",)),
    ((), ("x",), ("fair",)),
    ((), ("y", "z"), ("fair",)),
    ((), ("z",), ("web", "fair")),
)


def test_what_is_told_of_touchpoints() -> None:
    (step,) = BOOK.journeys["j"].steps
    lines = []
    for number in (0, 1, 2, 3):
        for some in combinations(step.touchpoints, number):
            met = Met(touchpoints=some)
            heaviest, poorest = (one and one.text for one in (met.heaviest, met.poorest))
            marks = f"{met.importance} {met.satisfaction} {met.feeling}"
            who = "".join(one.text for one in some)
            lines.append(f"{who}: {heaviest} {poorest} {marks} {met.is_moment_of_truth}")
    for named, assets, channels in NAMED:
        found = touchpoints_of(named, assets, channels, (step,))
        who = " ".join(one.text for one in found)
        lines.append(f"{named} {assets} {channels}: {who}".rstrip())
    hold("met", lines)
