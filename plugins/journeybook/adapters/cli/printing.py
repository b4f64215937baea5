"""`journeybook print`: journeys as PDF, on one sheet each or as posters."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

import click

from journeybook.adapters.cli.output import path_argument, say, shown
from journeybook.adapters.cli.run import installed_engine
from journeybook.adapters.cli.spoken import command
from journeybook.adapters.disk.chromium import find_chromium, print_page
from journeybook.adapters.disk.configuration import (
    Folders,
    Place,
    configuration_at,
    find_folders,
)
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.workspace import read_at
from journeybook.handbook.journeys import Journey

_SHEET = "sheet"
_SIZES = ("a3", "a2", "a1", "a0")


@command(name="print")
@path_argument
@click.option(
    "--size",
    type=click.Choice((_SHEET, *_SIZES)),
    default=_SHEET,
    show_default=True,
    help="One sheet of A4 that sums up, or a poster of the whole map.",
)
@click.option("--journey", "names", multiple=True, help="Only this journey, by its id.")
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("print"),
    show_default=True,
    help="The folder to write to.",
)
def printing(*, path: Place, size: str, names: Sequence[str], output: Path) -> None:
    """Print the journeys of the handbook at PATH as PDF, through a browser that is installed.

    A poster takes as many sheets as its letters need to be read: nine points on A3, more on larger
    paper.
    """
    browser = find_chromium()
    folders = find_folders(path)
    site = read_at(path, None, hides=True).site
    journeys = _chosen(site.handbook.journeys, names)
    kind = size if size == _SHEET else f"poster-{size}"
    with TemporaryDirectory() as built:
        _build(path, Path(built))
        output.mkdir(parents=True, exist_ok=True)
        for journey in journeys:
            page = _page(Path(built), folders, site.addresses.journey(journey.id))
            file = output / f"{PurePosixPath(journey.id).name}-{size}.pdf"
            print_page(browser, page, f"print={kind}", file)
            say("{file} written", file=shown(file))


def _chosen(journeys: Mapping[str, Journey], names: Sequence[str]) -> Iterator[Journey]:
    for name in names:
        if name not in journeys:
            raise CannotRunError(
                "there is no journey {name}; there are: {names}",
                name=name,
                names=", ".join(journeys),
            )
    yield from (one for one in journeys.values() if not names or one.id in names)


def _build(place: Place, output: Path) -> None:
    file = configuration_at(place.root if isinstance(place, Folders) else place)
    if file is None:
        raise CannotRunError(
            "there is no mkdocs.yml in {root}; `journeybook init` shows what it says", root=place
        )
    build = ("build", "--quiet", "--config-file", str(file), "--site-dir", str(output))
    done = subprocess.run(  # noqa: S603 - no words of others
        (sys.executable, "-m", installed_engine(), *build),
        check=False,
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8"},
    )
    if done.returncode:
        raise CannotRunError("the site could not be built: {problem}", problem=done.stderr.strip())


def _page(built: Path, folders: Folders, uri: str) -> Path:
    stem = PurePosixPath(f"{folders.part}{uri}").with_suffix("")
    in_folder = folders.directory_urls and stem.name not in ("index", "README")
    return built / (stem / "index.html" if in_folder else stem.with_suffix(".html"))
