"""`journeybook ci`: writes ready-made workflows for a code host."""

import json
import shlex
from collections.abc import Mapping, Sequence
from functools import partial
from importlib.metadata import PackageNotFoundError, distribution
from importlib.resources import files
from shlex import quote
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

import click

from journeybook import __version__
from journeybook.adapters.cli.shared.output import path_argument, say
from journeybook.adapters.cli.shared.spoken import command
from journeybook.adapters.disk.git.repository import Repository, default_branch
from journeybook.adapters.disk.keeping.writing import write_new
from journeybook.adapters.disk.sites.configuration import Place, find_handbooks
from journeybook.adapters.disk.sites.handbook_folders import Folders
from journeybook.adapters.disk.versions.snapshots import on_disk, repository_of
from journeybook.handbook.ids import slug
from journeybook.hosts.forms import content_request, pull_request_template
from journeybook.pipeline import Judged

HOSTS = ("github", "gitlab")
_PAGE = " --format html "
_GITLAB = ".gitlab-ci.yml"
_JOBS = {"github": ".github/workflows/handbook.yml", "gitlab": ".gitlab/handbook.yml"}
_NOINDEX = '        env:\n          JOURNEYBOOK_NOINDEX: "true"\n'


@command()
@click.argument("host", type=click.Choice(HOSTS))
@path_argument
@click.option(
    "--install",
    help="The command that installs Journeybook and the handbook's theme, where it should not come "
    "from where it came from here.",
)
@click.option(
    "--public",
    is_flag=True,
    help="Publish on GitHub Pages, where everybody may read it; else the site is an artefact.",
)
def ci(host: str, path: Place, install: str | None, *, public: bool) -> None:
    """Write workflows for HOST that check, compare, build and publish the handbook at PATH.

    A file that exists stays as it is. Where those of a handbook in another folder are there, files,
    jobs and comments of this one bear the name of its folder.
    """
    repository = repository_of(path)
    handbooks = find_handbooks(path)
    judged = on_disk(handbooks[0]).judge(None)
    own, branch = _own(repository, host), default_branch(repository)
    made = _github(judged, own, public=public) if host == "github" else _gitlab(judged, own)
    command = install or install_command()
    for name, text in made.items():
        file = repository.root / name
        if file.exists():
            say("{file} exists and stays as it is", file=name)
            if name == _GITLAB:
                jobs = f".gitlab/handbook{own}.yml"
                say("add this line to it, so that our jobs run: include: {file}", file=jobs)
            continue
        filled = _filled(_each(text, handbooks), repository.inside, command)
        filled = filled.replace("@BRANCH@", json.dumps(branch, ensure_ascii=False))
        write_new(file, filled.replace("@OWN@", own).encode())
        say("{file} written", file=name)
        if "@BRANCH@" in text:
            say(
                "it builds the site of the branch {branch}; where yours is called otherwise, write "
                "it there under `branches`",
                branch=branch,
            )
    home = repository.root / repository.inside
    if install is None and (make := wheel_command()) and not any(home.glob(WHEEL)):
        say(
            "{file} is missing, from which they install; make it and commit it: {command}",
            file=WHEEL,
            command=make,
        )


def _own(repository: Repository, host: str) -> str:
    # What we wrote for another folder does its work in that one alone.
    there, inside = repository.root / _JOBS[host], repository.inside.rstrip("/")
    written = there.read_text("utf-8", "replace") if there.is_file() else ""
    begun = "working-directory: @FOLDER@\n" if host == "github" else "cd @FOLDER@\n"
    work = _filled(begun, repository.inside, "")
    if "journeybook ci" not in written or work in written:
        return ""
    return f"-{slug(inside) or 'root'}"


def _github(judged: Judged, own: str, *, public: bool) -> Mapping[str, str]:
    publish = _template("github-public.yml" if public else "github-internal.yml")
    return {
        f".github/workflows/handbook{own}.yml": _template("github-handbook.yml")
        .replace("@PUBLISH@", publish)
        .replace("@NOINDEX@", "" if public else _NOINDEX),
        f".github/workflows/handbook{own}-comment.yml": _template("github-comment.yml"),
        ".github/pull_request_template.md": pull_request_template(judged.site.wording),
        f".github/ISSUE_TEMPLATE/content-request{own}.yml": content_request(
            judged.handbook, judged.site.wording
        ),
    }


def _gitlab(judged: Judged, own: str) -> Mapping[str, str]:
    return {
        _GITLAB: _template("gitlab.yml"),
        f".gitlab/handbook{own}.yml": _template("gitlab-handbook.yml"),
        ".gitlab/merge_request_templates/Default.md": pull_request_template(judged.site.wording),
    }


def _template(name: str) -> str:
    return (files("journeybook") / "templates" / "ci" / name).read_text("utf-8")


def _each(text: str, handbooks: Sequence[Folders]) -> str:
    # A page of changes shows one handbook; all else goes together.
    several = [one for one in handbooks if one.title]
    if not several:
        return text
    return "".join(map(partial(_for_each, several), text.splitlines(keepends=True)))


def _for_each(handbooks: Sequence[Folders], line: str) -> str:
    if _PAGE not in line:
        return line
    lines = (
        line.replace(_PAGE, f" --handbook {quote(one.name)}{_PAGE}").replace(
            "changes.html", f"changes-{at}.html"
        )
        for at, one in enumerate(handbooks, start=1)
    )
    return "".join(lines)


def _filled(text: str, inside: str, install: str) -> str:
    # Between JSON's quotes a folder or command of any characters is one value of YAML too.
    folder = inside.rstrip("/") or "."
    touched = json.dumps(f"{inside}**", ensure_ascii=False)
    return (
        text.replace("@FOLDER@", json.dumps(folder, ensure_ascii=False))
        .replace("@INSIDE@", json.dumps(inside, ensure_ascii=False)[1:-1])
        .replace("@INSTALL@", json.dumps(install, ensure_ascii=False))
        .replace("@PATHS@", f"    paths: [{touched}]\n" if inside else "")
        .replace("@CHANGES@", f"      changes: [{touched}]\n" if inside else "")
    )


DISTRIBUTION = "mkdocs-journeybook"
WHEEL = "wheels/mkdocs_journeybook-*.whl"
"""The wheel that a repository keeps of a version that no registry has."""


def install_command() -> str:
    """Give the command that installs this version where the handbook is built.

    What was installed from an address of git comes from there, and what came from a registry is
    called by its name. All else was on this machine alone, so a wheel in the repository is meant.
    """
    origin = _origin()
    if origin is None:
        return f"pip install {DISTRIBUTION}=={__version__}"
    if commit := origin.get("vcs_info", {}).get("commit_id"):
        return f"pip install {DISTRIBUTION}@git+{origin['url']}@{commit}"
    return f"pip install {WHEEL}"


def wheel_command() -> str:
    """Give the command that makes the wheel for a repository; nothing where none is needed."""
    origin = _origin()
    if origin is None or "vcs_info" in origin:
        return ""
    place = url2pathname(urlsplit(str(origin["url"])).path)
    return f"pip wheel --no-deps --wheel-dir wheels {shlex.quote(place)}"


def _origin() -> dict[str, Any] | None:
    # Pip notes where a distribution came from, unless that was a registry.
    try:
        text = distribution(DISTRIBUTION).read_text("direct_url.json")
    except PackageNotFoundError:
        return None
    return dict(json.loads(text)) if text else None
