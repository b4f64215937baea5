"""`journeybook print`: journeys as PDF, on one sheet each or as posters."""

import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from urllib.parse import unquote

import click

from journeybook.adapters.cli.giving.run import engine_command
from journeybook.adapters.cli.shared.output import path_argument, say, shown
from journeybook.adapters.cli.shared.spoken import command
from journeybook.adapters.disk.chromium import find_chromium, print_page
from journeybook.adapters.disk.keeping.writing import make_folder
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.sites.configuration import Place, find_folders
from journeybook.adapters.disk.sites.handbook_folders import Folders
from journeybook.adapters.disk.workspace import read_at
from journeybook.handbook.journeys import Journey
from journeybook.pages.parts.hrefs import page_address

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
    make_folder(output)
    with TemporaryDirectory() as built:
        _build(path, folders, Path(built))
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


def _build(place: Place, folders: Folders, output: Path) -> None:
    path = place.root if isinstance(place, Folders) else place
    options = ("--quiet", "--site-dir", str(output))
    command, settings = engine_command(path, folders, "build", *options)
    done = subprocess.run(  # noqa: S603 - no words of others
        command, check=False, capture_output=True, encoding="utf-8", errors="replace", env=settings
    )
    if done.returncode:
        raise CannotRunError("the site could not be built: {problem}", problem=done.stderr.strip())


def _page(built: Path, folders: Folders, uri: str) -> Path:
    address = page_address(f"{folders.part}{uri}", directories=folders.directory_urls)
    return built / unquote(f"{address}index.html" if address.endswith("/") else address)
