"""The files of a handbook at one moment."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from journeybook.adapters.disk.sites.handbook_folders import Folders
from journeybook.adapters.disk.versions.moving import IsThere
from journeybook.adapters.disk.workspace import judged
from journeybook.pipeline import Judged
from journeybook.sources.document import SourceFile
from journeybook.sources.reading import Known


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """The files of a handbook at one moment; `left_out` are paths whose content git has not.

    `inside` is the folder in its repository in which its site lay, with a slash behind; `kept_back`
    are the paths of files that are there, and that the site is told to leave out.
    """

    files: tuple[SourceFile, ...]
    folders: Folders
    left_out: tuple[str, ...] = ()
    kept_back: frozenset[str] = frozenset()
    inside: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is no handbook at all."""
        return not any(one.path.startswith(f"{self.folders.content}/") for one in self.files)

    def without(self, paths: Collection[str]) -> "Snapshot":
        """Give the same without the files at or below some paths."""
        folders = tuple(f"{path}/" for path in paths)
        kept = (
            one
            for one in self.files
            if one.path not in paths and not (folders and one.path.startswith(folders))
        )
        return replace(self, files=tuple(kept))

    def judge(self, day: date | None, known: Known | None = None, *, hides: bool = False) -> Judged:
        """Judge it as of a day, or that of its site, or today; files in `known` are not read again.

        What is private is shown nowhere when it `hides`.
        """
        return judged(self.files, self.folders, day, known, hides=hides)

    def without_what_stays(self, later: Folders, is_there: IsThere) -> "Snapshot":
        """Give the same without pages of the site that stay where they are when it moves.

        They are none of a handbook that lies in a folder of its own by now.
        """
        ours, here = (f"{one.content}/" for one in (self.folders, later))
        pages = [one.path for one in self.files if one.path.startswith(ours)]
        stays = (path for path in pages if is_there(path) and not path.startswith(here))
        return self if ours == here else self.without(tuple(stays))
