"""What a site has to read: its files on disk, and those that other plugins make, edit or remove."""

import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from journeybook.adapters.disk.configuration import Folders
from journeybook.adapters.disk.folder import read_folder
from journeybook.schema.kind import FOLDERS
from journeybook.sources.document import SourceFile

_PUBLISHED = (InclusionLevel.INCLUDED, InclusionLevel.NOT_IN_NAV, InclusionLevel.UNDEFINED)
# What a file outside of our folders holds when it is ours to read all the same.
_OURS = (b"kind:", b"journeybook/")

Origins = Mapping[str, str | None]
"""Files by their path inside the content folder, with the file on disk behind each."""


def root_of(config: MkDocsConfig) -> Path:
    """Give the folder of a site's configuration."""
    return Path(config.config_file_path or ".").resolve().parent


def site_name(config: MkDocsConfig) -> str:
    """Give the name of a site's configuration, by which what is kept of it is told apart."""
    return Path(config.config_file_path or "mkdocs.yml").name


@dataclass(frozen=True, kw_only=True)
class SiteSources:
    """The files of a handbook in a site, but for those that are `ours`; `drafts` may count too.

    `taken` are files of the handbook that are none of the engine's for now, as steps are.
    """

    config: MkDocsConfig
    files: Files
    folders: Folders
    ours: Collection[str] = ()
    taken: Origins = field(default_factory=dict)
    drafts: bool = False

    @property
    def part(self) -> str:
        """The folder of the handbook in that of the pages, with a slash behind, if it is a part."""
        return self.folders.part

    @cached_property
    def origins(self) -> Origins:
        """What is published, and what we have taken."""
        there = {uri: file.abs_src_path for uri, file in self._published.items()}
        return {**self.taken, **there}

    def look(self) -> None:
        """See what there is, before anything else comes to it."""
        self.origins  # noqa: B018 - looked up once

    def read(self, *, of_strangers: bool) -> tuple[SourceFile, ...]:
        """Read what is published; what MkDocs or another plugin leaves out is not there."""
        there = self.origins
        made = {
            f"{self.folders.content}/{uri.removeprefix(self.part)}": file.content_bytes
            for uri, file in self._published.items()
            if uri.startswith(self.part) and self._is_made(file)
        }
        published = replace(self.folders, left_out=lambda path: f"{self.part}{path}" not in there)
        read = read_folder(published, of_strangers=of_strangers)
        kept = (file for file in read if file.path not in made)
        return (*kept, *(SourceFile(path=path, data=data) for path, data in made.items()))

    def differs(self, before: Origins) -> bool:
        """Tell whether there is another handbook to read than `before`."""
        if before.keys() - self.origins.keys():
            return True
        added = {uri for uri, origin in self.origins.items() if before.get(uri, "") != origin}
        return any(self._may_be_ours(uri) for uri in added & self._published.keys())

    @cached_property
    def _published(self) -> Mapping[str, File]:
        levels = (*_PUBLISHED, InclusionLevel.DRAFT) if self.drafts else _PUBLISHED
        return {
            file.src_uri: file
            for file in self.files
            if file.inclusion in levels
            and file.src_uri not in self.ours
            and file.src_uri.startswith(self.part)
        }

    def _is_made(self, file: File) -> bool:
        written = os.path.join(self.config.docs_dir, file.src_uri)  # noqa: PTH118 - many files
        origin = file.abs_src_path
        return file.src_uri.endswith(".md") and (
            origin is None or os.path.normpath(origin) != os.path.normpath(written)
        )

    def _may_be_ours(self, uri: str) -> bool:
        if not uri.endswith(".md"):
            return False
        data = self._published[uri].content_bytes
        folder = uri.removeprefix(self.part).partition("/")[0]
        return folder in FOLDERS or any(sign in data for sign in _OURS)
