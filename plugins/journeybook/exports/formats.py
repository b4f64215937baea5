"""The formats of `journeybook export` by name, and the files that a site publishes."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec

from journeybook.exports.author_schema import author_schema
from journeybook.exports.frames import frame_files
from journeybook.exports.gap_files import gap_files, gap_tables
from journeybook.exports.json_export import handbook_json, handbook_schema
from journeybook.exports.mermaid import write_mermaid
from journeybook.exports.plain.wiki import wiki_copies, wiki_files
from journeybook.exports.tables import table_files
from journeybook.gaps.ledger import Entry
from journeybook.pages.gaps.brief_page import briefs, briefs_telling
from journeybook.pages.parts.site import Site
from journeybook.pipeline import Judged
from journeybook.rendering import Compilation


def site_files(compilation: Compilation) -> Mapping[str, bytes]:
    """Give the files by their path inside the site; none where the site goes without data."""
    if not compilation.site.shape.data:
        return {}
    return {
        "journeybook.json": handbook_json(compilation.site),
        "journeybook.schema.json": handbook_schema(),
        "journeybook.authors.schema.json": author_schema(
            compilation.site.wording, compilation.site.words
        ),
        **gap_files(compilation.site),
        **table_files(compilation.site),
        **dict(frame_files(compilation.site, compilation.pages)),
        **dict(_documents(compilation.site, briefs(compilation.site))),
    }


def prose_files(site: Site, steps: Collection[str]) -> Mapping[str, bytes]:
    """Give those of them that hold what authors wrote below their front matter.

    Of the `steps` by the paths of their files, or of anything else.
    """
    if not site.shape.data:
        return {}
    documents = _documents(site, briefs_telling(site, steps)) if steps else ()
    return {"journeybook.json": handbook_json(site), **dict(documents)}


def can_write_documents() -> bool:
    """Whether the library that writes documents for Word is there; it is an extra."""
    return find_spec("docx") is not None


def _documents(site: Site, entries: Iterable[Entry]) -> Iterator[tuple[str, bytes]]:
    if not site.shape.for_word:
        return
    from journeybook.exports.office.brief_document import write_brief  # noqa: PLC0415 - an extra

    for entry in entries:
        yield site.addresses.brief_document_of(entry.finding.fingerprint), write_brief(entry, site)


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """Writes a handbook that has been judged; `is_text` when a terminal can show it.

    `write` gives nothing where the handbook holds nothing yet that the format can tell.
    `write` may raise ModuleNotFoundError for a library that is an extra; `needs` is what has to be
    installed then, where it is not called as its module is.
    """

    write: Callable[[Judged], bytes]
    is_text: bool = True
    needs: str = ""


def _json(judged: Judged) -> bytes:
    return handbook_json(judged.site)


def _workbook(judged: Judged) -> bytes:
    # Its library is an extra, so it is looked for only when somebody asks.
    from journeybook.exports.office.workbook import write_workbook  # noqa: PLC0415

    return write_workbook(judged.site, judged.documents)


def _slides(judged: Judged) -> bytes:
    from journeybook.exports.office.slides import write_slides  # noqa: PLC0415 - an extra, as above

    # Without a journey there is nothing to show.
    return write_slides(judged.site) if judged.handbook.journeys else b""


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderExport:
    """Writes a handbook that has been judged as several files, by their path in a folder.

    `copies` tells which files of the handbook are laid beside them, each by its path there and by
    that from the root.
    """

    write: Callable[[Judged], Mapping[str, bytes]]
    copies: Callable[[Judged], Mapping[str, str]] | None = None


def _mermaid(judged: Judged) -> bytes:
    return write_mermaid(judged.site).encode()


def _tables(judged: Judged) -> Mapping[str, bytes]:
    return {**gap_tables(judged.site), **table_files(judged.site)}


FOLDER_EXPORTS: Mapping[str, FolderExport] = {
    "csv": FolderExport(write=_tables),
    "markdown": FolderExport(write=wiki_files, copies=wiki_copies),
}
"""The formats of several files."""

EXPORTS: Mapping[str, Export] = {
    "json": Export(write=_json),
    "mermaid": Export(write=_mermaid),
    "xlsx": Export(write=_workbook, is_text=False),
    "pptx": Export(write=_slides, is_text=False, needs="python-pptx"),
}
"""The formats that ship; a team's own of the same name takes the place of one."""
