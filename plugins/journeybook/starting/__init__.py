"""The files that a handbook begins with, and those that people add to it."""
