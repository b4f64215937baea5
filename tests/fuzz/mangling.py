"""Takes a few files of a good handbook and spoils them, knowing what stands in them."""

import json
import unicodedata
from collections.abc import Callable, Mapping, MutableMapping
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Literal, get_args

import yaml

from journeybook.adapters.disk.folder import read_folder
from journeybook.adapters.disk.sites.handbook_folders import Folders
from journeybook.codes import Code
from journeybook.schema import MODELS
from journeybook.schema.fields import Written
from journeybook.schema.kpi import Kpi
from journeybook.schema.settings.configuration import Configuration, WaiverEntry
from journeybook.schema.settings.inventory import Source
from journeybook.schema.statement import DropOff, Emotion, Expectation, Question, Touchpoint
from journeybook.sources.document import Refusal, SourceFile
from tests import everything
from tests.fuzz.nasty import BYTES, NAMES, NASTY
from tests.fuzz.settings import settings_file
from tests.sites import DUTCH, EXAMPLE
from tests.snapshots.handbook import read

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
Files = MutableMapping[str, bytes]

DAYS = (date(2026, 11, 21), date.min, date.max, date(2000, 2, 29), date(2026, 12, 31))
WORD = "zqtellingxv"
"""A word that no handbook knows, to be looked for in what comes out."""

_MODELS: tuple[type[Written], ...] = (*MODELS.values(), Configuration, WaiverEntry, Source)
_PARTS: tuple[type[Written], ...] = (Question, Expectation, Touchpoint, DropOff, Emotion, Kpi)
_KEYS = sorted(
    {key for model in (*_MODELS, *_PARTS) for key in model.model_fields}
    | {"+goals", "where", "severity", "asset_types", "statuses", "emotions", "primary", "icon"}
    | {"template", "search", "hide", *(code.value for code in Code)}
)
_FOLDERS = ("personas", "phases", "channels", "assets", "journeys", "journeys/a", "research", "")
_KINDS = [*("actions", "notes"), *_FOLDERS]


Where = Literal["memory", "site", "past"]
_EVERY = 50
_OTHERWISE: Mapping[int, Where] = {7: "site", 13: "past"}
"""Which of fifty handbooks lie on a disk as a site, or in git with a past; the others are read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A mangled handbook, what it was before, the day on which it is judged, and where it lies.

    What else is decided by chance comes from `chance`, the same each time.
    """

    files: tuple[SourceFile, ...]
    before: tuple[SourceFile, ...] = ()
    today: date = DAYS[0]
    directory_urls: bool = True
    telling: str = ""
    where: Where = "memory"
    chance: str = ""


def mangled(seed: int, number: int) -> Case:
    """Make a case; `telling` is the file in which the word stands."""
    random = Random(f"{seed} {number}")
    whole = random.choice(_handbooks())
    paths = random.sample(sorted(whole), min(len(whole), random.randint(1, 14)))
    before = {path: whole[path] for path in paths}
    files = dict(before)
    for _ in range(random.randint(1, 5)):
        random.choice(_EDITS)(files, random)
    telling = _tell(files, random)
    where = _OTHERWISE.get(number % _EVERY, "memory")
    settings = {"mkdocs.yml": settings_file(random)} if where == "site" else {}
    return Case(
        where=where,
        chance=f"{seed} {number}",
        files=(*(_refused(file, random) for file in _as_files(files)), *_as_files(settings)),
        before=_as_files(before),
        today=random.choice((*DAYS[:1] * 6, *DAYS)),
        directory_urls=random.random() < 0.8,
        telling=telling,
    )


def _as_files(files: Mapping[str, bytes]) -> tuple[SourceFile, ...]:
    return tuple(SourceFile(path=path, data=data) for path, data in files.items())


def _refused(file: SourceFile, random: Random) -> SourceFile:
    if random.random() > 0.01:
        return file
    return replace(file, data=b"", refused=random.choice(get_args(Refusal)))


@cache
def _handbooks() -> tuple[Mapping[str, bytes], ...]:
    written = {path: (text or "").encode() for path, text in read("whole").items()}
    all_keys = everything.handbook(lambda place: place[-1])
    return (
        {path: text.encode() for path, text in all_keys.items()},
        {path: data for path, data in written.items() if path != "mkdocs.yml"},
        *(_on_disk(file.parent) for file in (EXAMPLE, DUTCH)),
    )


def _on_disk(root: Path) -> Mapping[str, bytes]:
    found = read_folder(Folders(root=root, content="content", config="site_config"))
    return {one.path: one.data for one in found if one.data}


def _bytes(files: Files, random: Random) -> None:
    path = random.choice(list(files))
    data = files[path]
    at = random.randint(0, len(data))
    files[path] = data[:at] + random.choice(BYTES) + data[at + random.choice((0, 0, 1, 9, 60)) :]


def _lines(files: Files, random: Random) -> None:
    path = random.choice(list(files))
    lines = files[path].split(b"\n")
    at, to = random.randrange(len(lines)), random.randrange(len(lines))
    moved = random.choice((lines[at], b"  " + lines[at], lines[at].strip(), b""))
    if random.random() < 0.5:
        lines.insert(to, moved)
    else:
        lines[to] = moved
    files[path] = b"\n".join(lines)


def _values(files: Files, random: Random) -> None:
    path = random.choice(list(files))
    front, body = _split(files[path], path)
    if front is None:
        return
    for _ in range(random.randint(1, 3)):
        _change(front, random)
    files[path] = _joined(front, body, path, random)


def _change(value: Any, random: Random) -> None:  # noqa: ANN401 - whatever YAML holds
    while True:
        keys = list(value) if isinstance(value, dict) else list(range(len(value)))
        inner = [key for key in keys if isinstance(value[key], dict | list) and value[key]]
        if not inner or random.random() < 0.4:
            break
        value = value[random.choice(inner)]
    # A copy, since it may be changed in its turn.
    new = deepcopy(random.choice((*NASTY, *NASTY, _something(random))))
    if isinstance(value, dict):
        key = random.choice((*value, random.choice(_KEYS), random.choice(_KEYS)))
        value[key] = new
        if random.random() < 0.2:
            del value[key]
    else:
        value.insert(random.randint(0, len(value)), random.choice((new, *value)))


def _something(random: Random) -> object:
    keys = random.sample(_KEYS, random.randint(0, 4))
    return {key: deepcopy(random.choice(NASTY)) for key in keys}


def _names(files: Files, random: Random) -> None:
    path = random.choice(list(files))
    data = files.pop(path) if random.random() < 0.7 else files[path]
    folder, _, name = path.rpartition("/")
    choice = random.random()
    if choice < 0.3:
        name = unicodedata.normalize("NFD", name.swapcase())
    elif choice < 0.7:
        name = f"{random.choice(NAMES)}{random.choice(('.md', '.md', '.md', '.MD', '.png'))}"
    else:
        folder = f"content/{random.choice(_KINDS)}".rstrip("/")
    files[f"{folder}/{name}"] = data


def _fewer(files: Files, random: Random) -> None:
    if len(files) > 1:
        del files[random.choice(list(files))]


def _decisions(files: Files, random: Random) -> None:
    name = random.choice(("journeybook", "rules", "waivers"))
    entries = [_something(random) for _ in range(random.randint(0, 3))]
    whole: object = entries if name == "waivers" else _something(random)
    files[f"site_config/{name}.yml"] = yaml.safe_dump(whole, allow_unicode=True).encode()


_EDITS: tuple[Callable[[Files, Random], None], ...] = (
    *(_values, _values, _values, _values, _bytes, _lines, _names, _fewer, _decisions),
)


def _tell(files: Files, random: Random) -> str:
    # A file that can still be read gets a word under a key of its own.
    path = random.choice(sorted(files))
    front, body = _split(files[path], path)
    if not isinstance(front, dict) or not path.endswith(".md"):
        return ""
    front[random.choice(("title", "summary", "owner", "tags", "aliases"))] = WORD
    files[path] = _joined(front, body, path, random)
    return path


def _split(data: bytes, path: str) -> tuple[Any, bytes]:
    parts = data.split(b"---\n", 2)
    front, body = (data, b"") if path.endswith(".yml") else (b"", data)
    if path.endswith(".md") and len(parts) == 3 and not parts[0]:
        front, body = parts[1], parts[2]
    try:
        value = yaml.load(front, _LOADER)  # noqa: S506 - the safe one
    except (yaml.YAMLError, ValueError, RecursionError):
        return None, body
    return (value, body) if isinstance(value, dict | list) and value else (None, body)


def _joined(front: object, body: bytes, path: str, random: Random) -> bytes:
    try:
        text = (
            yaml.dump(front, None, _DUMPER, allow_unicode=random.random() < 0.8, sort_keys=False)
            if random.random() < 0.8
            else json.dumps(front, default=str)
        )
    except yaml.YAMLError:
        text = ""
    data = text.encode(errors="surrogatepass")
    return data if path.endswith(".yml") else b"---\n" + data + b"\n---\n" + body
