"""`journeybook ci` and `journeybook codeowners`: files for a code host, valid and careful."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from journeybook import __version__
from journeybook.adapters.cli import main
from journeybook.adapters.cli.hosting import ci
from journeybook.adapters.cli.hosting.ci import WHEEL
from journeybook.adapters.disk.git.repository import Repository
from journeybook.schema.asset import Asset
from tests.repositories import HANDBOOK, git, start, write
from tests.sites import ROOT

INSTALL = "pip install --constraint constraints.txt --editable ."
GITHUB = (
    ".github/workflows/handbook.yml",
    ".github/workflows/handbook-comment.yml",
    ".github/pull_request_template.md",
    ".github/ISSUE_TEMPLATE/content-request.yml",
)
SCHEMAS = {
    "vendor.github-workflows": GITHUB[:2],
    "vendor.github-issue-forms": GITHUB[3:],
    "vendor.gitlab-ci": (".gitlab-ci.yml", ".gitlab/handbook.yml"),
}

LATER = frozenset(
    {
        "kind",
        "private",
        "aliases",
        "tags",
        "reviewed",
        "review_every",
        "status",
        "url",
        "speed",
        "gate",
        "published",
        "next",
        "gated",
        "effort",
        "cta",
        "decision",
        "use",
        "old_addresses",
    }
)
"""The fields of an asset that nobody knows yet when asking for it."""


def journeybook(*arguments: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(main, arguments)


def assert_valid(schema: str, files: Iterable[Path]) -> None:
    """Hold files against a published schema."""
    pytest.importorskip("check_jsonschema", reason="check-jsonschema is not installed")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema]
    run = subprocess.run([*command, *files], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("inside", ["", "docs/our book/"], ids=["alone", "inside"])
def test_what_is_written_fits_the_published_schemas(tmp_path: Path, inside: str) -> None:
    start(tmp_path, {f"{inside}{path}": text for path, text in HANDBOOK.items()})
    for host in ("github", "gitlab"):
        assert journeybook("ci", host, str(tmp_path / inside)).exit_code == 0
    for schema, names in SCHEMAS.items():
        assert_valid(schema, [tmp_path / name for name in names])
    workflow = yaml.safe_load((tmp_path / GITHUB[0]).read_text("utf-8"))
    assert workflow["defaults"]["run"]["working-directory"] == (inside.rstrip("/") or ".")


def test_our_own_files_are_what_it_writes(tmp_path: Path) -> None:
    start(tmp_path, {})
    for name in ("content", "site_config", "mkdocs.yml"):
        (tmp_path / name).symlink_to(ROOT / name)
    done = journeybook("ci", "github", str(tmp_path), "--public", "--install", INSTALL)
    assert done.exit_code == 0, done.output
    for name in GITHUB:
        ours = (ROOT / name).read_text("utf-8")
        assert ours == (tmp_path / name).read_text("utf-8"), f"write {name} again"


def test_our_own_workflows_fit_the_published_schema() -> None:
    assert_valid("vendor.github-workflows", sorted((ROOT / ".github/workflows").glob("*.yml")))


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        (None, f"pip install mkdocs-journeybook=={__version__}"),
        (
            {"url": "https://git.example.com/j", "vcs_info": {"vcs": "git", "commit_id": "c0ffee"}},
            "pip install mkdocs-journeybook@git+https://git.example.com/j@c0ffee",
        ),
        ({"url": "file:///our%20things/j", "dir_info": {}}, f"pip install {WHEEL}"),
        ({"url": "file:///our%20things/j-1.whl", "archive_info": {}}, f"pip install {WHEEL}"),
    ],
    ids=["registry", "git", "folder", "wheel"],
)
def test_it_is_installed_from_where_it_came(
    origin: dict[str, object] | None,
    expected: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Installed:
        def read_text(self, name: str) -> str | None:
            assert name == "direct_url.json"
            return json.dumps(origin) if origin else None

    monkeypatch.setattr(ci, "distribution", lambda _name: Installed())
    start(tmp_path)
    done = journeybook("ci", "gitlab", str(tmp_path))
    script = yaml.safe_load((tmp_path / ".gitlab/handbook.yml").read_text("utf-8"))
    assert expected in script[".handbook"]["before_script"]
    is_local = origin is not None and "vcs_info" not in origin
    assert ("--wheel-dir wheels '/our things/j" in done.output) == is_local


def test_what_the_manual_publishes_has_all_of_the_history() -> None:
    text = (ROOT / "content/guide/publishing.md").read_text("utf-8")
    blocks = dict(re.findall(r'```yaml title="([^"]+)"\n(.*?)```', text, re.DOTALL))
    pages = yaml.safe_load(blocks[".gitlab-ci.yml"])["pages"]
    assert pages["variables"] == {"GIT_DEPTH": "0"}
    assert "fetch-depth: 0" in blocks[".github/workflows/publish.yml"]


def test_git_is_asked_once_for_the_branch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Repository] = []

    def branch(repository: Repository) -> str:
        asked.append(repository)
        return "main"

    monkeypatch.setattr(ci, "default_branch", branch)
    start(tmp_path)
    assert journeybook("ci", "github", str(tmp_path)).exit_code == 0
    assert len(asked) == 1


def test_the_manual_installs_from_there_too() -> None:
    pages = [ROOT / "README.md", *(ROOT / "content/guide").glob("*.md")]
    typed = {
        found.strip("`\"' .")
        for page in pages
        for found in re.findall(r"pip install ([^\n|`]+)", page.read_text("utf-8"))
    }
    ours = '-c constraints.txt -e ".[dev]'
    assert typed == {
        ours,
        "path/to/journeybook",
        WHEEL,
        "nh3",
        "pygls",
        "python-calamine",
        "python-docx",
        "python-pptx",
        "xlsxwriter",
    }


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    start(tmp_path)
    write(tmp_path, {GITHUB[0]: "mine\n"})
    done = journeybook("ci", "github", str(tmp_path))
    assert f"{GITHUB[0]} exists and stays as it is" in done.output
    assert (tmp_path / GITHUB[0]).read_text("utf-8") == "mine\n"
    assert (tmp_path / GITHUB[1]).is_file()


@pytest.mark.parametrize("name", GITHUB[:2])
def test_a_stranger_gets_no_rights(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    workflow = yaml.safe_load(text)
    trusted = "pull_request_target" in workflow[True]
    assert workflow["permissions"] == {}
    for uses in re.findall(r"uses: (\S+)(.*)", text):
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", uses[0])
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", uses[1])
    for job in workflow["jobs"].values():
        writes = {key for key, value in job["permissions"].items() if value == "write"}
        steps = job["steps"]
        runs = "".join(step.get("run", "") for step in steps)
        checked_out = {
            step.get("with", {}).get("ref", "theirs")
            for step in steps
            if "checkout" in step.get("uses", "")
        }
        # Whoever may write works with the branch that a pull request goes to, and builds nothing.
        own = {"${{ github.event.pull_request.base.sha }}"} if trusted else set()
        assert not writes or checked_out <= own
        assert not (writes and re.search(r"\b(mkdocs|python)\b |git (checkout|switch|merge)", runs))
        # A value of the event is data for the shell, never a part of its text.
        assert "${{" not in runs


def test_a_content_request_asks_in_plain_words_for_what_fills_an_asset() -> None:
    form = yaml.safe_load((ROOT / GITHUB[3]).read_text("utf-8"))
    asked = {one["id"]: one["attributes"] for one in form["body"]}
    assert set(asked) | LATER == set(Asset.model_fields)
    assert not set(asked) & LATER
    words = [text for one in asked.values() for text in (one["label"], one["description"])]
    assert not [text for text in words if "`" in text or "asset" in text.lower()]
    assert all(one["label"].endswith("?") for one in asked.values())
    assert "Operations manager" in asked["personas"]["options"]


def test_outside_of_git_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    write(tmp_path, HANDBOOK)
    for command in (("ci", "github"), ("codeowners",)):
        done = journeybook(*command, str(tmp_path))
        assert (done.exit_code, "not inside a git repository" in done.output) == (2, True)
    assert not (tmp_path / ".github").exists()


OWNED = {
    **HANDBOOK,
    "content/assets/a b#c.md": "---\nowner: Content Team\n---\n# A\n",
    "content/personas/user.md": "---\nowner: Nobody\n---\n# U\n",
    "content/journeys/buyer/index.md": "---\npersona: buyer\nowner: Sales\n---\n# The journey\n",
    "site_config/journeybook.yml": (
        "owners:\n  content team: ['@org/content', '@writer']\n  Sales: '@org/sales'\n"
    ),
}


def test_owners_are_asked_for_their_files(tmp_path: Path) -> None:
    start(tmp_path, {f"book/{path}": text for path, text in OWNED.items()})
    done = journeybook("codeowners", str(tmp_path / "book"))
    assert done.exit_code == 0, done.output
    assert "'Nobody' has no handle" in done.stderr
    assert (tmp_path / ".github/CODEOWNERS").read_text("utf-8").splitlines()[1:-1] == [
        r"/book/content/assets/a\ b\#c.md @org/content @writer",
        "/book/content/journeys/buyer/awareness.md @org/sales",
        "/book/content/journeys/buyer/index.md @org/sales",
        "/book/content/journeys/buyer/purchase.md @org/sales",
    ]


def test_what_others_wrote_among_the_owners_stays(tmp_path: Path) -> None:
    start(tmp_path, OWNED)
    write(tmp_path, {"CODEOWNERS": "* @everybody"})
    journeybook("codeowners", str(tmp_path))
    first = (tmp_path / "CODEOWNERS").read_text("utf-8")
    assert first.startswith("* @everybody\n\n# journeybook:")
    (tmp_path / "CODEOWNERS").write_text(f"{first}/last @somebody\n", "utf-8")
    git(tmp_path, "add", "--all")
    write(tmp_path, {"site_config/journeybook.yml": "owners: {Sales: '@new'}\n"})
    journeybook("codeowners", str(tmp_path))
    second = (tmp_path / "CODEOWNERS").read_text("utf-8")
    assert second.startswith("* @everybody\n\n# journeybook:")
    assert second.endswith("/last @somebody\n")
    assert "@org/sales" not in second
    assert second.count("@new") == 3


def test_nothing_is_public_unless_somebody_says_so(tmp_path: Path) -> None:
    start(tmp_path)
    assert journeybook("ci", "github", str(tmp_path)).exit_code == 0
    text = (tmp_path / GITHUB[0]).read_text("utf-8")
    assert "deploy-pages" not in text
    assert "GitHub Pages is public" in text


def test_a_handbook_in_a_folder_is_checked_where_it_changes(tmp_path: Path) -> None:
    start(tmp_path, {f"docs/our book/{path}": text for path, text in HANDBOOK.items()})
    git(tmp_path, "branch", "--move", "trunk")
    for host in ("github", "gitlab"):
        assert journeybook("ci", host, str(tmp_path / "docs/our book")).exit_code == 0
    for name in GITHUB[:2]:
        triggers = yaml.safe_load((tmp_path / name).read_text("utf-8"))[True]
        assert all(one["paths"] == ["docs/our book/**"] for one in triggers.values())
    pushed = yaml.safe_load((tmp_path / GITHUB[0]).read_text("utf-8"))[True]["push"]
    assert pushed["branches"] == ["trunk"]
    jobs = yaml.safe_load((tmp_path / ".gitlab/handbook.yml").read_text("utf-8"))
    assert jobs[".handbook"]["rules"][0]["changes"] == ["docs/our book/**"]


def test_the_site_is_built_of_the_branch_that_others_get(tmp_path: Path) -> None:
    start(tmp_path)
    git(tmp_path, "branch", "--move", "main")
    git(tmp_path, "switch", "--quiet", "--create", "add-workflows")
    done = journeybook("ci", "github", str(tmp_path))
    pushed = yaml.safe_load((tmp_path / GITHUB[0]).read_text("utf-8"))[True]["push"]
    assert pushed["branches"] == ["main"]
    assert "it builds the site of the branch main; where yours" in done.output
    git(tmp_path, "update-ref", "refs/remotes/origin/trunk", "HEAD")
    git(tmp_path, "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk")
    (tmp_path / GITHUB[0]).unlink()
    assert "of the branch trunk;" in journeybook("ci", "github", str(tmp_path)).output


def test_a_pipeline_that_is_there_keeps_its_own_jobs(tmp_path: Path) -> None:
    start(tmp_path, {**HANDBOOK, ".gitlab-ci.yml": "mine: {script: [true]}\n"})
    done = journeybook("ci", "gitlab", str(tmp_path))
    assert "include: .gitlab/handbook.yml" in done.output
    assert (tmp_path / ".gitlab/handbook.yml").is_file()


def test_handbooks_of_two_folders_keep_their_owners_apart(tmp_path: Path) -> None:
    files = {
        f"{folder}/{path}": text
        for folder in ("sales", "marketing")
        for path, text in {
            "content/personas/a.md": "---\nowner: Team\n---\n# A\n",
            "site_config/journeybook.yml": f"owners: {{Team: '@org/{folder}'}}\n",
        }.items()
    }
    start(tmp_path, files)
    for folder in ("sales", "marketing", "sales"):
        assert journeybook("codeowners", str(tmp_path / folder)).exit_code == 0
    lines = (tmp_path / ".github/CODEOWNERS").read_text("utf-8").splitlines()
    assert [line for line in lines if line.startswith("/")] == [
        "/sales/content/personas/a.md @org/sales",
        "/marketing/content/personas/a.md @org/marketing",
    ]


def test_handbooks_of_two_folders_have_workflows_of_their_own(tmp_path: Path) -> None:
    folders = ("sales", "marketing")
    start(tmp_path, {f"{one}/{path}": text for one in folders for path, text in HANDBOOK.items()})
    for host in ("github", "gitlab"):
        for folder in (*folders, "marketing"):
            assert journeybook("ci", host, str(tmp_path / folder)).exit_code == 0
    names: list[set[str]] = []
    for own, folder in (("", "sales"), ("-marketing", "marketing")):
        texts = {
            name: (tmp_path / name.format(own=own)).read_text("utf-8")
            for name in (
                ".github/workflows/handbook{own}.yml",
                ".github/workflows/handbook{own}-comment.yml",
                ".gitlab/handbook{own}.yml",
            )
        }
        work, comment, jobs = (yaml.safe_load(text) for text in texts.values())
        assert work["defaults"]["run"]["working-directory"] == folder
        assert comment["defaults"]["run"]["working-directory"] == folder
        (job,) = comment["jobs"].values()
        marker = job["steps"][-1]["env"]["MARKER"]
        groups = {one["concurrency"]["group"] for one in (work, comment)}
        names.append({work["name"], comment["name"], marker, *groups, *jobs})
        assert f"diff{own} -->" in texts[".gitlab/handbook{own}.yml"]
    assert not names[0] & names[1]
    # Of three runs the last found its own files, and wrote no others.
    assert len(list((tmp_path / ".github/workflows").iterdir())) == 4


KEPT = OWNED | {
    "site_config/journeybook.yml": (
        "settings_owner: Editors\n"
        "owners: {Editors: ['@org/editors', 'nobody', 'ed@example.com'], Sales: '@org/sales'}\n"
    ),
    "mkdocs.yml": "docs_dir: content\ntheme: {name: material, custom_dir: overrides}\n",
    ".github/workflows/handbook.yml": "on: push\n",
}


def test_settings_theme_and_workflows_have_an_owner_too(tmp_path: Path) -> None:
    start(tmp_path, KEPT)
    done = journeybook("codeowners", str(tmp_path))
    assert "'nobody' is no handle such as @name" in done.stderr
    lines = (tmp_path / ".github/CODEOWNERS").read_text("utf-8").splitlines()
    assert [line for line in lines if "@org/editors" in line] == [
        f"/{path} @org/editors ed@example.com"
        for path in ("site_config/", "overrides/", "mkdocs.yml", ".github/workflows/")
    ]


def test_what_is_behind_is_told_and_not_written(tmp_path: Path) -> None:
    start(tmp_path, OWNED)
    file = tmp_path / ".github/CODEOWNERS"
    behind = journeybook("codeowners", str(tmp_path), "--check")
    assert (behind.exit_code, "is behind" in behind.output, file.exists()) == (1, True, False)
    assert journeybook("codeowners", str(tmp_path)).exit_code == 0
    assert journeybook("codeowners", str(tmp_path), "--check").exit_code == 0
    write(tmp_path, {"site_config/journeybook.yml": "owners: {Sales: '@new'}\n"})
    assert journeybook("codeowners", str(tmp_path), "--check").exit_code == 1


def test_ends_of_lines_stay_as_they_are(tmp_path: Path) -> None:
    start(tmp_path, OWNED)
    file = tmp_path / "CODEOWNERS"
    file.write_bytes(b"* @everybody\r\n")
    for _ in range(2):
        assert journeybook("codeowners", str(tmp_path)).exit_code == 0
    written = file.read_bytes()
    assert written.count(b"\n") == written.count(b"\r\n") > 5
    assert written.count(b"# journeybook: owners") == 1


@pytest.mark.parametrize(
    ("address", "files", "place"),
    [
        ("https://gitlab.example.com/a/b.git", {}, ".gitlab/CODEOWNERS"),
        ("git@codeberg.org:a/b.git", {}, ".gitea/CODEOWNERS"),
        ("https://git.example.com/a/b.git", {".gitlab-ci.yml": "a: {}\n"}, ".gitlab/CODEOWNERS"),
        ("https://gitlab.com/a/b.git", {"docs/CODEOWNERS": "* @a\n"}, "docs/CODEOWNERS"),
        ("https://gitlab.com/a/b.git", {".github/CODEOWNERS": "* @a\n"}, ".gitlab/CODEOWNERS"),
    ],
)
def test_each_host_looks_in_its_own_place(
    tmp_path: Path, address: str, files: dict[str, str], place: str
) -> None:
    start(tmp_path, {**OWNED, **files})
    git(tmp_path, "remote", "add", "origin", address)
    assert journeybook("codeowners", str(tmp_path)).exit_code == 0
    assert "# journeybook: owners" in (tmp_path / place).read_text("utf-8")


def test_a_linter_of_workflows_has_nothing_to_say(tmp_path: Path) -> None:
    linter = shutil.which("zizmor", path=f"{ROOT}/.venv/bin:{os.environ['PATH']}")
    if linter is None:
        pytest.skip("zizmor is not installed")
    start(tmp_path)
    for more in ((), ("--public",)):
        assert journeybook("ci", "github", str(tmp_path), *more).exit_code == 0
        command = [linter, "--offline", "--persona=pedantic", str(tmp_path / ".github")]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stdout + run.stderr
        shutil.rmtree(tmp_path / ".github")
