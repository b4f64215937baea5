"""`journeybook ci`: writes ready-made workflows for a code host."""

import json
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

import click

from journeybook.adapters.cli.output import path_argument, say
from journeybook.adapters.cli.spoken import command
from journeybook.adapters.disk.installation import WHEEL, install_command, wheel_command
from journeybook.adapters.disk.snapshots import on_disk, repository_of
from journeybook.adapters.disk.workspace import day_of
from journeybook.adapters.disk.writing import write_new
from journeybook.hosts.forms import content_request, pull_request_template
from journeybook.pipeline import Judged

HOSTS = ("github", "gitlab")


@command()
@click.argument("host", type=click.Choice(HOSTS))
@path_argument
@click.option(
    "--install",
    help="The command that installs Journeybook and the handbook's theme, where it should not come "
    "from where it came from here.",
)
def ci(host: str, path: Path, install: str | None) -> None:
    """Write workflows for HOST that check, compare, build and publish the handbook at PATH.

    A file that exists stays as it is.
    """
    repository = repository_of(path)
    judged = on_disk(path).judge(day_of(None))
    made = _github(judged) if host == "github" else _gitlab(judged)
    command = install or install_command()
    for name, text in made.items():
        file = repository.root / name
        if file.exists():
            say("{file} exists and stays as it is", file=name)
            continue
        write_new(file, _filled(text, repository.inside, command).encode())
        say("{file} written", file=name)
    home = repository.root / repository.inside
    if install is None and (make := wheel_command()) and not any(home.glob(WHEEL)):
        say(
            "{file} is missing, from which they install; make it and commit it: {command}",
            file=WHEEL,
            command=make,
        )


def _github(judged: Judged) -> Mapping[str, str]:
    return {
        ".github/workflows/handbook.yml": _template("github-handbook.yml"),
        ".github/workflows/handbook-comment.yml": _template("github-comment.yml"),
        ".github/pull_request_template.md": pull_request_template(judged.site.wording),
        ".github/ISSUE_TEMPLATE/content-request.yml": content_request(
            judged.handbook, judged.site.wording
        ),
    }


def _gitlab(judged: Judged) -> Mapping[str, str]:
    return {
        ".gitlab-ci.yml": _template("gitlab.yml"),
        ".gitlab/merge_request_templates/Default.md": pull_request_template(judged.site.wording),
    }


def _template(name: str) -> str:
    return (files("journeybook") / "templates" / "ci" / name).read_text("utf-8")


def _filled(text: str, inside: str, install: str) -> str:
    # Between JSON's quotes a folder or command of any characters is one value of YAML too.
    folder = inside.rstrip("/") or "."
    return (
        text.replace("@FOLDER@", json.dumps(folder, ensure_ascii=False))
        .replace("@INSIDE@", json.dumps(inside, ensure_ascii=False)[1:-1])
        .replace("@INSTALL@", json.dumps(install, ensure_ascii=False))
    )
