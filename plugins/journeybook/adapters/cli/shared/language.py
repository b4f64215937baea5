"""The language of a run: the handbook's own, else that of the machine, where we speak it."""

import os
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

from journeybook.adapters.disk.language import language_of, wording_in
from journeybook.adapters.disk.refusal import CannotRunError
from journeybook.adapters.disk.resources import shipped
from journeybook.adapters.disk.sites.configuration import find_handbooks, is_file, is_folder
from journeybook.adapters.disk.sites.handbook_folders import DEFAULT_CONFIG, Folders
from journeybook.adapters.disk.upwards import nearest
from journeybook.wording import Wording

_OPTIONS = ("--language", "--lang")
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def wording_of_run(typed: Sequence[str]) -> Wording:
    """Give what is said in the language of a run, by what was typed for it."""
    try:
        return wording_in(next(_languages(typed), "en"))
    except (CannotRunError, OSError):
        # What stands in the way of our words stands in that of the command, which says so.
        return Wording()


def _languages(typed: Sequence[str]) -> Iterator[str]:
    yield from (one for one in _asked(typed) if one in shipped().spoken)
    places = (Path(one.rpartition("=")[2]) for one in typed)
    for place in (*(one for one in places if _may_be_one(one)), Path()):
        try:
            handbooks = find_handbooks(nearest(place))
        except CannotRunError:
            yield from _usual(nearest(place))
            continue
        named = (one for one in handbooks if any(map(one.is_called, typed)))
        yield language_of(next(named, handbooks[0]))
    for name in _VARIABLES:
        language = os.environ.get(name, "")[:2]
        if language in shipped().spoken:
            yield language


def _usual(place: Path) -> Iterator[str]:
    # A configuration that cannot be read names no decisions, which most teams keep in one folder.
    root = place.parent if is_file(place) else place
    if is_file(root / DEFAULT_CONFIG / "journeybook.yml"):
        yield language_of(Folders(root=root, content=DEFAULT_CONFIG, config=DEFAULT_CONFIG))


def _asked(typed: Sequence[str]) -> Iterator[str]:
    # `--language nl`, or `--language=nl`.
    for option, value in zip_longest(typed, typed[1:], fillvalue=""):
        name, _, beside = option.partition("=")
        if name in _OPTIONS:
            yield beside or value


def _may_be_one(place: Path) -> bool:
    return is_folder(place) or (is_file(place) and place.suffix in (".yml", ".yaml"))
