"""What customers answered in surveys, in words: beside the marks of the map, and in tables."""

from collections.abc import Iterator, Mapping

from journeybook.handbook.journeys import Emotion
from journeybook.handbook.statements import Statement
from journeybook.handbook.surveys.results import Figures, Measure, SurveyFigure
from journeybook.pages.parts.ways.links import Here, Link
from journeybook.wording import Wording, marked

MEASURES: Mapping[Measure, str] = {
    Measure.RECOGNISED: marked("Know it"),
    Measure.IMPORTANCE: marked("Importance"),
    Measure.SATISFACTION: marked("Satisfaction"),
    Measure.EMOTION: marked("Feeling"),
    Measure.NPS: marked("Net promoter score (NPS)"),
    Measure.CSAT: marked("Customer satisfaction (CSAT)"),
    Measure.CES: marked("Customer effort score (CES)"),
}
_SAID: Mapping[Measure, str] = {
    Measure.RECOGNISED: marked("{mark} know it"),
    Measure.IMPORTANCE: marked("importance {mark}"),
    Measure.SATISFACTION: marked("satisfaction {mark}"),
    Measure.EMOTION: marked("feeling {mark}"),
}


def customers_on(here: Here, one: Statement | Emotion) -> Iterator[tuple[Link, str]]:
    """Give what customers marked about a statement, each survey with its words."""
    wording = here.site.wording
    for research, figures in here.site.handbook.surveyed.get(one.id, ()):
        link = here.research(research.id)
        yield Link(href=link.href, text=wording.text("Customers")), figures_said(figures, wording)


def figures_said(figures: Figures, wording: Wording) -> str:
    """Say some figures in a line, with how many people they rest on."""
    people = max(figure.n for figure in figures.values())
    parts = (
        wording.text(_SAID[measure], mark=mean_said(measure, figure, wording))
        for measure, figure in figures.items()
    )
    return " · ".join((*parts, wording.count("{n} person", "{n} people", people)))


def mean_said(measure: Measure, figure: SurveyFigure, wording: Wording) -> str:
    """Write a mean the way its scale is read: a share, a mark, or a score with its sign."""
    if measure is Measure.RECOGNISED:
        return wording.percent(figure.mean)
    if measure is Measure.NPS:
        return wording.signed(round(figure.mean))
    mean = round(figure.mean, 1)
    return wording.signed(mean) if measure is Measure.EMOTION else wording.number(mean)
