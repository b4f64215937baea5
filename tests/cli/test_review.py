"""`journeybook review` on real repositories, in whatever state they are."""

import json
import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from journeybook.adapters.cli import main
from tests.repositories import HANDBOOK, commit, git, start, write

PURCHASE = "content/journeys/buyer/purchase.md"
HAPPIER = {PURCHASE: HANDBOOK[PURCHASE].replace("score: 0", "score: 2")}
NOTHING = "No change."


def review(folder: Path, *arguments: str) -> Result:
    """Run the command in a folder."""
    return CliRunner().invoke(main, ["review", *arguments, "--path", str(folder)])


def first_line(output: str) -> str:
    """Give the first line, which says it all."""
    return output.splitlines()[0]


def test_the_files_on_disk_are_compared_without_a_head(tmp_path: Path) -> None:
    start(tmp_path)
    assert first_line(review(tmp_path, "HEAD").output) == NOTHING
    write(tmp_path, HAPPIER)
    assert "Feels better: Purchase (0 → +2)" in review(tmp_path, "HEAD").output


def test_nothing_changed_in_a_clean_tree_however_odd_it_is(tmp_path: Path) -> None:
    start(tmp_path)
    links = {
        "channels/other.md": "../personas/buyer.md", "channels/out.md": "../../mkdocs.yml",
        "loop": "loop", "loop.md": "loop.md", "nowhere": "gone", "nowhere.md": "gone.md",
        "folder": "personas", "folder.md": "personas", "all": "../content", "up": "..",
        "elsewhere": "/usr",
    }  # fmt: skip
    for name, target in links.items():
        (tmp_path / "content" / name).symlink_to(target)
    for odd in (b"\xff.md", b"\xff.png", b"a\nb.md", b"back\\slash.md"):
        (tmp_path / "content" / os.fsdecode(odd)).write_text("# Odd\n", encoding="utf-8")
    write(tmp_path, {".gitignore": "notes.md\n", "content/notes.md": "# Mine\n"})
    write(tmp_path, {"content/ends.md": "# Ends\r\n", "content/empty.md": ""})
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "Odd")
    assert git(tmp_path, "status", "--porcelain") == ""
    assert first_line(review(tmp_path, "HEAD").output) == NOTHING
    git(tmp_path, "sparse-checkout", "set", "site_config")
    assert not (tmp_path / "content/personas").exists()
    assert first_line(review(tmp_path, "HEAD").output) == NOTHING


def test_a_theme_outside_of_the_repository_is_left_alone(tmp_path: Path) -> None:
    start(tmp_path)
    site = "site_name: x\ndocs_dir: content\ntheme: {name: material, custom_dir: ../theme}\n"
    commit(tmp_path, {"mkdocs.yml": site})
    assert first_line(review(tmp_path, "HEAD").output) == NOTHING


def test_other_ends_of_lines_on_the_disk_change_nothing(tmp_path: Path) -> None:
    start(tmp_path)
    files = {
        "mkdocs.yml": "site_name: x\ndocs_dir: content\n"
        "theme: {name: material, custom_dir: theme}\nplugins: [journeybook]\n",
        "theme/main.html": '{% extends "base.html" %}\n',
        "content/pictures/a.svg": "<svg>\n</svg>\n",
        "content/about.md": "# About\n",
    }
    commit(tmp_path, files)
    write(tmp_path, {name: text.replace("\n", "\r\n") for name, text in files.items()})
    assert first_line(review(tmp_path, "HEAD").output) == NOTHING
    write(tmp_path, {"theme/main.html": "Other.\r\n", "content/pictures/a.svg": "<svg/>\r\n"})
    told = review(tmp_path, "HEAD").output
    assert "theme/main.html" in told
    assert "content/pictures/a.svg" in told


def test_two_commits_are_compared_and_the_working_tree_stays_as_it_is(tmp_path: Path) -> None:
    first = start(tmp_path)
    second = commit(tmp_path, HAPPIER)
    write(tmp_path, {"content/personas/buyer.md": "not yet\n", "new.txt": "mine\n"})
    before = git(tmp_path, "status", "--porcelain")
    there, back = review(tmp_path, first, second), review(tmp_path, second, first)
    assert "Feels better" in there.output
    assert "Feels worse" in back.output
    assert git(tmp_path, "status", "--porcelain") == before


@pytest.mark.parametrize("shape", ["text", "json", "markdown", "html"])
def test_every_format_is_the_same_from_run_to_run(tmp_path: Path, shape: str) -> None:
    start(tmp_path)
    write(tmp_path, HAPPIER)
    first, second = (review(tmp_path, "HEAD", "--format", shape) for _ in range(2))
    assert first.exit_code == 0
    assert first.output == second.output
    assert "Purchase" in first.output


def test_json_tells_the_same(tmp_path: Path) -> None:
    start(tmp_path)
    write(tmp_path, HAPPIER)
    found = json.loads(review(tmp_path, "HEAD", "--format", "json").output)
    assert found["headline"] == ["Feels better: Purchase (0 → +2).", "Nothing gets worse."]
    ((change, effects),) = ((one["act"], one["effects"]) for one in found["acts"])
    assert effects == []
    assert (change["thing"], change["what"], change["tone"]) == ("emotion", "changed", "better")
    assert (change["path"], change["line"]) == (PURCHASE, 5)


def test_a_page_of_html_asks_for_nothing_and_runs_nothing(tmp_path: Path) -> None:
    start(tmp_path)
    hostile = HANDBOOK[PURCHASE].replace("What does it cost?", "<script>alert(1)</script>")
    write(tmp_path, {PURCHASE: hostile})
    html = review(tmp_path, "HEAD", "--format", "html").output
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert "default-src 'none'" in html
    assert "http://" not in html
    assert "https://" not in html


def test_it_writes_a_file(tmp_path: Path) -> None:
    start(tmp_path)
    target = tmp_path / "comment.md"
    done = review(tmp_path, "HEAD", "--format", "markdown", "--output", str(target))
    assert (done.exit_code, done.output) == (0, "")
    assert target.read_text("utf-8").startswith("<!-- journeybook:diff -->\n")


def test_merge_base_leaves_out_what_others_did_since(tmp_path: Path) -> None:
    start(tmp_path)
    git(tmp_path, "switch", "--quiet", "--create", "mine")
    commit(tmp_path, HAPPIER)
    git(tmp_path, "switch", "--quiet", "main")
    commit(tmp_path, {"content/personas/user.md": "# The user\n"})
    assert "Persona removed: The user" in review(tmp_path, "main", "mine").output
    assert "The user" not in review(tmp_path, "main", "mine", "--merge-base").output


def test_a_merge_commit_is_compared_with_its_first_parent(tmp_path: Path) -> None:
    start(tmp_path)
    git(tmp_path, "switch", "--quiet", "--create", "mine")
    commit(tmp_path, HAPPIER)
    git(tmp_path, "switch", "--quiet", "main")
    commit(tmp_path, {"content/personas/user.md": "# The user\n"})
    git(tmp_path, "merge", "--quiet", "--no-edit", "mine")
    git(tmp_path, "switch", "--quiet", "--detach")
    assert "Feels better" in review(tmp_path, "HEAD^1").output
    assert "The user" not in review(tmp_path, "HEAD^1", "HEAD").output


def test_a_handbook_inside_a_larger_repository(tmp_path: Path) -> None:
    inside = {f"docs/our book/{path}": text for path, text in HANDBOOK.items()}
    start(tmp_path, inside)
    folder = tmp_path / "docs" / "our book"
    assert first_line(review(folder, "HEAD").output) == NOTHING
    write(folder, HAPPIER)
    assert "Feels better" in review(folder, "HEAD").output


@pytest.mark.parametrize("head", [[], ["HEAD"]])
def test_what_the_site_leaves_out_is_not_told_as_deleted(tmp_path: Path, head: list[str]) -> None:
    site = "docs_dir: content\n"
    start(tmp_path, {**HANDBOOK, "mkdocs.yml": site, "content/team.md": "# The team\n"})
    commit(tmp_path, {"mkdocs.yml": f"{site}exclude_docs: |\n  assets/\n  team.md\n"})
    output = review(tmp_path, "HEAD~1", *head).output
    assert first_line(output).startswith(
        "Setting of the site: Files left out of the site (nothing → assets/ team.md). "
        "The buyer loses the answer to 1 question in Purchase."
    )
    assert "Left out of the site: Price list (Published)" in output
    assert "Left out of the site: The team" in output
    assert "removed" not in output


def test_folders_are_those_each_side_names(tmp_path: Path) -> None:
    start(tmp_path)
    moved = {path.replace("content/", "book/", 1): text for path, text in HANDBOOK.items()}
    gone = dict.fromkeys(HANDBOOK, None)
    commit(tmp_path, {**gone, **moved, "mkdocs.yml": "docs_dir: book\n"})
    line = (
        "Moved to another folder: The whole handbook (content/ → book/). "
        "Nothing gets better or worse."
    )
    assert first_line(review(tmp_path, "HEAD~1", "HEAD").output) == line
    assert first_line(review(tmp_path, "HEAD~1").output) == line


def test_names_in_any_writing_and_line_ends_of_any_kind(tmp_path: Path) -> None:
    files = {
        "content/personas/köper med mellanslag.md": "---\r\nrole: buyer\r\n---\r\n# Köper\r\n",
        "content/personas/購買者.md": "# 購買者\n",
    }
    start(tmp_path, {**HANDBOOK, **files})
    assert first_line(review(tmp_path, "HEAD").output) == NOTHING
    write(tmp_path, {"content/personas/購買者.md": "---\nrole: user\n---\n# 購買者\n"})
    assert "Role: 購買者" in review(tmp_path, "HEAD").output


def test_links_stay_within_the_repository(tmp_path: Path) -> None:
    folder = tmp_path / "book"
    start(folder)
    (tmp_path / "secret.md").write_text("---\nrole: user\n---\n# Secret\n", "utf-8")
    (folder / "content/personas/out.md").symlink_to("../../../secret.md")
    (folder / "content/personas/again.md").symlink_to("buyer.md")
    commit(folder, {})
    assert first_line(review(folder, "HEAD").output) == NOTHING
    found = review(folder, "HEAD~1", "HEAD").output
    assert "Secret" not in found
    assert "New persona: The buyer" in found


def test_submodules_and_large_file_pointers_are_left_out_on_both_sides(tmp_path: Path) -> None:
    other, folder = tmp_path / "other", tmp_path / "book"
    start(other, {"theirs.md": "# Theirs\n"})
    start(folder)
    git(folder, "submodule", "--quiet", "add", str(other), "content/personas/shared")
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 12\n"
    commit(folder, {"content/personas/big.md": pointer})
    write(folder, {"content/personas/big.md": "# Big\n"})
    done = review(folder, "HEAD")
    for path in ("content/personas/shared", "content/personas/big.md"):
        assert path in done.output.splitlines()[1]
    assert first_line(done.output) == "No change in what could be compared."


def test_a_shallow_clone_says_what_is_missing(tmp_path: Path) -> None:
    first = start(tmp_path / "origin")
    commit(tmp_path / "origin", HAPPIER)
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{tmp_path}/origin", "clone")
    assert first_line(review(tmp_path / "clone", "HEAD").output) == NOTHING
    done = review(tmp_path / "clone", first)
    assert done.exit_code == 2
    assert "this clone, which is shallow" in done.output


@pytest.mark.parametrize("base", ["nowhere", "--all", "HEAD:content", "main..main", "a\x1bb", ""])
def test_a_base_that_is_none(tmp_path: Path, base: str) -> None:
    start(tmp_path)
    done = CliRunner().invoke(main, ["review", "--path", str(tmp_path), "--", base])
    assert done.exit_code == 2
    assert "is no branch, tag or commit of this repository" in done.output
    assert "\x1b" not in done.output


def test_a_branch_that_is_called_otherwise_now_is_found_among_the_others(tmp_path: Path) -> None:
    start(tmp_path)
    git(tmp_path, "branch", "--move", "trunk")
    for number in range(7):
        git(tmp_path, "branch", f"draft-{number}")
    done = review(tmp_path, "main")
    assert "'main' is no branch, tag or commit of this repository; known here: " in done.output
    assert done.output.count("draft-") + done.output.count("trunk") == 6
    git(tmp_path, "checkout", "--quiet", "--detach")
    for name in ("trunk", *(f"draft-{number}" for number in range(7))):
        git(tmp_path, "branch", "--delete", "--force", name)
    assert review(tmp_path, "main").output.strip().endswith("of this repository")


def test_a_folder_outside_of_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    write(tmp_path, HANDBOOK)
    done = review(tmp_path, "HEAD")
    assert (done.exit_code, "is not inside a git repository" in done.output) == (2, True)
    assert review(tmp_path / "nowhere", "HEAD").exit_code == 2


def test_a_machine_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    start(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    done = review(tmp_path, "HEAD")
    assert (done.exit_code, "git is not installed" in done.output) == (2, True)


def test_git_that_cannot_be_run_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    start(tmp_path)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "git").write_text("no program")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    done = review(tmp_path, "HEAD")
    assert (done.exit_code, "git cannot be run" in done.output) == (2, True)
    assert CliRunner().invoke(main, ["check", str(tmp_path)]).exit_code == 0


def test_no_commit_is_called_as_no_system_takes_it(tmp_path: Path) -> None:
    start(tmp_path)
    done = review(tmp_path, "a\0\x1b[31mb")
    assert done.exit_code == 2
    assert "'a??[31mb' is no branch, tag or commit" in done.output


def test_a_repository_without_a_commit(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    write(tmp_path, HANDBOOK)
    done = review(tmp_path, "HEAD")
    assert (done.exit_code, "nothing is committed here yet" in done.output) == (2, True)


def test_a_repository_that_lost_objects(tmp_path: Path) -> None:
    start(tmp_path)
    lost = git(tmp_path, "rev-parse", f"HEAD:{PURCHASE}")
    (tmp_path / ".git/objects" / lost[:2] / lost[2:]).unlink()
    done = review(tmp_path, "HEAD")
    assert (done.exit_code, f"no text of it here: {PURCHASE}" in done.output) == (0, True)


def test_settings_that_lead_out_of_the_repository(tmp_path: Path) -> None:
    start(tmp_path)
    commit(tmp_path, {"mkdocs.yml": "docs_dir: ../../etc\n"})
    done = review(tmp_path, "HEAD~1", "HEAD")
    assert (done.exit_code, "lies outside of the handbook" in done.output) == (2, True)


def test_nothing_of_the_repository_is_run(tmp_path: Path) -> None:
    start(tmp_path)
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\n", "utf-8")
    trap.chmod(0o755)
    shutil.copy(trap, tmp_path / ".git/hooks/post-checkout")
    for key in ("core.fsmonitor", "filter.x.smudge", "diff.external", "core.pager"):
        git(tmp_path, "config", key, str(trap))
    (tmp_path / ".gitattributes").write_text("* filter=x diff=x\n", "utf-8")
    assert review(tmp_path, "HEAD").exit_code == 0
    assert not (tmp_path / "sprung").exists()


def test_a_list_that_git_is_told_to_leave_alone_is_not_compared(tmp_path: Path) -> None:
    sheet = "URL,Title\nhttps://x.example/beans,Beans\n"
    site = {"mkdocs.yml": "site_name: Ours\ndocs_dir: content\n", ".gitignore": "*.csv\n"}
    source = {"site_config/inventory.yml": "sources:\n  - file: lists/pages.csv\n"}
    start(tmp_path)
    write(tmp_path, {**site, **source, "lists/pages.csv": sheet})
    git(tmp_path, "add", "--force", "lists")
    commit(tmp_path, {})
    assert first_line(review(tmp_path, "HEAD").output) == NOTHING
    git(tmp_path, "rm", "--quiet", "--cached", "lists/pages.csv")
    commit(tmp_path, {})
    told = review(tmp_path, "HEAD").output.splitlines()[:2]
    missing = "Not compared, since git holds no text of it here: lists/pages.csv."
    assert told == ["No change in what could be compared.", missing]
    # It is gone for everybody else.
    assert "Content removed: Beans" in review(tmp_path, "HEAD~1").output
    assert "Content removed: Beans" in review(tmp_path, "HEAD~1", "HEAD").output
    commit(tmp_path, {"content/personas/cook.md": "# Cook\n"})
    assert missing in review(tmp_path, "HEAD~1", "HEAD").output.splitlines()


def test_a_list_beside_the_handbook_is_compared_where_the_repository_holds_it(
    tmp_path: Path,
) -> None:
    folder, list_of = tmp_path / "docs" / "book", "URL,Title\nhttps://x.example/beans,{}\n"
    inside = {f"docs/book/{path}": text for path, text in HANDBOOK.items()}
    source = {"docs/book/site_config/inventory.yml": "sources:\n  - file: ../../web/pages.csv\n"}
    start(tmp_path, {**inside, **source, "web/pages.csv": list_of.format("Beans")})
    commit(tmp_path, {"web/pages.csv": list_of.format("All beans")})
    assert "New title: All beans" in first_line(review(folder, "HEAD~1", "HEAD").output)
    write(tmp_path, {"web/pages.csv": list_of.format("No beans")})
    assert "New title: No beans" in first_line(review(folder, "HEAD").output)
    write(folder, {"site_config/inventory.yml": "sources:\n  - file: ../../../pages.csv\n"})
    git(tmp_path, "commit", "--quiet", "--all", "--message=Beyond")
    write(tmp_path.parent, {"pages.csv": list_of.format("Beyond")})
    assert "Not compared" in review(folder, "HEAD").output
