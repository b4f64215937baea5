"""For whom the handbook is shown: which lanes and sections they see, and which page first."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from journeybook.codes import Code
from journeybook.findings import Mistake
from journeybook.handbook.ids import title_of
from journeybook.schema.settings.configuration import AudienceWords, LaneName, SectionName
from journeybook.sources.likeness import close_to
from journeybook.sources.yaml.nodes import Tree

_MOST_NAMED = 5
_FOLDERS = {"content": "assets"}
"""The folders of sections that are called otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Readership:
    """Readers with a view of their own: the lanes and sections that it leaves out, and its page.

    `first` is the path of the page inside the content folder, where one was chosen.
    """

    id: str
    title: str
    left_lanes: tuple[str, ...] = ()
    left_sections: tuple[str, ...] = ()
    first: str = ""


def make_audiences(
    written: Mapping[str, AudienceWords], pages: Collection[str], tree: Tree
) -> tuple[tuple[Readership, ...], tuple[Mistake, ...]]:
    """Take what a team decided, and tell of first pages that are not among the `pages`."""
    mistakes: list[Mistake] = []
    audiences: list[Readership] = []
    for key, words in written.items():
        first = next((one for one in _readings(words.first) if one in pages), "")
        if words.first and not first:
            mistakes.append(_no_page(words.first, pages, tree, key))
        audiences.append(
            Readership(
                id=key,
                title=words.label or title_of(key),
                left_lanes=_left_out(words.lanes, get_args(LaneName)),
                left_sections=tuple(
                    _FOLDERS.get(one, one)
                    for one in _left_out(words.sections, get_args(SectionName))
                ),
                first=first,
            )
        )
    return tuple(audiences), tuple(mistakes)


def _readings(first: str | None) -> Iterator[str]:
    # A page may be written as its file, as its address, or as the folder it stands in front of.
    name = (first or "").strip().strip("/")
    yield from (name, f"{name}.md", f"{name}/index.md")


def _left_out(chosen: Collection[str], every: Collection[str]) -> tuple[str, ...]:
    return tuple(one for one in every if chosen and one not in chosen)


def _no_page(first: str, pages: Collection[str], tree: Tree, key: str) -> Mistake:
    known = sorted(pages)
    values = {
        "key": "first",
        "value": first,
        "known": ", ".join(known[:_MOST_NAMED]),
        "suggestion": close_to(first, known),
    }
    return Mistake(
        code=Code.UNKNOWN_VALUE, span=tree.span("audiences", key, "first"), values=values
    )
