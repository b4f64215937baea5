"""The language of a site, looked up anew only when what decides it has changed."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from journeybook.adapters.disk.keeping.shelf import Shelf, digest
from journeybook.adapters.disk.sites.handbook_folders import Folders
from journeybook.adapters.mkdocs.keeping.ground import Unsteady, versions
from journeybook.adapters.mkdocs.keeping.reading import states_of
from journeybook.adapters.mkdocs.options import JourneybookOptions, handbooks_of_site
from journeybook.adapters.mkdocs.site_sources import root_of

LANGUAGE = "language"
"""What it is kept under."""


def language_in(config: MkDocsConfig, options: JourneybookOptions, shelf: Shelf | None) -> str:
    """Give the language that the decisions of a site name."""
    first = handbooks_of_site(config, options)[0]
    root, decisions = root_of(config), first.shared or first.config
    try:
        state = digest([*versions(), *states_of(str(root / decisions), decisions)])
    except Unsteady:
        return _looked_up(root, decisions)
    kept = shelf.read(LANGUAGE) if shelf else None
    if isinstance(kept, tuple) and kept[0] == state:
        return str(kept[1])
    language = _looked_up(root, decisions)
    if shelf:
        shelf.write(LANGUAGE, (state, language))
    return language


def _looked_up(root: Path, decisions: str) -> str:
    # It takes the models of all that decisions can say, and mostly nothing has changed.
    from journeybook.adapters.disk.language import language_of  # noqa: PLC0415

    return language_of(Folders(root=root, content=decisions, config=decisions))
