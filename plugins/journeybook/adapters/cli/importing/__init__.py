"""`journeybook import`."""

from journeybook.adapters.cli.importing.command import importing

__all__ = ["importing"]
