"""How much content is used, and how fast it is, in words."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from journeybook.handbook.use import Used, end_of_month, measures_in
from journeybook.schema.form import Speed
from journeybook.wording import Wording, marked_count

_WORDS: Mapping[str, tuple[str, str]] = {
    "views": marked_count("{n} view", "{n} views"),
    "visits": marked_count("{n} visit", "{n} visits"),
    "visitors": marked_count("{n} visitor", "{n} visitors"),
    "clicks": marked_count("{n} click", "{n} clicks"),
    "impressions": marked_count("{n} impression", "{n} impressions"),
    "conversions": marked_count("{n} conversion", "{n} conversions"),
}


def use_words(source: str, figures: Sequence[Used], wording: Wording) -> str:
    """Say what a source tells of the use of content, and of which time."""
    told = wording.both(figure_words(*one, wording) for one in measures_in(figures))
    stretch = stretch_words(figures[0].since, max(one.until for one in figures), wording)
    return f"{told or '–'}, {stretch} ({source})" if source else f"{told or '–'}, {stretch}"


def figure_words(measure: str, number: int, wording: Wording) -> str:
    """Say a figure, such as 12 views."""
    return wording.count(*_WORDS[measure], number)


def stretch_words(since: date, until: date, wording: Wording) -> str:
    """Say a stretch of time: a month by its name, and any other by its first and last day."""
    if since.day == 1 and until == end_of_month(since):
        return wording.month(since)
    return wording.text("{since} to {until}", since=wording.day(since), until=wording.day(until))


def latest(figures: Iterable[Used]) -> tuple[Used, ...]:
    """Give the figures of the last stretch of time."""
    every = tuple(figures)
    last = max((one.until for one in every), default=date.min)
    return tuple(one for one in every if one.until == last)


def speed_words(speed: Speed, wording: Wording) -> str:
    """Say how fast a page is, and when that was measured."""
    parts = []
    if speed.seconds is not None:
        parts.append(wording.text("{n} seconds", n=wording.number(speed.seconds)))
    if speed.score is not None:
        parts.append(wording.text("score {n}", n=wording.number(speed.score)))
    if speed.shift is not None:
        parts.append(wording.text("moves by {n}", n=wording.number(speed.shift)))
    if speed.date:
        parts.append(wording.day(speed.date))
    return " · ".join(parts)
