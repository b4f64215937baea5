"""The phases that a handbook may begin with: five or six, with what content each should have."""

from collections.abc import Mapping
from dataclasses import dataclass

from journeybook.schema.phase import CtaExpectation, GatingExpectation, Stage
from journeybook.wording import marked


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A phase to begin with; a phase of the team's own has a title alone."""

    title: str
    summary: str = ""
    stage: Stage | None = None
    types: tuple[str, ...] = ()
    cta: CtaExpectation = "optional"
    gated: GatingExpectation = "discouraged"


_BUYING = (
    Phase(
        title=marked("Awareness"),
        summary=marked("Feels a problem and looks for words for it."),
        stage="buyer",
        types=("ad", "blog"),
    ),
    Phase(
        title=marked("Consideration"),
        summary=marked("Compares ways to solve it."),
        stage="buyer",
        types=("blog", "whitepaper", "case"),
        gated="expected",
    ),
    Phase(
        title=marked("Purchase"),
        summary=marked("Chooses, and wants nothing left open."),
        stage="buyer",
        types=("price-page", "faq"),
        cta="required",
    ),
)

MODELS: Mapping[str, tuple[Phase, ...]] = {
    "5": (
        *_BUYING,
        Phase(
            title=marked("Service and use"),
            summary=marked("Works with it and needs help at times."),
            stage="customer",
            types=("manual", "how-to-video"),
        ),
        Phase(
            title=marked("Loyalty"),
            summary=marked("Comes back, and tells others."),
            stage="customer",
            types=("newsletter", "review"),
        ),
    ),
    "6": (
        *_BUYING,
        Phase(
            title=marked("Getting started"),
            summary=marked("Begins to use it and wants to do it right."),
            stage="customer",
            types=("manual", "training"),
        ),
        Phase(
            title=marked("Use"),
            summary=marked("Uses it daily and wants to see that it works."),
            stage="customer",
            types=("how-to-video", "survey"),
        ),
        Phase(
            title=marked("Advocacy"),
            summary=marked("Tells others, and asks what comes next."),
            stage="customer",
            types=("newsletter", "review"),
        ),
    ),
}
"""The phases by the name of their model."""
