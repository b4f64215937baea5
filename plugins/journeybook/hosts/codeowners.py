"""Who keeps which file, in the form that code hosts ask for reviews by."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from journeybook.handbook.book import Handbook
from journeybook.handbook.ids import folded

START = "# journeybook: owners of the handbook, written by `journeybook codeowners`"
END = "# journeybook: end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Owned:
    """The lines of all files with a known owner, and the owners nobody has a handle for."""

    lines: tuple[str, ...]
    unknown: tuple[str, ...]


def owned(book: Handbook, handles: Mapping[str, tuple[str, ...]], inside: str = "") -> Owned:
    """Give a line per file whose owner has handles; a step without an owner is its journey's."""
    known = {folded(name): own for name, own in handles.items()}
    lines: list[str] = []
    unknown: set[str] = set()
    for path, owner in sorted(_owners(book)):
        found = known.get(folded(owner))
        if found:
            lines.append(f"/{_pattern(f'{inside}{path}')} {' '.join(' '.join(found).split())}")
        else:
            unknown.add(owner)
    return Owned(lines=tuple(lines), unknown=tuple(sorted(unknown)))


def placed(text: str, lines: Iterable[str], inside: str = "") -> str:
    """Put the lines between our two markers; everything around them stays as it is.

    Handbooks in several folders of a repository have markers of their own, which name the folder.
    """
    start = f"{START} in {' '.join(inside.split())}" if inside else START
    block = "\n".join((start, *lines, END))
    before, found, rest = text.partition(f"{start}\n")
    _, ended, after = rest.partition(END)
    if found and ended:
        return f"{before}{block}{after}"
    gap = "" if not text else "\n" if text.endswith("\n") else "\n\n"
    return f"{text}{gap}{block}\n"


def _owners(book: Handbook) -> Iterable[tuple[str, str]]:
    for found in book.entities.values():
        for one in found.values():
            if one.owner:
                yield one.path, one.owner
    for journey, step in book.all_steps:
        if journey.owner and not step.owner:
            yield step.path, journey.owner


def _pattern(path: str) -> str:
    # What stands for something else in a pattern is taken as it is; a space would end the path, and
    # the end of a line the pattern, so that any one sign stands for it.
    return re.sub(r"[\x00-\x1f\x7f]", "?", re.sub(r"([\\*?\[\]! #])", r"\\\1", path))
