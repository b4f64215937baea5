"""Who keeps which file, in the form that code hosts ask for reviews by."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from journeybook.handbook.book import Handbook
from journeybook.handbook.ids import owner_key

START = "# journeybook: owners of the handbook, written by `journeybook codeowners`"
END = "# journeybook: end"

_HANDLE = re.compile(r"@{1,2}\w[\w.-]*(/[\w.-]+)*|[^@\s]+@[^@\s]+\.[^@\s]+")

PLACES: Mapping[str, tuple[str, ...]] = {
    "github": (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"),
    "gitlab": ("CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"),
    "gitea": ("CODEOWNERS", "docs/CODEOWNERS", ".gitea/CODEOWNERS"),
}
"""Where each kind of code host looks for the file, in its order."""

FIRST_PLACE: Mapping[str, str] = {
    "github": ".github/CODEOWNERS",
    "gitlab": ".gitlab/CODEOWNERS",
    "gitea": ".gitea/CODEOWNERS",
}
"""Where it goes on each kind of code host where it is nowhere yet."""

WORKFLOWS: Mapping[str, tuple[str, ...]] = {
    "github": (".github/workflows/",),
    "gitlab": (".gitlab-ci.yml", ".gitlab/"),
    "gitea": (".gitea/workflows/",),
}
"""What runs on each kind of code host."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Owned:
    """The lines of all files with a known owner, and the owners nobody has a handle for.

    What no code host takes for a handle is `wrong`, and left out.
    """

    lines: tuple[str, ...]
    unknown: tuple[str, ...]
    wrong: tuple[str, ...] = ()


def owned(
    book: Handbook,
    handles: Mapping[str, tuple[str, ...]],
    inside: str = "",
    settled: Iterable[tuple[str, str]] = (),
) -> Owned:
    """Give a line per file whose owner has handles; a step without an owner is its journey's.

    Paths that are `settled` come with their owner; they start at the root of the repository.
    """
    known = {owner_key(name): " ".join(own).split() for name, own in handles.items()}
    right = {name: [one for one in own if _HANDLE.fullmatch(one)] for name, own in known.items()}
    lines: list[str] = []
    unknown: dict[str, str] = {}
    inner = ((f"{inside}{path}", owner) for path, owner in sorted(_owners(book)))
    for path, owner in (*inner, *settled):
        if found := right.get(owner_key(owner)):
            lines.append(f"/{_pattern(path)} {' '.join(found)}")
        else:
            unknown.setdefault(owner_key(owner), owner)
    wrong = {one for own in known.values() for one in own if not _HANDLE.fullmatch(one)}
    return Owned(
        lines=tuple(lines), unknown=tuple(sorted(unknown.values())), wrong=tuple(sorted(wrong))
    )


def placed(text: str, lines: Iterable[str], inside: str = "") -> str:
    """Put the lines between our two markers; everything around them stays as it is.

    Handbooks in several folders of a repository have markers of their own, which name the folder.
    """
    start = f"{START} in {' '.join(inside.split())}" if inside else START
    # The file keeps its own ends of lines.
    end = "\r\n" if "\r\n" in text else "\n"
    block = end.join((start, *lines, END))
    before, found, rest = text.partition(f"{start}{end}")
    _, ended, after = rest.partition(END)
    if found and ended:
        return f"{before}{block}{after}"
    gap = "" if not text else end if text.endswith(end) else end * 2
    return f"{text}{gap}{block}{end}"


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
