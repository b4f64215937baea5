"""A repository, read from its objects."""
