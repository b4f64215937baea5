"""Breaks text into the lines of a box, by how wide its letters roughly are."""

from unicodedata import combining, east_asian_width

_SIZE = 12.0
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
    return sum(_letter(one) for one in text) * _SIZE


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
