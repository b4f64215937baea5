"""Figures that a team watches, as they are read through the year."""

import pytest

from journeybook.compare.change import Tone
from journeybook.compare.comparison import compare
from tests.repositories import HANDBOOK
from tests.review.comparing import AWARENESS, Texts, judge, told

INDEX = "content/journeys/buyer/index.md"
WATCHED = (
    "---\npersona: buyer\nkpis:\n  - name: Calls\n    unit: per week\n    target: 40\n"
    "    every: 1 month\n    owner: Jan\n    readings:\n      - {date: 2026-09-01, value: 20}\n"
    "  - {name: Visits, target: 9}\n---\n# The buyer's journey\n"
)


ALL = "target 40, actual 20, to be read every 1 month, 1 September 2026: 20, owner: Jan"
BEFORE: Texts = {**HANDBOOK, INDEX: WATCHED}


def after(edits: Texts) -> list[str]:
    return told(compare(judge(BEFORE), judge({**BEFORE, **edits})))


def test_a_figure_that_is_read_closes_the_gap() -> None:
    last = "- {date: 2026-09-01, value: 20}\n"
    read = WATCHED.replace(last, f"{last}      - {{date: 2026-11-01, value: 31}}\n")
    key, gap = after({INDEX: read})
    assert key.endswith("per week): actual 20 | Calls (per week): actual 31, 1 November 2026: 31")
    assert gap.startswith("Gap closed: “Calls” should have been read again by 1 October 2026")


@pytest.mark.parametrize(
    ("edit", "old", "new"),
    [
        (("owner: Jan", "owner: Piet"),
         "Calls (per week): owner: Jan", "Calls (per week): owner: Piet"),
        (("1 month", "2 weeks"),
         "Calls (per week): to be read every 1 month",
         "Calls (per week): to be read every 14 days"),
        (("target: 40", "target: 50"),
         "Calls (per week): target 40", "Calls (per week): target 50"),
        (("name: Calls\n    unit: per week", "name: Calls"),
         f"Calls (per week): {ALL}", f"Calls: {ALL}"),
        (("  - {name: Visits, target: 9}\n", ""), "Visits: target 9", ""),
        (("target: 9}\n", "target: 9}\n  - Votes\n"), "", "Votes"),
        (("target: 9}\n", "target: 9}\n  - {name: Visits, target: 99}\n"), "", "Visits: target 99"),
    ],
)  # fmt: skip
def test_of_a_figure_only_what_differs_is_told(edit: tuple[str, str], old: str, new: str) -> None:
    lines = after({INDEX: WATCHED.replace(*edit)})
    assert lines[0] == f"Key figures: The buyer's journey | {old} | {new}"


@pytest.mark.parametrize("edit", [("1 month", "2 years"), ("    every: 1 month\n", "")])
def test_a_figure_that_is_to_be_read_less_often_is_named_first(edit: tuple[str, str]) -> None:
    key, gap = after({INDEX: WATCHED.replace(*edit)})
    assert key.startswith("A figure to be read less often: The buyer's journey")
    assert gap.startswith("No longer counted: “Calls” should have been read again")


def test_a_figure_goes_where_its_journey_goes() -> None:
    moved = dict.fromkeys(path for path in BEFORE if "journeys/buyer" in path)
    there = {path.replace("journeys/buyer", "journeys/client"): BEFORE[path] for path in moved}
    assert not [one for one in after({**moved, **there}) if "Calls" in one]


@pytest.mark.parametrize(
    ("figure", "edit", "tone"),
    [
        ("{name: Calls, actual: 20}", ("20", "12"), Tone.WORSE),
        ("{name: Calls, actual: 20}", ("20", "32"), Tone.BETTER),
        ("{name: Days, actual: 20, better: lower}", ("20", "12"), Tone.BETTER),
        (
            "{name: Calls, actual: 20, target: 30}",
            ("20, target: 30", "12, target: 10"),
            Tone.NEUTRAL,
        ),
        ("{name: Calls, actual: 20}", ("Calls", "Visits"), Tone.NEUTRAL),
        (
            "{name: A, actual: 1}, {name: B, actual: 1}",
            ("1}, {name: B, actual: 1", "2}, {name: B, actual: 0"),
            Tone.NEUTRAL,
        ),
    ],
)
def test_what_was_measured_is_better_or_worse(
    figure: str, edit: tuple[str, str], tone: Tone
) -> None:
    index = f"---\npersona: buyer\nkpis: [{figure}]\n---\n# The buyer's journey\n"
    before, later = ({**HANDBOOK, INDEX: one} for one in (index, index.replace(*edit)))
    (change,) = [one for one in compare(judge(before), judge(later)).changes if one.aspect == "kpi"]
    assert change.tone is tone


@pytest.mark.parametrize(
    ("edit", "tone"), [(("31", "12"), Tone.WORSE), (("31", "4 days"), Tone.NEUTRAL)]
)
def test_a_share_that_goes_on_is_better_or_worse(edit: tuple[str, str], tone: Tone) -> None:
    step = HANDBOOK[AWARENESS].replace("---\n", "---\nmoves_on: 31\n", 1)
    before, later = ({**HANDBOOK, AWARENESS: one} for one in (step, step.replace(*edit)))
    (change,) = [
        one for one in compare(judge(before), judge(later)).changes if one.aspect == "moves-on"
    ]
    assert change.tone is tone
