"""The disk, git and what ships with the package."""
