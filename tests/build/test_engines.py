"""The plugin does the same under MkDocs and, unchanged, under ProperDocs."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.sites import DUTCH, EXAMPLE, build_site, built_once, run_engine

ENGINES = ("mkdocs", "properdocs")

SITE = """\
site_name: A small handbook
docs_dir: content
edit_uri: https://git.example.com/handbook/edit/main/content/
theme: {name: material, font: false, features: [content.action.edit]}
plugins:
  - journeybook: {today: 2026-11-21}
"""

HANDBOOK = {
    "mkdocs.yml": SITE,
    "content/index.md": "# A small handbook\n\nWelcome, reader.\n",
    "content/personas/buyer.md": "---\nrole: buyer\nhide: [toc]\n---\n# The buyer\n\nWho pays.\n",
    "content/phases/awareness.md": "---\norder: 1\nstage: buyer\n---\n# Awareness\n",
    "content/channels/search.md": "---\ntype: earned\n---\n# Search\n",
    "content/journeys/buyer/index.md": "---\npersona: buyer\n---\n# Their journey\n\nAn intro.\n",
    "content/journeys/buyer/awareness.md": (
        "---\nquestions:\n  - {text: What does it cost?, id: price}\n---\n"
        "It starts on a Monday.\n\n## Then this\n\nMore of it.\n"
    ),
    "content/assets/price-page.md": (
        "---\ntype: blog\nstatus: draft\nanswers: [price]\n---\n# Prices\n\nWhat it costs.\n"
    ),
}


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """Write a handbook and give its mkdocs.yml."""
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder / "mkdocs.yml"


def run(configuration: Path, engine: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Run a build that may fail."""
    command = [engine, "build", "--site-dir", "site", *options]
    settings = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    return run_engine(command, configuration.parent, settings)


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    """Each of the engines."""
    return str(request.param)


@pytest.fixture(scope="session")
def small(sites: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """What gives the small handbook as an engine builds it."""
    configuration = write(tmp_path_factory.mktemp("small"), HANDBOOK)
    return lambda engine: built_once(configuration, sites / f"small-{engine}", engine=engine)


@pytest.fixture
def small_site(small: Callable[[str], Path], engine: str) -> Path:
    """The small handbook, built by each engine."""
    return small(engine)


def html(site: Path, path: str) -> str:
    """The HTML of a page."""
    return (site / path / "index.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_handbooks_build_strictly(example: Path, dutch: Path) -> None:
    for site in (example, dutch):
        assert (site / "journeybook.json").stat().st_size > 0


@pytest.mark.slow
@pytest.mark.parametrize("configuration", [EXAMPLE, DUTCH], ids=["example", "dutch"])
def test_handbooks_build_strictly_in_the_other_engine(configuration: Path, tmp_path: Path) -> None:
    site = build_site(configuration, tmp_path, engine="properdocs")
    assert (site / "journeybook.json").stat().st_size > 0


def test_engines_build_the_same_pages(small: Callable[[str], Path]) -> None:
    first, second = map(small, ENGINES)
    pages = {path.relative_to(first) for path in first.rglob("*.html")}
    assert pages == {path.relative_to(second) for path in second.rglob("*.html")}
    assert Path("journeys/buyer/index.html") in pages


def test_two_builds_give_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")
    configuration = write(tmp_path, HANDBOOK)
    first, second = (built_with_seed(configuration, tmp_path / seed, seed) for seed in ("1", "2"))
    for file in sorted(path for path in first.rglob("*") if path.is_file()):
        assert file.read_bytes() == (second / file.relative_to(first)).read_bytes(), file


def built_with_seed(configuration: Path, target: Path, seed: str) -> Path:
    """A site whose sets come in an order of their own: only a fresh process takes a seed."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
    command += ["--config-file", str(configuration), "--site-dir", str(target)]
    subprocess.run(command, env=os.environ | {"PYTHONHASHSEED": seed}, check=True)
    return target


def test_journey_page_tells_the_authors_text_and_ours(small_site: Path) -> None:
    page = html(small_site, "journeys/buyer")
    assert page.count("<h1") == 1
    assert "An intro." in page
    assert "It starts on a Monday." in page
    assert "What does it cost?" in page
    assert "jb:" not in page


def test_a_step_has_no_page_of_its_own(small_site: Path) -> None:
    assert not (small_site / "journeys/buyer/awareness").exists()


def test_edit_links_lead_to_the_source(small_site: Path) -> None:
    edit = "https://git.example.com/handbook/edit/main/content"
    assert f'href="{edit}/journeys/buyer/index.md"' in html(small_site, "journeys/buyer")
    assert f"{edit}/journeys/buyer/awareness.md#L3" in html(small_site, "journeys/buyer")
    assert f'href="{edit}/personas/buyer.md"' in html(small_site, "personas/buyer")
    assert f'href="{edit}/phases/awareness.md"' in html(small_site, "gaps/awareness")
    assert f'href="{edit}/personas/buyer.md"' in html(small_site, "matrix/buyer")


def test_front_matter_of_ours_stays_out_of_the_theme(small_site: Path) -> None:
    assert "md-status" not in html(small_site, "assets/price-page")
    assert "md-sidebar--secondary" in html(small_site, "personas/buyer")


def test_assets_stay_out_of_the_navigation(small_site: Path) -> None:
    navigation = html(small_site, "").partition('<nav class="md-nav md-nav--primary"')[2]
    assert "price-page" not in navigation.partition("</nav>")[0]


def test_errors_stop_the_build_once_all_are_told(engine: str, tmp_path: Path) -> None:
    files = {
        **HANDBOOK,
        "content/channels/mail.md": "---\ntype: ownd\n---\n# Mail\n",
        "content/assets/other.md": "---\nchannels: [serch]\nstatus: draft\n---\n# Other\n",
    }
    done = run(write(tmp_path, files), engine)
    told = done.stdout + done.stderr
    assert done.returncode == 1
    assert "content/assets/other.md:2:12: unknown channel 'serch'" in told
    assert "content/channels/mail.md:2:7:" in told
    assert "Traceback" not in told


def test_warnings_count_when_strict(engine: str, tmp_path: Path) -> None:
    files = {**HANDBOOK, "content/channels/mail.md": "---\ntyp: owned\n---\n# Mail\n"}
    configuration = write(tmp_path, files)
    assert run(configuration, engine).returncode == 0
    assert run(configuration, engine, "--strict").returncode == 1


def test_a_bar_of_its_own_stops_at_gaps_or_never(tmp_path: Path) -> None:
    for bar, code in (("gap", 1), ("never", 0)):
        site = SITE.replace("today: 2026-11-21", f"today: 2026-11-21, fail_on: {bar}")
        files = {**HANDBOOK, "mkdocs.yml": site}
        assert run(write(tmp_path / bar, files), "mkdocs").returncode == code


def test_an_authors_page_keeps_its_text(tmp_path: Path) -> None:
    files = {
        **HANDBOOK,
        "content/index.md": "---\ntitle: Us & *them*\n---\nWelcome.\n",
        "content/gaps/index.md": "> A quote\n\n# What we lack\n\nRead this first.\n",
    }
    site = build_site(write(tmp_path, files), tmp_path / "site")
    page = html(site, "gaps")
    assert "Read this first." in page
    assert page.count("<h1") == 1
    assert page.index("What we lack</h1>") < page.index("A quote")
    assert "What does it cost?" in page
    assert ">Us &amp; &#42;them&#42;</h1>" in html(site, "")
