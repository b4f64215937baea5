"""What the rows of an inventory add to a build, and what they take to read, of one core."""

import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from journeybook.adapters.disk.collecting import without_collecting
from journeybook.adapters.disk.resources import shipped
from journeybook.adapters.disk.sites.configuration import find_folders
from journeybook.adapters.disk.workspace import files_of
from journeybook.handbook.inventories.stage import with_inventory
from journeybook.handbook.layered_words import make_vocabulary
from journeybook.resources import languages_of
from journeybook.sources.reading import read_files
from journeybook.sources.settings.configuration import read_decisions, words_of
from tests.benchmarks.generator import PHASES, TYPES, Size, write_handbook
from tests.benchmarks.running import build_anew, peak, used
from tests.sites import ROOT

_SIZE = Size(assets=40, personas=4)
_WORDS = ("price", "delivery", "energy", "storage", "service", "choice", "proof", "team", "risk")
# On this day one row in nine is stale, and each of them is a gap that many pages tell.
_DAY = datetime(2026, 11, 27, tzinfo=UTC)
_HEAD = "Title,URL,Persona,Phase,Type,Status,Owner,Published"


def measured(rows: int, rounds: int) -> str:
    """Build a handbook without and with an inventory in turn; the least of each counts.

    Once more with days, by which one row in nine is a gap that many pages tell.
    """
    with tempfile.TemporaryDirectory() as folder:
        places = [Path(folder, name) for name in ("plain", "full", "stale")]
        for place in places:
            write_handbook(place, _SIZE)
        _add_inventory(places[1], rows, days=False)
        _add_inventory(places[2], rows, days=True)
        taken = [tuple(map(_taken, places)) for _ in range(rounds)]
    plain, full, stale = (min(times) for times in zip(*taken, strict=True))
    gaps = f"{stale - plain:.2f} s with a gap in every ninth"
    return f"{full - plain:.2f} s more than {plain:.2f} s, and {gaps}"


def told(rows: int) -> str:
    """Read so many rows, and let the command tell of them, the whole handbook judged."""
    with tempfile.TemporaryDirectory() as folder:
        write_handbook(Path(folder), _SIZE)
        _add_inventory(Path(folder), rows, days=True)
        read = [sys.executable, "-m", "tests.benchmarks.inventorying", folder]
        command = [sys.executable, "-m", "journeybook", "inventory", folder]
        return f"{_costs(read)}; told of by the command, {_costs(command)}"


def main() -> None:
    """Read the inventory of a handbook, and do no more with it."""
    folders = find_folders(Path(sys.argv[1]))
    files, languages = files_of(folders), languages_of(shipped())
    team = read_decisions(files, folders.config, languages, folders.shared)
    words, vocabulary = words_of(languages.values()), make_vocabulary(languages, team.configuration)
    elsewhere, sources = team.inventory.elsewhere, team.inventory.sources
    reading = read_files(files, folders.content, folders.config, None, words, elsewhere=elsewhere)
    with without_collecting():
        with_inventory(reading, sources, vocabulary, words, _DAY.date())


def _costs(command: list[str]) -> str:
    return f"{used(command, ROOT).ru_utime:.2f} s, {peak(command):.0f} MB"


def _add_inventory(place: Path, rows: int, *, days: bool) -> None:
    lines = (_HEAD, *map(_row, range(rows)))
    told = "\n".join(lines if days else (line.rpartition(",")[0] for line in lines))
    (place / "audit.csv").write_text(told, "utf-8")
    text = "sources:\n  - {file: audit.csv, channels: website}\n"
    (place / "site_config/inventory.yml").write_text(text, "utf-8")


def _row(at: int) -> str:
    chance = Random(at)  # noqa: S311 - repeatable on purpose
    title = " ".join(chance.choices(_WORDS, k=5))
    persona = chance.choice(("", *(f"persona-{one}" for one in range(_SIZE.personas))))
    phase, kind = chance.choice(("", *PHASES)), chance.choice(TYPES)
    day = f"2026-0{chance.randint(1, 9)}-1{chance.randint(0, 9)}"
    address = f"https://example.com/{kind}/{at}"
    return f"{title} {at},{address},{persona},{phase},{kind},published,Content desk,{day}"


def _taken(place: Path) -> float:
    taken = build_anew(place, _DAY)
    return taken.ru_utime + taken.ru_stime


if __name__ == "__main__":
    main()
