"""Drawings: elements, text broken into lines, and smooth lines."""

from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from unicodedata import combining, east_asian_width

from markupsafe import Markup

from journeybook.pages.parts.escaping import as_html, escaped

Attribute = str | float | None

_AS_WRITTEN = frozenset(
    ("viewBox", "preserveAspectRatio", "refX", "refY", "markerWidth", "markerHeight")
)


def element(name: str, *children: str | Markup, **attributes: Attribute) -> Markup:
    """Write an element; `class_` and `stroke_width` become `class` and `stroke-width`.

    Plain text among the children is escaped; an attribute that is None is left out.
    """
    # Names are our own and all else is escaped here, so that no later step needs to look again.
    written = "".join(
        [
            f' {_name(key)}="{escaped(value) if isinstance(value, str) else number(value)}"'
            for key, value in attributes.items()
            if value is not None
        ]
    )
    inside = "".join([escaped(child) for child in children])
    end = f">{inside}</{name}>" if children else "/>"
    return as_html(f"<{name}{written}{end}")


def drawing(
    name: str,
    title: str,
    description: str,
    *children: Markup,
    role: str = "img",
    **attributes: Attribute,
) -> Markup:
    """Write a drawing with its title and description; `name` makes their ids.

    One with links in it is a `group`, so that they can be reached.
    """
    return element(
        "svg",
        element("title", title, id=f"{name}-title"),
        element("desc", description, id=f"{name}-desc"),
        *children,
        role=role,
        aria_labelledby=f"{name}-title {name}-desc",
        **attributes,
    )


def number(value: float) -> str:
    """Write a number with one decimal at most."""
    return f"{value:.1f}".rstrip("0").rstrip(".")


@cache
def _name(key: str) -> str:
    if key in _AS_WRITTEN:
        return key
    return key.rstrip("_").replace("_", "-")


_SIZE = 14.0
_LONGEST_REST = 100
_NARROW = frozenset("iíìïjlĺI1|!.,:;'’()[]ft r-")
_WIDE = frozenset("mwMWQ@%—…")


def wrapped(text: str, width: float, most: int) -> tuple[str, ...]:
    """Break text into lines of a width in pixels, at most so many; the last may end in `…`."""
    lines: list[str] = []
    line = ""
    for word in _words(text, width):
        longer = f"{line} {word}" if line else word
        if line and _width(longer) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    lines.append(line)
    if len(lines) <= most:
        return tuple(lines)
    return (*lines[: most - 1], f"{_cut(lines[most - 1], width - _SIZE)}…")


def shortened(text: str, width: float) -> str:
    """Cut text to a width in pixels; what is cut ends in `…`."""
    return text if _width(text) <= width else f"{_cut(text, width - _SIZE)}…"


def _words(text: str, width: float) -> list[str]:
    # A word that is wider than the box is broken where it must be.
    found = []
    for word in text.split():
        start, here = 0, 0.0
        for at, letter in enumerate(word):
            here += _letter(letter) * _SIZE
            if here > width - _SIZE / 2 and at > start and _is_longer(word, at, here, width):
                found.append(f"{word[start:at]}-")
                start, here = at, _letter(letter) * _SIZE
        found.append(word[start:])
    return found


def _is_longer(word: str, at: int, so_far: float, width: float) -> bool:
    # Whether the rest of a word does not fit either, as far as that can matter.
    if so_far > width:
        return True
    rest = word[at + 1 : at + 1 + _LONGEST_REST]
    return so_far + _width(rest) > width


def _cut(text: str, width: float) -> str:
    end = 1
    while end < len(text) and _width(text[: end + 1]) <= width:
        end += 1
    return text[:end].rstrip()


def _width(text: str) -> float:
    return sum(map(_letter, text)) * _SIZE


@lru_cache(4096)
def _letter(letter: str) -> float:
    if combining(letter):
        return 0
    if letter in _NARROW:
        return 0.34
    if letter in _WIDE:
        return 0.9
    if east_asian_width(letter) in "WF":
        return 1.1
    return 0.66 if letter.isupper() else 0.57


COLUMN = 100
_BEND = 0.45

Run = list[tuple[float, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heights:
    """Where scores stand: the height of 0, and how far the next score is."""

    middle: float
    step: float

    def of(self, score: int) -> float:
        """Give the height of a score."""
        return self.middle - score * self.step


def runs(scores: list[int | None], heights: Heights) -> list[Run]:
    """Give the places of the scores; one that nobody knows interrupts the line."""
    found: list[Run] = [[]]
    for at, score in enumerate(scores):
        if score is None:
            found.append([])
        else:
            found[-1].append(((at + 0.5) * COLUMN, heights.of(score)))
    return [run for run in found if run]


def bent(run: Run) -> str:
    """Write the path of a line through its places."""
    start = f"M{number(run[0][0])} {number(run[0][1])}"
    return start + "".join(_bend(one, other) for one, other in pairwise(run))


def _bend(one: tuple[float, float], other: tuple[float, float]) -> str:
    reach = (other[0] - one[0]) * _BEND
    places = (one[0] + reach, one[1], other[0] - reach, other[1], other[0], other[1])
    return "C" + " ".join(number(place) for place in places)
