"""What Click says of its own accord, in our languages: it asks the gettext of Python for it."""

import gettext
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from journeybook.wording import Wording, marked, marked_count

_SINGLE = (
    marked("%(prog)s, version %(version)s"),
    marked("Aborted!"),
    marked("[OPTIONS]"),
    marked("COMMAND [ARGS]..."),
    marked("Commands"),
    marked("Error: {message}"),
    marked("Invalid value: {message}"),
    marked("Invalid value for {param_hint}: {message}"),
    marked("Missing argument"),
    marked("Missing command."),
    marked("Missing option"),
    marked("No such command {name!r}."),
    marked("No such option {name!r}."),
    marked("Option {name!r} does not take a value."),
    marked("Options"),
    marked("Show this message and exit."),
    marked("Try '{command} {option}' for help."),
    marked("Usage:"),
    marked("default: {default}"),
    marked("directory"),
    marked("file"),
    marked("path"),
    marked("{name} {filename!r} does not exist."),
    marked("{name} {filename!r} is a directory."),
    marked("{name} {filename!r} is a file."),
    marked("{value!r} is not a valid {number_type}."),
)
_COUNTED = (
    marked_count("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    marked_count(
        "Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"
    ),
    marked_count(
        "Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."
    ),
    marked_count("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
)
_DOMAIN = "messages"


@contextmanager
def in_our_words(wording: Wording) -> Iterator[None]:
    """Let Click speak the language of a wording for a while."""
    if wording.language == "en":
        yield
        return
    with ExitStack() as stack:
        # Where nothing can be written for a while, Click speaks English.
        with suppress(OSError):
            folder = stack.enter_context(TemporaryDirectory(prefix="journeybook-"))
            file = Path(folder) / wording.language / "LC_MESSAGES" / f"{_DOMAIN}.mo"
            file.parent.mkdir(parents=True)
            file.write_bytes(_catalogue(wording))
            stack.enter_context(_looked_up(folder, wording.language))
        yield


@contextmanager
def _looked_up(folder: str, language: str) -> Iterator[None]:
    before, spoken = gettext.bindtextdomain(_DOMAIN), os.environ.get("LANGUAGE")
    gettext.bindtextdomain(_DOMAIN, folder)
    os.environ["LANGUAGE"] = language
    try:
        yield
    finally:
        gettext.bindtextdomain(_DOMAIN, before)
        os.environ.pop("LANGUAGE")
        if spoken is not None:
            os.environ["LANGUAGE"] = spoken


def _catalogue(wording: Wording) -> bytes:
    # In English nothing is written, and this would be read for nothing.
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo

    catalogue = Catalog(locale=wording.language, charset="utf-8", fuzzy=False)
    for message in _SINGLE:
        catalogue.add(message, wording.text(message))
    for one, many in _COUNTED:
        forms = wording.messages.get(one, (one, many))
        catalogue.add((one, many), forms)
    stream = BytesIO()
    write_mo(stream, catalogue)
    return stream.getvalue()
