"""Catalogues to translate: every message of the interface, and what a language still lacks.

python -m tests.catalogues            writes build/journeybook.pot
python -m tests.catalogues de         and brings locale/de/ up to date, or begins it
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from tests.sites import ROOT
from tests.unit.messages import PACKAGE, Message, messages

TEMPLATE = ROOT / "build" / "journeybook.pot"


def template(found: Iterable[Message] | None = None) -> Catalog:
    """The catalogue of every message, without a translation."""
    catalogue = Catalog(project="Journeybook", charset="utf-8", fuzzy=False)
    for message in messages() if found is None else found:
        catalogue.add(message)
    return catalogue


def lacking(folder: Path) -> list[Message]:
    """The messages that no catalogue of a folder translates."""
    known = set()
    for path in folder.glob("*.po"):
        with path.open("rb") as file:
            known |= {entry.id for entry in read_po(file, locale=folder.name) if entry.id}
    return [message for message in messages() if message not in known]


def bring_up_to_date(folder: Path) -> Path:
    """Add what a language lacks to its `messages.po`, to be translated."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "messages.po"
    catalogue = Catalog(locale=folder.name, charset="utf-8", fuzzy=False)
    missing = lacking(folder)
    if path.is_file():
        with path.open("rb") as file:
            catalogue = read_po(file, locale=folder.name)
    for message in missing:
        catalogue.add(message)
    with path.open("wb") as file:
        write_po(file, catalogue, omit_header=False, width=100)
    return path


def main(languages: Iterable[str]) -> None:
    """Write the template, and the catalogues of some languages."""
    TEMPLATE.parent.mkdir(exist_ok=True)
    with TEMPLATE.open("wb") as file:
        write_po(file, template(), width=100)
    print(TEMPLATE)
    for language in languages:
        print(bring_up_to_date(PACKAGE / "locale" / language))


if __name__ == "__main__":
    main(sys.argv[1:])
