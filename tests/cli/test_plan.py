"""`journeybook plan` tries fixes, and every kind of fix goes from the report to its end."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from journeybook.adapters.cli import main
from journeybook.adapters.disk.workspace import read_at
from journeybook.codes import Code
from journeybook.counts.counted import Counted
from journeybook.counts.within import Within
from journeybook.fixes.fix import Fix
from journeybook.pages.briefs.trial import after_fixes, after_publishing
from journeybook.pages.outlook.view import what_if
from journeybook.pipeline import Judged
from journeybook.rules.engine.rule import FixKind
from tests.unit.handbooks import judged

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Judged:
    """The example handbook as it is, without the history that tells since when something stands."""
    folder = tmp_path_factory.mktemp("example")
    for name in ("content", "site_config"):
        shutil.copytree(ROOT / name, folder / name)
    return read_at(folder, TODAY)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of it, to work on."""
    for name in ("content", "site_config"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


def journeybook(*arguments: str) -> Result:
    done = CliRunner().invoke(main, (*arguments, "--today", TODAY.isoformat()))
    assert done.exit_code == 0, done.output
    return done


def first(book: Judged, kind: FixKind, code: str = "") -> Fix:
    """The fix of a kind that is worth most, of one code where that is given."""
    return next(
        fix
        for fix in book.site.fixes.all
        if fix.kind is kind and (not code or fix.entries[0].finding.code == code)
    )


def waiting(folder: Path) -> set[str]:
    """The gaps that somebody still has to close."""
    entries = read_at(folder, TODAY).site.ledger.entries
    return {entry.finding.fingerprint for entry in entries if entry.state.waits}


def edited(folder: Path, path: str, old: str, new: str) -> None:
    """Edit a file as its author would."""
    file = folder / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_content_is_written_from_its_brief_and_closes_its_gap(copy: Path, example: Judged) -> None:
    fix = first(example, FixKind.CONTENT, "unanswered-question")
    told = journeybook("brief", fix.fingerprint, str(copy)).output
    assert fix.fingerprint not in waiting(copy)
    file = Path(told.rpartition(".md")[0] + ".md")
    edited(copy, str(file.relative_to(copy)), "status: idea", "status: published")
    assert fix.fingerprint not in {one.fingerprint for one in read_at(copy, TODAY).site.gaps}


def test_what_is_offered_is_linked_gap_by_gap(copy: Path, example: Judged) -> None:
    fix = next(one for one in example.site.fixes.all if one.offers)
    for entry in fix.entries:
        offers = example.site.fixes.offers_for(entry)
        journeybook("link", entry.finding.fingerprint, offers[0].asset, str(copy), "--write")
    closed = {entry.finding.fingerprint for entry in fix.entries}
    assert closed.isdisjoint(waiting(copy))


def test_an_update_closes_all_that_its_age_opened(copy: Path, example: Judged) -> None:
    fix = first(example, FixKind.UPDATE, "stale-asset")
    path = fix.entries[0].finding.span.path
    edited(copy, path, "---\n", f"---\nreviewed: {TODAY.isoformat()}\n")
    assert {one.finding.fingerprint for one in fix.entries}.isdisjoint(waiting(copy))


def test_a_decision_is_written_where_it_was_missing(copy: Path, example: Judged) -> None:
    fix = first(example, FixKind.DECISION, "missing-owner")
    for entry in fix.entries:
        edited(copy, entry.finding.span.path, "---\n", "---\nowner: Content team\n")
    assert {one.finding.fingerprint for one in fix.entries}.isdisjoint(waiting(copy))


def test_a_change_of_the_process_is_an_action(copy: Path, example: Judged) -> None:
    fix = first(example, FixKind.PROCESS, "pain-without-action")
    statement = fix.entries[0].finding.subject_id
    action = f'---\ntitle: Better\nstatus: doing\ndue: 2027-02-01\ntouchpoints: ["{statement}"]\n'
    (copy / "content/actions/better.md").write_text(f"{action}owner: Sales\n---\n", "utf-8")
    assert fix.fingerprint not in waiting(copy)


def test_a_plan_tells_what_is_done_and_what_it_changes(copy: Path, example: Judged) -> None:
    before = {file: file.read_bytes() for file in copy.rglob("*") if file.is_file()}
    told = journeybook("plan", "--take", "3", "--path", str(copy)).output
    assert told.splitlines()[0].startswith("1. ")
    assert "Questions answered: " in told
    assert before == {file: file.read_bytes() for file in copy.rglob("*") if file.is_file()}
    fix = first(example, FixKind.UPDATE)
    alone = journeybook("plan", fix.fingerprint[:8], "--path", str(copy)).output
    assert alone.count("closes") == 1
    assert fix.fingerprint in alone


def test_what_nobody_can_foresee_is_said(example: Judged, copy: Path) -> None:
    fix = first(example, FixKind.PROCESS)
    told = journeybook("plan", fix.fingerprint, "--path", str(copy)).output
    assert "nobody can tell beforehand" in told


def test_writing_work_that_is_tried_closes_its_gaps(example: Judged) -> None:
    answers = [fix for fix in example.site.fixes.all if fix.questions and not fix.is_quiet]
    trial = after_fixes(example.site, answers)
    still = {entry.finding.fingerprint for entry in trial.after.ledger.entries if entry.state.waits}
    assert trial.untold == ()
    assert [fix for fix in answers if fix.fingerprint in still] == []


def test_the_page_and_the_command_tell_the_same_figures(example: Judged, copy: Path) -> None:
    view = what_if(example.site)
    told = (
        journeybook("plan", "--path", str(copy)).output,
        journeybook("plan", "--published", "--path", str(copy)).output,
    )
    for scenario, lines in zip(view.scenarios, told, strict=True):
        changes = [*scenario.outlook.figures, *scenario.outlook.places]
        walks = [persona.walk for persona in scenario.outlook.personas]
        for persona in scenario.outlook.personas:
            changes += persona.figures
        moved = [f"{one.name}: {one.before} → {one.after}" for one in changes if one.moves]
        moved += [f"    {one.before} → {one.after}" for one in walks if one.moves]
        assert len(moved) > 5
        assert [line for line in moved if line not in lines] == []


def test_what_stood_behind_a_gap_is_told(tmp_path: Path) -> None:
    CliRunner().invoke(main, ["init", str(tmp_path / "new")])
    told = journeybook("plan", "--path", str(tmp_path / "new")).output
    assert re.search(r"Open gaps: .+\n    \d+ gaps come to light\n", told)
    # What is closed and what comes to light may be as many, which is said too.
    told = journeybook("plan", "--take", "1", "--path", str(tmp_path / "new")).output
    assert "  Open gaps: 10 → 10\n    1 gap comes to light\n" in told


def test_what_is_closed_beside_what_is_meant_is_told(tmp_path: Path) -> None:
    files = {
        "personas/ann.md": "title: Ann\nchannels: [web]",
        "phases/buy.md": "title: Buy\nexpects: {types: [price page]}",
        "channels/web.md": "title: Web",
        "journeys/ann/index.md": "title: Ann\npersona: ann",
        "journeys/ann/buy.md": (
            "touchpoints:\n  - {title: Signs, channel: web, importance: 5, moment_of_truth: true}"
        ),
        "assets/blog.md": "title: Blog\ntype: blog\nstatus: published\nphases: buy\npersonas: ann",
    }
    for name, keys in files.items():
        file = tmp_path / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\n{keys}\n---\n")
    told = journeybook("plan", "--take", "1", "--path", str(tmp_path)).output
    assert "has no support" in told.splitlines()[0]
    assert "Open gaps: 5 → 2\n    2 more gaps are closed by this\n" in told


def test_a_plan_that_changes_nothing_says_so(tmp_path: Path) -> None:
    CliRunner().invoke(main, ["init", str(tmp_path / "new")])
    told = journeybook("plan", "--published", "--path", str(tmp_path / "new")).output
    assert told == "No content is on its way.\nNothing would change.\n"


def test_all_that_is_planned_is_tried_alone(tmp_path: Path) -> None:
    CliRunner().invoke(main, ["init", str(tmp_path / "new")])
    typed = ["plan", "--published", "0ab918fb1b2d", "--path", str(tmp_path / "new")]
    done = CliRunner().invoke(main, typed)
    assert (done.exit_code, "name no gaps beside it" in done.output) == (2, True)


def test_a_trial_is_what_the_files_would_give(example: Judged, copy: Path) -> None:
    coming = [one for one in example.handbook.assets.values() if one.status.is_coming]
    for asset in coming:
        file = copy / asset.path
        text = re.sub(r"\n(status|due|published):[^\n]*", "", file.read_text("utf-8"))
        head = f"---\nstatus: published\npublished: {TODAY.isoformat()}\n"
        file.write_text(text.replace("---\n", head, 1), "utf-8")
    really, tried = read_at(copy, TODAY).site, after_publishing(example.site)
    assert {one: walk.stages for one, walk in tried.walks.items()} == {
        one: walk.stages for one, walk in really.walks.items()
    }
    for persona in (None, *example.handbook.personas):
        within = Within(persona=persona)
        for figure in (Counted.ANSWERED, Counted.SERVED, Counted.MISSING, Counted.PUBLISHED):
            assert tried.counts.of(figure, within) == really.counts.of(figure, within)
    assert {one.fingerprint for one in tried.after.gaps} == {one.fingerprint for one in really.gaps}


def test_all_that_is_planned_answers_what_it_promises(example: Judged) -> None:
    after = after_publishing(example.site).after
    promised = {
        entry.finding.fingerprint
        for entry in example.site.ledger.entries
        if entry.finding.code == "unanswered-question" and entry.finding.being_filled
    }
    assert promised
    assert promised.isdisjoint(one.fingerprint for one in after.gaps)


def test_where_nothing_is_to_be_fixed_nothing_is_tried() -> None:
    assert what_if(judged({}).site).scenarios == ()


def test_what_is_brought_up_to_date_is_lost_nowhere(example: Judged) -> None:
    updates = [
        fix
        for fix in example.site.fixes.all
        if fix.kind is FixKind.UPDATE and fix.entries[0].finding.code is not Code.OPEN_DECISION
    ]
    assert len(updates) > 5
    after = after_fixes(example.site, updates).handbook.coverage
    lost = {
        place: names
        for place, assets in example.site.handbook.coverage.found.items()
        if (names := {one.id for one in assets} - {one.id for one in after.found_on(*place)})
    }
    assert lost == {}


def test_what_is_out_of_reach_is_put_where_they_meet_us() -> None:
    site = judged({
        "personas/buyer.md": "---\nchannels: {primary: [fair, shop]}\n---\n# The buyer\n",
        "phases/buy.md": "# Buy",
        **{f"channels/{one}.md": f"# {one}" for one in ("mail", "fair", "shop")},
        "assets/prices.md": (
            "---\nstatus: published\nchannels: mail\nlanguage: en\nanswers: cost\n---\n"
        ),
        "journeys/buyer/index.md": "---\npersona: buyer\n---\n# Buying\n",
        "journeys/buyer/buy.md": (
            "---\nquestions: [{text: What does it cost?, id: cost}]\n"
            "touchpoints: [{title: Looks, channel: shop}]\n---\n"
        ),
    }).site  # fmt: skip
    (fix,) = (one for one in site.fixes.all if one.kind is FixKind.UPDATE)
    made = after_fixes(site, [fix]).handbook.assets["prices"]
    assert (made.stated.channels, made.language) == (("mail", "shop"), "en")
