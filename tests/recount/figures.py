"""Counts the figures of a handbook plainly, by the keys and places that its JSON names."""

from collections.abc import Callable, Iterable
from itertools import product
from typing import Any

from tests.recount.counting import COMING, KEEP_AWAY, Counted, Recount, Row

Figures = dict[tuple[str, str], int]
STATEMENTS = ("needs", "questions", "expectations", "touchpoints", "drop_offs")
WORST = ("answered", "lacking", "filling", "open")


def figures(book: Recount, counted: Counted) -> Figures:
    """Count what is counted in the whole handbook, and by journey, persona, phase and channel."""
    found: Figures = {("personas", ""): len(book.personas), ("phases", ""): len(book.phases)}
    for journey, persona, phase in (
        *product([None], [None, *book.personas], [None, *book.phases]),
        *((journey, None, None) for journey in book.journeys),
    ):
        where = named(journey=journey, persona=persona, phase=phase)
        put(found, where, of_steps(book, counted, journey, persona, phase))
    for persona, phase in product([None, *book.personas], [None, *book.phases]):
        put(found, named(persona=persona, phase=phase), of_assets(book, counted, persona, phase))
        put(found, named(persona=persona, phase=phase), of_asked(counted, persona, phase))
    for persona, phase, channel in (
        *product([None, *book.personas], [None, *book.phases], [None]),
        *((None, None, channel) for channel in book.channels),
    ):
        where = named(persona=persona, phase=phase, channel=channel)
        put(found, where, of_places(book, counted, persona, phase, channel))
    return found


def put(found: Figures, where: str, some: dict[str, int]) -> None:
    found.update({(what, where): number for what, number in some.items()})


def named(**names: str | None) -> str:
    return "&".join(f"{key}={name}" for key, name in names.items() if name is not None)


def of_steps(
    book: Recount, counted: Counted, journey: str | None, persona: str | None, phase: str | None
) -> dict[str, int]:
    steps = [
        step
        for step in book.steps
        if (step["journey"] == journey if journey else step["current"])
        and phase in {None, step["phase"]}
        and (persona is None or persona in step["people"])
    ]
    concerns: Callable[[Row], bool] = lambda row: persona is None or persona in row["people"]  # noqa: E731
    states = []
    for step in steps:
        for at, question in enumerate(book.said(step, "questions")):
            if concerns(question):
                people = counted.answers[step["id"], at]
                asking = people.values() if persona is None else [people[persona]]
                states.append(max((state for state, _ in asking), key=WORST.index, default="open"))
    said = [row for step in steps for key in STATEMENTS for row in book.said(step, key)]
    said += [row for step in steps for row in book.felt(step)]
    known = [book.strength(row) for row in said if concerns(row)]
    meetings = [row for step in steps for row in book.said(step, "touchpoints") if concerns(row)]
    marks = [int(row["emotion"]) for row in meetings if row.get("emotion") is not None]
    return {
        "questions": len(states),
        "questions-answered": states.count("answered"),
        "questions-with-a-lack": states.count("lacking"),
        "questions-being-filled": states.count("filling"),
        "open-questions": states.count("open"),
        "statements": len(known),
        "statements-researched": len(known)
        - known.count("assumption")
        - known.count("contradicted"),
        "assumptions": known.count("assumption"),
        "statements-with-one-source": known.count("one-source"),
        "statements-with-several-sources": known.count("several-sources"),
        "validated-statements": known.count("validated"),
        "contradicted-statements": known.count("contradicted"),
        "felt-touchpoints": len(marks),
        "liked-touchpoints": sum(mark > 0 for mark in marks),
    }


def of_asked(counted: Counted, persona: str | None, phase: str | None) -> dict[str, int]:
    places = [
        left
        for (who, when), left in counted.asked.items()
        if persona in {None, who} and phase in {None, when}
    ]
    return {"places-to-ask": 5 * len(places), "places-asked": sum(map(five_of, places))}


def five_of(left: set[str]) -> int:
    """How many of the five questions were asked where these keys are left."""
    others = ("emotion", "touchpoints", "expectations", "drop_offs")
    return sum(key not in left for key in others) + left.isdisjoint(("needs", "questions"))


def of_assets(
    book: Recount, counted: Counted, persona: str | None, phase: str | None
) -> dict[str, int]:
    there: Iterable[str] = book.assets
    if persona or phase:
        there = {
            asset
            for asset, who, when, _ in counted.placements
            if persona in {None, who} and phase in {None, when}
        }
    rows = [book.assets[asset] for asset in there]
    live = [row for row in rows if row["state"] == "published"]
    return {
        "assets-published": len(live),
        "assets-coming": sum(row["state"] in COMING for row in rows),
        "stale-assets": sum(book.is_late(row) for row in live),
        "kinds-of-content": len({row["kind"] for row in live if row["kind"]}),
        "assets-within-reach": len(within_reach(book, counted, persona, phase)),
    }


def within_reach(
    book: Recount, counted: Counted, persona: str | None, phase: str | None
) -> set[str]:
    return {
        asset
        for asset, who, when, _ in counted.placements
        if persona in {None, who}
        and phase in {None, when}
        and book.assets[asset]["state"] == "published"
        and not KEEP_AWAY
        & book.lacks(book.assets[asset], who, when, None, form=book.leaves_at_forms(who, when))
    }


def of_places(
    book: Recount, counted: Counted, persona: str | None, phase: str | None, channel: str | None
) -> dict[str, int]:
    fits: Callable[[tuple[str, str, str]], bool] = lambda place: (  # noqa: E731
        persona in {None, place[0]} and channel in {None, place[1]} and phase in {None, place[2]}
    )
    states = [state for place, state in counted.places.items() if fits(place)]
    met = [(place, at, row) for place, at, row in meetings(book) if fits(place)]
    users = {place for place, _, _ in met}
    deciding = {place for place, _, row in met if is_true(row.get("moment_of_truth"))}
    cells = product(
        [one for one in book.channels if channel in {None, one}],
        [one for one in book.phases if phase in {None, one}],
    )
    return {
        "places": len(states),
        "places-served": states.count("served"),
        "thin-places": states.count("thin"),
        "places-with-nothing": states.count("missing"),
        "deciding-places": len(deciding),
        "deciding-places-with-nothing": len(deciding - counted.found),
        "wasted-cells": sum(is_wasted(book, counted, persona, cell) for cell in cells),
        "touchpoints": len({at for _, at, _ in met}),
        "users": len({place[0] for place in users}),
        "lookers": len(
            {place[0] for place in counted.places if fits(place) and place not in users}
        ),
    }


def meetings(book: Recount) -> Iterable[tuple[tuple[str, str, str], tuple[str, int], Row]]:
    """Who meets us where and when, with the touchpoint that says so."""
    for step in book.steps:
        if not step["current"]:
            continue
        for at, row in enumerate(book.said(step, "touchpoints")):
            channel = book.named(book.channels, row.get("channel", ""))
            for persona in row["people"] if channel and step["phase"] else ():
                yield (persona, channel or "", step["phase"]), (step["id"], at), row


def is_wasted(book: Recount, counted: Counted, persona: str | None, cell: tuple[str, str]) -> bool:
    """Whether something is published on a channel in a phase, and nobody comes or looks there."""
    comes = any(place[1:] == cell and persona in {None, place[0]} for place in counted.places)
    live = any(
        (channel, when) == cell
        and persona in {None, who}
        and book.assets[asset]["state"] == "published"
        for asset, who, when, channel in counted.placements
    )
    return live and not comes


def is_true(value: Any) -> bool:  # noqa: ANN401 - what YAML gives
    return value is True or str(value).casefold() in {"yes", "ja", "true"}


def gap_figures(findings: Iterable[Row]) -> Figures:
    """Count the gaps of the whole handbook and of each owner, from its list of findings."""
    gaps = [one for one in findings if one["family"] == "gap"]
    found: Figures = {}
    for owner in {None, *(one["owner"] for one in gaps)}:
        own = [one for one in gaps if owner in {None, one["owner"]}]
        states = [gap_state(one) for one in own]
        kinds = ("open-gaps", "minor-gaps", "gaps-being-filled", "accepted-gaps")
        put(found, named(owner=owner), {kind: states.count(kind) for kind in kinds})
    return found


def gap_state(gap: Row) -> str:
    if gap["waived"]:
        return "accepted-gaps"
    if gap["being_filled"]:
        return "gaps-being-filled"
    return "minor-gaps" if gap["severity"] == "low" else "open-gaps"
