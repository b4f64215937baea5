"""What a site tells of its own past: by itself, in few points, and from a day one can choose."""

import re
from datetime import date
from pathlib import Path

from journeybook.adapters.disk.sites.configuration import find_folders
from journeybook.adapters.disk.versions.in_time import past_of
from journeybook.adapters.disk.workspace import read_at
from journeybook.history.history import telling
from journeybook.history.points import Moment, Point
from journeybook.history.since import with_earlier_days
from journeybook.rendering import render_handbook
from tests.repositories import HANDBOOK, commit, git, start

PRICES = "content/assets/price-list.md"
RETIRED = {PRICES: HANDBOOK[PRICES].replace("status: published", "status: retired")}
NOW = date(2026, 11, 21)


def moments(*days: date) -> tuple[Moment, ...]:
    """Commits on some days, listed as git does."""
    return tuple(Moment(commit=str(day), day=day) for day in sorted(days, reverse=True))


def told(*days: date, most: int = 12) -> list[str]:
    """The days that tell most."""
    return [str(one.day) for one in telling(moments(*days), most)]


def test_months_are_told_and_where_there_are_few_of_them_weeks_or_days() -> None:
    months = [date(2026, month, day) for month in (4, 5, 6) for day in (3, 24)]
    assert told(*months) == ["2026-04-24", "2026-05-24", "2026-06-24"]
    assert told(*months, most=2) == ["2026-05-24", "2026-06-24"]
    weeks = [date(2026, 6, day) for day in (1, 2, 8, 9, 15, 16)]
    assert told(*weeks) == ["2026-06-02", "2026-06-09", "2026-06-16"]
    two_months = [date(2026, 5, 25), date(2026, 5, 26), *weeks[:4]]
    assert told(*two_months) == ["2026-05-26", "2026-06-02", "2026-06-09"]
    days = [date(2026, 6, day) for day in (1, 1, 2, 2, 2, 3)]
    assert told(*days) == ["2026-06-01", "2026-06-02", "2026-06-03"]


def test_few_commits_and_a_single_day_are_no_history() -> None:
    assert told(*(date(2026, month, 1) for month in range(1, 6))) == []
    assert told(*[date(2026, 6, 1)] * 9) == []


def repository(folder: Path) -> Path:
    """A handbook that answered a question, and does so no more."""
    start(folder, {**HANDBOOK, "mkdocs.yml": "docs_dir: content\n"}, day="2026-05-04")
    for day in ("2026-06-01", "2026-07-06", "2026-08-03", "2026-09-07"):
        commit(folder, {"readme.md": f"{day}\n"}, day=day)
    commit(folder, RETIRED, day="2026-10-05")
    return folder


def asked(folder: Path, *, is_asked: bool | None = None, files: int = 20) -> tuple[Point, ...]:
    """What is known of the past of a handbook of so many files."""
    return past_of(find_folders(folder), files, is_asked=is_asked)


def test_a_site_tells_of_its_past_by_itself_unless_somebody_says_no(tmp_path: Path) -> None:
    folder = repository(tmp_path)
    assert [one.day.month for one in asked(folder)] == [5, 6, 7, 8, 9, 10]
    assert [one.day.month for one in asked(folder, files=9_999)] == [8, 9, 10]
    assert asked(folder, is_asked=False) == ()


def test_without_git_or_in_a_shallow_clone_nothing_is_told(tmp_path: Path) -> None:
    folder = repository(tmp_path / "whole")
    git(tmp_path, "clone", "--quiet", "--depth", "3", f"file://{folder}", "shallow")
    assert asked(tmp_path / "shallow") == ()
    bare = tmp_path / "bare"
    for path, text in HANDBOOK.items():
        (bare / path).parent.mkdir(parents=True, exist_ok=True)
        (bare / path).write_text(text, "utf-8")
    assert asked(bare) == ()


def test_the_first_page_compares_with_a_quarter_ago_and_offers_every_day(tmp_path: Path) -> None:
    folder = repository(tmp_path)
    now = with_earlier_days(read_at(find_folders(folder), NOW), asked(folder))
    (home,) = (one for one in render_handbook(now).pages if one.uri == "index.md")
    scores, changed = (
        re.sub(
            ' data-jb-name="[^"]*"', "", next(one.html for one in home.blocks if one.name == name)
        )
        for name in ("scorecard", "changed")
    )
    assert '<option value="2026-08-03" selected>3 August 2026</option>' in scores
    assert scores.count("<option") == len(asked(folder))
    assert '<div data-jb-at="2026-08-03"><span class="jb-tone--open"><b>down by 1</b>' in scores
    assert "was 1 of 2" in scores
    assert (
        '<div data-jb-at="2026-10-05" hidden><span class="jb-tone--quiet"><b>unchanged</b>'
        in scores
    )
    assert "<svg" in scores
    assert '<div data-jb-at="2026-08-03">' in changed
    assert "1 gap closed · 2 gaps opened" in changed


def test_content_that_came_since_is_named(tmp_path: Path) -> None:
    folder = repository(tmp_path)
    commit(folder, {PRICES: HANDBOOK[PRICES]}, day="2026-11-02")
    now = with_earlier_days(read_at(find_folders(folder), NOW), asked(folder))
    october = next(one for one in now.site.past if one.day.month == 10)
    assert now.handbook.assets.keys() - october.published == {"price-list"}
