"""The command reads the configuration that the site reads, in every form that the engine takes."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from journeybook.adapters.cli import main
from tests.crawling import faults_of
from tests.repositories import commit, start
from tests.sites import build_site, build_with

CONTENT = {
    "index.md": "# Home\n",
    "personas/buyer.md": "---\ntitle: Buyer\nowner: A\n---\n",
    "phases/first.md": "---\ntitle: First\norder: 1\n---\n",
    "journeys/way/index.md": "---\ntitle: Way\npersona: buyer\n---\n",
    "journeys/way/first.md": "---\nquestions: [What is it?]\n---\n",
    "assets/answer.md": (
        "---\ntitle: Merger\ntype: blog\nstatus: published\nanswers: What is it?\n---\n"
        "Secret body.\n"
    ),
}
SITE = "site_name: T\ndocs_dir: content\nplugins: [search, journeybook]\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A handbook without its configuration."""
    return written(tmp_path, {f"content/{path}": text for path, text in CONTENT.items()})


def written(root: Path, files: Mapping[str, str]) -> Path:
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root


def check(root: Path, *options: str) -> Result:
    return CliRunner().invoke(
        main, ["check", str(root), "--all", "--today", "2026-11-21", *options]
    )


def codes(root: Path, *options: str) -> list[str]:
    run = check(root, "--format", "json", *options)
    assert run.exit_code == 0, run.output
    return [finding["code"] for finding in json.loads(run.stdout)["findings"]]


@pytest.mark.parametrize(
    "files",
    [
        {"mkdocs.yml": SITE},
        {"mkdocs.yml": SITE.replace("content", "content/")},
        {"mkdocs.yml": SITE.replace("content", "./content")},
        {"mkdocs.yml": SITE.replace("content", "{root}/content")},
        {"mkdocs.yaml": SITE},
        {"properdocs.yml": SITE},
        {"mkdocs.yml": "INHERIT: base.yml\n", "base.yml": SITE},
        {"mkdocs.yml": "INHERIT: conf/base.yml\n", "conf/base.yml": SITE},
        {"mkdocs.yml": SITE.replace("content", "!ENV [NOT_SET_ANYWHERE, content]")},
        {"mkdocs.yml": f"{SITE}markdown_extensions:\n  - x: !!python/name:os.system\n"},
    ],
    ids=lambda files: " ".join(files) if isinstance(files, dict) else str(files),
)
def test_every_form_of_the_configuration_is_understood(root: Path, files: dict[str, str]) -> None:
    written(root, {path: text.replace("{root}", str(root)) for path, text in files.items()})
    assert "assumption" in codes(root)


def test_the_options_of_a_parent_count(root: Path) -> None:
    base = SITE.replace("[search, journeybook]", "{search: {}, journeybook: {config: ./team/}}")
    written(
        root,
        {
            "mkdocs.yml": "INHERIT: base.yml\nsite_name: Child\n",
            "base.yml": base,
            "team/journeybook.yml": "language: nl\n",
        },
    )
    assert "Nog nergens blijkt uit" in check(root).stdout


def test_another_configuration_is_named(root: Path) -> None:
    written(root, {"handbook.yml": SITE, "mkdocs.yml": "docs_dir: elsewhere\n"})
    assert "assumption" in codes(root, "-f", str(root / "handbook.yml"))
    assert "assumption" in codes(root / "handbook.yml")


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ({"mkdocs.yml": "docs_dir: typo\n"}, "mkdocs.yml names the folder typo/, which is missing"),
        ({"mkdocs.yml": "docs_dir: empty\n", "empty/.keep": ""}, "there is nothing in empty/"),
        ({"mkdocs.yml": "a: [\n"}, "mkdocs.yml:2:1: a value is missing here; "),
        ({"mkdocs.yml": "INHERIT: gone.yml\n"}, "mkdocs.yml"),
        (
            {"mkdocs.yml": f"{SITE[:-13]}{{journeybook: {{config: nowhere}}}}]\n"},
            "config: there is no folder nowhere/",
        ),
        (
            {"mkdocs.yml": f"{SITE[:-13]}{{journeybook: {{config: /etc}}}}]\n"},
            "config: the folder /etc lies outside",
        ),
        ({"mkdocs.yml": f"{SITE}exclude_docs: '!'\n"}, "exclude_docs or draft_docs: Invalid"),
        ({"mkdocs.yml": "INHERIT: [a, b]\n"}, "mkdocs.yml cannot be read"),
        ({"mkdocs.yml": "INHERIT: mkdocs.yml\n"}, "mkdocs.yml never ends: it inherits from itself"),
        (
            {"mkdocs.yml": f"{SITE[:-13]}{{journeybook: {{content: {'x' * 300}}}}}]\n"},
            "which is missing",
        ),
    ],
)
def test_a_handbook_that_is_not_there_is_never_green(
    root: Path, files: dict[str, str], sentence: str
) -> None:
    run = check(written(root, files))
    assert run.exit_code == 2, run.output
    assert sentence in run.stderr


def test_a_handbook_that_says_nothing_is_never_green(tmp_path: Path) -> None:
    run = check(written(tmp_path, {"mkdocs.yml": SITE, "content/index.md": "# Us\n"}))
    assert (run.exit_code, run.stdout) == (2, "")
    assert "no file in content/ describes anything" in run.stderr
    run = check(written(tmp_path, {"personas/buyer.md": "---\nrole: buyer\n---\n"}))
    assert run.exit_code == 1
    assert "[misplaced-file]" in run.stdout


def test_a_configuration_in_another_encoding_is_told(root: Path) -> None:
    (root / "mkdocs.yml").write_bytes("site_name: Café\n".encode("latin-1"))
    run = check(root)
    assert (run.exit_code, run.stderr) == (2, "Error: mkdocs.yml is not UTF-8\n")


LEAVING_OUT = f"{SITE}theme: {{name: mkdocs}}\nexclude_docs: |\n  assets/answer.md\n"


def test_what_the_site_leaves_out_answers_nothing(root: Path) -> None:
    written(root, {"mkdocs.yml": SITE})
    assert "unanswered-question" not in codes(root)
    written(root, {"mkdocs.yml": LEAVING_OUT})
    assert "unanswered-question" in codes(root)
    written(root, {"mkdocs.yml": LEAVING_OUT.replace("exclude_docs", "draft_docs")})
    assert "unanswered-question" in codes(root)


@pytest.mark.parametrize("key", ["exclude_docs", "draft_docs"])
def test_what_the_site_leaves_out_is_published_nowhere(
    root: Path, tmp_path: Path, key: str
) -> None:
    written(root, {"mkdocs.yml": LEAVING_OUT.replace("exclude_docs", key)})
    site = build_site(root / "mkdocs.yml", tmp_path / "site")
    texts = [file.read_text(encoding="utf-8") for file in site.rglob("*") if _is_text(file)]
    assert len(texts) > 10
    assert not [text for text in texts if "Merger" in text or "Secret body" in text]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("personas/buyer.md", "unknown persona 'buyer'; content/personas/buyer.md"),
        ("journeys/way/first.md", "unknown question 'What is it?'; content/journeys/way/first.md"),
        ("journeys/way/index.md", "does not say whose it is; content/journeys/way/index.md"),
        ("phases/first.md", "no phase has its name; content/phases/first.md"),
    ],
)
@pytest.mark.parametrize("key", ["exclude_docs", "draft_docs"])
def test_a_name_of_what_is_left_out_is_told_with_its_file(
    root: Path, path: str, told: str, key: str
) -> None:
    leaving_out = LEAVING_OUT.replace("exclude_docs", key)
    written(root, {"mkdocs.yml": leaving_out.replace("assets/answer.md", path)})
    assert f"{told} is left out of the site: see `exclude_docs`" in check(root).stdout
    settings = leaving_out.replace("assets/answer.md", f"{path}\n  gaps/\n  *.csv")
    mild = settings.replace("[search, journeybook]", "[{journeybook: {fail_on: never}}]")
    written(root, {"mkdocs.yml": mild})
    build_with(["mkdocs", "build", "-q"], root, os.environ | {"NO_MKDOCS_2_WARNING": "1"})
    assert faults_of(root / "site") == []


def _is_text(file: Path) -> bool:
    return file.suffix in {".html", ".json", ".csv", ".xml", ".ics"}


def test_a_commit_is_read_by_its_own_configuration(root: Path) -> None:
    shutil.rmtree(root / "content")
    files = {f"docs/{path}": text for path, text in CONTENT.items()}
    inherited = {"mkdocs.yml": "INHERIT: conf/base.yml\n", "conf/base.yml": "docs_dir: docs\n"}
    start(root, {**files, **inherited}, day="2026-10-01")
    commit(root, {"conf/base.yml": "docs_dir: gone\n"}, day="2026-10-02")
    run = CliRunner().invoke(main, ["export", str(root), "--at", "HEAD~1"])
    assert [persona["id"] for persona in json.loads(run.stdout)["personas"]] == ["buyer"]


def test_a_day_that_is_none_is_told_in_a_sentence_by_the_code_that_it_takes(root: Path) -> None:
    written(root, {"mkdocs.yml": f"{SITE}theme: {{name: mkdocs}}\n"})
    check = [sys.executable, "-X", "importtime", "-m", "journeybook", "check"]
    read: set[str] = set()
    for command in ([sys.executable, "-m", "mkdocs", "build", "--quiet"], check):
        run = subprocess.run(
            command,
            cwd=root,
            env={**os.environ, "SOURCE_DATE_EPOCH": "soon"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode != 0
        assert "SOURCE_DATE_EPOCH is no number of seconds: soon" in run.stderr
        assert "Traceback" not in run.stderr
        read = {line.rpartition("|")[2].strip() for line in run.stderr.splitlines()}
    assert "journeybook.pipeline" in read
    # What draws pages, writes other formats or opens exports of other systems is left alone.
    assert not read & {"jinja2", "journeybook.rendering", "journeybook.exports", "xml.etree"}


def test_what_a_configuration_says_is_told_on_one_line(root: Path) -> None:
    (root / "mkdocs.yml").write_text('site_name: T\ndocs_dir: "a\\e[31m\\nb"\n', "utf-8")
    done = CliRunner().invoke(main, ["check", str(root)])
    assert done.exit_code == 2
    assert "\x1b" not in done.output
    assert len(done.output.splitlines()) == 1
