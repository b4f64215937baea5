"""The way back and sideways, above the title of every page."""
