"""A build takes over what the one before it made, and what comes out is as if it had not."""

import shutil
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

import pytest
from material.plugins.search.plugin import SearchPlugin
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.nav import Navigation

from journeybook.adapters.disk.keeping.shelf import Shelf
from journeybook.adapters.mkdocs import compiling
from journeybook.adapters.mkdocs.keeping.frame import frame_of
from journeybook.adapters.mkdocs.pages.record import Finished
from journeybook.adapters.mkdocs.serving import saving
from journeybook.adapters.mkdocs.serving.gate import Gate
from journeybook.pipeline import Judged
from journeybook.rendering import Compilation, render_handbook
from tests.build.test_engines import run
from tests.fuzz import edits
from tests.fuzz.keeping import (
    another_process,
    built,
    differences,
    nothing_remembered,
    quiet,
    saved_differences,
    serving,
    told_as_set,
)
from tests.repositories import start
from tests.unit.test_starting_lightly import FOR_COMPILING

if TYPE_CHECKING:
    from wsgiref.types import StartResponse

EDITS = 4
PAGE = "personas/buyer/index.html"
KEPT = ".cache/journeybook/mkdocs.yml.built"
MARK = "<!-- taken over -->"
NAV = """\
nav:
  - index.md
  - Of ours: [about.md, Elsewhere: https://example.com/, Below: assets/deeper/below/page.md]
  - Twice: [about.md, personas/buyer.md, Deeper: [assets/price-page.md, There: ../assets/guide/]]
  - Journeys: journeybook/journeys
  - Gaps: journeybook/gaps
extra: {homepage: assets/guide/}
"""


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small handbook that was built once."""
    root = tmp_path_factory.mktemp("once")
    edits.write(root)
    with quiet():
        built(root)
    return root


@pytest.fixture
def book(once: Path, tmp_path: Path) -> Iterator[Path]:
    """That handbook with what is kept of it, at another place."""
    root = tmp_path / "book"
    shutil.copytree(once, root)
    with quiet():
        yield root


def changed(root: Path, path: str, old: str, new: str) -> None:
    file = root / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def mark(root: Path) -> None:
    """Write into what is kept of a page, so that one sees whether it is taken over."""
    shelf = Shelf(root / KEPT)
    for file in shelf.folder.iterdir():
        plain = shelf.read(file.name)
        if isinstance(plain, tuple) and b"Who pays." in file.read_bytes() and len(plain) == 6:
            content = f"{Finished(*plain).html}{MARK}".encode()
            shelf.write(file.name, (*plain[:2], content, plain[3], MARK.encode(), plain[5]))


@pytest.mark.parametrize("served", [False, True])
def test_kept_builds_equal_cold_ones(served: bool) -> None:
    assert not list(differences(EDITS, seed=3 + served, served=served))


def test_whatever_is_saved_a_server_shows_what_a_cold_build_would() -> None:
    assert not list(saved_differences(EDITS, seed=5))


def test_saves_are_shown_as_a_build_would(book: Path) -> None:
    with serving(book) as served:
        changed(
            book, "content/assets/guide.md", "Beside", "# At home\n\n[Read](../about.md). Beside"
        )
        changed(book, "content/about.md", "and NPS", "and [nowhere](none.md)")
        (book / "content/.about.md.swp").write_text("open in an editor", encoding="utf-8")
        served.after_save()
        changed(book, "content/journeys/buyer/awareness.md", "score: -1", "score: 2")
        changed(book, "content/assets/guide.md", "phases: [awareness]", "phases: [purchase]")
        shown = served.after_save()
        assert served.builds == 1
        shutil.rmtree(book / ".cache")
        with nothing_remembered():
            assert told_as_set(shown) == told_as_set(built(book, served=True))


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("content/about.md", "# About", "# About us"),
        ("content/personas/buyer.md", "role: buyer", "draft: true"),
        ("site_config/journeybook.yml", "language: en", "language: nl"),
        ("own/main.html", "%}", "%}{# #}"),
        ("mkdocs.yml", "A small handbook", "Another"),
    ],
)
def test_a_save_that_touches_every_page_builds_them_all(
    book: Path, path: str, old: str, new: str
) -> None:
    with serving(book) as served:
        changed(book, path, old, new)
        changed(book, "content/assets/guide.md", "Beside", "Below")
        served.after_save()
        assert served.builds == 2


@pytest.fixture
def made_later(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Let all pages be made only while this is set, as it is at first."""
    made, compiled = Event(), render_handbook
    made.set()

    def rendered(judged: Judged) -> Compilation:
        made.wait(timeout=60)
        return compiled(judged)

    monkeypatch.setattr(compiling, "render_handbook", rendered)
    return made


def test_the_page_of_a_saved_file_comes_first_and_others_when_all_are_made(
    book: Path, made_later: Event
) -> None:
    with serving(book) as served, ThreadPoolExecutor(1) as browser:
        before = served.page("phases/purchase/")
        served.page("about/")
        changed(book, "content/assets/guide.md", "phases: [awareness]", "phases: [purchase]")
        made_later.clear()
        served.server.builder()
        first = served.page("assets/guide/")
        assert b"phases/purchase/" in first
        written = (book / "site/assets/guide/index.html").stat().st_mtime_ns
        assert served.page("assets/journeybook/journeybook.js")
        other = browser.submit(served.page, "phases/purchase/")
        with pytest.raises(TimeoutError):
            other.result(timeout=0.2)
        made_later.set()
        assert other.result() != before
        assert served.page("assets/guide/") == first
        # Whoever asks for it while it is written gets nothing.
        assert (book / "site/assets/guide/index.html").stat().st_mtime_ns == written
        assert served.builds == 1


def test_a_page_asked_for_before_any_is_shown_is_not_of_the_state_before(tmp_path: Path) -> None:
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path))
    answers = iter([b"before", b"after"])

    def answer(_: object, begin: "StartResponse") -> list[bytes]:
        given = next(answers)
        begin("200 OK", [])
        if given == b"before":
            gate.hold_all_but({"page.html"})
        return [given]

    server.set_app(answer)
    gate = Gate(server)
    gate.begin()
    assert gate({"PATH_INFO": "/page.html"}, lambda *_: None) == [b"after"]
    server.server_close()


def test_the_page_that_somebody_looks_at_comes_first_too(book: Path, made_later: Event) -> None:
    with serving(book) as served:
        before = served.page("gaps/")
        changed(book, "content/assets/guide.md", "phases: [awareness]", "phases: [purchase]")
        made_later.clear()
        served.server.builder()
        first = served.page("gaps/")
        made_later.set()
        assert first != before
        assert served.page("index.html")
        assert served.page("gaps/") == first


def test_all_is_built_where_more_changes_than_was_seen_at_first(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(book) as served:
        changed(book, "content/assets/guide.md", "phases: [awareness]", "phases: [purchase]")
        monkeypatch.setattr(saving, "_outline", object)
        assert b"phases/purchase/" in served.after_save("assets/guide/")["assets/guide/index.html"]
        assert served.builds == 2


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("content/phases/awareness.md", "order: 1", "order: 9"),
        ("content/journeys/buyer/index.md", "persona: buyer", "persona: user"),
    ],
)
def test_nothing_comes_first_where_pages_stand_elsewhere(
    book: Path, monkeypatch: pytest.MonkeyPatch, path: str, old: str, new: str
) -> None:
    held: list[object] = []
    monkeypatch.setattr(Gate, "hold_all_but", held.append)
    with serving(book) as served:
        changed(book, path, old, new)
        served.after_save()
        assert not held
        assert served.builds == 2


@pytest.mark.parametrize(
    ("features", "addresses"),
    [
        ("navigation.sections", True),
        ("navigation.tabs, navigation.indexes, navigation.path", True),
        ("navigation.expand, toc.integrate", False),
        ("navigation.prune, navigation.footer", False),
    ],
)
def test_the_navigation_around_a_page_is_as_the_theme_fills_it(
    book: Path, features: str, *, addresses: bool
) -> None:
    changed(book, "mkdocs.yml", "[navigation.prune]", f"[{features}]")
    changed(book, "mkdocs.yml", "theme:\n", f"{NAV}use_directory_urls: {addresses}\ntheme:\n")
    for place in ("assets/deeper/page.md", "assets/deeper/below/page.md", "assets/other.md"):
        (book / "content" / place).parent.mkdir(parents=True, exist_ok=True)
        (book / "content" / place).write_text("# One more\n", "utf-8")
    kept = built(book)
    with nothing_remembered():
        assert built(book) == kept


def test_a_navigation_of_a_site_s_own_is_filled_for_each_page(book: Path) -> None:
    own = book / "own/partials/nav-item.html"
    own.parent.mkdir()
    text = "{% macro render(item, path, level) %}<i>{{ page.title }}</i>{% endmacro %}"
    own.write_text(text, "utf-8")
    (book / "content/assets/guide-2.md").write_text("---\ntype: blog\n---\n# Another\n", "utf-8")
    site = built(book)
    assert b"<i>Guide</i>" in site["assets/guide/index.html"]
    assert b"<i>Another</i>" in site["assets/guide-2/index.html"]


def test_an_unchanged_page_is_taken_over_whole(book: Path) -> None:
    mark(book)
    assert built(book)[PAGE] == MARK.encode()


def test_whoever_looks_at_a_page_is_given_its_text(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shout(_: object, output: str, **__: object) -> str:
        return output.upper()

    mark(book)
    monkeypatch.setattr(SearchPlugin, "on_post_page", shout, raising=False)
    assert built(book)[PAGE] == MARK.upper().encode()


@pytest.mark.usefixtures("compiling_fails")
def test_an_unchanged_handbook_is_not_compiled_again(book: Path) -> None:
    # Though a page that something is told about is made again, with its blocks.
    site = built(book)
    assert b"WARNING Doc file 'personas/user.md'" in site["log"]
    assert b"jb-" in site["personas/user/index.html"]


@pytest.mark.parametrize("served", [False, True])
@pytest.mark.parametrize("path", ["assets/guide.md", "personas/buyer.md", "about.md"])
def test_other_prose_is_put_into_what_was_made(
    book: Path, monkeypatch: pytest.MonkeyPatch, path: str, *, served: bool
) -> None:
    if served:
        built(book, served=True)
    file = book / "content" / path
    file.write_text(f"{file.read_text('utf-8')}\nAs was [said](/index.md).\n", "utf-8")
    with monkeypatch.context() as patched:
        patched.setattr("journeybook.adapters.mkdocs.compiling.render_handbook", refuse)
        kept = _of_another_process(book, served=served)
    # What that build keeps is as good as what any does.
    again = _of_another_process(book, served=served)
    with nothing_remembered():
        anew = built(book, served=served)
    assert [told_as_set(kept), told_as_set(again)] == [told_as_set(anew)] * 2


def _of_another_process(book: Path, *, served: bool) -> Mapping[str, bytes]:
    with another_process():
        return built(book, served=served)


def test_where_our_part_of_a_page_is_not_kept_it_is_made_after_all(book: Path) -> None:
    shelf = Shelf(book / KEPT)
    for file in shelf.folder.iterdir():
        plain = shelf.read(file.name)
        if isinstance(plain, tuple) and len(plain) == 6:
            shelf.write(file.name, (*plain[:5], None))
    changed(book, "content/assets/guide.md", "Beside", "Below")
    kept = built(book)
    with nothing_remembered():
        assert built(book) == kept


@pytest.mark.usefixtures("compiling_fails")
@pytest.mark.parametrize(
    "path", ["content/picture.png", "site_config/rules.yml", "elsewhere/list.csv"]
)
def test_whatever_is_read_is_a_reason_to_compile(book: Path, path: str) -> None:
    (book / path).parent.mkdir(exist_ok=True)
    (book / path).write_text("a,b\n", encoding="utf-8")
    if path.startswith("elsewhere"):
        inventory = "sources:\n  - {file: elsewhere/list.csv}\n"
        (book / "site_config/inventory.yml").write_text(inventory, encoding="utf-8")
    with pytest.raises(CompiledError):
        built(book)


@pytest.mark.usefixtures("compiling_fails")
def test_another_day_is_a_reason_to_compile(book: Path) -> None:
    changed(book, "mkdocs.yml", "2026-11-21", "2026-11-22")
    with pytest.raises(CompiledError):
        built(book)


@pytest.mark.usefixtures("compiling_fails")
def test_a_commit_is_a_reason_to_compile(book: Path) -> None:
    start(book, {"content/about.md": edits.HANDBOOK["content/about.md"]})
    with pytest.raises(CompiledError):
        built(book)


def refuse(*_: object) -> None:
    raise CompiledError


class CompiledError(Exception):
    """The handbook was compiled."""


@pytest.fixture
def compiling_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no handbook be compiled unseen."""
    monkeypatch.setattr("journeybook.adapters.mkdocs.compiling.compile_site", refuse)


def test_in_another_navigation_only_its_text_is_taken_over(book: Path) -> None:
    mark(book)
    changed(book, "content/about.md", "# About", "# About us")
    page = built(book)[PAGE].decode()
    assert MARK in page
    assert "About us" in page


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("content/personas/buyer.md", "Who pays", "Who pays and asks"),
        ("mkdocs.yml", "site_name: A", "site_name: The"),
        ("own/main.html", "%}", "%} "),
    ],
)
def test_a_page_made_of_something_else_is_made_anew(
    book: Path, path: str, old: str, new: str
) -> None:
    mark(book)
    changed(book, path, old, new)
    assert MARK not in built(book)[PAGE].decode()


def test_what_is_cut_off_is_as_if_it_were_not_there(book: Path) -> None:
    before = built(book)
    for file in (book / KEPT).iterdir():
        file.write_bytes(file.read_bytes()[:-3])
    assert built(book) == before


def test_what_goes_during_a_build_is_made_after_all(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = built(book)

    def gone(nav: Navigation, config: MkDocsConfig) -> bytes:
        shutil.rmtree(book / KEPT)
        return frame_of(nav, config)

    monkeypatch.setattr("journeybook.adapters.mkdocs.keeping.keeper.frame_of", gone)
    assert built(book) == before


def test_other_plugins_turn_it_off_and_that_is_said(book: Path) -> None:
    changed(book, "mkdocs.yml", "  - search\n", "  - search\n  - material/tags\n")
    mark(book)
    site = built(book)
    assert MARK not in site[PAGE].decode()
    assert b"the plugin material/tags" in site["log"]


@pytest.mark.parametrize("code", ["{{ build_date_utc }}", "{% for each in pages %}{% endfor %}"])
def test_a_template_that_shows_what_nobody_keeps_turns_it_off(book: Path, code: str) -> None:
    changed(book, "own/main.html", "%}", f"%}}{{% block announce %}}{code}{{% endblock %}}")
    assert b"in the template main.html" in built(book)["log"]


def test_words_of_a_template_are_none_of_its_code(book: Path) -> None:
    changed(book, "own/main.html", "%}", "%}{# all pages, at random #}")
    assert b"in the template" not in built(book)["log"]


@pytest.mark.parametrize("variable", [False, True])
def test_it_can_be_turned_off(
    book: Path, monkeypatch: pytest.MonkeyPatch, *, variable: bool
) -> None:
    shutil.rmtree(book / KEPT)
    if variable:
        monkeypatch.setenv("JOURNEYBOOK_NO_CACHE", "1")
    else:
        changed(book, "mkdocs.yml", "fail_on: never", "fail_on: never, keep: false")
    built(book)
    assert not (book / KEPT).exists()


def test_what_is_no_more_in_the_site_is_kept_no_more(book: Path) -> None:
    before = len(list((book / KEPT).iterdir()))
    (book / "content/assets/guide.md").unlink()
    built(book)
    assert len(list((book / KEPT).iterdir())) < before


def test_each_engine_takes_over_its_own_and_reads_little_code(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPROFILEIMPORTTIME", "1")
    mark(book)
    sites = []
    read = set()
    for _ in range(2):
        ran = run(book / "mkdocs.yml", "properdocs")
        assert ran.returncode == 0
        read = {line.rpartition("|")[2].strip() for line in ran.stderr.splitlines()}
        site = book / "site"
        sites.append({str(file.relative_to(site)): file.read_text() for file in pages_of(site)})
        assert MARK not in sites[0][PAGE]
        mark(book)
    assert sites[1] == {**sites[0], PAGE: MARK}
    assert "journeybook.adapters.mkdocs.plugin" in read
    assert sorted(read & FOR_COMPILING) == []


def pages_of(site: Path) -> Iterator[Path]:
    return site.rglob("*.html")
