"""While somebody writes, folders that come, go, come back or are renamed are watched."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from time import sleep

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from watchdog.events import DirCreatedEvent, FileSystemEventHandler
from watchdog.observers.polling import PollingObserver

from journeybook.adapters.mkdocs.serving.noticing import notice
from journeybook.adapters.mkdocs.serving.watching import FolderWatch

# How often the server looks, and how long until it has, which it must before it sees changes.
LOOKS, LOOKED_AT = 0.1, 0.7


@pytest.fixture
def builds() -> Queue[str]:
    """One entry for every build that a change asked for."""
    return Queue()


@pytest.fixture
def watch(
    tmp_path: Path, builds: Queue[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[FolderWatch]:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    server = LiveReloadServer(
        builder=lambda: builds.put("built"),
        host="127.0.0.1",
        port=0,
        root=str(tmp_path / "site"),
        polling_interval=LOOKS,
        shutdown_delay=0.05,
    )
    pages = tmp_path / "content"
    pages.mkdir()
    server.watch(str(pages))
    watch = FolderWatch(server, watched=[pages])
    watch.look_at([pages, tmp_path / "site_config"])
    loop = _serving(server)
    sleep(LOOKED_AT)
    yield watch
    server.shutdown()
    loop.join()
    watch.end()
    assert not [*temporary.iterdir()]


def _serving(server: LiveReloadServer) -> Thread:
    loop = Thread(target=server.serve, daemon=True)
    loop.start()
    return loop


def is_built(builds: Queue[str]) -> bool:
    """Whether a build follows soon; builds that were asked for at once are one."""
    try:
        builds.get(timeout=5)
    except Empty:
        return False
    while True:
        try:
            builds.get(timeout=3 * LOOKS)
        except Empty:
            return True


@pytest.mark.usefixtures("watch")
def test_a_folder_made_later_is_watched(tmp_path: Path, builds: Queue[str]) -> None:
    folder = tmp_path / "site_config"
    folder.mkdir()
    assert is_built(builds)
    (folder / "journeybook.yml").write_text("language: nl\n", encoding="utf-8")
    assert is_built(builds)


@pytest.mark.usefixtures("watch")
def test_a_folder_that_goes_and_comes_back_is_watched(tmp_path: Path, builds: Queue[str]) -> None:
    folder = tmp_path / "site_config"
    for _ in range(2):
        folder.mkdir()
        assert is_built(builds)
        (folder / "rules.yml").write_text("assumption: off\n", encoding="utf-8")
        assert is_built(builds)
        shutil.move(folder, tmp_path / "away")
        assert is_built(builds)
        shutil.rmtree(tmp_path / "away")


@pytest.mark.usefixtures("watch")
def test_pages_that_go_and_come_back_are_watched(tmp_path: Path, builds: Queue[str]) -> None:
    pages = tmp_path / "content"
    for _ in range(2):
        shutil.move(pages, tmp_path / "away")
        assert is_built(builds)
        shutil.move(tmp_path / "away", pages)
        assert is_built(builds)
        (pages / "index.md").write_text("# Home\n", encoding="utf-8")
        assert is_built(builds)


def test_another_folder_may_be_named(
    tmp_path: Path, watch: FolderWatch, builds: Queue[str]
) -> None:
    (tmp_path / "team").mkdir()
    watch.look_at([tmp_path / "team"])
    sleep(LOOKED_AT)
    (tmp_path / "team" / "rules.yml").write_text("assumption: off\n", encoding="utf-8")
    assert is_built(builds)


def test_who_tells_of_a_folder_waits_for_nobody_who_names_others(
    tmp_path: Path, watch: FolderWatch, builds: Queue[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    team = tmp_path / "deep" / "team"
    came = DirCreatedEvent(str(team))
    begin, waits = LiveReloadServer.watch, list[bool]()

    def told_meanwhile(server: LiveReloadServer, path: str) -> None:
        if not waits:
            telling = Thread(target=watch.on_any_event, args=(came,), daemon=True)
            telling.start()
            telling.join(timeout=5)
            waits.append(telling.is_alive())
        begin(server, path)

    team.mkdir(parents=True)
    monkeypatch.setattr(LiveReloadServer, "watch", told_meanwhile)
    watch.look_at([team])
    assert waits == [False]
    # What came meanwhile is watched anew, and has the site built.
    assert is_built(builds)


def test_what_the_system_tells_of_is_seen_before_the_engine_looks(tmp_path: Path) -> None:
    seen: Queue[str] = Queue()
    handler = FileSystemEventHandler()
    handler.dispatch = lambda event: seen.put(str(event.src_path))  # type: ignore[method-assign]
    looking = PollingObserver(timeout=600)
    looking.schedule(handler, str(tmp_path), recursive=True)
    looking.start()
    telling = notice(looking, [tmp_path])
    file = tmp_path / "asset.md"
    file.write_text("# Asset\n", encoding="utf-8")
    assert str(file) in {seen.get(timeout=5) for _ in range(2)}
    for observer in (telling, looking):
        observer.stop()
        observer.join()


def test_where_the_system_tells_of_nothing_the_engine_looks_as_ever(tmp_path: Path) -> None:
    telling = notice(PollingObserver(), [tmp_path / "nowhere"])
    telling.join(timeout=5)
    assert not telling.is_alive()


def test_a_handbook_that_is_turned_off_is_told_of_no_more(tmp_path: Path) -> None:
    persona = tmp_path / "content" / "personas" / "buyer.md"
    persona.parent.mkdir(parents=True)
    persona.write_text("---\nextends: nobody\n---\n# Buyer\n", encoding="utf-8")
    file = tmp_path / "mkdocs.yml"

    def built(enabled: str) -> None:
        # The engine keeps the plugin from one build to the next.
        plugin = f"{{journeybook: {{enabled: {enabled}}}}}"
        site = f"site_name: T\ndocs_dir: content\ntheme: mkdocs\nplugins: [{plugin}]\n"
        file.write_text(site, encoding="utf-8")
        build(load_config(str(file)))

    with pytest.raises(Abort):
        built("true")
    built("false")
    assert not (tmp_path / "site" / "gaps").exists()
