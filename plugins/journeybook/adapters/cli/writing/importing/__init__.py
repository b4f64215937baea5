"""`journeybook import`."""

from journeybook.adapters.cli.writing.importing.command import importing

__all__ = ["importing"]
