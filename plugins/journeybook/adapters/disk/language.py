"""The language of a handbook, where nothing else of it needs to be read."""

from pathlib import Path

from journeybook.adapters.disk.configuration import Folders
from journeybook.adapters.disk.folder import read_folder
from journeybook.adapters.disk.resources import shipped
from journeybook.sources.configuration import read_decisions
from journeybook.wording import Wording, read_wording


def language_of(root: Path, decisions: str) -> str:
    """Give the language that the folder of decisions names; English where we do not speak it."""
    files = read_folder(Folders(root=root, content=decisions, config=decisions))
    language = read_decisions(files, decisions).configuration.language
    return language if language in shipped().vocabularies else "en"


def wording_in(language: str) -> Wording:
    """Give what we say in a language."""
    return read_wording(language, shipped().catalogues.get(language, ()))
