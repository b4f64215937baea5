"""Ids of views that stand together on one page, which may show the same thing twice."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from journeybook.handbook.ids import distinct_names
from journeybook.pages.parts.page import Block

_IDS = re.compile(r'(?<= id=")[^"]+(?=")')
_NAMING = re.compile(
    r'(?P<before> (?:id|popovertarget|aria-labelledby|aria-describedby)="| href="#|url\(#)'
    r'(?P<names>[^")]*)'
)


def with_ids_apart(blocks: Iterable[Block], before: Iterable[Block]) -> Iterator[Block]:
    """Give blocks of which no id is that of another, nor of those that stand `before` them."""
    added = tuple(blocks)
    taken = {name for block in before if added for name in _IDS.findall(block.html)}
    for block in added:
        own = dict.fromkeys(_IDS.findall(block.html))
        names = distinct_names(((name, name) for name in own), taken)
        yield _renamed(block, names) if names.keys() & taken else block
        taken.update(names.values())


def _renamed(block: Block, names: dict[str, str]) -> Block:
    def name(found: re.Match[str]) -> str:
        words = (names.get(word, word) for word in found["names"].split(" "))
        return f"{found['before']}{' '.join(words)}"

    return replace(block, html=_NAMING.sub(name, block.html))
