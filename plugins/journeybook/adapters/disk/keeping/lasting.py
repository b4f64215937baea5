"""Files of which it is known what they hold, since nobody has touched them for a while."""

import os
import stat
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from journeybook.sources.document import SourceFile

Touch = tuple[int, int, int]
"""When a file was written and when it was touched in any way, and how large it is."""

Read = Callable[[str, str, str], SourceFile]
"""Reads what lies at a place under a path of the handbook, inside of a folder."""

# In nanoseconds: who writes twice within what a drive tells times in, writes unseen.
_A_WHILE = 3_000_000_000


def touch_of(status: os.stat_result) -> Touch:
    """Give what is another when a file was written."""
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size


@dataclass(slots=True)
class Lasting:
    """What was read of files, by where they lie, and in which state they were."""

    known: dict[tuple[str, str, str], tuple[Touch, SourceFile]] = field(default_factory=dict)

    def read(self, anew: Read, place: str, path: str, top: str) -> SourceFile:
        """Give what a file held, if it is as it was when it was read; else read it."""
        try:
            status = os.lstat(place)
        except OSError:
            return anew(place, path, top)
        state, now = touch_of(status), time.time_ns()
        before = self.known.get((place, path, top))
        if before and before[0] == state:
            return before[1]
        found = anew(place, path, top)
        if stat.S_ISREG(status.st_mode) and max(state[:2]) + _A_WHILE < now:
            self.known[place, path, top] = state, found
        return found
