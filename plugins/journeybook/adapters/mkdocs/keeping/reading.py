"""All that a compilation reads, in one sum."""

import os
from collections.abc import Iterator, Sequence

from journeybook.adapters.disk.git.repository import state_of
from journeybook.adapters.disk.keeping.shelf import digest
from journeybook.adapters.disk.sites.handbook_folders import way_from
from journeybook.adapters.mkdocs.keeping.ground import Unsteady
from journeybook.adapters.mkdocs.options import JourneybookOptions, compared_to, day_of
from journeybook.adapters.mkdocs.site_sources import SiteSources, root_of

_LARGE = 5_000_000
"""What is larger is told by its size and its times."""


def sum_of(ground: bytes, sources: Sequence[SiteSources], options: JourneybookOptions) -> bytes:
    """Sum up all that is read inside of a site.

    Raises:
        Unsteady: when there are links among the files, which may lead anywhere.
        PluginError: when the site says no day that there is.
    """
    first = sources[0]
    root = root_of(first.config)
    folders = [one.folders for one in sources]
    decisions = {folder for one in folders for folder in (one.config, one.shared) if folder}
    places = (first.config.docs_dir, *sorted(str(root / one) for one in decisions))
    return digest(
        [
            ground,
            repr((day_of(options), compared_to(options), first.drafts)),
            *(f"{file.src_uri} {file.inclusion.value}" for file in first.files),
            *(part for place in places for part in states_of(place, way_from(root, place))),
            state_of(root),
        ]
    )


def states_of(place: str, shown: str) -> Iterator[str | bytes]:
    """Give what a folder or a file holds, with all paths in it.

    A folder may be moved with all that is kept of it, so it is `shown` from its root.

    Raises:
        Unsteady: when there are links among the files.
    """
    if os.path.isfile(place):  # noqa: PTH113 - many files
        yield from _state(place, shown)
        return
    try:
        entries = sorted(os.scandir(place), key=lambda one: one.name)
    except OSError:
        yield f"{shown} is not there"
        return
    for entry in entries:
        name = f"{shown}/{entry.name}"
        if entry.is_symlink():
            raise Unsteady(f"the link {name}")
        if entry.is_dir():
            yield from states_of(entry.path, name)
        elif entry.is_file():
            yield from _state(entry.path, name)
        else:
            yield f"{name} is special"


def _state(path: str, shown: str) -> Iterator[str | bytes]:
    yield shown
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - many files
            status = os.fstat(file.fileno())
            if status.st_size > _LARGE:
                yield f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}"
            else:
                yield file.read()
    except OSError:
        yield "unreadable"
