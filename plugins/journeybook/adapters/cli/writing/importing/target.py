"""The handbook that something is brought into: the one on disk, or one that begins."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from journeybook.adapters.disk.language import spoken_language, wording_in
from journeybook.adapters.disk.refusal import NoHandbookError
from journeybook.adapters.disk.resources import shipped
from journeybook.adapters.disk.sites.configuration import Place, find_folders, sites_inside
from journeybook.adapters.disk.sites.handbook_folders import Folders
from journeybook.adapters.disk.workspace import day_of, files_of, judged
from journeybook.importing.bringing import language_in
from journeybook.pipeline import CompileSettings, Judged, read_handbook
from journeybook.resources import languages_of
from journeybook.sources.document import SourceFile
from journeybook.starting.beginning import site_files


@dataclass(frozen=True, kw_only=True)
class Target:
    """The handbook that is brought into, with the files that it begins with, if it does."""

    root: Path
    files: Sequence[SourceFile]
    day: date
    begins: Mapping[str, str] = field(default_factory=dict)
    folders: Folders | None = None

    @cached_property
    def book(self) -> Judged:
        """The handbook as it is."""
        return self.judge(self.files)

    def judge(self, files: Sequence[SourceFile]) -> Judged:
        """Judge a state of the handbook."""
        if self.folders:
            return judged(files, self.folders, self.day)
        return read_handbook(files, CompileSettings(resources=shipped()), self.day)


def target_at(path: Place, source: SourceFile, language: str | None, today: date | None) -> Target:
    """Find the handbook at a place; where there is none, one begins.

    Raises:
        CannotRunError: when what is there cannot be read, or the language is none.
    """
    try:
        folders = find_folders(path)
    except NoHandbookError:
        if sites_inside(_root(path)):
            raise
        return beginning_at(path, source, language, day_of(today))
    files = files_of(folders)
    return Target(root=folders.root, files=files, folders=folders, day=day_of(today, folders))


def beginning_at(path: Place, source: SourceFile, language: str | None, day: date) -> Target:
    """Begin a handbook at a place, in a language, or in that of the headings of a file.

    Raises:
        CannotRunError: when the language is none that we speak.
    """
    known = {code: languages_of(shipped())[code] for code in shipped().spoken}
    written = spoken_language(language or language_in(source, known))
    begins = site_files(wording_in(written), "journeybook")
    root = _root(path)
    kept = {name: text for name, text in begins.items() if not (root / name).exists()}
    files = [SourceFile(path=name, data=text.encode()) for name, text in begins.items()]
    return Target(root=root, files=files, begins=kept, day=day)


def _root(place: Place) -> Path:
    return place.root if isinstance(place, Folders) else place
