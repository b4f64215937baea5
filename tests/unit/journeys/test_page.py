"""The page of a journey: the map and the story tell the same, and lead to each other."""

import re
from collections.abc import Iterator

import pytest

from journeybook.handbook.addressing.anchors import on_journey
from journeybook.pages.journeys.draw import journey_pages
from journeybook.pages.journeys.journey import JourneyView, journey_view
from journeybook.pages.journeys.map import phase_lanes
from journeybook.pages.journeys.map.journey_items import Item
from journeybook.pages.parts.page import Page
from journeybook.pages.parts.words.asked import NOT_ASKED
from tests.unit.handbooks import judged
from tests.unit.journeys.examples import block, full_site, renderer


def view() -> JourneyView:
    gaps = full_site()
    return journey_view(gaps.handbook.journeys["cfo"], gaps)


def page() -> Page:
    pages = journey_pages(full_site(), renderer())
    return next(one for one in pages if one.uri == "journeys/cfo/index.md")


def ids_of(made: Page) -> list[str]:
    html = " ".join(one.html for one in made.blocks)
    return re.findall(r'\bid="([^"]+)"', html) + re.findall(r"\{ #(\S+) \}", made.markdown)


def items_of_map(one: JourneyView) -> Iterator[Item]:
    for lane in one.map.lanes:
        for cell in lane.cells:
            for group in cell.groups:
                yield from (item for item in group.items if item.kind != NOT_ASKED)


def items_of_story(one: JourneyView) -> Iterator[Item]:
    for phase in one.story:
        lanes = [*phase.lanes, *(lane for step in phase.steps for lane in step.lanes)]
        for lane in lanes:
            for group in lane.groups:
                yield from (item for item in group.items if item.kind != NOT_ASKED)


def test_every_fact_of_the_map_is_in_the_story() -> None:
    told = view()
    assert sorted(map(repr, items_of_map(told))) == sorted(map(repr, items_of_story(told)))
    assert len(list(items_of_map(told))) > 10


def test_every_fact_of_the_map_is_found_by_the_search() -> None:
    made = page()
    searched = " ".join(one.html for one in made.blocks if one.searchable)
    missing = [one.text for one in items_of_map(view()) if one.text not in searched]
    assert missing == []


def test_a_question_says_what_answers_it() -> None:
    told = {one.text: one for one in items_of_map(view())}
    cost, lease, peers = (
        told[text] for text in ("What does it cost?", "Can we lease?", "Who else did this?")
    )
    assert (cost.kind, [one.link.text for one in cost.references]) == ("answered", ["Price list"])
    assert (lease.kind, lease.references[0].note) == ("filling", "draft · 12 December 2026")
    assert (peers.kind, peers.missing) == ("open", "nothing answers it")


def test_filters_find_what_they_are_for() -> None:
    told = {one.text: one.marks for one in items_of_map(view())}
    assert told["One figure"] == ("one-source",)
    assert told["What does it cost?"] == ("assumption",)
    assert "gap" in told["Who else did this?"]


def test_a_phase_without_steps_has_its_column() -> None:
    told = view()
    assert [one.title for one in told.map.steps] == [
        "Not described yet",
        "Reads the proposal",
        "Not described yet",
    ]
    assert [(one.stage, one.span) for one in told.map.bands] == [("buyer", 2), ("customer", 1)]


def test_headings_of_the_author_stand_below_those_of_the_page() -> None:
    assert "\n\n### Reads the proposal { #purchase }\n\n#### How it goes\n" in page().markdown


def test_anchors_are_unique_and_every_link_on_the_page_finds_one() -> None:
    made = page()
    html = " ".join(one.html for one in made.blocks)
    ids = ids_of(made)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)
    assert "purchase-cost" in ids
    assert "map-purchase-cost" in ids


@pytest.mark.parametrize("name", ["overview", "about", "change", "map", "flow", "story", "content"])
def test_a_step_called_as_a_section_of_the_page_has_an_anchor_of_its_own(name: str) -> None:
    book = {
        "personas/cfo.md": "# CFO",
        "phases/buy.md": "# Buy",
        "journeys/cfo/index.md": "---\npersona: cfo\n---\n# CFO\n",
        f"journeys/cfo/{name}.md": "---\nphase: buy\nneeds: A price\n---\n",
    }
    site = judged(book).site
    made = next(one for one in journey_pages(site, renderer()) if "cfo" in one.uri)
    told = ids_of(made)
    assert len(told) == len(set(told))
    anchors = on_journey(site.handbook.journeys["cfo"], "cfo")
    assert {*anchors.values()} - {"phase-buy"} <= {*told}


def test_of_many_gaps_of_a_phase_it_is_said_how_many_are_not_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def gaps() -> list[str]:
        found = (lane for lane in view().map.lanes if lane.key == "gaps")
        return [
            item.text
            for lane in found
            for cell in lane.cells
            for group in cell.groups
            for item in group.items
        ]

    every = gaps()
    monkeypatch.setattr(phase_lanes, "_MOST", 1)
    more = [text for text in gaps() if text.startswith("and ")]
    left = [int(text.split()[1]) for text in more]
    assert len(every) - (len(gaps()) - len(more)) == sum(left) > 0


def test_the_review_that_is_overdue_is_said() -> None:
    review = next(one for one in view().head.charter if one.label == "Last review")
    assert (review.text, review.tone) == (
        "1 January 2026, the next was due on 1 July 2026",
        "open",
    )


def test_a_journey_without_feelings_has_no_curve() -> None:
    pages = {one.uri: one for one in journey_pages(full_site(), renderer())}
    assert "jb-curve" not in block(pages["journeys/it/index.md"], "map")
    assert "jb-curve" in block(pages["journeys/cfo/index.md"], "map")


def test_a_drop_off_says_that_a_form_is_why() -> None:
    site = judged({
        "personas/cfo.md": "# CFO",
        "phases/buy.md": "# Buy",
        "journeys/cfo/index.md": "---\npersona: cfo\n---\n# CFO\n",
        "journeys/cfo/buy.md": (
            "---\ndrop_offs: [{text: Stops, why: Too soon, because: gate}]\n---\n"
        ),
    }).site  # fmt: skip
    made = journey_view(site.handbook.journeys["cfo"], site)
    (stops,) = (one for one in items_of_map(made) if one.text == "Stops")
    assert stops.why == "Too soon · an address is asked"


def test_what_is_felt_least_is_lowest_also_where_it_is_neither_good_nor_bad() -> None:
    scores = (("calm", 1), ("flat", 0), ("glad", 2))
    files = {"personas/cfo.md": "# CFO", "journeys/cfo/index.md": "---\npersona: cfo\n---\n"}
    for at, (word, score) in enumerate(scores, start=1):
        files[f"phases/{word}.md"] = f"---\norder: {at}\n---\n"
        felt = f"emotion: {{label: {word}, score: {score}}}"
        files[f"journeys/cfo/{word}.md"] = f"---\nphase: {word}\n{felt}\n---\n"
    site = judged(files).site
    lowest = journey_view(site.handbook.journeys["cfo"], site).minute[0]
    assert lowest.lead is not None
    assert lowest.lead.text == "Lowest in Flat"
