"""The test plan as Markdown: a guide for talks and a draft of a survey, to print or to send."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from journeybook.pages.parts.page import in_markdown
from journeybook.pages.parts.site import Site
from journeybook.pages.research.test_plan import Item, Plan


def plan_markdown(plan: Plan, site: Site) -> str:
    """Write a whole test plan as a file of its own."""
    say = site.wording.text
    parts = [f"# {say('Test plan')}", lead_of(site), *bounds_of(plan, site)]
    if plan.items:
        parts += [f"## {say('Guide for talks')}", *guide(plan.items, site)]
        parts += [f"## {say('A survey to begin with')}", *survey(plan.items, site)]
    return "\n\n".join(parts) + "\n"


def bounds_of(plan: Plan, site: Site) -> Iterator[str]:
    """Say how many assumptions are left for later, or that there is none."""
    if not plan.items:
        yield site.wording.text(
            "There is nothing to test now: no statement under a fix is an assumption."
        )
    elif plan.left:
        yield site.wording.count(
            "{n} more assumption is not in this plan; it comes when these are tested.",
            "{n} more assumptions are not in this plan; they come when these are tested.",
            plan.left,
        )


def lead_of(site: Site) -> str:
    """Say what the plan is for, and how to use what comes out."""
    return site.wording.text(
        "The assumptions under the most valuable fixes: test these before you build on them. Write "
        "down what came out in a file of research, and name there what it shows and contradicts."
    )


def guide(items: Iterable[Item], site: Site) -> Iterator[str]:
    """Give the open questions by persona and moment, each with what to listen for."""
    say = site.wording.text
    yield in_markdown(
        say(
            "Ask openly, one person at a time, about the last time it happened. Do not read the "
            "assumptions aloud: listen whether they come up, and note the words people use."
        )
    )
    placed = sorted(items, key=lambda one: (one.personas, one.step.id if one.step else ""))
    for (personas, moment), ones in groupby(placed, key=lambda one: (one.personas, _moment(one))):
        place = " · ".join(filter(None, (personas or say("Everybody"), moment)))
        yield f"### {in_markdown(place)}"
        yield from _asked(tuple(ones), site)


def _asked(items: Sequence[Item], site: Site) -> Iterator[str]:
    # What opens a talk about several things is asked once.
    for opener in dict.fromkeys(one.opener for one in items):
        listen = site.wording.text("Listen for")
        heard = (
            f"- {listen}: {in_markdown(_told(one, site))}" for one in items if one.opener == opener
        )
        yield "\n".join((f"**{in_markdown(opener)}**", "", *heard))


def survey(items: Iterable[Item], site: Site) -> Iterator[str]:
    """Give the closed questions with the scales of their answers, numbered."""
    number = 0
    lines: list[str] = []
    for one in items:
        for question, scale in one.closed:
            number += 1
            who = f" ({in_markdown(one.personas)})" if one.personas else ""
            lines.append(f"{number}. {in_markdown(question)}{who}  \n    {in_markdown(scale)}")
    yield "\n".join(lines)
    yield in_markdown(
        site.wording.text("Ask for the role and the segment, and for nothing that tells who it is.")
    )


def _moment(one: Item) -> str:
    return one.step.title if one.step else ""


def _told(one: Item, site: Site) -> str:
    if not one.fix:
        return one.text
    return site.wording.text("{statement} (decides on: {fix})", statement=one.text, fix=one.fix)
