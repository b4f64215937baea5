"""The MkDocs plugin: hands the files to the core and puts the pages in place."""

from journeybook.adapters.mkdocs.plugin import JourneybookPlugin

__all__ = ["JourneybookPlugin"]
