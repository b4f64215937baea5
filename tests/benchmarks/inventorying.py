"""What the rows of an inventory add to a build, in seconds of one core."""

import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from tests.benchmarks.generator import PHASES, TYPES, Size, write_handbook
from tests.benchmarks.running import build_anew, peak, used
from tests.sites import ROOT

_SIZE = Size(assets=40, personas=4)
_WORDS = ("price", "delivery", "energy", "storage", "service", "choice", "proof", "team", "risk")
# On this day one row in nine is stale, and each of them is a gap that many pages tell.
_DAY = datetime(2026, 11, 27, tzinfo=UTC)
_HEAD = "Title,URL,Persona,Phase,Type,Status,Owner,Published"


def measured(rows: int, rounds: int) -> str:
    """Build a handbook without and with an inventory in turn; the least of each counts."""
    with tempfile.TemporaryDirectory() as folder:
        plain, full = Path(folder, "plain"), Path(folder, "full")
        for place in (plain, full):
            write_handbook(place, _SIZE)
        _add_inventory(full, rows)
        taken = [(_taken(plain), _taken(full)) for _ in range(rounds)]
    least, most = (min(times) for times in zip(*taken, strict=True))
    return f"{most - least:.2f} s more than {least:.2f} s"


def told(rows: int) -> str:
    """Let the command tell of so many rows, the whole handbook judged: seconds of one core."""
    with tempfile.TemporaryDirectory() as folder:
        write_handbook(Path(folder), _SIZE)
        _add_inventory(Path(folder), rows)
        command = [sys.executable, "-m", "journeybook", "inventory", folder]
        return f"{used(command, ROOT).ru_utime:.2f} s, {peak(command):.0f} MB"


def _add_inventory(place: Path, rows: int) -> None:
    (place / "audit.csv").write_text("\n".join((_HEAD, *map(_row, range(rows)))), "utf-8")
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
