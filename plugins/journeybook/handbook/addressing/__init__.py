"""The place of every page, file and anchor."""
