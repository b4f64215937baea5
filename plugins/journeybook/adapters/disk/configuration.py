"""Which handbooks a site's configuration means, and where they keep their files."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from pathlib import Path, PurePosixPath
from typing import Any

from pathspec.gitignore import GitIgnoreSpec

from journeybook.adapters.disk.engine_yaml import read_configuration
from journeybook.adapters.disk.refusal import CannotRunError, NoHandbookError
from journeybook.handbook.ids import title_of
from journeybook.sources.names import CONFIGURATIONS

_ALWAYS_LEFT_OUT = (".*", "/templates/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Folders:
    """Where a handbook keeps its content and its decisions, inside its root.

    `left_out` tells of a path inside the content folder whether the site is told to leave it out.
    `part` is the folder of the handbook among the pages of a larger site, with a slash behind. One
    of several handbooks has a `title`, and takes from `shared` what its own folder does not decide.
    `overrides` is the folder of what the site changes of its theme; its pages have addresses of
    folders, or of files without `directory_urls`.
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

    @property
    def name(self) -> str:
        """What the handbook is called on the command line."""
        return self.part.rstrip("/")

    def is_called(self, name: str) -> bool:
        """Tell whether somebody means it by a name: its folder, or its title."""
        names = (self.name, self.content, PurePosixPath(self.content).name, self.title)
        return name.rstrip("/").casefold() in {one.casefold() for one in names}


Place = Path | Folders
"""A folder with handbooks, or its configuration file; or a handbook that was found."""


def find_folders(place: Place, handbook: str = "") -> Folders:
    """Find the only handbook at a place, or the one of several that is named.

    Raises:
        CannotRunError: when there is no such handbook, or several and none is named.
    """
    return only_one(find_handbooks(place), handbook)


def only_one(handbooks: Sequence[Folders], name: str = "") -> Folders:
    """Give the only one of some handbooks, or the one that is named.

    Raises:
        CannotRunError: when there is no such handbook, or several and none is named.
    """
    found = [one for one in handbooks if not name or one.is_called(name)]
    if len(found) == 1:
        return found[0]
    names = ", ".join(one.name or one.content for one in handbooks)
    if found:
        raise CannotRunError(
            "there are several handbooks here: {names}; name one: --handbook", names=names
        )
    raise CannotRunError(
        "there is no handbook {name} here; there are: {names}", name=name, names=names
    )


def find_handbooks(place: Place) -> tuple[Folders, ...]:
    """Find the handbooks that the configuration at a place names, or that of the usual layout.

    Raises:
        CannotRunError: when there is none, or the configuration cannot be read.
    """
    if isinstance(place, Folders):
        return (place,)
    found = named_handbooks(place)
    for folders in found:
        if not is_folder(folders.root / folders.content):
            root = place.parent if place.is_file() else place
            raise _no_handbook(root, configuration_at(place), folders.content)
        refuse_missing(folders)
    return found


def first_handbook(place: Place) -> Place:
    """Give the first handbook at a place, or the place itself where there is none at all.

    Raises:
        CannotRunError: when the configuration cannot be read, or names what is not there.
    """
    try:
        return find_handbooks(place)[0]
    except NoHandbookError:
        return place


def named_handbooks(path: Path) -> tuple[Folders, ...]:
    """Tell which handbooks a configuration names, whether their folders are there or not.

    Raises:
        CannotRunError: when the configuration cannot be read.
    """
    file = configuration_at(path)
    root = path.parent if path.is_file() else path
    return handbooks_of(read_configuration(file) if file else {}, root.resolve())


def configuration_at(path: Path) -> Path | None:
    """Give the configuration file that a path is, or that its folder holds; None without one.

    Raises:
        CannotRunError: when there is no such folder.
    """
    if is_file(path):
        return path
    if not is_folder(path):
        raise CannotRunError("there is no folder {path}", path=path)
    return next((path / name for name in CONFIGURATIONS if (path / name).is_file()), None)


def refuse_missing(folders: Folders) -> None:
    """See that a folder of decisions is there, where one is asked for.

    Raises:
        CannotRunError: when it is not.
    """
    is_asked = not folders.title and folders.config != DEFAULT_CONFIG
    if is_asked and not is_folder(folders.root / folders.config):
        raise CannotRunError(
            "config: there is no folder {folder}/ in {root}",
            folder=folders.config,
            root=folders.root,
        )


def is_folder(path: Path) -> bool:
    """Tell whether there is such a folder; no disk has one whose name it cannot hold."""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_file(path: Path) -> bool:
    """Tell whether there is such a file; no disk has one whose name it cannot hold."""
    try:
        return path.is_file()
    except OSError:
        return False


def _no_handbook(root: Path, file: Path | None, content: str) -> CannotRunError:
    if file is None:
        return NoHandbookError(
            "there is no handbook in {root}: there is no mkdocs.yml and no content/; "
            "`journeybook init` begins one",
            root=root,
        )
    return CannotRunError(
        "there is no handbook in {root}: {name} names the folder {folder}/, which is missing",
        root=root,
        name=file.name,
        folder=content,
    )


DEFAULT_CONFIG = "site_config"


def handbooks_of(settings: Mapping[str, Any], root: Path) -> tuple[Folders, ...]:
    """Tell which handbooks a configuration means, and which folders each has.

    Raises:
        CannotRunError: when a folder lies where it must not, or it is unclear what is left out.
    """
    found = handbooks_in(options_of(settings), root, pages_of(settings, root).content)
    overrides = _overrides(settings.get("theme"), root)
    return tuple(
        replace(
            one,
            left_out=_left_out(settings, one.name),
            overrides=overrides,
            directory_urls=settings.get("use_directory_urls") is not False,
        )
        for one in found
    )


def _overrides(theme: object, root: Path) -> str:
    folder = theme.get("custom_dir") if isinstance(theme, dict) else None
    path = _relative(root, folder) if isinstance(folder, str) else ""
    # A theme that several sites share lies outside, and is no part of this handbook.
    return "" if path.split("/")[0] == ".." else path


def pages_of(settings: Mapping[str, Any], root: Path) -> Folders:
    """Tell where all pages of a site lie, and what it leaves out of them."""
    pages = _relative(root, str(settings.get("docs_dir") or ("docs" if settings else "content")))
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
    content = _relative(root, f"{pages}/{part}")
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
    plain = _relative(root, folder)
    if PurePosixPath(plain).is_absolute() or plain.split("/")[0] == "..":
        raise CannotRunError(
            "config: the folder {folder} lies outside of {root}", folder=folder, root=root
        )
    return plain


def _relative(root: Path, folder: str) -> str:
    return Path(os.path.relpath(root / folder, root)).as_posix()


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
    lines = [*_ALWAYS_LEFT_OUT]
    for key in ("exclude_docs", "draft_docs"):
        text = settings.get(key)
        lines.extend(text.splitlines() if isinstance(text, str) else ())
    try:
        spec = GitIgnoreSpec.from_lines(lines)
    except ValueError as error:
        raise CannotRunError(
            "exclude_docs or draft_docs: {problem}", problem=" ".join(str(error).split())
        ) from error
    # The site speaks of all its pages, of which the handbook may be a part.
    return (lambda path: spec.match_file(f"{part}/{path}")) if part else spec.match_file
