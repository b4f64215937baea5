"""Files that take no part in the handbook because of their name or the folder they lie in."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from journeybook.codes import Code
from journeybook.findings import Mistake, Span
from journeybook.schema import MODELS, Entity, Kind
from journeybook.schema.kind import FOLDER_OF, FOLDERS
from journeybook.schema.period import Words
from journeybook.sources.likeness import close_to
from journeybook.sources.names import DEFAULTS, is_defaults
from journeybook.sources.validation import meant_by
from journeybook.sources.yaml.nodes import Value

DECISIONS = ("journeybook.yml", "rules.yml", "waivers.yml", "inventory.yml")
"""The files of site_config/ that are read."""

BASELINE = "baseline.json"
"""The gaps that were there before, in the same folder, which no author writes."""

_TEXTS = re.compile(
    r"(?:\.(?:md|markdown|mdown|mkdn|mkd|mdx|text|txt|docx?|odt|rtf))+", re.IGNORECASE
)
_OFTEN = frozenset({*Entity.model_fields, "language", "next", "order", "status", "type", "url"})
"""Keys that pages of any site have."""

TO_COPY = "copy"
"""What is said of a file that is there to begin others with."""

_ENOUGH = 2


def stray_files(
    paths: Iterable[str],
    content: str,
    config: str,
    pages: Mapping[str, bytes],
    often: Collection[str] = (),
) -> Iterator[Mistake]:
    """Find files that look like ours and have a name that is not read.

    `pages` are the bytes of the Markdown there is; what one of them names is meant to be as it is.
    A folder of pages is `often` called so.
    """
    there = frozenset(paths)
    for path in sorted(there):
        folder, _, name = path.rpartition("/")
        if home := _home_of(path, content, config, pages, often):
            wanted = f"{home}/{name}"
            yield _mistake(path, what="place", wanted=wanted, there=_among(wanted, there))
            continue
        if folder == config:
            wanted = decisions_meant(name)
        elif path.startswith(f"{content}/") and name.endswith((".yml", ".yaml")):
            wanted = "" if is_defaults(path) else close_to(name.casefold(), DEFAULTS[:1])
        elif path.startswith(f"{content}/") and _is_ours(path.removeprefix(f"{content}/")):
            wanted = _markdown(name)
        else:
            continue
        if wanted and not _is_named(name, pages):
            taken = _among(f"{folder}/{wanted}", there)
            yield _mistake(path, what="name", wanted=wanted, there=taken)


def _among(path: str, there: Collection[str]) -> str:
    return path if path in there else ""


def is_like(folder: str, config: str) -> bool:
    """Tell whether a folder is called nearly like that of the decisions."""
    return "/" not in config and folder != config and bool(close_to(folder, (config,)))


def is_nearly_content(folder: str, content: str, often: Collection[str]) -> bool:
    """Tell whether a folder is called nearly like that of the pages, or as that often is."""
    is_near = folder in often or is_like(folder, content)
    return is_near and folder != content.partition("/")[0]


def is_beside(path: str, content: str, config: str, often: Collection[str]) -> bool:
    """Tell whether a file lies neither among the pages nor among the decisions."""
    first, _, rest = path.partition("/")
    return not path.startswith((f"{content}/", f"{config}/")) and (
        path in DECISIONS
        or first in FOLDERS
        or is_like(first, config)
        or (is_nearly_content(first, content, often) and rest.partition("/")[0] in FOLDERS)
    )


def stray_page(
    path: str, inside: str, value: Mapping[str, Value], words: Words | None
) -> Mistake | None:
    """Find a page outside our folders that has the keys of one of our kinds.

    `inside` is its path in the content folder.
    """
    folder = inside.partition("/")[0] if "/" in inside else ""
    meant = FOLDERS.get(_folder(folder, words))
    kinds = (Kind.JOURNEY, Kind.STEP) if meant is Kind.JOURNEY else (meant,)
    keys = {kind: value.keys() & model.model_fields.keys() for kind, model in MODELS.items()}
    telling = {kind: len(own - _OFTEN) for kind, own in keys.items()}
    best = max(telling, key=lambda kind: (kind in kinds, telling[kind], len(keys[kind])))
    special = len(keys[best] - Entity.model_fields.keys())
    # The index of a folder of ours has a title; in one that is nearly called so, that is enough.
    enough = special if folder in FOLDERS else keys[best]
    if (enough and best in kinds) or (telling[best] and special >= _ENOUGH):
        home, _, name = inside.rpartition("/")
        if folder in FOLDERS and best is meant and best is not Kind.JOURNEY and name == "index.md":
            return _mistake(path, what="front", wanted=home)
        return _mistake(path, what=best.value, wanted=_home(best))
    return None


def is_step(value: Mapping[str, Value]) -> bool:
    """Tell whether a file has the keys of a step and none that a journey has alone."""
    step, journey = MODELS[Kind.STEP].model_fields.keys(), MODELS[Kind.JOURNEY].model_fields.keys()
    return bool(value.keys() & (step - journey)) and not value.keys() & (journey - step)


def stray_step(path: str) -> Mistake:
    """Tell of a step that lies beside the folders of the journeys."""
    return _mistake(path, what=Kind.STEP.value, wanted=_home(Kind.STEP))


def file_to_copy(path: str) -> Mistake:
    """Tell of a file that is there to begin others with."""
    return _mistake(path, what=TO_COPY, wanted="")


def stray_index(path: str) -> Mistake | None:
    """Tell of an `index.md` that is written in other letters."""
    name = PurePosixPath(path).name
    is_index = name.casefold() in ("index.md", "readme.md") and name not in (
        "index.md",
        "README.md",
    )
    return _mistake(path, what="index", wanted="index.md") if is_index else None


def _home_of(
    path: str, content: str, config: str, pages: Mapping[str, bytes], often: Collection[str]
) -> str:
    # The folder in which a file would be read that lies in the wrong one.
    folder, _, name = path.rpartition("/")
    is_inside = path.startswith(f"{content}/")
    if name in DECISIONS and folder != config:
        near = ("", content, f"{content}/{PurePosixPath(config).name}")
        is_near = folder in near or is_like(folder, config)
        return config if is_near and not _is_named(name, pages) else ""
    first, _, below = path.partition("/")
    inside = below if is_nearly_content(first, content, often) else path.removeprefix(f"{config}/")
    kind = FOLDERS.get(inside.partition("/")[0])
    if is_inside or kind is None or not name.endswith(".md"):
        return ""
    lines = pages.get(path, b"").decode(errors="replace").split("\n")
    kinds = (kind, Kind.STEP) if kind is Kind.JOURNEY else (kind,)
    keys = {key for one in kinds for key in MODELS[one].model_fields} - {"title"}
    is_ours = keys & {line.partition(":")[0] for line in lines}
    return f"{content}/{inside.rpartition('/')[0]}" if is_ours else ""


def _is_named(name: str, pages: Mapping[str, bytes]) -> bool:
    # A name without an ending may be a word of any text.
    return "." in name and any(name.encode() in data for data in pages.values())


def _is_ours(inside: str) -> bool:
    folder, slash, _ = inside.partition("/")
    return bool(slash) and folder in FOLDERS


def _markdown(name: str) -> str:
    stem = name if "." not in name else ""
    if ending := _TEXTS.search(name):
        stem = name[: ending.start()]
    return f"{stem}.md" if stem and name != f"{stem}.md" else ""


def decisions_meant(name: str) -> str:
    """Give the file of decisions that is meant by a name that is not read; nothing for others."""
    stem, _, ending = name.rpartition(".")
    if name in DECISIONS or ending.casefold() not in ("yml", "yaml", "json", "toml", "txt"):
        return ""
    return close_to(f"{stem.removesuffix('.yml').casefold()}.yml", DECISIONS)


def _folder(name: str, words: Words | None) -> str:
    meant = meant_by(name, tuple(FOLDERS), words)
    return meant[0] if meant else close_to(name, tuple(FOLDERS))


def _home(kind: Kind) -> str:
    return "journeys/…" if kind in (Kind.STEP, Kind.JOURNEY) else FOLDER_OF[kind]


def _mistake(path: str, **values: str) -> Mistake:
    return Mistake(code=Code.MISPLACED_FILE, span=Span(path=path), values=values)
