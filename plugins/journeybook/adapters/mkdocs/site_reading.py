"""Reads what a site has to read: its files on disk, and those that other plugins make."""

import os
from dataclasses import replace

from mkdocs.structure.files import File

from journeybook.adapters.disk.folder import read_folder
from journeybook.adapters.disk.keeping.lasting import Lasting
from journeybook.adapters.mkdocs.site_sources import SiteSources
from journeybook.sources.document import SourceFile


def read_site(site: SiteSources, lasting: Lasting, *, of_strangers: bool) -> tuple[SourceFile, ...]:
    """Read what is published; what MkDocs or another plugin leaves out is not there."""
    there = site.origins
    made = {
        f"{site.folders.content}/{uri.removeprefix(site.part)}": file.content_bytes
        for uri, file in site.published.items()
        if _is_made(site, file)
    }
    published = replace(site.folders, left_out=lambda path: f"{site.part}{path}" not in there)
    read = read_folder(published, of_strangers=of_strangers, lasting=lasting)
    kept = (file for file in read if file.path not in made)
    return (*kept, *(SourceFile(path=path, data=data) for path, data in made.items()))


def _is_made(site: SiteSources, file: File) -> bool:
    written = os.path.join(site.config.docs_dir, file.src_uri)  # noqa: PTH118 - many files
    origin = file.abs_src_path
    return file.src_uri.endswith(".md") and (
        origin is None
        or (origin != written and os.path.normpath(origin) != os.path.normpath(written))
    )
