"""Where each handbook of a site keeps its files, as the site's configuration says."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import combinations
from pathlib import Path, PurePosixPath
from typing import Any

from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.findings import only
from journeybook.handbook.ids import title_of

_ALWAYS_LEFT_OUT = (".*", "/templates/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Folders:
    """Where a handbook keeps its content and its decisions, inside its root.

    `left_out` tells of a path inside the content folder whether the site is told to leave it out.
    `part` is the folder of the handbook among the pages of a larger site, with a slash behind. One
    of several handbooks has a `title`, and takes from `shared` what its own folder does not decide.
    `overrides` is the folder of what the site changes of its theme; its pages have addresses of
    folders, or of files without `directory_urls`. `today` is the day it says it is judged as of.
    """

    root: Path
    content: str
    config: str
    left_out: Callable[[str], bool] = field(default=lambda _path: False)
    part: str = ""
    title: str = ""
    shared: str = ""
    overrides: str = ""
    directory_urls: bool = True
    today: date | None = None

    @property
    def name(self) -> str:
        """What the handbook is called on the command line."""
        return self.part.rstrip("/")

    def is_called(self, name: str) -> bool:
        """Tell whether somebody means it by a name: its folder, or its title."""
        names = (self.name, self.content, PurePosixPath(self.content).name, self.title)
        return name.rstrip("/").casefold() in {one.casefold() for one in names}


DEFAULT_CONFIG = "site_config"


def handbooks_of(settings: Mapping[str, Any], root: Path) -> tuple[Folders, ...]:
    """Tell which handbooks a configuration means, and which folders each has.

    Raises:
        CannotRunError: when a folder lies where it must not, or it is unclear what is left out.
    """
    found = handbooks_in(options_of(settings), root, pages_of(settings, root).content)
    overrides = _overrides(settings.get("theme"), root)
    today = day_said(options_of(settings).get("today"))
    return tuple(
        replace(
            one,
            left_out=_left_out(settings, one.name),
            overrides=overrides,
            directory_urls=settings.get("use_directory_urls") is not False,
            today=today,
        )
        for one in found
    )


def day_said(said: object) -> date | None:
    """Read the day that a site says it is judged as of, if it says one.

    Raises:
        CannotRunError: when there is no such day.
    """
    try:
        return date.fromisoformat(str(said)) if said else None
    except ValueError as error:
        message = "'today' is no date such as 2026-03-01: {day}"
        raise CannotRunError(message, day=said) from error


def _overrides(theme: object, root: Path) -> str:
    folder = theme.get("custom_dir") if isinstance(theme, dict) else None
    path = way_from(root, folder) if isinstance(folder, str) else ""
    # A theme that several sites share lies outside, and is no part of this handbook.
    return "" if path.split("/")[0] == ".." else path


def pages_of(settings: Mapping[str, Any], root: Path) -> Folders:
    """Tell where all pages of a site lie, and what it leaves out of them."""
    pages = way_from(root, str(settings.get("docs_dir") or ("docs" if settings else "content")))
    return Folders(root=root, content=pages, config=pages, left_out=_left_out(settings, ""))


def handbooks_in(options: Mapping[str, Any], root: Path, pages: str) -> tuple[Folders, ...]:
    """Tell which handbooks the options of the plugin mean in a site's folder of pages.

    Raises:
        CannotRunError: when a folder lies where it must not, or two handbooks share one.
    """
    config = inside(root, str(options.get("config") or DEFAULT_CONFIG))
    entries = options.get("handbooks") or ()
    if not entries:
        content = part_of(root, pages, str(options.get("content") or ""))
        return (Folders(root=root, content=content, config=config, part=_part(content, pages)),)
    if options.get("content"):
        raise CannotRunError("content: with `handbooks`, each of them names its own")
    if not isinstance(entries, list) or not all(map(_names_content, entries)):
        raise CannotRunError("handbooks: this is a list, and each of them names its `content`")
    found = tuple(_among(entry, root, pages, config) for entry in entries)
    _refuse_shared(found)
    return found


def same_handbook(found: Sequence[Folders], wanted: Folders) -> Folders | None:
    """Find a handbook among those of another state: in its folder, or else by its title."""
    same = next((one for one in found if one.part == wanted.part), None)
    return same or only([one for one in found if one.title and one.title == wanted.title])


def _names_content(entry: object) -> bool:
    return isinstance(entry, Mapping) and bool(entry.get("content"))


def _among(entry: Mapping[str, Any], root: Path, pages: str, shared: str) -> Folders:
    content = part_of(root, pages, str(entry["content"]))
    part = _part(content, pages)
    return Folders(
        root=root,
        content=content,
        config=inside(root, str(entry.get("config") or f"{shared}/{part}")),
        part=part,
        title=str(entry.get("title") or title_of(part.rstrip("/"))),
        shared=shared,
    )


def _part(content: str, pages: str) -> str:
    part = content.removeprefix(pages).lstrip("/")
    return f"{part}/" if part else ""


def _refuse_shared(handbooks: Sequence[Folders]) -> None:
    # Waivers and a baseline belong to one handbook, and so does every file.
    for one, other in combinations(handbooks, 2):
        if one.part.startswith(other.part) or other.part.startswith(one.part):
            raise CannotRunError(
                "handbooks: {one}/ and {other}/ share files", one=one.content, other=other.content
            )
        if one.config == other.config:
            raise CannotRunError(
                "handbooks: {one}/ and {other}/ share the folder {config}/; what counts for both "
                "stands in {shared}/",
                one=one.content,
                other=other.content,
                config=one.config,
                shared=one.shared,
            )


def part_of(root: Path, pages: str, part: str) -> str:
    """Give the path of the folder of a handbook that is a part of a site's folder of pages.

    Raises:
        CannotRunError: when it lies elsewhere.
    """
    content = way_from(root, f"{pages}/{part}")
    if content != pages and not content.startswith(f"{pages}/"):
        raise CannotRunError(
            "content: the folder {part} lies outside of {pages}/", part=part, pages=pages
        )
    return content


def inside(root: Path, folder: str) -> str:
    """Give the plain path of a folder that must lie in the root.

    Raises:
        CannotRunError: when it does not.
    """
    plain = way_from(root, folder)
    if Path(plain).is_absolute() or plain.split("/")[0] == "..":
        raise CannotRunError(
            "config: the folder {folder} lies outside of {root}", folder=folder, root=root
        )
    return plain


def way_from(root: Path, place: Path | str) -> str:
    """Give the path by which a place is found from a folder: whole, where no way leads there."""
    try:
        way = os.path.relpath(root / place, root)
    except ValueError:
        # Another drive of Windows.
        way = str(place)
    return Path(way).as_posix()


def options_of(settings: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give the options that a configuration has for the plugin."""
    plugins = settings.get("plugins")
    entries: Sequence[object] = plugins if isinstance(plugins, list) else [plugins]
    for entry in entries:
        options = entry.get("journeybook") if isinstance(entry, dict) else None
        if isinstance(options, dict):
            return options
    return {}


def _left_out(settings: Mapping[str, Any], part: str) -> Callable[[str], bool]:
    told = (settings.get(key) for key in ("exclude_docs", "draft_docs"))
    lines = [line for text in told if isinstance(text, str) for line in text.splitlines()]
    # The site speaks of all its pages, of which the handbook may be a part.
    left_out = _matching((*_ALWAYS_LEFT_OUT, *lines)) if lines else _is_always_left_out
    return (lambda path: left_out(f"{part}/{path}")) if part else left_out


def _is_always_left_out(path: str) -> bool:
    # Most sites say nothing of it, and go without what reads patterns.
    first, *further = path.split("/")
    return (first == "templates" and bool(further)) or any(
        name.startswith(".") for name in (first, *further)
    )


def _matching(lines: Sequence[str]) -> Callable[[str], bool]:
    from pathspec.gitignore import GitIgnoreSpec  # noqa: PLC0415

    try:
        spec = GitIgnoreSpec.from_lines(lines)
    except ValueError as error:
        raise CannotRunError(
            "exclude_docs or draft_docs: {problem}", problem=" ".join(str(error).split())
        ) from error
    return spec.match_file
