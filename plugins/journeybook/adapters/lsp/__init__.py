"""Journeybook in an editor: finds, completes and explains while somebody types."""

from journeybook.adapters.lsp.server import make_server

__all__ = ["make_server"]
