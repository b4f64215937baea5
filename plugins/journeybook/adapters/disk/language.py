"""The language of a handbook, where nothing else of it needs to be read."""

from dataclasses import replace

from journeybook.adapters.disk.folder import read_folder
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.resources import shipped
from journeybook.adapters.disk.sites.handbook_folders import Folders
from journeybook.resources import wording_of
from journeybook.sources.settings.configuration import read_decisions
from journeybook.wording import Wording


def language_of(folders: Folders) -> str:
    """Give the language of a handbook's decisions; English where we do not speak it."""
    files = read_folder(replace(folders, content=folders.config, left_out=lambda _path: False))
    decisions = read_decisions(files, folders.config, shared=folders.shared)
    language = decisions.configuration.language
    return language if language in shipped().spoken else "en"


def language_for_all(folders: Folders) -> str:
    """Give the language of a site in which a handbook stands."""
    if folders.shared:
        folders = replace(folders, config=folders.shared, shared="")
    return language_of(folders)


def spoken_language(language: str) -> str:
    """Give a language that somebody asks for.

    Raises:
        CannotRunError: when it is none that we speak.
    """
    spoken = shipped().spoken
    if language not in spoken:
        raise CannotRunError(
            "there is no language {language}, only {known}",
            language=language,
            known=", ".join(sorted(spoken)),
        )
    return language


def wording_in(language: str) -> Wording:
    """Give what we say in a language."""
    return wording_of(language, shipped())
