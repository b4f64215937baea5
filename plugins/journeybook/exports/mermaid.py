"""Journeys as Mermaid draws them: a section per phase, a task per touchpoint with its mark."""

import re
from collections.abc import Iterable, Iterator

from journeybook.handbook.journeys import Journey, Step, Touchpoint
from journeybook.pages.parts.site import Site
from journeybook.wording import Wording, marked

_ALIKE = str.maketrans({":": "\u2236", ";": "\uff1b", "#": "\uff03"})
"""Signs that end a text there, and those that look like them."""
_COMMA = "\u201a"
_COMMENT, _NO_COMMENT = "%%", "%\uff05"
_WORD = re.compile(r"(?=%|journey|title\b|section\b|acc(?:title|descr)\b)", re.IGNORECASE)
_UNSEEN = "\u200b"
"""Stands before a text that begins like something else there."""
NOT_RATED = marked("not rated")
_TELLS = marked(
    "The touchpoints, with a mark from 1 to 5 for how content customers are there. What they need, "
    "ask and expect is not drawn."
)
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
    title = _text(journey.title)
    yield f"title {title}"
    yield f"accTitle: {title}"
    yield f"accDescr: {_text(site.wording.text(_TELLS))}"
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
    titles = (_text(site.handbook.personas[one].title) for one in whom)
    actors = ", ".join(title.replace(",", _COMMA) for title in titles)
    text = _WORD.sub(_UNSEEN, text, count=1) if _WORD.match(text) else text
    return f"{text}: {mark}: {actors}" if actors else f"{text}: {mark}"


def _text(text: str) -> str:
    return " ".join(text.translate(_ALIKE).replace(_COMMENT, _NO_COMMENT).split())


def is_rated(text: str, wordings: Iterable[Wording]) -> tuple[str, bool]:
    """Give the text of a task without the note that nobody rated it, and whether it had none."""
    notes = (f" ({wording.text(NOT_RATED)})" for wording in wordings)
    note = next((one for one in notes if text.endswith(one)), "")
    return text.removesuffix(note), not note


def as_written(text: str) -> str:
    """Give a text of a drawing as it was before it was put there."""
    for sign, alike in _ALIKE.items():
        text = text.replace(alike, chr(sign))
    return text.replace(_NO_COMMENT, _COMMENT).removeprefix(_UNSEEN)
