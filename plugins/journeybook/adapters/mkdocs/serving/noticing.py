"""Has the server look at its files as soon as one is saved, where the system tells of that.

The engine looks at all files twice a second, which finds every change on every drive. Most systems
tell of a saved file themselves: what holds it is then looked at right away. Where they do not, as
on many shared drives, it is found as ever.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

# On Linux a file is closed when all of it is written; others tell only that it is another one.
_SAVED = "closed" if sys.platform == "linux" else "modified"
_TOLD = frozenset((_SAVED, "created", "deleted", "moved"))


class Notices(FileSystemEventHandler):
    """Has those who look at files from time to time look at once where one was saved."""

    def __init__(self, looking: BaseObserver) -> None:
        """Take whoever looks at files from time to time."""
        self._looking = looking

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Look at the folders around a file that was saved."""
        if event.event_type not in _TOLD:
            return
        around = {str(event.src_path), *map(str, Path(str(event.src_path)).parents)}
        for one in tuple(self._looking.emitters):
            if one.watch.path in around and one.is_alive():
                one.queue_events(0)


def notice(looking: BaseObserver, folders: Iterable[Path]) -> BaseObserver:
    """Let the system tell at once of what is saved in some folders, if it can."""
    telling, notices = Observer(), Notices(looking)
    try:
        telling.start()
        for folder in folders:
            telling.schedule(notices, str(folder), recursive=True)
    except OSError:
        # Systems let nobody watch any number of folders; the server still looks at them itself.
        telling.stop()
    return telling
