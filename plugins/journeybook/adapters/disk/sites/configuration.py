"""Finds the handbooks of a place: those its configuration names, or that of the usual layout."""

import os
from collections.abc import Sequence
from pathlib import Path

from journeybook.adapters.disk.refusal import CannotRunError, NoHandbookError, refused_by_disk
from journeybook.adapters.disk.sites.engine_yaml import read_configuration
from journeybook.adapters.disk.sites.handbook_folders import DEFAULT_CONFIG, Folders, handbooks_of
from journeybook.grouping import a_few
from journeybook.sources.names import CONFIGURATIONS

Place = Path | Folders
"""A folder with handbooks, or its configuration file; or a handbook that was found."""

_NO_SETTINGS = (".md", ".markdown", ".txt", ".csv", ".tsv", ".xlsx")
"""How files end that people have open, and that say nothing of a site."""
_NAMED = b"journeybook"
"""What the configuration of a site with a handbook names."""


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
        CannotRunError: when there is no such folder, or the file is one of the handbook's own.
    """
    if is_file(path):
        if path.suffix.casefold() in _NO_SETTINGS:
            raise CannotRunError(
                "{path} does not tell of a site; name the folder of the handbook, or its "
                "mkdocs.yml",
                path=path,
            )
        return path
    if not is_folder(path):
        _refuse_closed(path)
        raise CannotRunError("there is no folder {path}", path=path)
    return next((path / name for name in CONFIGURATIONS if (path / name).is_file()), None)


def refuse_missing(folders: Folders) -> None:
    """See that the pages may be read, and a folder of decisions is there, where one is asked for.

    Raises:
        CannotRunError: when they may not, or it is not.
    """
    _refuse_closed(folders.root / folders.content)
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


def _refuse_closed(folder: Path) -> None:
    try:
        os.scandir(folder).close()
    except PermissionError as error:
        raise refused_by_disk(error) from error
    except OSError:
        # Whoever needs it says that it is not there.
        return


def sites_inside(folder: Path) -> str:
    """Name the folders in a folder that hold a site with a handbook; nothing where there is none.

    Who keeps several sites side by side is often one folder too high.
    """
    try:
        inside = sorted(one.name for one in folder.iterdir() if _has_handbook(one))
    except OSError:
        return ""
    return a_few(inside)


def _has_handbook(folder: Path) -> bool:
    files = (folder / name for name in CONFIGURATIONS)
    return any(_NAMED in file.read_bytes() for file in files if is_file(file))


def _no_handbook(root: Path, file: Path | None, content: str) -> CannotRunError:
    if file is None and (inside := sites_inside(root)):
        return NoHandbookError(
            "there is no handbook in {root} itself; go to one of its folders, or name it: "
            "{folders}",
            root=root,
            folders=inside,
        )
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
