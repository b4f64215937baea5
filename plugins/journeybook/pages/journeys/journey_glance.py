"""A journey at a glance: the curve, a mark for each question, where they meet us and leave."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from journeybook.handbook.addressing.anchors import GLANCED, glance_anchor
from journeybook.handbook.entities import Channel
from journeybook.handbook.fitting.asked import Part, parts_not_asked
from journeybook.handbook.fitting.coverage import AnswerState
from journeybook.handbook.journeys import Step, Touchpoint
from journeybook.handbook.statements import Statement
from journeybook.pages.journeys.map.journey_items import Around
from journeybook.pages.journeys.map.journey_map import MapView
from journeybook.pages.parts.drawing.svg import element
from journeybook.pages.parts.site import Site
from journeybook.pages.parts.ways.links import Link
from journeybook.pages.parts.words.states import answer_word
from journeybook.wording import marked, signed

_NAMED = 2
UNDRAWN = Markup()
_WORST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A mark that stands for one thing, with the words it is read as; `drawing` may be its own."""

    kind: str
    word: str
    drawing: Markup = UNDRAWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A line in words: `kind` is the shape before it, `mark` how well it goes, of 5."""

    link: Link
    kind: str = ""
    tone: str = ""
    mark: int | None = None
    missing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GlanceCell:
    """What stands in a lane at a step: marks, then what needs words, then the rest in brief."""

    anchor: str
    phase: str
    step: str
    signs: tuple[Sign, ...] = ()
    points: tuple[Point, ...] = ()
    more: Link | None = None
    rest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GlanceLane:
    """A row of the journey at a glance."""

    key: str
    label: str
    cells: tuple[GlanceCell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GlanceView:
    """The journey at a glance, with the heads and the curve of its map."""

    map: MapView
    lanes: tuple[GlanceLane, ...]


_Tell = Callable[[Step, GlanceCell, Around], GlanceCell]


def journey_glance(around: Around, drawn: MapView) -> GlanceView:
    """Tell a journey at a glance, step by step as on its map."""
    name = drawn.curve.name.replace("curve-", "glance-", 1)
    return GlanceView(
        map=replace(drawn, curve=replace(drawn.curve, name=name)),
        lanes=tuple(
            GlanceLane(
                key=key, label=around.say(label), cells=tuple(_cells(key, part, tell, around))
            )
            for key, (label, part, tell) in zip(GLANCED, _LANES, strict=True)
        ),
    )


def _cells(lane: str, part: Part, tell: _Tell, around: Around) -> Iterator[GlanceCell]:
    addresses, journey = around.here.site.addresses, around.journey
    unasked = around.say("not asked yet")
    for phase in journey.scope:
        steps = journey.steps_in(phase)
        for step in steps:
            cell = GlanceCell(
                anchor=glance_anchor(addresses.step_anchor(step), lane),
                phase=phase,
                step=step.title if len(steps) > 1 else "",
            )
            silent = all(part in parts_not_asked(step, one) for one in step.personas or (None,))
            yield replace(cell, rest=unasked) if silent else tell(step, cell, around)
        if not steps:
            anchor = glance_anchor(addresses.phase_anchor(journey, phase), lane)
            yield GlanceCell(anchor=anchor, phase=phase, step="", rest=unasked)


def _feels(step: Step, cell: GlanceCell, around: Around) -> GlanceCell:
    points = (
        Point(link=around.here.emotion(one, f"{one.label or ''} {signed(one.score)}".strip()))
        for one in step.emotions
        if one.score is not None
    )
    return _filled(cell, points, around)


def _asks(step: Step, cell: GlanceCell, around: Around) -> GlanceCell:
    site = around.here.site
    coverage = site.handbook.coverage
    states = [(one, coverage.state_of(one)) for one in step.questions]
    signs = (
        Sign(kind=state.value, word=f"{answer_word(site, state)}: {one.text}")
        for one, state in states
    )
    left = (one for one, state in states if state is AnswerState.OPEN)
    points = (Point(link=_said(one, around, f"“{one.text}”"), tone="open") for one in left)
    return _filled(cell, points, around, signs)


def _meets(step: Step, cell: GlanceCell, around: Around) -> GlanceCell:
    site = around.here.site
    met = dict.fromkeys(one.channel for one in step.touchpoints if one.channel)
    channels = (site.handbook.channels[one] for one in met)
    signs = (
        Sign(kind="channel", word=one.title, drawing=channel_sign(one, site)) for one in channels
    )
    # The moment that goes worst is told first.
    moments = sorted((one for one in step.touchpoints if one.moment_of_truth), key=_satisfaction)
    made = _filled(cell, (_moment(one, around) for one in moments), around, signs, most=1)
    # What has neither a sign nor a line here is there all the same.
    bare = sum(not (one.channel or one.moment_of_truth) for one in step.touchpoints)
    rest = site.wording.count("{n} without a channel", "{n} without a channel", bare)
    return replace(made, rest=rest if bare else "")


def _satisfaction(one: Touchpoint) -> int:
    return one.satisfaction or _WORST


def _moment(one: Touchpoint, around: Around) -> Point:
    is_bare = one.id not in around.here.site.handbook.coverage.helped
    return Point(
        link=_said(one, around, one.text),
        kind="moment",
        mark=one.satisfaction,
        missing=around.say("nothing of ours") if is_bare else "",
    )


def _leaves(step: Step, cell: GlanceCell, around: Around) -> GlanceCell:
    helped = around.here.site.handbook.coverage.helped
    alone = [one for one in step.drop_offs if one.id not in helped]
    points = (Point(link=_said(one, around, one.text), kind="leave", tone="open") for one in alone)
    is_worked_on = len(alone) < len(step.drop_offs)
    rest = around.say("being worked on") if is_worked_on and not alone else ""
    return replace(_filled(cell, points, around), rest=rest)


def _said(one: Statement, around: Around, text: str) -> Link:
    return replace(around.here.statement(one), text=text)


def _filled(
    cell: GlanceCell,
    points: Iterable[Point],
    around: Around,
    signs: Iterable[Sign] = (),
    most: int = _NAMED,
) -> GlanceCell:
    named = tuple(points)
    left = len(named) - most
    more = around.here.site.wording.count("{n} more", "{n} more", left) if left > 0 else ""
    return replace(
        cell,
        signs=tuple(signs),
        points=named[:most],
        more=around.here.page(around.here.uri, more, "map") if more else None,
    )


_LANES: tuple[tuple[str, Part, _Tell], ...] = (
    (marked("Feels"), Part.EMOTION, _feels),
    (marked("Asks"), Part.QUESTIONS, _asks),
    (marked("Meets us"), Part.TOUCHPOINTS, _meets),
    (marked("Leaves"), Part.DROP_OFFS, _leaves),
)


_OF_TYPES = {
    "owned": "material/web",
    "earned": "material/star-outline",
    "paid": "material/bullhorn-outline",
    "personal": "material/account-group-outline",
}
_OTHERWISE = "material/message-outline"


def channel_sign(channel: Channel, site: Site) -> Markup:
    """Draw the sign of a channel, which is read as its name; nothing where no icons are known."""
    size, drawing = site.shape.icon(channel.icon or "")
    if not drawing:
        size, drawing = site.shape.icon(_OF_TYPES.get(channel.type or "", _OTHERWISE))
    if not drawing:
        return Markup("")
    path = Markup(drawing)  # noqa: S704 - ships with the theme
    return element(
        "svg", path, class_="jb-mark jb-icon", viewBox=size, role="img", aria_label=channel.title
    )
