"""The command `journeybook`, one module per subcommand."""

from journeybook.adapters.cli.main import main

__all__ = ["main"]
