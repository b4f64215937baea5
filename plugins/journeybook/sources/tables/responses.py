"""Files with the responses of customers: which are read, and that none of them is published."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from posixpath import basename, dirname
from unicodedata import normalize

from journeybook.schema.kind import FOLDER_OF, Kind
from journeybook.sources.document import SourceFile
from journeybook.sources.tables.tables import READ

_TABLES = (
    *(*READ, ".xls", ".xlsb", ".xltx", ".ods", ".fods", ".numbers", ".zip", ".gz", ".7z"),
    *(".sav", ".zsav", ".por", ".dta", ".sas7bdat", ".rds", ".rdata", ".parquet", ".feather"),
    *(".json", ".jsonl", ".ndjson", ".sqlite", ".db", ".mdb", ".accdb", ".bak", ".old", ".tmp"),
)
_SURVEY = re.compile(r"(?m)^\s*[\"']?survey[\"']?\s*:")


def named_responses(files: Iterable[SourceFile]) -> Mapping[str, frozenset[str]]:
    """Give the names of files that surveys may name, by the folder of who names them.

    Whether they really do is known when the pages are read; this is known before.
    """
    found: dict[str, set[str]] = {}
    for one in files:
        if one.path.endswith(".md") and b"survey" in one.data:
            text = one.data.decode("utf-8", "replace")
            if _SURVEY.search(text):
                found.setdefault(dirname(one.path), set()).add(_plain(text))
    return {folder: frozenset(texts) for folder, texts in found.items()}


def are_responses(path: str, named: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether a file may hold the responses that a survey names."""
    name = _plain(basename(path))
    is_read = name.endswith(READ)
    return is_read and any(name in text for texts in named.values() for text in texts)


def withheld(paths: Iterable[str], files: Iterable[SourceFile], content: str) -> Iterator[str]:
    """Give the files that are never published, as they may hold what customers answered.

    These are the tables of the folder of research, those beside a survey, and those that one names
    wherever they lie, whether or not the survey can be read.
    """
    named = named_responses(files)
    for path in paths:
        name = _plain(basename(path))
        is_table = name.rstrip("~").endswith(_TABLES) or name.startswith("~$")
        if is_table and path.startswith(f"{content}/"):
            is_beside = any(f"{dirname(path)}/".startswith(f"{one}/") for one in named)
            is_in_research = path.startswith(f"{content}/{FOLDER_OF[Kind.RESEARCH]}/")
            if is_in_research or is_beside or are_responses(path, named):
                yield path


def with_responses(
    files: Iterable[SourceFile], pages: Iterable[SourceFile], read: Callable[[SourceFile], bytes]
) -> Iterator[SourceFile]:
    """Give those of the files that a survey among the pages names, with what stands in them."""
    named = named_responses(pages)
    for file in files if named else ():
        if file.refused is None and are_responses(file.path, named):
            yield file if file.data else replace(file, data=read(file))


def _plain(text: str) -> str:
    return normalize("NFC", text).casefold()
