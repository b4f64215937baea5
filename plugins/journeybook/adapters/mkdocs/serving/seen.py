"""In which state the files of a site are, so that it is known which of them somebody saved."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from journeybook.adapters.disk.keeping.lasting import Touch, touch_of

NOTHING: Touch = (0, 0, 0)
"""The state of what is not there."""

_PAGE, _HIDDEN = ".md", "."


def seen(places: Iterable[str | Path]) -> Mapping[str, Touch]:
    """Look at some files, and at all in some folders; tell the state of each by its path.

    Hidden ones, such as an editor keeps beside the file that it has open, are none of a site's.
    """
    return {path: state for place in places for path, state in _states(str(place))}


def saved_pages(
    before: Mapping[str, Touch], now: Mapping[str, Touch], folder: str
) -> frozenset[str]:
    """Give the Markdown files of a folder that were saved since, by their path inside it.

    None where anything else changed as well, came or went.
    """
    if before.keys() != now.keys():
        return frozenset()
    changed = {Path(path) for path, state in now.items() if before[path] != state}
    if any(path.suffix != _PAGE or Path(folder) not in path.parents for path in changed):
        return frozenset()
    return frozenset(path.relative_to(folder).as_posix() for path in changed)


def _states(top: str) -> Iterator[tuple[str, Touch]]:
    if os.path.isfile(top):  # noqa: PTH113 - many files
        yield top, _state(top)
    for place, folders, names in os.walk(top, followlinks=True):
        folders[:] = [name for name in folders if not name.startswith(_HIDDEN)]
        for name in names:
            if name.startswith(_HIDDEN):
                continue
            path = f"{place}/{name}"
            yield path, _state(path)


def _state(path: str) -> Touch:
    try:
        return touch_of(os.stat(path))  # noqa: PTH116 - many files
    except OSError:
        return NOTHING
