"""The handbooks of a folder as they are while somebody writes: on disk, and in open editors."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from journeybook.adapters.disk.folder import read_folder
from journeybook.adapters.disk.sites.configuration import find_handbooks
from journeybook.adapters.disk.sites.handbook_folders import Folders
from journeybook.adapters.disk.upwards import nearest
from journeybook.adapters.disk.workspace import judged
from journeybook.pipeline import Judged
from journeybook.schema import Kind
from journeybook.sources.document import SourceFile
from journeybook.sources.reading import Known


@dataclass(slots=True, kw_only=True)
class OpenBook:
    """One handbook, read again in part whenever a letter is typed."""

    folders: Folders
    files: dict[str, SourceFile] = field(default_factory=dict)
    typed: dict[str, SourceFile] = field(default_factory=dict)
    known: Known = field(default_factory=dict)

    @property
    def place(self) -> Path:
        """The folder of its content."""
        return self.folders.root / self.folders.content

    def read_disk(self) -> None:
        """Read what lies on disk."""
        self.files = {file.path: file for file in read_folder(self.folders)}
        self.known = {key: item for key, item in self.known.items() if key[0] in self._now}

    def path_of(self, file: Path) -> str | None:
        """Give the path of a file inside the root, where it is one of this handbook."""
        root = self.folders.root
        if not file.is_relative_to(root):
            return None
        path = file.relative_to(root).as_posix()
        ours = (f"{self.folders.content}/", f"{self.folders.config}/")
        return path if path.startswith(ours) else None

    def type(self, path: str, text: str) -> None:
        """Take what stands in an editor in place of what lies on disk."""
        self.typed[path] = SourceFile(path=path, data=text.encode())

    def close(self, path: str) -> None:
        """Go back to what lies on disk."""
        self.typed.pop(path, None)
        self.read_disk()

    def file(self, path: str) -> SourceFile:
        """Give a file as it is now."""
        return self.typed.get(path) or self.files.get(path) or SourceFile(path=path)

    def judge(self) -> Judged:
        """Judge it as it is now."""
        return judged(self._now, self.folders, None, self.known)

    @property
    def _now(self) -> Sequence[SourceFile]:
        return tuple({**self.files, **self.typed}.values())


def open_books(folder: Path) -> tuple[OpenBook, ...]:
    """Open every handbook of a folder, or of the nearest one around it.

    Raises:
        CannotRunError: when there is none.
    """
    books = tuple(OpenBook(folders=one) for one in find_handbooks(nearest(folder)))
    for book in books:
        book.read_disk()
    return books


def kind_of(found: Judged, path: str) -> Kind | None:
    """Tell what a file describes; None where it is a page or no part of the handbook."""
    return next((one.kind for one in found.documents if one.path == path), None)
