"""Value against effort: a drawing of the fixes that count, and the same in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from markupsafe import Markup

from journeybook.fixes.fix import COSTS, Fix
from journeybook.pages.gaps.fix_words import KINDS, title_of
from journeybook.pages.gaps.words import points_words
from journeybook.pages.parts.drawing.svg import drawing, element, number
from journeybook.pages.parts.ways.links import Here
from journeybook.pages.parts.words.states import EFFORTS

_MOST = 8
_WIDTH, _LEFT, _TOP = 320, 44, 26
_PITCH, _RADIUS = 26, 11.0
_ROWS, _SLOTS = 10, 3
_COLUMN = (_WIDTH - _LEFT) / len(COSTS)
_BOTTOM = _TOP + _ROWS * _PITCH
_HEIGHT = _BOTTOM + 34
_BELOW = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartedFix:
    """A fix as a mark: its rank among all, where it is told, and its facts."""

    number: int
    title: str
    href: str
    facts: str
    is_quick: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EffortChart:
    """The drawing with its fixes, quick wins first, and how many more there are."""

    drawing: Markup
    fixes: tuple[ChartedFix, ...]
    more: str


def effort_chart(fixes: Sequence[Fix], here: Here) -> EffortChart | None:
    """Draw ranked fixes by value and effort: of each effort those that are worth most."""
    if not fixes:
        return None
    by_value = sorted(fixes, key=lambda fix: -fix.value)
    first = [fix for one in COSTS for fix in [f for f in by_value if f.effort == one][:_MOST]]
    first.sort(key=lambda fix: (not fix.is_quick_win, -fix.worth))
    count, rest = here.site.wording.count, len(fixes) - len(first)
    ranks = {fix.fingerprint: rank for rank, fix in enumerate(fixes, start=1)}
    shown = tuple(_shown(fix, ranks[fix.fingerprint], here) for fix in first)
    return EffortChart(
        drawing=_drawn(first, shown, here),
        fixes=shown,
        more=count("{n} more", "{n} more", rest) if rest > 0 else "",
    )


def _shown(fix: Fix, rank: int, here: Here) -> ChartedFix:
    site, say = here.site, here.site.wording.text
    facts = (
        say(KINDS[fix.kind]),
        say("effort {effort}", effort=say(EFFORTS[fix.effort])),
        points_words(fix.value, site),
    )
    return ChartedFix(
        number=rank,
        title=title_of(fix, site),
        href=here.gap(fix.entries[0]).href or "",
        facts=" · ".join(facts),
        is_quick=fix.is_quick_win,
    )


def _drawn(fixes: Sequence[Fix], shown: Sequence[ChartedFix], here: Here) -> Markup:
    say, values = here.site.wording.text, [fix.value for fix in fixes]
    low, high = min(values), max(values)
    return drawing(
        "effort",
        say("Value against effort"),
        say(
            "Each number is the rank of a fix: the higher, the more it is worth; the further to "
            "the right, the more work it is. The list says the same in words."
        ),
        *_frame(low, high, here),
        *_marks(fixes, shown, low, high),
        role="group",
        class_="jb-effort",
        viewBox=f"0 0 {_WIDTH} {_HEIGHT}",
    )


def _frame(low: float, high: float, here: Here) -> Iterator[Markup]:
    say, written = here.site.wording.text, here.site.wording.number
    yield element(
        "rect",
        x=_LEFT,
        y=_TOP - 18,
        width=_COLUMN,
        height=_BOTTOM - _TOP + 18,
        class_="jb-effort-quick",
    )
    yield _text(_LEFT + _COLUMN / 2, _TOP - 6, say("quick wins"), "middle", "jb-effort-win")
    for at, effort in enumerate(COSTS):
        across = _LEFT + (at + 0.5) * _COLUMN
        yield _text(across, _BOTTOM + _BELOW, say(EFFORTS[effort]), "middle", "jb-effort-head")
    yield element("path", d=f"M{_LEFT} {_TOP - 18}V{_BOTTOM}H{_WIDTH}", class_="jb-effort-axis")
    yield _text(_WIDTH, _BOTTOM + 2 * _BELOW, f"{say('Effort')} →", "end", "jb-effort-axis-name")
    middle = (_TOP + _BOTTOM) / 2
    yield _text(
        -middle, _BELOW, f"{say('Value')} →", "middle", "jb-effort-axis-name", turn="rotate(-90)"
    )
    for value, row in {high: 0, low: _ROWS - 1}.items():
        height = _TOP + (row + 0.5) * _PITCH + 4
        yield _text(_LEFT - 6, height, written(round(value)), "end", "jb-effort-scale")


def _marks(
    fixes: Sequence[Fix], shown: Sequence[ChartedFix], low: float, high: float
) -> Iterator[Markup]:
    taken: set[tuple[str, int, int]] = set()
    for fix, told in zip(fixes, shown, strict=True):
        wanted = round((high - fix.value) / ((high - low) or 1) * (_ROWS - 1))
        row, slot = _free(fix.effort, wanted, taken)
        taken.add((fix.effort, row, slot))
        column = _LEFT + (tuple(COSTS).index(fix.effort) + 0.5) * _COLUMN
        x, y = column + _ASIDE[slot] * _PITCH, _TOP + (row + 0.5) * _PITCH
        kind = "writing" if fix.kind.is_writing else "deciding"
        yield element(
            "a",
            element("title", f"{told.title} ({told.facts})"),
            element("circle", cx=x, cy=y, r=_RADIUS, class_=f"jb-effort-{kind}"),
            _text(x, y + 4, number(told.number), "middle", f"jb-effort-number--{kind}"),
            aria_label=f"{told.number}: {told.title}",
            **{"xlink:href": told.href},
        )


_ASIDE = (0, -1, 1)


def _free(effort: str, wanted: int, taken: set[tuple[str, int, int]]) -> tuple[int, int]:
    # The nearest place where no other mark stands: more fit into a column than are drawn at all.
    places = sorted(product(range(_ROWS), range(_SLOTS)), key=lambda one: abs(one[0] - wanted))
    return next(one for one in places if (effort, *one) not in taken)


def _text(
    x: float, y: float, words: str, anchor: str, class_: str, *, turn: str | None = None
) -> Markup:
    return element("text", words, x=x, y=y, text_anchor=anchor, class_=class_, transform=turn)
