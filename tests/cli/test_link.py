"""`journeybook link` names content under what it answers, and changes nothing else."""

from dataclasses import replace
from pathlib import Path
from textwrap import dedent

import pytest
from click.testing import CliRunner, Result

from journeybook.adapters.cli import main
from journeybook.adapters.disk.workspace import read_at
from journeybook.pages.briefs.trial import after_fixes
from journeybook.pages.gaps.fix_item import make_fix
from journeybook.pages.parts.ways.links import Here
from tests.unit.gaps.cold_store import FILES
from tests.unit.handbooks import TODAY
from tests.unit.handbooks import judged as judge

STEP = """\
---
questions:
  - What does it cost a year?   # asked on every call
expectations: [A call back, A price without a call]
drop_offs:
  - {text: "Goes, and stays away"}
touchpoints:
  - title: Visits us
    moment_of_truth: true
---
The story.
"""
PRICE = """\
---
title: What it costs a year
status: {status}
published: 2026-11-01
---
"""
BOOK = {
    **{path: text for path, text in FILES.items() if not path.endswith("engage.md")},
    "phases/engage.md": FILES["phases/engage.md"],
    "journeys/cfo/engage.md": STEP,
    "assets/costs.md": PRICE.format(status="published"),
}
CODES = {
    "unanswered-question": ("cost a year?   # asked", "    answered_by: costs\n"),
    "unmet-expectation": ("A call back", "{text: A call back, met_by: costs}"),
    "drop-off-without-countermeasure": ("away", 'away", countermeasures: costs}'),
    "moment-of-truth-without-support": ("Visits us", "    assets: costs\n"),
}


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A handbook on disk with content that is there and named nowhere."""
    for path, text in BOOK.items():
        file = tmp_path / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
    return tmp_path


def journeybook(*arguments: str) -> Result:
    return CliRunner().invoke(main, (*arguments, "--today", TODAY.isoformat()))


def gap(book: Path, code: str, text: str) -> str:
    """The fingerprint of the one open gap of a code about a text."""
    gaps = read_at(book, TODAY).site.gaps
    return next(one.fingerprint for one in gaps if one.code == code and text in one.message)


def test_who_stops_reading_what_is_shown_has_it_written(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(*_said: object, **_how: object) -> None:
        raise BrokenPipeError

    fingerprint = gap(book, "unanswered-question", "a year")
    monkeypatch.setattr("click.echo", closed)
    journeybook("link", fingerprint, "What it costs a year", str(book), "--write")
    assert "answered_by: costs" in (book / "content/journeys/cfo/engage.md").read_text("utf-8")


@pytest.mark.parametrize(("code", "found"), CODES.items(), ids=CODES)
def test_a_link_closes_the_gap_and_leaves_every_other_byte(
    book: Path, code: str, found: tuple[str, str]
) -> None:
    text = {"unanswered-question": "a year", "unmet-expectation": "A call back"}.get(code, "")
    about = text or {"moment": "Visits us"}.get(code.split("-", maxsplit=1)[0], "Goes")
    fingerprint = gap(book, code, about)
    file = book / "content" / "journeys" / "cfo" / "engage.md"
    shown = journeybook("link", fingerprint, "What it costs a year", str(book))
    assert shown.exit_code == 0, shown.output
    assert "this closes the gap" in shown.output
    assert "nothing is written yet" in shown.output
    assert file.read_text("utf-8") == STEP
    done = journeybook("link", fingerprint, "costs", str(book), "--write")
    assert done.exit_code == 0, done.output
    after = file.read_text("utf-8")
    assert found[1] in after
    assert fingerprint not in {one.fingerprint for one in read_at(book, TODAY).site.gaps}
    # Whoever takes away what is new has the file as it was.
    kept = [line for line in STEP.splitlines() if line in after.splitlines()]
    assert len(kept) >= len(STEP.splitlines()) - 1


def test_a_name_stands_under_its_statement_behind_one_that_cannot_be_read(book: Path) -> None:
    file = book / "content" / "journeys" / "cfo" / "engage.md"
    broken = STEP.replace("questions:\n", "questions:\n  - Rent or buy: what is wise?\n")
    file.write_text(broken, encoding="utf-8")
    done = journeybook(
        "link", gap(book, "unanswered-question", "a year"), "costs", str(book), "--write"
    )
    assert "this closes the gap" in done.output
    before, _, after = file.read_text("utf-8").partition("    answered_by: costs\n")
    assert "what is wise?" in before
    assert "a year" in before
    assert after.startswith("expectations:")


def test_the_content_that_answers_is_offered_with_its_line() -> None:
    site = judge(BOOK).site
    fix = next(one for one in site.fixes.all if one.offers)
    assert (fix.kind, fix.offers[0].asset) == ("link", "costs")
    assert set(fix.offers[0].words) == {"cost", "year"}


def test_each_offer_leads_to_where_its_line_is_written() -> None:
    site = judge(BOOK).site
    linked = replace(site, shape=replace(site.shape, edit_uri="https://git.example.com/edit/"))
    fix = next(one for one in site.fixes.all if one.offers)
    span = fix.entries[0].finding.span
    places = [
        make_fix(fix, Here(site=one, uri=one.addresses.gaps), 1, fix.entries).offered[0].place
        for one in (site, linked)
    ]
    assert [one.text for one in places] == [f"{span.path}:{span.line}", "Edit the step"]
    assert [one.href for one in places] == [None, linked.source(span)]


def test_a_gap_that_no_name_closes_and_an_unknown_asset_are_refused(book: Path) -> None:
    assumption = gap(book, "assumption", "A call back")
    question = gap(book, "unanswered-question", "a year")
    missing = journeybook("link", question, "nothing-like-it", str(book))
    assert (missing.exit_code, "there is no nothing-like-it here" in missing.output) == (2, True)
    slip = journeybook("link", question, "csots", str(book))
    assert "there is no csots here; did you mean costs?" in slip.output
    twice = journeybook("link", question, "costs", str(book), "--write")
    assert twice.exit_code == 0
    assert journeybook("link", question, "costs", str(book)).exit_code == 2
    named = journeybook("link", assumption, "costs", str(book))
    assert named.exit_code == 0
    assert "the gap stays" in named.output


def test_what_must_be_brought_up_to_date_too_is_said(book: Path) -> None:
    old = PRICE.format(status="published\nreview_every: 1 month").replace("2026-11", "2020-11")
    (book / "content/assets/costs.md").write_text(old, "utf-8")
    before = read_at(book, TODAY)
    fix = next(one for one in before.site.fixes.all if one.offers)
    here = Here(site=before.site, uri=before.site.addresses.gaps)
    offered = make_fix(fix, here, 1, fix.entries).offered
    assert [one.words.endswith("it must be brought up to date too") for one in offered] == [True]
    question = gap(book, "unanswered-question", "a year")
    told = journeybook("link", question, "costs", str(book)).output
    assert "another gap opens: Every answer to “What does it cost a year?” is stale" in told
    tried = after_fixes(before.site, (fix,)).after.gaps
    assert not {"stale-answers", "stale-asset"} & {one.code for one in tried}


def test_what_is_named_already_is_not_named_twice(book: Path) -> None:
    old = PRICE.format(status="published\nreview_every: 1 month").replace("2026-11", "2020-11")
    (book / "content/assets/costs.md").write_text(old, "utf-8")
    fingerprint = gap(book, "unmet-expectation", "A call back")
    stays = journeybook("link", fingerprint, "costs", str(book), "--write")
    assert "the gap stays" in stays.output
    assert "should have been looked at by" in stays.output
    again = journeybook("link", fingerprint, "costs", str(book), "--write")
    assert (again.exit_code, "costs is named there already" in again.output) == (2, True)
