"""Journeys as Mermaid draws them: a section per phase, a task per touchpoint with its mark."""

from collections.abc import Iterator

from journeybook.handbook.journeys import Journey, Step, Touchpoint
from journeybook.pages.parts.site import Site
from journeybook.wording import marked

_ALIKE = str.maketrans({":": "\u2236", ";": "\uff1b", "#": "\uff03", ",": "\u201a", "\n": " "})
"""Signs that end a text there, and those that look like them."""
NOT_RATED = marked("not rated")
_MIDDLE = 3


def write_mermaid(site: Site) -> str:
    """Write the only journey as a drawing, or several as Markdown with a drawing for each."""
    journeys = list(site.handbook.journeys.values())
    if len(journeys) == 1:
        return drawing(journeys[0], site)
    return "\n".join(
        f"# {' '.join(one.title.split())}\n\n```mermaid\n{drawing(one, site)}```\n"
        for one in journeys
    )


def drawing(journey: Journey, site: Site) -> str:
    """Draw one journey.

    The mark of a task is how content customers are at the touchpoint, 1 to 5; one that nobody
    rated says so, and stands in the middle.
    """
    return "\n".join(("journey", *(f"    {line}" for line in _lines(journey, site)), ""))


def _lines(journey: Journey, site: Site) -> Iterator[str]:
    yield f"title {_text(journey.title)}"
    for step in journey.steps:
        if step.touchpoints:
            yield f"section {_text(_place(step, site))}"
        for touchpoint in step.touchpoints:
            yield f"  {_task(touchpoint, journey, site)}"


def _place(step: Step, site: Site) -> str:
    phase = site.handbook.phases[step.phase].title if step.phase else ""
    parts = (phase, step.title if step.title != phase else "")
    return " \u2013 ".join(part for part in parts if part)


def _task(touchpoint: Touchpoint, journey: Journey, site: Site) -> str:
    mark, text = touchpoint.satisfaction, _text(touchpoint.text)
    if mark is None:
        text, mark = f"{text} ({site.wording.text(NOT_RATED)})", _MIDDLE
    whom = touchpoint.personas or journey.personas
    actors = ", ".join(_text(site.handbook.personas[one].title) for one in whom)
    return f"{text}: {mark}: {actors}" if actors else f"{text}: {mark}"


def _text(text: str) -> str:
    return " ".join(text.translate(_ALIKE).split())
