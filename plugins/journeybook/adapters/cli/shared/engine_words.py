"""What the engine that builds a site says, and our plugin in it, in our languages.

It speaks English alone, so its lines are known by their shape, and said anew. What is not known
here stays as it is.
"""

import re
from collections.abc import Mapping
from functools import cache

from journeybook.adapters.disk.versions.looking_back import SHALLOW
from journeybook.wording import Wording, marked

_SAID = (
    marked("Building documentation..."),
    marked("Building documentation to directory: {folder}"),
    marked("Cleaning site directory"),
    marked("Documentation built in {seconds} seconds"),
    marked("Serving on {address}"),
    marked("Watching paths for changes: {paths}"),
    marked("Browser connected: {address}"),
    marked("Detected file changes"),
    marked("Reloading browsers"),
    marked("Shutting down..."),
    marked(
        "An error happened during the rebuild. The server will appear stuck until build errors are "
        "resolved."
    ),
    marked("Config file '{file}' does not exist."),
    marked("Config value '{key}': {problem}"),
    marked("Required configuration not provided."),
    marked("Unrecognised configuration name: {name}"),
    marked("Unrecognised theme name: '{name}'. The available installed themes are: {known}"),
    marked('The "{name}" plugin is not installed'),
    marked("The path '{path}' isn't an existing {kind}."),
    marked("directory"),
    marked("file"),
    marked("Expected type: {wanted} but received: {found}"),
    marked("Aborted with a configuration error!"),
    marked("Aborted with {count} configuration warnings in 'strict' mode!"),
    marked("Aborted with {count} warnings in strict mode!"),
    marked("Aborted with a BuildError!"),
    marked(
        "A reference to '{file}' is included in the 'nav' configuration, which is not found in the "
        "documentation files."
    ),
    marked(
        'The following pages exist in the docs directory, but are not included in the "nav" '
        "configuration:"
    ),
    marked(
        "Doc file '{file}' contains a link '{link}', but the target '{target}' is not found among "
        "documentation files."
    ),
    marked(
        "Doc file '{file}' contains a link '{link}', but the target is not found among "
        "documentation files."
    ),
    marked("Doc file '{file}' contains an unrecognized relative link '{link}', it was left as is."),
    marked("Doc file '{file}' contains an absolute link '{link}', it was left as is."),
    marked(
        "Doc file '{file}' contains a link '{link}', but the doc '{target}' does not contain an "
        "anchor '{anchor}'."
    ),
    marked("Doc file '{file}' contains a link '{link}', but there is no such anchor on this page."),
    marked("{told} Did you mean '{suggestion}'?"),
    SHALLOW,
    marked("cannot read or write {file}: {problem}"),
    marked("cannot read or write: {problem}"),
    marked("the site cannot be written into {folder}; name another folder with site_dir"),
    marked("{file} would be deleted, since the site is written into {folder}; name another folder"),
    marked("{file} lies among the files of the handbook; name another place"),
    marked("the page {page} is left out: another one is published as {place}"),
    marked("{page}: the theme has no {key} {value}"),
    marked(
        "the theme {name} shows the handbook plainly; tabs, dark colours by choice, wide pages and "
        "instant navigation are Material's"
    ),
    marked("Error reading page '{file}': {problem}"),
    marked("Error building page '{file}': {problem}"),
)
_LINE = re.compile(
    r"(?P<level>INFO|WARNING|ERROR)(?P<between> +-  (?:journeybook: )?)(?P<told>.*)", re.DOTALL
)
_LEVELS = {"WARNING": "warning", "ERROR": "error"}


def said_anew(line: str, wording: Wording) -> str:
    """Give a line of the engine's log in the language of a wording."""
    match = _LINE.fullmatch(line)
    if match is None:
        return _told(line, wording)
    level = _LEVELS.get(match["level"], "")
    word = wording.text(level).upper() if level else match["level"]
    return f"{word}{match['between']}{_told(match['told'], wording)}"


def _told(told: str, wording: Wording) -> str:
    for message, shape in _shapes().items():
        if match := shape.fullmatch(told):
            inside = {name: _told(value, wording) for name, value in match.groupdict().items()}
            return wording.text(message, **inside)
    return told


@cache
def _shapes() -> Mapping[str, re.Pattern[str]]:
    return {
        one: re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+?)", re.escape(one))) for one in _SAID
    }
