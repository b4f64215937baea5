"""The strip of figures of a journey, each with what it means."""

from journeybook.gaps.ledger import FILLING, OPEN
from journeybook.handbook.index.scores import Scores, Share, score
from journeybook.pages.journeys.journey_items import Around
from journeybook.pages.parts.links import Here
from journeybook.pages.parts.states import Figure


def journey_scores(around: Around) -> tuple[Figure, ...]:
    """Score a journey: what is answered, known, liked and missing."""
    counted = score(around.journey.steps, around.here.site.handbook.coverage)
    return (*_shares(counted, around.here), *_counts(counted, around))


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
            explanation=say(
                "Content coverage: the questions that published content answers so that it serves "
                "everybody who asks."
            ),
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


def _counts(counted: Scores, around: Around) -> tuple[Figure, ...]:
    here, wording = around.here, around.here.site.wording
    states = [one.state for one in around.gaps if not one.is_quiet]
    opened, filling = states.count(OPEN), states.count(FILLING)
    leaving, lacking = counted.uncountered_drop_offs, counted.lacking
    href = here.site.href(here.uri, here.site.addresses.gaps)
    return (
        Figure(
            figure=wording.number(lacking),
            words=wording.count(
                "question answered with a lack", "questions answered with a lack", lacking
            ),
            tone="wait" if lacking else "",
            explanation=wording.text(
                "Answered with a lack: questions to which published content gives an answer that "
                "does not serve everybody who asks. They do not count as answered."
            ),
        ),
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
