"""The navigation of the engine, with our sections in it."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, set_exclusions

from journeybook.adapters.mkdocs.others import is_arranged
from journeybook.adapters.mkdocs.outcome import Whole
from journeybook.pages.parts.ways.navigation import Chapter, navigation


def set_navigation(config: MkDocsConfig, files: Files, whole: Whole) -> None:
    """Fill the entries of `nav:` that ask for a section; without `nav:`, make all of it.

    A page that the site keeps out of its navigation stays out, and another plugin that arranges
    pages has its way.
    """
    set_exclusions(files, config)
    if config.nav is None and is_arranged(config):
        return
    pages = files.documentation_pages()
    listed = dict.fromkeys(file.src_uri for file in pages if file.inclusion.is_in_nav())
    chapters = [
        Chapter(part=one.part, title=one.title, sections=one.sections) for one in whole.handbooks
    ]
    portfolio = whole.page.uri if whole.page else ""
    config.nav = navigation(listed, chapters, config.nav, portfolio)
