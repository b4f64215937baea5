"""The site with `compare_to` and `history`: what changed since a state, and over time."""

import re
from html import unescape
from pathlib import Path

import pytest

from tests.repositories import HANDBOOK, commit, git, start, write
from tests.sites import BuildError, build_site

SITE = """\
site_name: A book
docs_dir: content
theme: {name: material, font: false}
plugins:
  - journeybook: {today: 2026-11-21, compare_to: %s}
"""
PURCHASE = "content/journeys/buyer/purchase.md"
INDEX = {"content/index.md": "# A book\n"}


def build(folder: Path, since: str) -> Path:
    """Build the site of a repository."""
    write(folder, {"mkdocs.yml": SITE % since})
    return build_site(folder / "mkdocs.yml", folder / "site")


def test_the_page_tells_what_somebody_did_in_words(tmp_path: Path) -> None:
    start(tmp_path, {**HANDBOOK, **INDEX})
    edited = HANDBOOK[PURCHASE].replace("What does it cost?", "<b>What</b> will it cost?")
    commit(tmp_path, {PURCHASE: edited.replace("channel: search", "channel: mail")})
    page = (build(tmp_path, "HEAD~1") / "changes" / "index.html").read_text("utf-8")
    assert "What changed since HEAD~1" in page
    assert page.count('<ul class="jb-review-list">') == 1
    assert "&lt;b&gt;What&lt;/b&gt; will it cost?" in page
    assert "before: “What does it cost?”" in page
    assert "Search → Mail" in page


def test_the_map_marks_statements_that_are_new_or_changed(tmp_path: Path) -> None:
    start(tmp_path, {**HANDBOOK, **INDEX})
    edited = HANDBOOK[PURCHASE].replace("What does it cost?", "What <i>will</i> it cost?")
    edited = edited.replace("score: 0", "score: -2").replace(
        "needs: [", "needs: [Somebody to call, "
    )
    commit(tmp_path, {PURCHASE: edited})
    page = (build(tmp_path, "HEAD~1") / "journeys" / "buyer" / "index.html").read_text("utf-8")
    items = dict(
        re.findall(r'<li class="jb-item[^"]*" id="(map-[^"]+)">(.*?)</li>', page, re.DOTALL)
    )
    assert "jb-altered" not in items["map-purchase-touchpoints-looks-up-the-price"]
    reworded = items["map-purchase-cost"]
    assert "</span> changed<" in reworded
    assert "before: “What does it cost?”" in unescape(reworded)
    assert "<i>" not in reworded
    assert "</span> new</span>" in items["map-purchase-needs-somebody-to-call"]
    assert "(0 → −2)" in items["map-purchase-emotion"]
    # The map and the story say it both.
    assert page.count("</span> new</span>") == 1 + 1


def test_a_site_without_changes_says_so(tmp_path: Path) -> None:
    start(tmp_path, {**HANDBOOK, **INDEX})
    page = (build(tmp_path, "HEAD") / "changes" / "index.html").read_text("utf-8")
    assert "No change." in page


def test_what_git_has_no_text_of_is_not_told_as_new(tmp_path: Path) -> None:
    lists = {"../outside.csv": "Outside", "pages.csv": "Ignored"}
    written = {
        path: f"URL,Title,Persona\nhttps://x.example/{at},{at},buyer\n"
        for path, at in lists.items()
    }
    source = "sources:\n" + "".join(f"  - file: {path}\n" for path in lists)
    folder = tmp_path / "book"
    settings = {"site_config/inventory.yml": source, ".gitignore": "*.csv\nsite/\n"}
    start(folder, {**HANDBOOK, **INDEX, **settings})
    write(folder, written)
    page = (build(folder, "HEAD") / "changes" / "index.html").read_text("utf-8")
    assert "No change in what could be compared." in page
    assert "Not compared, since git holds no text of it here: ../outside.csv, pages.csv." in page


def test_a_preview_tells_what_changes_though_its_branch_has_no_name_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = start(tmp_path, {**HANDBOOK, **INDEX})
    commit(tmp_path, {PURCHASE: HANDBOOK[PURCHASE].replace("score: 0", "score: 2")})
    git(tmp_path, "switch", "--quiet", "--detach")
    git(tmp_path, "branch", "--quiet", "-D", "main")
    git(tmp_path, "update-ref", "refs/remotes/origin/main", base)
    monkeypatch.setenv("JOURNEYBOOK_COMPARE_TO", "main")
    page = (build(tmp_path, "nowhere") / "changes" / "index.html").read_text("utf-8")
    assert "What changed since main" in page
    assert "Feels better" in page


def test_a_state_that_git_does_not_know_stops_the_build(tmp_path: Path) -> None:
    start(tmp_path, {**HANDBOOK, **INDEX})
    with pytest.raises(BuildError, match="compare_to: 'nowhere' is no branch, tag or commit"):
        build(tmp_path, "nowhere")


def test_the_home_page_tells_how_the_handbook_did(tmp_path: Path) -> None:
    site = (SITE % "HEAD").replace("compare_to: HEAD", "history: true")
    start(tmp_path, {**HANDBOOK, **INDEX, "mkdocs.yml": site}, day="2026-05-04")
    prices = "content/assets/price-list.md"
    retired = HANDBOOK[prices].replace("status: published", "status: retired")
    commit(tmp_path, {prices: retired}, day="2026-07-06")
    home = (build_site(tmp_path / "mkdocs.yml", tmp_path / "site") / "index.html").read_text(
        "utf-8"
    )
    assert 'class="jb-trend"' in home
    assert home.index("6 July 2026</th><td>0/2") < home.index("4 May 2026</th><td>1/2")
    assert home.count("jb-trend-dot") >= 2
    assert "journeybook/review.css" in home


def test_the_overviews_tell_how_every_journey_and_phase_did(tmp_path: Path) -> None:
    site = (SITE % "HEAD").replace("compare_to: HEAD", "history: true")
    start(tmp_path, {**HANDBOOK, **INDEX, "mkdocs.yml": site}, day="2026-05-04")
    old = "content/journeys/old/index.md"
    commit(tmp_path, {old: HANDBOOK["content/journeys/buyer/index.md"]}, day="2026-06-01")
    commit(tmp_path, {old: None}, day="2026-07-06")
    built = build_site(tmp_path / "mkdocs.yml", tmp_path / "site")
    journeys = (built / "journeys" / "index.html").read_text("utf-8")
    past = journeys.partition('id="history"')[2]
    assert "The buyer's journey</th><td>6 July 2026</td>" in unescape(past)
    assert past.count("<tr>") == 1 + 3
    gaps = (built / "gaps" / "index.html").read_text("utf-8").partition('id="history"')[2]
    assert gaps.count("<tr>") == 1 + 2 * 3
    assert "Purchase</th><td>4 May 2026</td>" in gaps


def test_it_is_reached_whatever_stands_in_the_navigation(tmp_path: Path) -> None:
    start(tmp_path, {**HANDBOOK, **INDEX})
    nav = "nav: [index.md, journeybook/changes]\nextra: {}\n"
    write(tmp_path, {"mkdocs.yml": f"{SITE % 'HEAD'}{nav}"})
    home = (build_site(tmp_path / "mkdocs.yml", tmp_path / "site") / "index.html").read_text(
        "utf-8"
    )
    assert '<a class="jb-button" href="changes/">What changed since HEAD</a>' in home
    assert home.index("<h1") < home.index("jb-button")
    assert home.count('href="changes/"') >= 2


def test_search_engines_are_asked_to_leave_out_what_is_for_few(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start(tmp_path, {**HANDBOOK, **INDEX})
    asked = '<meta name="robots" content="noindex, nofollow"></head>'
    assert asked not in (build(tmp_path, "HEAD") / "index.html").read_text("utf-8")
    monkeypatch.setenv("JOURNEYBOOK_NOINDEX", "true")
    built = build(tmp_path, "HEAD")
    assert all(asked in page.read_text("utf-8") for page in built.rglob("*/index.html"))
