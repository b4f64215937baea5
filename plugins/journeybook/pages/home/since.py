"""What changed since an earlier day: for every persona, and for the handbook as a whole."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from journeybook.counts.counted import Counted
from journeybook.counts.moves import MOVES, Move
from journeybook.counts.within import EVERYTHING, Within
from journeybook.pages.parts.drawing.svg import element
from journeybook.pages.parts.past import Past
from journeybook.pages.parts.ways.links import Here, Link

_QUARTER = timedelta(days=90)
_MOST = 6
_WIDTH, _HEIGHT, _EDGE = 88, 26, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """How much more or less is answered than on a day; `tone` is ok, open or quiet."""

    key: str
    is_shown: bool
    words: str
    before: str
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """How a persona did: a small line, and the difference from each earlier day."""

    line: Markup
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """An earlier day that can be chosen: what changed since then, and the content that is new."""

    key: str
    is_shown: bool
    name: str
    answered: Difference
    gaps: tuple[str, ...]
    news: tuple[Link, ...]
    more: str


def days(here: Here) -> tuple[Day, ...]:
    """Give the earlier days that are known, the latest first; one of them is shown at first."""
    past, shown = here.site.past, chosen(here)
    return tuple(_day(one, here, is_shown=one is shown) for one in reversed(past))


def chosen(here: Here) -> Past | None:
    """Give the day that is compared with at first: one a quarter ago, or else the earliest."""
    past, today = here.site.past, here.site.handbook.today
    old = (one for one in reversed(past) if today - one.day >= _QUARTER)
    return next(old, past[0] if past else None)


def trend(persona: str, here: Here) -> Trend | None:
    """Tell how a persona did; None where nothing is known of earlier days."""
    past, shown = here.site.past, chosen(here)
    if not past:
        return None
    return Trend(
        line=_line(persona, here),
        differences=tuple(
            _difference(one, persona, here, is_shown=one is shown) for one in reversed(past)
        ),
    )


def _day(past: Past, here: Here, *, is_shown: bool) -> Day:
    wording = here.site.wording
    moved = ((Move.CLOSED, past.moves.closed), (Move.FILLED, past.moves.filled))
    counts = (*moved, (Move.OPENED, past.moves.opened))
    news = tuple(_news(past, here))
    return Day(
        key=past.day.isoformat(),
        is_shown=is_shown,
        name=wording.day(past.day),
        answered=_difference(past, "", here, is_shown=is_shown),
        gaps=tuple(wording.count(*MOVES[move].words, number) for move, number in counts if number),
        news=news[:_MOST],
        more=wording.and_more(len(news) - _MOST),
    )


def _news(past: Past, here: Here) -> Iterator[Link]:
    for asset in here.site.handbook.assets.values():
        is_new = asset.is_published and asset.id not in past.published
        if is_new and asset.path not in here.site.private:
            yield here.asset(asset)


def _difference(past: Past, persona: str, here: Here, *, is_shown: bool) -> Difference:
    wording, before = here.site.wording, past.answered.get(persona)
    now = here.site.counts.of(Counted.ANSWERED, _within(persona))
    if before is None:
        words, then, tone = wording.text("not described then"), "", "quiet"
    else:
        words, tone = _compared(now - before[0], here)
        part, whole = (wording.number(one) for one in before)
        then = wording.text("was {part} of {whole}", part=part, whole=whole)
    return Difference(
        key=past.day.isoformat(), is_shown=is_shown, words=words, before=then, tone=tone
    )


def _compared(difference: int, here: Here) -> tuple[str, str]:
    wording = here.site.wording
    if difference > 0:
        return wording.text("up by {n}", n=wording.number(difference)), "ok"
    if difference < 0:
        return wording.text("down by {n}", n=wording.number(-difference)), "open"
    return wording.text("unchanged"), "quiet"


def _within(persona: str) -> Within:
    return Within(persona=persona) if persona else EVERYTHING


def _line(persona: str, here: Here) -> Markup:
    # Its words stand beside it; the height is the share of what is asked, from none to all.
    counts, within, today = here.site.counts, _within(persona), here.site.handbook.today
    shares = [
        (one.day, part / whole)
        for one in here.site.past
        for part, whole in [one.answered.get(persona, (0, 0))]
        if whole
    ]
    whole = counts.whole_of(Counted.ANSWERED, within)
    if whole:
        shares.append((today, counts.of(Counted.ANSWERED, within) / whole))
    if len(shares) < 2:  # noqa: PLR2004 - a line has two ends
        return Markup("")
    points = [_place(one, shares) for one in shares]
    x, y = points[-1]
    return element(
        "svg",
        element("path", d=f"M0 {_HEIGHT - 1}H{_WIDTH}", opacity=0.35),
        element("path", d="M" + "L".join(f"{x:g} {y:g}" for x, y in points), stroke_width=2),
        element("circle", cx=x, cy=y, r=_EDGE, fill="currentColor", stroke="none"),
        aria_hidden="true",
        viewBox=f"0 0 {_WIDTH} {_HEIGHT}",
        width=_WIDTH,
        height=_HEIGHT,
        fill="none",
        stroke="currentColor",
    )


def _place(one: tuple[date, float], shares: Sequence[tuple[date, float]]) -> tuple[float, float]:
    first, last = shares[0][0], shares[-1][0]
    along = (one[0] - first).days / ((last - first).days or 1)
    return (
        round(along * (_WIDTH - _EDGE), 1),
        round(_EDGE + (1 - one[1]) * (_HEIGHT - 2 * _EDGE), 1),
    )
