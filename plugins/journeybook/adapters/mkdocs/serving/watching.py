"""Watches for `mkdocs serve` what may not be there yet, may go, and may come back."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from threading import Lock, Thread

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler

from journeybook.adapters.disk.inventory_files import tops_elsewhere
from journeybook.adapters.mkdocs.options import JourneybookOptions, handbooks_of_site


class FolderWatch(FileSystemEventHandler):
    """Keeps the server watching some folders and files, whatever becomes of them.

    The server watches only what is there when it is told to. So the folder around each one is
    looked at too: when one comes or goes, it is watched anew, and the site is built again.
    """

    def __init__(self, server: LiveReloadServer, watched: Iterable[Path] = ()) -> None:
        """Take the server that rebuilds the site, and what it watches by itself."""
        self._server = server
        self._lock = Lock()
        self._around: set[Path] = set()
        self._wanted: set[Path] = set()
        self._watched = {folder.absolute() for folder in watched}
        # A file written here makes the server build, as any change of a source does.
        self._bell = Path(mkdtemp(prefix="journeybook-"))
        server.watch(str(self._bell))

    def look_at(self, folders: Iterable[Path]) -> None:
        """Watch these folders from now on, and no others."""
        with self._lock:
            self._wanted = {folder.absolute() for folder in folders}
            for parent in {folder.parent for folder in self._wanted} - self._around:
                if parent.is_dir():
                    self._server.observer.schedule(self, str(parent), recursive=False)
                    self._around.add(parent)
            for folder in self._watched - self._wanted:
                self._leave(folder)
            for folder in self._wanted - self._watched:
                self._begin(folder)

    def ring(self, why: str) -> None:
        """Have the site built again, for whatever reason; at the end nobody hears it."""
        with suppress(FileNotFoundError):
            (self._bell / "rung").write_text(why, encoding="utf-8")

    def end(self) -> None:
        """Leave nothing behind."""
        rmtree(self._bell, ignore_errors=True)

    def on_any_event(self, event: FileSystemEvent) -> None:
        """See whether one of the folders came or went.

        Whoever tells it holds what is needed to watch anything, so that is done by somebody else:
        who names other folders at that moment has our lock, and waits for that.
        """
        paths = {Path(str(path)) for path in (event.src_path, event.dest_path) if path}
        comes_or_goes = event.event_type in ("created", "deleted", "moved")
        if comes_or_goes and (found := paths & self._wanted):
            Thread(target=self._watch_anew, args=(found,), daemon=True).start()

    def _watch_anew(self, found: Iterable[Path]) -> None:
        with self._lock:
            for folder in found:
                self._leave(folder)
                self._begin(folder)
        self.ring(str(sorted(found)))

    def _begin(self, folder: Path) -> None:
        if folder.exists():
            self._server.watch(str(folder))
            self._watched.add(folder)

    def _leave(self, folder: Path) -> None:
        if folder in self._watched:
            self._server.unwatch(str(folder))
            self._watched.discard(folder)


def read_beside(config: MkDocsConfig, options: JourneybookOptions) -> Iterator[Path]:
    """Give the folders and files that are read for a site beside its pages, as far as known."""
    root = Path(config.config_file_path or ".").parent
    for one in handbooks_of_site(config, options):
        yield from {root / one.config, root / (one.shared or one.config)}
        yield from (one.root / top for top in tops_elsewhere(one))
    if config.theme.custom_dir:
        yield Path(config.theme.custom_dir)
