"""What a site has to read, and whether other plugins made, edited or removed some of it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from journeybook.adapters.disk.sites.handbook_folders import Folders

_PUBLISHED = (InclusionLevel.INCLUDED, InclusionLevel.NOT_IN_NAV, InclusionLevel.UNDEFINED)
# What a file outside of our folders holds when it may be ours all the same.
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
        there = {uri: file.abs_src_path for uri, file in self.published.items()}
        return {**self.taken, **there}

    @cached_property
    def places(self) -> Mapping[str, str]:
        """What stands anywhere in the site, by the name that it is published under."""
        return {file.dest_uri: file.src_uri for file in self.files if file.src_uri not in self.ours}

    def look(self) -> None:
        """See what there is, before anything else comes to it."""
        self.origins, self.places  # noqa: B018 - looked up once

    def differs(self, before: Origins) -> bool:
        """Tell whether there is another handbook to read than `before`."""
        if before.keys() - self.origins.keys():
            return True
        added = {uri for uri, origin in self.origins.items() if before.get(uri, "") != origin}
        return any(_may_be_ours(self, uri) for uri in added & self.published.keys())

    @cached_property
    def published(self) -> Mapping[str, File]:
        """The files of the handbook that are published, by path."""
        levels = (*_PUBLISHED, InclusionLevel.DRAFT) if self.drafts else _PUBLISHED
        return {
            file.src_uri: file
            for file in self.files
            if file.inclusion in levels
            and file.src_uri not in self.ours
            and file.src_uri.startswith(self.part)
        }


def _may_be_ours(site: SiteSources, uri: str) -> bool:
    if not uri.endswith(".md"):
        return False
    # Another plugin made something; mostly none does, and nobody waits for what tells them apart.
    from journeybook.schema.kind import FOLDERS  # noqa: PLC0415

    folder = uri.removeprefix(site.part).partition("/")[0]
    return folder in FOLDERS or any(sign in site.published[uri].content_bytes for sign in _OURS)
