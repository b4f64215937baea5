"""The phases that a handbook may begin with: five or six, with what content each should have."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

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


_buyer, _customer = partial(Phase, stage="buyer"), partial(Phase, stage="customer")

_BUYING = (
    _buyer(
        title=marked("Awareness"),
        summary=marked("Feels a problem and looks for words for it."),
        types=("ad", "blog"),
    ),
    _buyer(
        title=marked("Consideration"),
        summary=marked("Compares ways to solve it."),
        types=("blog", "whitepaper", "case"),
        gated="expected",
    ),
    _buyer(
        title=marked("Purchase"),
        summary=marked("Chooses, and wants nothing left open."),
        types=("price-page", "faq"),
        cta="required",
    ),
)

MODELS: Mapping[str, tuple[Phase, ...]] = {
    "5": (
        *_BUYING,
        _customer(
            title=marked("Service and use"),
            summary=marked("Works with it and needs help at times."),
            types=("manual", "how-to-video"),
        ),
        _customer(
            title=marked("Loyalty"),
            summary=marked("Comes back, and tells others."),
            types=("newsletter", "review"),
        ),
    ),
    "6": (
        *_BUYING,
        _customer(
            title=marked("Getting started"),
            summary=marked("Begins to use it and wants to do it right."),
            types=("manual", "training"),
        ),
        _customer(
            title=marked("Use"),
            summary=marked("Uses it daily and wants to see that it works."),
            types=("how-to-video", "survey"),
        ),
        _customer(
            title=marked("Advocacy"),
            summary=marked("Tells others, and asks what comes next."),
            types=("newsletter", "review"),
        ),
    ),
}
"""The phases by the name of their model."""
