"""The strip of figures of a journey, each with what it means."""

from journeybook.gaps.ledger import FILLING, OPEN
from journeybook.handbook.index.scores import Scores, Share, score
from journeybook.pages.journeys.journey_items import Around
from journeybook.pages.parts.figure import Figure
from journeybook.pages.parts.links import Here


def journey_scores(around: Around) -> tuple[Figure, ...]:
    """Score a journey: what is answered, known, liked and missing."""
    counted = score(around.journey.steps, around.here.site.handbook.coverage)
    return (*_shares(counted, around.here), *_counts(around))


def share_figure(share: Share, here: Here) -> str:
    """Write a share as a percentage, or a dash where there is nothing to count."""
    return here.site.wording.percent(share.value) if share.value is not None else "–"


def _shares(counted: Scores, here: Here) -> tuple[Figure, ...]:
    say, count = here.site.wording.text, here.site.wording.count
    return (
        Figure(
            figure=share_figure(counted.answered, here),
            words=count(
                "of {n} question answered", "of {n} questions answered", counted.answered.whole
            ),
            share=counted.answered.value,
            explanation=say("Content coverage: the questions that published content answers."),
        ),
        Figure(
            figure=share_figure(counted.researched, here),
            words=count(
                "of {n} statement researched",
                "of {n} statements researched",
                counted.researched.whole,
            ),
            share=counted.researched.value,
            explanation=say(
                "Evidence coverage: the statements, feelings included, that research shows. "
                "The others are assumptions."
            ),
        ),
        Figure(
            figure=share_figure(counted.positive, here),
            words=count(
                "of {n} felt touchpoint liked",
                "of {n} felt touchpoints liked",
                counted.positive.whole,
            ),
            share=counted.positive.value,
            explanation=say("Happiness: the touchpoints that please, of those with a feeling."),
        ),
    )


def _counts(around: Around) -> tuple[Figure, ...]:
    here, wording = around.here, around.here.site.wording
    states = [one.state for one in around.gaps if not one.is_quiet]
    opened, filling = states.count(OPEN), states.count(FILLING)
    leaving = _leaving(around)
    href = here.site.href(here.uri, here.site.addresses.gaps)
    return (
        Figure(
            figure=wording.number(opened),
            words=wording.count("open gap", "open gaps", opened),
            tone="open" if opened else "ok",
            href=href,
            explanation=wording.text(
                "Open gaps: content that is missing and that nobody is making yet. "
                "Minor gaps stand in the report, but are not counted here."
            ),
        ),
        Figure(
            figure=wording.number(filling),
            words=wording.count("gap being filled", "gaps being filled", filling),
            tone="wait" if filling else "",
            href=href,
            explanation=wording.text(
                "Being filled: gaps that planned content or a draft will close."
            ),
        ),
        Figure(
            figure=wording.number(leaving),
            words=wording.count(
                "drop-off without countermeasure", "drop-offs without countermeasure", leaving
            ),
            tone="open" if leaving else "ok",
            explanation=wording.text(
                "Drop-offs without countermeasure: moments where people leave and nothing is "
                "done about it."
            ),
        ),
    )


def _leaving(around: Around) -> int:
    # A countermeasure that is only an idea does not count, as in the gaps.
    drop_offs = [one for step in around.journey.steps for one in step.drop_offs]
    alone = (not (one.assets or one.actions) or around.missing(one.ref) for one in drop_offs)
    return sum(bool(one) for one in alone)
